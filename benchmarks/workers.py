"""What one worker holds in memory while pages stream through it, and what poisoned pages cost.

``python benchmarks/workers.py [--pages N] [--poison]``: reads our own invented pages over and over, each with words of its own,
in worker processes, and prints the resident memory of each worker as it goes and the pages a CPU-second. With ``--poison``
some pages hang, abort or eat memory (in a step around the reader): all others must be read.
"""

import argparse
import os
import resource
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa

from refusal_pages import cases
from stemmata.engines import LocalEngine
from stemmata.flow.clock import Stopwatch
from stemmata.flow.reading import Outcome, _lost_batch, _packed, _read_batch
from stemmata.model import Page
from stemmata.read import ReadSettings
from stemmata.tables import schema_of, unpack

POISONS = ("spin", "abort", "exit", "eat")
EVERY = 500


def stream(count: int, poison: bool, folder: Path | None) -> Iterator[Page]:
    """Yield pages; every one has words that no other has, so that no cache can hold them all."""
    pages = [case.page for case in cases()]
    if folder is not None:
        pages = [Page(path.name, path.read_bytes(), pages[0].media) for path in sorted(folder.glob("*.html"))]
    for number in range(count):
        page = pages[number % len(pages)]
        name = f"{POISONS[number // EVERY % 4]} " if poison and number % EVERY == 77 else ""
        words = f"<p>Number {number} of {number * 7919 % 1_000_003} was class-{number} here.</p>".encode()
        content = page.content.replace(b"</body>", words + b"</body>")
        yield Page(f"{name}{number}", content, page.media, url=f"https://site-{number}.example/{number}")


def poisoned(settings: ReadSettings, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Read a batch, or do what the name of a page in it asks for."""
    for source in batch["source"].to_pylist():
        match source.partition(" ")[0]:
            case "spin":
                while True:
                    pass
            case "abort":
                os.abort()
            case "exit":
                os._exit(1)
            case "eat":
                held = [bytearray(1 << 26) for _ in range(1000)]
                held.clear()
    return _read_batch(settings, batch)


def resident() -> list[float]:
    """Return the MB that each child process holds now."""
    held = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = path.read_text().rpartition(")")[2].split()
            if int(parts[1]) == os.getpid():
                held.append(int(parts[21]) * resource.getpagesize() / 1e6)
        except OSError:
            continue
    return held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--poison", action="store_true")
    parser.add_argument("--folder", type=Path, help="read the .html files of this folder instead of our own")
    asked = parser.parse_args()
    engine, start = LocalEngine(), time.perf_counter()
    pages = stream(asked.pages, asked.poison, asked.folder)
    frame = engine.load(_packed(pages, [], Stopwatch(None)), schema_of(Page))
    from workers import poisoned as step  # noqa: PLC0415 - the workers must find it under the name of this file

    done = engine.each(partial(step, ReadSettings()), frame, schema_of(Outcome), lost=_lost_batch)
    read, peak = Counter[str](), 0.0
    for number, batch in enumerate(engine.collect(done)):
        read.update(one.unread.reason if one.unread else "article" for one in unpack(Outcome, batch))
        held = resident()
        peak = max([peak, *held])
        if number % max(1, asked.pages // 640) == 0:
            print(
                f"{sum(read.values()):>7} pages, workers hold {' '.join(f'{one:.0f}' for one in held)} MB",
                flush=True,
            )
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = children.ru_utime + children.ru_stime
    print(dict(read.most_common()))
    print(
        f"{sum(read.values())} pages, {time.perf_counter() - start:.1f} s, {sum(read.values()) / max(spent, 1e-9):.0f} pages a CPU-second of the workers, peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()

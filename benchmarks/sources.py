"""How fast web archives come in, and how much memory that takes: 100,000 pages made up here.

Run as ``python benchmarks/sources.py [--records 100000] [--read 2000] [archive.warc.gz]``. An archive of invented
pages is written into a temporary folder (one packed record a page, sizes spread as those of news pages: most of some
kilobytes of text in a frame of markup), then read three ways, each in a process of its own, at a tenth and at the
whole of the records: FastWARC alone, our source, our source and ``read_page`` over as many as ``--read`` says.
Printed: records a CPU-second, and the largest resident memory of the process.
"""

import argparse
import gzip
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

WAYS = ("fastwarc", "source", "read")
WORDS = (  # noqa: SIM905 - a list of sixty words is read faster as a sentence
    "harbour ferry storm mayor budget school strike court river bridge village council minister police report "
    "late early north south market price farmer doctor hospital winter summer night morning said told asked found "
    "opened closed began ended the the the the a a of of to to in in and and on for with by from at after before"
).split()
FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Post</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}T08:00:00Z">
</head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>
<p class="byline">By Ann Lund</p><time datetime="{day}">{day}</time>{body}</article>
<aside><h2>More</h2><ul>{links}</ul></aside></main><footer><p>Harbour Post. All rights reserved.</p></footer></body></html>"""


def main() -> None:
    """Print one line a way and size."""
    options = _options()
    if options.way:
        _measure(options.way, options.archive, options.records)
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = options.archive or Path(folder) / "pages.warc.gz"
        if options.archive is None:
            size = _write(archive, options.records)
            print(
                f"{options.records:,} pages, {size / 2**20:,.0f} MB unpacked, {archive.stat().st_size / 2**20:,.0f} packed"
            )
        print(f"{'':10}{'records':>10}{'a CPU-second':>14}{'MB a CPU-second':>17}{'peak MB':>9}", flush=True)
        for way in WAYS:
            most = options.read if way == "read" else options.records
            for count in (most // 10, most):
                command = [sys.executable, __file__, "--way", way, "--records", str(count), str(archive)]
                print(
                    subprocess.run(command, check=True, capture_output=True, text=True).stdout,
                    end="",
                    flush=True,
                )


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("archive", nargs="?", type=Path)
    options.add_argument("--records", type=int, default=100_000)
    options.add_argument(
        "--read", type=int, default=2_000, help="pages to read with read_page (all: as --records)"
    )
    options.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    return options.parse_args()


def _measure(way: str, archive: Path, records: int) -> None:
    """Print what one way of reading costs in this process, which does nothing else."""
    take = {"fastwarc": _fastwarc, "source": _source, "read": _read}[way](archive)
    begun = time.process_time()
    count = size = 0
    for length in islice(take, records):
        count += 1
        size += length
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{way:10}{count:>10,}{count / seconds:>14,.0f}{size / 2**20 / seconds:>17,.0f}{peak:>9,.0f}")


def _fastwarc(archive: Path) -> Iterator[int]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - not part of the other ways' memory

    with archive.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield len(record.reader.read())


def _source(archive: Path) -> Iterator[int]:
    from stemmata import wiring  # noqa: PLC0415
    from stemmata.model import Page  # noqa: PLC0415

    pages = wiring.open_source([str(archive)]).pages()
    return (len(page.content) for page in pages if isinstance(page, Page))


def _read(archive: Path) -> Iterator[int]:
    from stemmata import wiring  # noqa: PLC0415
    from stemmata.model import Page  # noqa: PLC0415
    from stemmata.read import read_page  # noqa: PLC0415

    for page in wiring.open_source([str(archive)]).pages():
        if isinstance(page, Page):
            read_page(page)
            yield len(page.content)


def _write(archive: Path, records: int) -> int:
    """Write the archive and return how many bytes of pages it holds."""
    size = 0
    with archive.open("wb") as file:
        for number, page in enumerate(_pages(records)):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
                f"WARC-Target-URI: https://harbour.example/{number}\r\nWARC-Date: 2031-05-06T08:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0))
            size += len(block)
    return size


def _pages(count: int) -> Iterator[bytes]:
    """Make up pages: sentences drawn from a pool, so that making them does not take longer than reading them."""
    draw = random.Random(7)  # noqa: S311 - no secret
    pool = [_sentence(draw) for _ in range(5_000)]
    links = "".join(f'<li><a href="/{n}">{_capital(draw.choices(WORDS, k=6))}</a></li>' for n in range(40))
    for number in range(count):
        paragraphs = int(draw.lognormvariate(2.4, 0.7)) + 2
        body = "".join(f"<p>{' '.join(draw.choices(pool, k=4))}</p>" for _ in range(paragraphs))
        title = _capital(draw.choices(WORDS, k=8))
        day = f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        yield FRAME.format(title=title, day=day, links=links, body=body).encode()


def _sentence(draw: random.Random) -> str:
    return _capital(draw.choices(WORDS, k=draw.randint(8, 26))) + "."


def _capital(words: Iterable[str]) -> str:
    return " ".join(words).capitalize()


if __name__ == "__main__":
    main()

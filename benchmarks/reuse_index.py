"""How long one new article takes against a store of texts: asking what it shares, and adding it.

``python benchmarks/reuse_index.py [--texts N] [--ask N]``: a heap of ``reuse_speed.py`` is stored; then texts of another heap are held
against it, half of them with 60 words of a stored one in them. The store is also saved and asked memory-mapped.
"""

import argparse
import itertools
import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from reuse_speed import CHUNK, heap
from stemmata.reuse.heap import HeapSettings
from stemmata.reuse.index import Index, Segment, State


def saved(state: State, folder: Path) -> None:
    for kind, pairs in (("chunk", state.chunks), ("segment", state.segments)):
        for number, pair in enumerate(pairs):
            for side, column in enumerate(pair):
                np.save(folder / f"{kind}-{number:05}-{side}.npy", column)


def loaded(folder: Path) -> State:
    found = {
        kind: [
            tuple(np.load(folder / f"{path.name[:-6]}-{side}.npy", mmap_mode="r") for side in (0, 1))
            for path in sorted(folder.glob(f"{kind}-*-0.npy"))
            for path in [path.with_name(path.name.replace("-0.npy", "-x.npy"))]
        ]
        for kind in ("chunk", "segment")
    }
    return State(found["chunk"], [Segment(*pair) for pair in found["segment"]])  # type: ignore[arg-type]


def asked(index: Index, texts: list[str], sources: list[int]) -> tuple[list[float], float, int]:
    """Return milliseconds of each question, the share of sources found, and how many stretches came back."""
    taken, found, stretches = [], 0, 0
    for text, source in zip(texts, sources, strict=True):
        start = time.perf_counter()
        copies = index.ask(text)
        taken.append(1000 * (time.perf_counter() - start))
        found += source in copies.right.tolist()
        stretches += len(copies)
    return taken, found / max(1, sum(source >= 0 for source in sources)), stretches


def told(taken: list[float]) -> str:
    half, most, worst = np.quantile(taken, (0.5, 0.95, 1.0))
    return f"median {half:.2f} ms, 95 of 100 under {most:.2f} ms, the slowest {worst:.1f} ms"


def questions(index: Index, count: int) -> tuple[list[str], list[int]]:
    """Return new texts; every second one has a passage of a stored one."""
    dice = np.random.default_rng(77)
    data, bounds = heap(CHUNK * 3).chunks[2]
    raw = data.tobytes()
    shift = [raw[one:two].decode()[::-1] for one, two in itertools.pairwise(bounds[: count + 1])]
    texts, sources = [], []
    for number, text in enumerate(shift):
        source = int(dice.integers(0, len(index))) if number % 2 else -1
        if source >= 0:
            words = index._text(source).decode().split()
            start = int(dice.integers(0, max(1, len(words) - 60)))
            text = text[:700] + " " + " ".join(words[start : start + 60]) + " " + text[700:]  # noqa: PLW2901
        texts.append(text)
        sources.append(source)
    return texts, sources


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--ask", type=int, default=1000)
    wanted = parser.parse_args()
    made = heap(wanted.texts)
    index, start = Index(HeapSettings()), time.process_time()
    for chunk in made.chunks:
        index.add(chunk)
    state = index.state
    size = sum(part.keys.nbytes + part.texts.nbytes for part in state.segments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{len(index)} texts, {made.size / 1e6:.0f} MB: stored in {time.process_time() - start:.1f} CPU-seconds; "
          f"postings {size / 1e6:.0f} MB in {len(state.segments)} segments; peak {peak:.2f} GB")  # fmt: skip
    texts, sources = questions(index, wanted.ask)
    taken, found, stretches = asked(index, texts, sources)
    print(f"asked {len(texts)}: {told(taken)}; sources found {found:.4f}, {stretches} stretches")
    taken = []
    for text in texts:
        encoded = np.frombuffer(text.encode(), np.uint8)
        begin = time.perf_counter()
        index.add((encoded, np.array([0, len(encoded)], np.int64)))
        taken.append(1000 * (time.perf_counter() - begin))
    print(f"added {len(texts)} one by one: {told(taken)}")
    with tempfile.TemporaryDirectory() as folder:
        saved(index.state, Path(folder))
        begin = time.perf_counter()
        again = Index.of(loaded(Path(folder)), HeapSettings())
        opened = time.perf_counter() - begin
        taken, found, _ = asked(again, texts, sources)
        print(
            f"saved, opened again in {1000 * opened:.0f} ms, memory-mapped: {told(taken)}; sources found {found:.4f}"
        )


if __name__ == "__main__":
    main()

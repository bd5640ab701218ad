"""How fast a heap of texts is searched for all that any two share, beside a tool that finds whole documents.

``python benchmarks/reuse_speed.py [--texts N] [--threads N] [--gaoya N]``: N news-like texts of about 1.5 KB of invented words, copies,
clips and notices planted; from text to aligned spans. Prints texts a second, peak memory, and how much of what was planted was
found. ``gaoya`` (MinHash over word 5-grams, Jaccard 0.7, pairs of whole documents) runs on as many of the same texts.
"""

import argparse
import importlib
import os
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planted_texts import FUNCTION, invented_words
from stemmata.reuse.heap import HeapSettings, find_copies

Ints = NDArray[np.int64]
CHUNK = 10_000
"""Texts made at once; copies are of texts of the same chunk, so that a chunk is the same however many there are."""
NOTICES = 400
DERIVED, CLIPPED, NOTICED = 0.2, 0.1, 0.3
"""Shares of texts that are copies, that carry a clip of 40 to 80 words, and that end in a notice."""


@dataclass(frozen=True)
class Heap:
    """The texts as Arrow keeps them, in chunks, and the pairs that were planted: copies and clips; and who ends in what."""

    chunks: list[tuple[NDArray[np.uint8], Ints]]
    copies: Ints
    clips: Ints
    notices: Ints

    @property
    def size(self) -> int:
        return sum(len(data) for data, _ in self.chunks)


def heap(texts: int) -> Heap:
    """Return a heap of so many texts, always the same."""
    words = _vocabulary()
    made = [_chunk(number, min(CHUNK, texts - number * CHUNK), words) for number in range(-(-texts // CHUNK))]
    sides = [np.concatenate([part[side] for part in made]) for side in (1, 2, 3)]
    return Heap([part[0] for part in made], *sides)


@dataclass(frozen=True)
class _Words:
    letters: NDArray[np.uint8]
    starts: Ints
    lengths: Ints
    shares: NDArray[np.float64]


def _vocabulary() -> _Words:
    words = [*FUNCTION, *invented_words()]
    words += [f"{word}{mark}" for mark in (".", ",") for word in words] + [
        word.capitalize() for word in words
    ]
    count = len(words) // 4
    plain = np.concatenate([0.4 * _zipf(len(FUNCTION)), 0.6 * _zipf(count - len(FUNCTION))])
    shares = np.concatenate([0.87 * plain, 0.05 * plain, 0.04 * plain, 0.04 * plain])
    encoded = [f"{word} ".encode() for word in words]
    lengths = np.array([len(one) for one in encoded])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return _Words(
        np.frombuffer(b"".join(encoded), np.uint8), starts, lengths, np.cumsum(shares / shares.sum())
    )


def _zipf(count: int) -> NDArray[np.float64]:
    shares = 1 / (np.arange(count) + 20.0)
    return shares / shares.sum()


def _chunk(number: int, texts: int, words: _Words) -> tuple[tuple[NDArray[np.uint8], Ints], Ints, Ints, Ints]:
    dice = np.random.default_rng(number)
    lengths = dice.integers(130, 330, texts)
    ids = np.searchsorted(words.shares, dice.random(int(lengths.sum())))
    rows = np.split(ids, np.cumsum(lengths)[:-1])
    first, copies, clips = number * CHUNK, [], []
    fate = dice.random(texts)
    for text in range(texts // 10, texts):
        if fate[text] < DERIVED:
            source = int(dice.integers(0, texts // 10))
            rows[text] = _derived(dice, rows[source], rows[text], words)
            copies.append((first + source, first + text))
        elif fate[text] < DERIVED + CLIPPED:
            source = int(dice.integers(0, texts // 10))
            start, long = int(dice.integers(0, 50)), int(dice.integers(40, 80))
            rows[text] = np.concatenate(
                [rows[text][:100], rows[source][start : start + long], rows[text][100:]]
            )
            clips.append((first + source, first + text))
    notice = np.where(dice.random(texts) < NOTICED, (dice.random(texts) ** 3 * NOTICES).astype(np.int64), -1)
    standing = [
        np.searchsorted(words.shares, np.random.default_rng(10**6 + one).random(35)) for one in range(NOTICES)
    ]
    rows = [
        np.concatenate([row, standing[one]]) if one >= 0 else row
        for row, one in zip(rows, notice.tolist(), strict=True)
    ]
    return _written(rows, words), _both(copies), _both(clips), notice


def _both(pairs: Sequence[tuple[int, int]]) -> Ints:
    return np.array(pairs, np.int64).reshape(-1, 2)


def _derived(dice: np.random.Generator, source: Ints, own: Ints, words: _Words) -> Ints:
    """Return a copy: cut, its words changed, wrapped in words of its own, each more or less."""
    kept = source[: int(len(source) * dice.uniform(0.4, 1.0))].copy()
    changed = dice.random(len(kept)) < dice.choice((0.0, 0.03, 0.1, 0.25))
    kept[changed] = np.searchsorted(words.shares, dice.random(int(changed.sum())))
    around = own[: max(20, len(source) - len(kept))]
    return np.concatenate([around[: len(around) // 3], kept, around[len(around) // 3 :]])


def _written(rows: Sequence[Ints], words: _Words) -> tuple[NDArray[np.uint8], Ints]:
    ids = np.concatenate(rows)
    lengths = words.lengths[ids]
    ends = np.cumsum(lengths)
    places = np.arange(int(ends[-1])) + np.repeat(words.starts[ids] - (ends - lengths), lengths)
    bounds = np.concatenate([[0], ends[np.cumsum([len(row) for row in rows]) - 1]])
    return words.letters[places], bounds


def _texts(made: Heap, count: int) -> list[str]:
    found: list[str] = []
    for data, bounds in made.chunks:
        if len(found) < count:
            raw = data.tobytes()
            found += [
                raw[one:two].decode()
                for one, two in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
            ]
    return found[:count]


def _timed(work: Callable[[], object]) -> tuple[object, float, float]:
    wall, spent = time.perf_counter(), time.process_time()
    done = work()
    return done, time.perf_counter() - wall, time.process_time() - spent


def figures_of(made: Heap, left: Ints, right: Ints) -> dict[str, float]:
    """Return recall of copies and clips, and what share of the pairs found was planted, or has only a notice in common."""
    found = _keys(left, right)
    planted = _keys(*np.concatenate([made.copies, made.clips]).T)
    sources: dict[int, list[int]] = {}
    for source, text in np.concatenate([made.copies, made.clips]).tolist():
        sources.setdefault(source, []).append(text)
    kin = np.array(
        [
            (min(one, two), max(one, two))
            for held in sources.values()
            for one in held
            for two in held
            if one != two
        ]
    )
    true = np.union1d(planted, _keys(*kin.T)) if len(kin) else planted
    wrong = found[~np.isin(found, true)]
    noticed = made.notices[wrong >> 32] == made.notices[wrong & 0xFFFFFFFF]
    return {
        "copies found": float(np.isin(_keys(*made.copies.T), found).mean()),
        "clips found": float(np.isin(_keys(*made.clips.T), found).mean()),
        "precision": 1 - len(wrong) / max(1, len(found)),
        "notices": float((noticed & (made.notices[wrong >> 32] >= 0)).sum()) / max(1, len(found)),
    }


def _keys(left: Ints, right: Ints) -> Ints:
    return np.unique(
        np.minimum(left, right).astype(np.int64) << 32 | np.maximum(left, right).astype(np.int64)
    )


def run_gaoya(texts: list[str]) -> object:
    index = importlib.import_module("gaoya").minhash.MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.7,
        num_hashes=128,
        num_bands=None,
        band_size=None,
        analyzer="word",
        ngram_range=(5, 5),
        id_container="vec",
    )
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    return index.par_bulk_query(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--gaoya", type=int, default=0, help="texts for gaoya")
    asked = parser.parse_args()
    made = heap(asked.texts)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{asked.texts} texts, {made.size / 1e6:.0f} MB; memory with them and what made them {before / 1e6:.2f} GB"
    )
    found, wall, spent = _timed(lambda: find_copies(made.chunks, HeapSettings(), threads=asked.threads))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"ours, {asked.threads} threads: {wall:.2f} s, {spent:.2f} CPU-seconds, {asked.texts / wall:.0f} texts a second by the clock, "
          f"{asked.texts / spent * asked.threads:.0f} by CPU-seconds over {asked.threads} cores; peak {peak / 1e6:.2f} GB")  # fmt: skip
    left, right = found.left.astype(np.int64), found.right.astype(np.int64)  # type: ignore[attr-defined]
    print(
        f"  {len(left)} stretches; "
        + "  ".join(f"{name} {value:.4f}" for name, value in figures_of(made, left, right).items())
    )
    if asked.gaoya:
        texts = _texts(made, asked.gaoya)
        _, wall_theirs, spent_theirs = _timed(lambda: run_gaoya(texts))
        rate, theirs = asked.texts / spent, len(texts) / spent_theirs
        print(f"gaoya, {len(texts)} texts: {wall_theirs:.2f} s, {spent_theirs:.2f} CPU-seconds, {len(texts) / wall_theirs:.0f} texts a second by the clock; "
              f"ours is {rate / theirs:.1f} times as fast a CPU-second")  # fmt: skip


if __name__ == "__main__":
    main()

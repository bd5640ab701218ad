"""A store of texts that one new text is held against: what it shares with any of a million, in a millisecond.

Postings lie in sorted segments, each at least twice as long as the next, so that adding is cheap and asking looks
into few (the log-structured merge of O'Neil and others 1996). Everything is plain arrays: ``state`` gives them away
and ``Index.of`` takes them back, memory-mapped ones too.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemmata import kernels
from stemmata.kernels import AlignRules, Chunk, Copies, Pairs
from stemmata.reuse.heap import HeapSettings

Keys = NDArray[np.uint64]
Numbers = NDArray[np.uint32]
FEW = 4
"""Texts that may have one run, the asking one counted, for it alone to be looked after; as the kernels weigh it."""


class Segment(NamedTuple):
    """Postings in the order of their keys, and the text of each."""

    keys: Keys
    texts: Numbers


class State(NamedTuple):
    """All that an index is made of."""

    chunks: Sequence[Chunk]
    segments: Sequence[Segment]


class Index:
    """Texts by number, in the order they were added, and the postings of their rare runs."""

    def __init__(self, settings: HeapSettings) -> None:
        self._settings = settings
        self._chunks: list[Chunk] = []
        self._firsts: list[int] = []
        self._segments: list[Segment] = []
        self._count = 0

    @classmethod
    def of(cls, state: State, settings: HeapSettings) -> "Index":
        """Return the index that gave its state away; the settings must be those it was made with."""
        index = cls(settings)
        for chunk in state.chunks:
            index._hold(chunk)
        index._segments = list(state.segments)
        return index

    @property
    def state(self) -> State:
        """What the index is made of; it does not change when texts are added."""
        return State(tuple(self._chunks), tuple(self._segments))

    def __len__(self) -> int:
        """Count the texts."""
        return self._count

    def add(self, chunk: Chunk) -> None:
        """Add texts; they get the next numbers."""
        first = self._count
        self._hold(chunk)
        shingles = self._posted(chunk)
        texts = np.repeat(
            np.arange(first, self._count, dtype=np.uint32), np.diff(shingles.rows).astype(np.int64)
        )
        self._segments.append(_sorted(shingles.hashes, texts))
        while len(self._segments) > 1 and len(self._segments[-2].keys) < 2 * len(self._segments[-1].keys):
            last, before = self._segments.pop(), self._segments.pop()
            self._segments.append(
                _sorted(np.concatenate([before.keys, last.keys]), np.concatenate([before.texts, last.texts]))
            )

    def ask(self, text: str) -> Copies:
        """Return what ``text`` (number 0 on the left) shares with stored ones (their numbers on the right)."""
        encoded = text.encode("utf-8", "surrogatepass")
        asking: Chunk = np.frombuffer(encoded, np.uint8), np.array([0, len(encoded)], np.int64)
        met = self._meeting(np.unique(self._posted(asking).hashes))
        stored = [encoded, *(self._text(number) for number in met.tolist())]
        together: Chunk = (
            np.frombuffer(b"".join(stored), np.uint8),
            np.cumsum([0, *map(len, stored)], dtype=np.int64),
        )
        pairs = Pairs(np.zeros(len(met), np.uint32), np.arange(1, len(met) + 1, dtype=np.uint32), 0)
        rules = self._settings
        align = AlignRules(rules.seed, rules.repeats, rules.gap, rules.near, rules.revised)
        found = kernels.find_copies([together], pairs, align, rules.fewest, 1)
        return Copies(
            found.left, met[found.right.astype(np.int64) - 1], found.left_start, found.left_end,
            found.right_start, found.right_end, found.matched, found.likeness,
        )  # fmt: skip

    def _hold(self, chunk: Chunk) -> None:
        self._chunks.append(chunk)
        self._firsts.append(self._count)
        self._count += len(chunk[1]) - 1
        while len(self._chunks) > 1 and len(self._chunks[-2][0]) < min(2 * len(self._chunks[-1][0]), LARGE):
            last, before = self._chunks.pop(), self._chunks.pop()
            self._chunks.append(_together(before, last))
            self._firsts.pop()

    def _posted(self, chunk: Chunk) -> kernels.Shingles:
        return kernels.winnow(
            kernels.shingle(kernels.tokenise_utf8(*chunk), self._settings.shingle), self._settings.window
        )

    def _meeting(self, keys: Keys) -> Numbers:
        """Return the texts whose common runs weigh enough: those of few texts are enough alone."""
        ranges = [(part, *_range(part.keys, keys)) for part in self._segments]
        counts = sum((ends - starts for _, starts, ends in ranges), np.zeros(len(keys), np.int64))
        weights = np.where(counts < FEW, 1.0, (FEW - 1) / np.maximum(1, counts))
        weights[counts >= self._settings.most] = 0.0
        texts: list[Numbers] = [np.empty(0, np.uint32)]
        each: list[NDArray[np.float64]] = [np.empty(0)]
        for part, starts, ends in ranges:
            for one in np.flatnonzero((ends > starts) & (weights > 0)).tolist():
                texts.append(np.unique(part.texts[starts[one] : ends[one]]))
                each.append(np.full(len(texts[-1]), weights[one]))
        met, which = np.unique(np.concatenate(texts), return_inverse=True)
        return met[np.bincount(which, np.concatenate(each), len(met)) >= 1 - ROUNDING]

    def _text(self, number: int) -> bytes:
        place = bisect_right(self._firsts, number) - 1
        data, bounds = self._chunks[place]
        row = number - self._firsts[place]
        return data[bounds[row] : bounds[row + 1]].tobytes()


ROUNDING = 1e-9
LARGE = 2**24
"""Bytes from which texts that lie together are let lie."""


def _together(one: Chunk, two: Chunk) -> Chunk:
    (data, bounds), (more, others) = one, two
    return (
        np.concatenate([data[bounds[0] : bounds[-1]], more[others[0] : others[-1]]]),
        np.concatenate([bounds - bounds[0], others[1:] - others[0] + (bounds[-1] - bounds[0])]),
    )


def _sorted(keys: Keys, texts: Numbers) -> Segment:
    order = np.argsort(keys, kind="stable")
    return Segment(keys[order], texts[order])


def _range(held: Keys, keys: Keys) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each key starts and ends among those held."""
    return np.searchsorted(held, keys, "left"), np.searchsorted(held, keys, "right")

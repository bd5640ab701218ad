"""Copies: the runs of words that texts share, for two texts at a time and for heaps of them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, cast

import numpy as np

from stemmata.errors import UsageError
from stemmata.kernels import backend
from stemmata.kernels.columns import Bytes, Counts, Hashes, Offsets, Shingles, Slots

Chunk = tuple[Bytes, Counts]
"""Texts in UTF-8 laid end to end, and where each starts and the last one ends, as in an Arrow string array."""
LIKENESS = ("exact", "near", "revised", "loose")
"""What the numbers of ``likeness`` mean."""
_ONE_PARAGRAPH = np.empty(0, np.int32)


class PostRules(NamedTuple):
    """How texts are made to meet."""

    width: int = 5
    """Words in a posted run."""
    window: int = 8
    """Of so many neighbouring runs one is posted: every run of ``width + window - 1`` words that two to four texts share
    is found."""
    most: int = 64
    """A run that more texts have makes no pair. It bounds the pairs of N texts at N x most x runs."""


class AlignRules(NamedTuple):
    """How two texts are laid beside each other."""

    seed: int = 4
    """Words in a row that start a run."""
    repeats: int = 16
    """Pairs of places tried for one seed; beyond, the first place meets the first, the second the second."""
    gap: int = 6
    """Most words that either text may have between two runs of one stretch."""
    near: float = 0.85
    """Share of the longer side's words in the same order on both: above, ``near``."""
    revised: float = 0.5
    """The same: above, ``revised``, and below, ``loose``."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """What pairs of rows share: stretch ``i`` holds the runs ``firsts[i]`` to ``firsts[i + 1]``, in words."""

    pairs: Counts
    firsts: Counts
    likeness: Bytes
    left: Offsets
    right: Offsets
    length: Offsets

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.pairs)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Texts that share a rare run; ``crowded`` counts the runs that more than ``most`` texts have."""

    left: Slots
    right: Slots
    crowded: int

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.left)


@dataclass(frozen=True, slots=True, eq=False)
class Copies:
    """What texts share, one row a stretch: numbers of the texts, spans in code points, words that match."""

    left: Slots
    right: Slots
    left_start: Offsets
    left_end: Offsets
    right_start: Offsets
    right_end: Offsets
    matched: Offsets
    likeness: Bytes

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.left)


class _Loops(Protocol):
    def winnow(self, rows: Counts, hashes: Hashes, window: int, /) -> tuple[Counts, Hashes]: ...
    def align(
        self, rows: Counts, words: Hashes, paragraphs: Offsets, lefts: Counts, rights: Counts,
        seed: int, repeats: int, gap: int, near: float, revised: float, /,
    ) -> tuple[Counts, Counts, Bytes, Offsets, Offsets, Offsets]: ...  # fmt: skip
    def find_pairs(
        self, chunks: Sequence[Chunk], width: int, window: int, most: int, threads: int, /
    ) -> tuple[Slots, Slots, int]: ...
    def find_copies(
        self, chunks: Sequence[Chunk], lefts: Slots, rights: Slots,
        seed: int, repeats: int, gap: int, near: float, revised: float, fewest: int, threads: int, /,
    ) -> tuple[Slots, Slots, Offsets, Offsets, Offsets, Offsets, Offsets, Bytes]: ...  # fmt: skip


def _chosen() -> _Loops:
    if backend.COMPILED:
        return cast(_Loops, backend.LOOPS)
    from stemmata.kernels import copies_reference  # noqa: PLC0415 - 9 ms that only those without a compiler need

    return copies_reference


_LOOPS = _chosen()


def winnow(shingles: Shingles, window: int) -> Shingles:
    """Keep of each text the least of every ``window`` neighbouring hashes, in order (Schleimer and others 2003).

    Two texts that share ``window`` neighbouring hashes keep a common one. A text with fewer keeps all.
    """
    if window < 1:
        raise UsageError(f"A window holds one hash or more, not {window}.")
    return Shingles(*_LOOPS.winnow(shingles.rows, shingles.hashes, window))


def align(
    rows: Counts,
    words: Hashes,
    lefts: Counts,
    rights: Counts,
    rules: AlignRules,
    paragraphs: Offsets = _ONE_PARAGRAPH,
) -> Stretches:
    """Lay pairs of rows of words beside each other: seed and extend, each word in one run at most, runs chained.

    A run is cut where either text begins a new paragraph (``paragraphs`` numbers that of each word), and no
    stretch crosses one. Runs may be moved and interleaved.
    """
    return Stretches(*_LOOPS.align(rows, words, paragraphs, lefts, rights, *rules))


def find_pairs(chunks: Sequence[Chunk], rules: PostRules, threads: int = 0) -> Pairs:
    """Return the pairs of texts that share posted runs that are rare enough, sorted, the earlier text on the left.

    One run that four texts have at most is enough; one that n have counts for ``3 / (n - 1)``, so that a notice
    makes no pair where a whole story would. Of texts with the same words throughout, the first alone meets other
    texts; the others meet the first. Memory: less than half a byte for each byte of text, beside the text itself.
    """
    return Pairs(*_LOOPS.find_pairs(chunks, *rules, threads or _cores()))


def find_copies(
    chunks: Sequence[Chunk], pairs: Pairs, rules: AlignRules, fewest: int, threads: int = 0
) -> Copies:
    """Align the texts of every pair; return the stretches with at least ``fewest`` words that match."""
    return Copies(*_LOOPS.find_copies(chunks, pairs.left, pairs.right, *rules, fewest, threads or _cores()))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

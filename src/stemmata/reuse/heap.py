"""What any two texts of a heap share, word for word or nearly: the fast way, for texts by the million.

``find_reuse`` knows articles: it also finds what is told in other words, shared quotations and chrome. This finds stretches
that are copied, at the speed of the kernels, and knows nothing but text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemmata import kernels
from stemmata.kernels import AlignRules, Chunk, Copies, PostRules


@dataclass(frozen=True, slots=True)
class HeapSettings:
    """How copies in a heap are looked for; swept on ``benchmarks/reuse_speed.py``."""

    shingle: int = 5
    """Words in a posted run."""
    window: int = 8
    """Of so many neighbouring runs one is posted: every rare run of 12 shared words is found."""
    most: int = 64
    """A run that more texts have makes no pair: formulae and notices."""
    seed: int = 4
    """Words in a row that start an aligned run."""
    repeats: int = 16
    """Pairs of places tried for one seed."""
    gap: int = 6
    """Most words that either text may have between two runs of one stretch."""
    near: float = 0.85
    """As in ``ReuseSettings``."""
    revised: float = 0.5
    """As in ``ReuseSettings``."""
    fewest: int = 10
    """Matching words that make a stretch; shorter ones are formulae."""
    notice_texts: int = 4
    """Unlike texts that share the stretch which begins in one place of a text from which it is a notice, and left out."""
    notice_whole: float = 0.75
    """Share of the shorter text that two texts must have in common to be alike. A notice is a good part of a brief: at
    0.4, briefs under one notice were taken for one story, and a third of the pairs found were notices
    (``benchmarks/reuse_planted.py --heap``: precision 0.54 to 0.69, now 0.95 to 0.97, nothing planted lost)."""
    notice_both: float = 0.5
    """The same, of the longer one. Swept 0.4 to 0.75: less lets notices pass, more takes a source's clips in many pages for a
    notice."""


def find_copies(chunks: Sequence[Chunk], settings: HeapSettings, *, threads: int = 0) -> Copies:
    """Return every stretch that two texts share (texts numbered through all chunks), sorted by the texts.

    Runs that very many texts have are passed over. ``threads`` is that of the cores by default; answers are equal.
    """
    post = PostRules(settings.shingle, settings.window, settings.most)
    align = AlignRules(settings.seed, settings.repeats, settings.gap, settings.near, settings.revised)
    pairs = kernels.find_pairs(chunks, post, threads)
    found = kernels.find_copies(chunks, pairs, align, settings.fewest, threads)
    lengths = np.concatenate([np.diff(bounds) for _, bounds in chunks]) if chunks else np.empty(0, np.int64)
    return without_notices(found, lengths, settings)


def without_notices(found: Copies, lengths: NDArray[np.int64], settings: HeapSettings) -> Copies:
    """Leave out the stretches that many unlike texts share with one text; ``lengths`` are the texts' bytes.

    Texts that are alike, each to one of the others, count as one.
    """
    matched, words = _shared(found), np.maximum(1, lengths / BYTES_A_WORD)
    left, right = words[found.left], words[found.right]
    alike = matched >= settings.notice_whole * np.minimum(left, right)
    alike |= matched >= settings.notice_both * np.maximum(left, right)
    group = _groups(len(lengths), found.left[alike], found.right[alike])
    unlike = np.flatnonzero(group[found.left] != group[found.right])
    one, two = found.left[unlike].astype(np.int64), found.right[unlike].astype(np.int64)
    places = np.concatenate([one << 32 | found.left_start[unlike], two << 32 | found.right_start[unlike]])
    _, which = np.unique(places, return_inverse=True)
    others = np.unique(which << 32 | np.concatenate([group[two], group[one]]))
    counts = np.bincount(others >> 32, minlength=1)
    crowded = (counts[which] >= settings.notice_texts).reshape(2, -1).any(axis=0)
    kept = np.ones(len(found), bool)
    kept[unlike[crowded]] = False
    return Copies(*(getattr(found, column)[kept] for column in Copies.__dataclass_fields__))


def _groups(texts: int, left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return for each text the least number of those it hangs together with: labels sink until none moves."""
    group = np.arange(texts)
    while True:
        before = group.copy()
        least = np.minimum(group[left], group[right])
        np.minimum.at(group, group[left], least)
        np.minimum.at(group, group[right], least)
        group = group[group]
        if np.array_equal(group, before):
            return group


BYTES_A_WORD = 6.5


def _shared(found: Copies) -> NDArray[np.float64]:
    """Return for each stretch the matching words of its pair."""
    pairs = found.left.astype(np.int64) << 32 | found.right
    starts = np.flatnonzero(np.append(len(pairs) > 0, pairs[1:] != pairs[:-1]))
    sums = np.add.reduceat(found.matched, starts) if len(starts) else np.empty(0, np.int64)
    return np.repeat(sums, np.diff(starts, append=len(pairs))).astype(np.float64)

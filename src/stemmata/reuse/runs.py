"""Seed and extend: the word runs that two strands share, and the stretches they chain into."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from stemmata import kernels
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import Strand


class Run(NamedTuple):
    """The same words in a row: from word ``left`` of one strand and word ``right`` of the other on."""

    left: int
    right: int
    length: int


class Stretch(NamedTuple):
    """Runs that follow each other closely in both strands, within one paragraph of each."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> tuple[int, int]:
        """First and last word (exclusive) on the left."""
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """First and last word (exclusive) on the right."""
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].length


def find_stretches(left: Strand, right: Strand, settings: ReuseSettings) -> list[Stretch]:
    """Return what the two strands share word for word, gaps of a few words bridged, in the order of the left."""
    if len(left.words) < settings.seed or len(right.words) < settings.seed:
        return []
    rows = np.array([0, len(left.words), len(left.words) + len(right.words)], np.int64)
    found = kernels.align(
        rows,
        np.concatenate([left.ids, right.ids]),
        _LEFT,
        _RIGHT,
        kernels.AlignRules(settings.seed, settings.repeats, settings.gap, settings.near, settings.revised),
        np.concatenate([left.blocks, right.blocks]),
    )
    sides = (found.left.tolist(), found.right.tolist(), found.length.tolist())
    runs = [Run(*run) for run in zip(*sides, strict=True)]
    return [Stretch(tuple(runs[one:two])) for one, two in pairwise(found.firsts.tolist())]


_LEFT, _RIGHT = np.array([0], np.int64), np.array([1], np.int64)


def cut(run: Run, left: Strand, right: Strand) -> Iterator[Run]:
    """Cut a run where either text begins a new paragraph."""
    start = 0
    for step in range(1, run.length + 1):
        if (
            step == run.length
            or _breaks(left.paragraph, run.left + step)
            or _breaks(right.paragraph, run.right + step)
        ):
            yield Run(run.left + start, run.right + start, step - start)
            start = step


def _breaks(paragraph: Sequence[int], place: int) -> bool:
    return paragraph[place] != paragraph[place - 1]

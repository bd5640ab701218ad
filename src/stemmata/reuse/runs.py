"""Seed and extend: the word runs that two strands share, and the stretches they chain into."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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
    chosen = _disjoint(_maximal(_seeds(left, right, settings.repeats), settings.seed), settings.seed)
    pieces = [piece for run in chosen for piece in cut(run, left, right)]
    return _chained(sorted(pieces), left, right, settings.gap)


def _seeds(left: Strand, right: Strand, repeats: int) -> Iterator[tuple[int, int]]:
    """Yield diagonal and left place of every shared seed; a seed that repeats too often meets its like in order."""
    for gram in left.grams.keys() & right.grams.keys():
        here, there = left.grams[gram], right.grams[gram]
        if len(here) * len(there) <= repeats:
            yield from ((two - one, one) for one in here for two in there)
        else:
            yield from ((two - one, one) for one, two in zip(here, there, strict=False))


def _maximal(seeds: Iterable[tuple[int, int]], width: int) -> list[Run]:
    """Join seeds that follow each other on one diagonal."""
    runs: list[Run] = []
    for diagonal, place in sorted(seeds):
        if runs:
            last = runs[-1]
            if last.right - last.left == diagonal and place <= last.left + last.length - width + 1:
                runs[-1] = Run(last.left, last.right, place + width - last.left)
                continue
        runs.append(Run(place, place + diagonal, width))
    return runs


def _disjoint(runs: Iterable[Run], shortest: int) -> list[Run]:
    """Give every word to the longest run that claims it; what is left of a run counts if long enough."""
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        for piece in _free(run, taken_left, taken_right):
            if piece.length >= shortest:
                chosen.append(piece)
                taken_left.update(range(piece.left, piece.left + piece.length))
                taken_right.update(range(piece.right, piece.right + piece.length))
    return chosen


def _free(run: Run, taken_left: set[int], taken_right: set[int]) -> list[Run]:
    """Return the parts of a run that nobody has taken."""
    parts: list[Run] = []
    start = 0
    for step in range(run.length + 1):
        if step == run.length or run.left + step in taken_left or run.right + step in taken_right:
            if step > start:
                parts.append(Run(run.left + start, run.right + start, step - start))
            start = step + 1
    return parts


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


def _chained(runs: Iterable[Run], left: Strand, right: Strand, gap: int) -> list[Stretch]:
    """Chain runs that follow each other in both strands with at most ``gap`` words between them."""
    open_chains: list[list[Run]] = []
    done: list[list[Run]] = []
    for run in runs:
        near = [chain for chain in open_chains if run.left - chain[-1].left - chain[-1].length <= gap]
        done += [chain for chain in open_chains if chain not in near]
        follows = [chain for chain in near if _follows(chain[-1], run, left, right, gap)]
        if follows:
            min(follows, key=lambda chain: run.right - chain[-1].right).append(run)
        else:
            near.append([run])
        open_chains = near
    return sorted(Stretch(tuple(chain)) for chain in done + open_chains)


def _follows(last: Run, run: Run, left: Strand, right: Strand, gap: int) -> bool:
    between = run.right - last.right - last.length
    return (
        0 <= between <= gap
        and left.paragraph[last.left] == left.paragraph[run.left]
        and right.paragraph[last.right] == right.paragraph[run.right]
    )

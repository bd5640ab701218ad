"""Copies in plain Python and NumPy: what the compiled loops must equal, and their stand-in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from stemmata.kernels import reference
from stemmata.kernels.columns import Bytes, Counts, Hashes, Offsets, Slots
from stemmata.kernels.diff_reference import words_in_common

Chunks = Sequence[tuple[Bytes, Counts]]
PARTS_BITS = 8
KEY_BITS = 32
"""The compiled loops keep so many bits of a posted run, and so many more of which part it is in."""

FEW, ENOUGH = 4, 255
"""A run of so many texts is enough to make each two of them a pair; that of n texts weighs ``3 / (n - 1)`` of that."""


class Run(NamedTuple):
    """The same words in a row: from word ``left`` of one text and word ``right`` of the other on."""

    left: int
    right: int
    length: int


class Side(NamedTuple):
    """The words of one text, and the paragraph of each."""

    words: list[int]
    paragraphs: list[int]


def winnow(rows: Counts, hashes: Hashes, window: int) -> tuple[Counts, Hashes]:
    """Give rows and hashes of what winnowing keeps."""
    kept = [_least(hashes[here:there], window) for here, there in pairwise(rows.tolist())]
    new_rows = np.cumsum([0, *map(len, kept)], dtype=np.int64)
    return new_rows, np.concatenate([np.empty(0, np.uint64), *kept])


def _least(hashes: Hashes, window: int) -> Hashes:
    """Keep the least of every ``window`` neighbours, of equals the first, each place once."""
    if len(hashes) <= window:
        return hashes
    views = np.lib.stride_tricks.sliding_window_view(hashes, window)
    places: list[int] = []
    for start, view in enumerate(views):
        least = start + int(view.argmin())
        if places and places[-1] >= start and hashes[places[-1]] == hashes[least]:
            continue
        places.append(least)
    return hashes[places]


def align(
    rows: Counts,
    words: Hashes,
    paragraphs: Offsets,
    lefts: Counts,
    rights: Counts,
    seed: int,
    repeats: int,
    gap: int,
    near: float,
    revised: float,
) -> tuple[Counts, Counts, Bytes, Offsets, Offsets, Offsets]:
    """Give pair, first run and likeness of every stretch, and left, right and length of every run."""
    numbers = paragraphs if len(paragraphs) else np.zeros(len(words), np.int32)
    bounds = rows.tolist()
    pairs: list[int] = []
    firsts: list[int] = []
    kinds: list[int] = []
    runs: list[Run] = []
    for number, both in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        left, right = (
            Side(
                words[bounds[one] : bounds[one + 1]].tolist(), numbers[bounds[one] : bounds[one + 1]].tolist()
            )
            for one in both
        )
        for stretch in _stretches(left, right, seed, repeats, gap):
            pairs.append(number)
            firsts.append(len(runs))
            kinds.append(_likeness(stretch, left, right, near, revised))
            runs += stretch
    columns = np.array(runs, np.int32).reshape(-1, 3)
    return (
        np.array(pairs, np.int64),
        np.array([*firsts, len(runs)], np.int64),
        np.array(kinds, np.uint8),
        *(np.ascontiguousarray(columns[:, side]) for side in range(3)),
    )  # type: ignore[return-value]


def _stretches(left: Side, right: Side, seed: int, repeats: int, gap: int) -> list[tuple[Run, ...]]:
    runs = _disjoint(_maximal(_seeds(left.words, right.words, seed, repeats), seed), seed)
    pieces = sorted(piece for run in runs for piece in _cut(run, left, right))
    return _chained(pieces, left, right, gap)


def _seeds(left: list[int], right: list[int], width: int, repeats: int) -> Iterator[tuple[int, int]]:
    """Yield diagonal and left place of every shared seed; a seed that repeats too often meets its like in order."""
    one, two = _grams(left, width), _grams(right, width)
    for gram in one.keys() & two.keys():
        here, there = one[gram], two[gram]
        if len(here) * len(there) <= repeats:
            yield from ((far - near, near) for near in here for far in there)
        else:
            yield from ((far - near, near) for near, far in zip(here, there, strict=False))


def _grams(row: list[int], width: int) -> dict[tuple[int, ...], list[int]]:
    grams: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for place, gram in enumerate(zip(*(row[shift:] for shift in range(width)), strict=False)):
        grams[gram].append(place)
    return grams


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


def _cut(run: Run, left: Side, right: Side) -> Iterator[Run]:
    """Cut a run where either text begins a new paragraph."""
    start = 0
    for step in range(1, run.length + 1):
        if (
            step == run.length
            or _breaks(left.paragraphs, run.left + step)
            or _breaks(right.paragraphs, run.right + step)
        ):
            yield Run(run.left + start, run.right + start, step - start)
            start = step


def _breaks(paragraphs: list[int], place: int) -> bool:
    return paragraphs[place] != paragraphs[place - 1]


def _chained(runs: Iterable[Run], left: Side, right: Side, gap: int) -> list[tuple[Run, ...]]:
    """Chain runs that follow each other in both texts with at most ``gap`` words between them."""
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
    return sorted(tuple(chain) for chain in done + open_chains)


def _follows(last: Run, run: Run, left: Side, right: Side, gap: int) -> bool:
    between = run.right - last.right - last.length
    return (
        0 <= between <= gap
        and left.paragraphs[last.left] == left.paragraphs[run.left]
        and right.paragraphs[last.right] == right.paragraphs[run.right]
    )


def _likeness(stretch: Sequence[Run], left: Side, right: Side, near: float, revised: float) -> int:
    """Tell how the words of a stretch relate, by how many stand in the same order on both sides."""
    last = stretch[-1]
    one = left.words[stretch[0].left : last.left + last.length]
    two = right.words[stretch[0].right : last.right + last.length]
    if one == two:
        return 0
    ordered = words_in_common(one, two) / max(len(one), len(two))
    return 1 if ordered >= near else 2 if ordered >= revised else 3


def find_pairs(chunks: Chunks, width: int, window: int, most: int, threads: int) -> tuple[Slots, Slots, int]:
    """Give the texts that share a posted run, and how many runs more than ``most`` texts have."""
    texts = [tuple(words.tolist()) for words, _, _ in _laid(chunks)]
    first: dict[tuple[int, ...], int] = {}
    twins = [(first.setdefault(text, number), number) for number, text in enumerate(texts)]
    carriers: dict[int, list[int]] = defaultdict(list)
    for text, number in first.items():
        row = np.array(text, np.uint64)
        rows = np.array([0, len(row)], np.int64)
        kept = winnow(*reference.shingle(rows, row, width), window)[1].tolist()
        for key in sorted({key & 2 ** (PARTS_BITS + KEY_BITS) - 1 for key in kept}):
            carriers[key].append(number)
    weights: dict[tuple[int, int], int] = defaultdict(int)
    for held in carriers.values():
        for two in combinations(held, 2) if len(held) <= most else ():
            weights[two] += ENOUGH if len(held) <= FEW else ENOUGH * (FEW - 1) // (len(held) - 1)
    pairs = {two for two, weight in weights.items() if weight >= ENOUGH}
    pairs |= {(one, two) for one, two in twins if one != two and texts[two]}
    columns = np.array(sorted(pairs), np.uint32).reshape(-1, 2)
    left, right = (np.ascontiguousarray(columns[:, side]) for side in range(2))
    return left, right, sum(len(held) > most for held in carriers.values())


def find_copies(
    chunks: Chunks,
    lefts: Slots,
    rights: Slots,
    seed: int,
    repeats: int,
    gap: int,
    near: float,
    revised: float,
    fewest: int,
    threads: int,
) -> tuple[Slots, Slots, Offsets, Offsets, Offsets, Offsets, Offsets, Bytes]:
    """Give texts, spans, matching words and likeness of every stretch of the pairs."""
    texts = _laid(chunks)
    found: list[tuple[int, ...]] = []
    for left, right in zip(lefts.tolist(), rights.tolist(), strict=True):
        (one, one_starts, one_ends), (two, two_starts, two_ends) = texts[left], texts[right]
        sides = Side(one.tolist(), [0] * len(one)), Side(two.tolist(), [0] * len(two))
        for stretch in _stretches(*sides, seed, repeats, gap):
            matched, last = sum(run.length for run in stretch), stretch[-1]
            if matched >= fewest:
                spans = (
                    int(one_starts[stretch[0].left]),
                    int(one_ends[last.left + last.length - 1]),
                    int(two_starts[stretch[0].right]),
                    int(two_ends[last.right + last.length - 1]),
                )
                found.append((left, right, *spans, matched, _likeness(stretch, *sides, near, revised)))
    columns = np.array(found, np.int64).reshape(-1, 8).T
    kinds = (np.uint32, np.uint32, np.int32, np.int32, np.int32, np.int32, np.int32, np.uint8)
    return tuple(column.astype(kind) for column, kind in zip(columns, kinds, strict=True))  # type: ignore[return-value]


def _laid(chunks: Chunks) -> list[tuple[Hashes, Offsets, Offsets]]:
    """Return hashes, starts and ends of the words of every text."""
    found: list[tuple[Hashes, Offsets, Offsets]] = []
    for data, bounds in chunks:
        rows, hashes, starts, ends = reference.tokenise_utf8(data, bounds)
        found += [(hashes[one:two], starts[one:two], ends[one:two]) for one, two in pairwise(rows.tolist())]
    return found

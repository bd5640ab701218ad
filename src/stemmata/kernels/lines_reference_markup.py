"""The measures of markup in NumPy: what the compiled ones must equal, and their stand-in."""

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.columns import Counts, Numbers
from stemmata.kernels.neighbours import around, summed, table

Table = NDArray[np.float64]

_ASKED = np.arange(10)
"""The tags that have a column of their own."""
HOMES = ("parent", "grand", "near", "wide", "path", "look", "looks")


def measure_marks(
    tags: Counts, traits: Counts, homes: Counts, columns: Table, meaning: tuple[int, ...]
) -> Table:
    """Return what the markup tells of paragraphs and of the elements they stand in."""
    bits, inside, story, article, *_ = meaning
    size, linked, _, ends, prose, _ = columns
    total = max(float(prose.sum()), 1.0)
    masks = 1 << np.arange(bits)
    speaks = inside & masks > 0
    if not len(tags):
        return np.zeros((0, 29 + bits + 18))
    stands = (traits[:, None] & masks > 0).astype(float)
    home = dict(zip(HOMES, homes, strict=True))
    held = prose @ stands / total
    apart = stands * np.where(speaks, held, 1 - held)
    whole = (np.log1p(len(size)), np.log1p(prose.sum()), held[story], held[article])
    outer, ones = (home["parent"], home["near"]), np.ones_like(size)
    near = around(linked * size, 3) / np.maximum(around(size, 3), 1)
    return table(
        linked, near, *(summed(home[name], prose) / total for name in HOMES[:5]), *(mean(one, linked, size) for one in outer),
        *(np.log1p(summed(one, ones)) for one in outer), linked > 0.9, linked * (1 - ends), tags[:, None] == _ASKED, apart,
        np.tile(whole, (len(size), 1)), apart[:, ~speaks].sum(1), apart[:, ~speaks].max(1, initial=0.0),
        *_groups(tags, home, columns, meaning[6]),
    )  # fmt: skip


def _groups(tags: Counts, home: dict[str, Counts], columns: Table, list_item: int) -> tuple[Numbers, ...]:
    """Compare the elements of a page: which holds most of the prose, which stand in a row with others of their kind."""
    size, _, words, ends, prose, _ = columns
    total = max(float(prose.sum()), 1.0)
    ones, near, parent, look = np.ones_like(size), home["near"], home["parent"], home["look"]
    held, look_prose = summed(near, prose), summed(look, prose) / total
    gap = _outside((near == near[np.argmax(held)]) & (prose > 0))
    return (
        *_rows(home["path"], near, prose), _best(held), _best(summed(home["wide"], prose)), _best(summed(parent, prose)),
        np.sign(gap) * np.log1p(np.abs(gap)), np.log1p(summed(near, words)), mean(near, ends, words), mean(parent, ends, words),
        np.log1p(mean(parent, prose, ones)), np.log1p(summed(look, ones)), look_prose, summed(home["looks"], prose) / total,
        _best(look_prose), around((tags == list_item).astype(float), 5), summed(tags, prose) / total,
    )  # fmt: skip


def measure_kin(
    tags: Counts, homes: Counts, columns: Table, meaning: tuple[int, ...], guess: Numbers
) -> Table:
    """Return what a first guess tells of each paragraph's relatives."""
    heavy = np.minimum(columns[2], 60) + 0.5
    mass = guess * (heavy - 0.5)
    share = mass / max(float(mass.sum()), 1.0)
    rows = homes
    alike = rows[0] * meaning[5] + tags
    pairs = [column for home in rows for column in (_others(home, guess, heavy), summed(home, share))]
    return table(*pairs, _others(alike, guess, heavy), np.log1p(summed(alike, np.ones_like(guess))))


def _others(group: Counts, guess: Numbers, heavy: Numbers) -> Numbers:
    """Return the mean guess of the others in the group, drawn towards a half where they are few."""
    said = summed(group, guess * heavy) - guess * heavy
    return np.divide(said + 2.0, summed(group, heavy) - heavy + 4.0)


def mean(group: Counts, column: Numbers, heavy: Numbers) -> Numbers:
    """Return for each paragraph the mean over all that share its group, each counted by its weight."""
    return np.divide(summed(group, column * heavy), np.maximum(summed(group, heavy), 1))


def _best(column: Numbers) -> Numbers:
    return np.divide(column, max(float(column.max()), 1e-9))


def _outside(inside: NDArray[np.bool_]) -> Numbers:
    """Return how many paragraphs each stands before the first (negative) or after the last of those inside; else 0."""
    number, found = np.arange(len(inside)), np.flatnonzero(inside)
    if not len(found):
        return np.zeros(len(inside))
    return np.asarray(np.minimum(number - found[0], 0) + np.maximum(number - found[-1], 0), float)


def _rows(path: Counts, near: Counts, prose: Numbers) -> tuple[Numbers, ...]:
    """Compare the homes whose paragraphs have one path: how many hold prose, how much, and which comes first."""
    width = int(near.max()) + 1
    homes, first, member = np.unique(path * width + near, return_index=True, return_inverse=True)
    prosy = np.bincount(member, prose > 0, len(homes)) > 0
    path_of = homes // width
    held = np.bincount(path_of, prosy, int(path.max()) + 1)
    share = np.bincount(member, prose)[member] / np.maximum(summed(path, prose), 1)
    order = np.lexsort((first, path_of))
    before: Counts = np.cumsum(prosy[order]) - prosy[order]
    opens = np.concatenate([[True], np.diff(path_of[order]) != 0])
    rank = np.empty(len(homes))
    rank[order] = before - np.maximum.accumulate(np.where(opens, before, 0))
    many = held[path]
    return np.log1p(many), share, np.log1p(rank[member]), ((rank[member] == 0) & (many > 1)).astype(float)

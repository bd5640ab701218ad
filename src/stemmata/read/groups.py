"""How the elements of a page compare: which holds most of the prose, which stand in a row with others of their kind.

A live blog, a list of comments and a front page are rows of elements that are built alike; a story is one element.
"""

import numpy as np
from numpy.typing import NDArray

from stemmata.read.features import Floats, Ints, summed, window
from stemmata.read.markup_features import mean
from stemmata.read.measures import TAGS, Measures

GROUPS = (
    "path_homes", "path_share", "path_rank", "path_first", "near_best", "wide_best", "parent_best", "gap_best",
    "near_words", "near_ends", "parent_ends", "parent_prose", "look_count", "look_prose", "looks_prose", "look_best",
    "lists_near", "tag_prose",
)  # fmt: skip


def measure_groups(page: Measures) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``GROUPS``."""
    parent, near, wide, look, looks = (
        page.home(name) for name in ("parent", "near", "wide", "look", "looks")
    )
    ones, listed = np.ones_like(page.size), (page.tags == TAGS.index("li")).astype(float)
    look_prose = summed(look, page.share)
    return np.column_stack([
        *_rows(page, near), *(_best(summed(home, page.prose)) for home in (near, wide, parent)),
        signed_log(outside((near == near[np.argmax(summed(near, page.prose))]) & (page.prose > 0))),
        np.log1p(summed(near, page.words)), mean(near, page.ends, page.words), mean(parent, page.ends, page.words),
        np.log1p(mean(parent, page.prose, ones)), np.log1p(summed(look, ones)), look_prose, summed(looks, page.share),
        _best(look_prose), window(listed, 5) + window(listed[::-1], 5)[::-1], summed(page.tags, page.share),
    ])  # fmt: skip


def outside(inside: NDArray[np.bool_]) -> Floats:
    """Return how many paragraphs each stands before the first (negative) or after the last of those inside; else 0."""
    number, found = np.arange(len(inside)), np.flatnonzero(inside)
    if not len(found):
        return np.zeros(len(inside))
    before, behind = np.minimum(number - found[0], 0), np.maximum(number - found[-1], 0)
    return np.asarray(before + behind, float)


def signed_log(column: Floats) -> Floats:
    """Return the logarithm of the size, with the sign."""
    return np.asarray(np.sign(column) * np.log1p(np.abs(column)))


def _best(column: Floats) -> Floats:
    return np.divide(column, max(float(column.max()), 1e-9))


def _rows(page: Measures, near: Ints) -> tuple[Floats, ...]:
    """Compare the homes whose paragraphs have one path: how many hold prose, how much, and which comes first."""
    path = page.home("path")
    width = int(near.max()) + 1
    homes, first, member = np.unique(path * width + near, return_index=True, return_inverse=True)
    prosy = np.bincount(member, page.prose > 0, len(homes)) > 0
    path_of = homes // width
    held = np.bincount(path_of, prosy, int(path.max()) + 1)
    share = np.bincount(member, page.prose)[member] / np.maximum(summed(path, page.prose), 1)
    order = np.lexsort((first, path_of))
    before: Ints = np.cumsum(prosy[order]) - prosy[order]
    opens = np.concatenate([[True], np.diff(path_of[order]) != 0])
    rank = np.empty(len(homes))
    rank[order] = before - np.maximum.accumulate(np.where(opens, before, 0))
    many = held[path]
    return np.log1p(many), share, np.log1p(rank[member]), (rank[member] == 0) * (many > 1)

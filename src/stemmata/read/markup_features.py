"""What can be measured of a paragraph by its markup: how much of it is linked, and what it stands in."""

import numpy as np

from stemmata.read.features import WORDS, Floats, summed, window
from stemmata.read.nesting import Home
from stemmata.read.sheet import Sheet, Trait

TAGS = ("p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "span")
_BITS = tuple(trait for trait in Trait)
_MASKS = np.array([int(bit) for bit in _BITS], np.int64)
MARKS = (
    *(
        "linked",
        "linked_near",
        *(f"prose_{name}" for name in Home._fields[:5]),
        "linked_parent",
        "linked_close",
        "size_parent",
        "size_near",
        "all_linked",
        "linked_title",
    ),
    *(f"is_{tag}" for tag in TAGS),
    *(f"in_{trait.name}" for trait in _BITS),
)


def measure_marks(sheet: Sheet, words: Floats) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``MARKS``, given the columns ``WORDS``."""
    size = np.array([max(span.length, 1) for span in sheet.spans], float)
    linked = np.minimum(np.array([mark.linked for mark in sheet.marks]) / size, 1)
    prose = np.expm1(words[:, WORDS.index("prose")]) * (linked < 0.5)
    total = max(float(prose.sum()), 1.0)
    homes = np.array([mark.home[:5] for mark in sheet.marks], np.int64).T
    near = window(linked * size, 3) + window((linked * size)[::-1], 3)[::-1]
    near = near / np.maximum(window(size, 3) + window(size[::-1], 3)[::-1], 1)
    tags = np.array([[mark.tag == tag for tag in TAGS] for mark in sheet.marks], float)
    traits = np.array([mark.traits for mark in sheet.marks], np.int64)
    bits = (traits[:, None] & _MASKS > 0).astype(float)
    unfinished = 1 - words[:, WORDS.index("ends")]
    return np.column_stack([
        linked, near, *(summed(home, prose) / total for home in homes),
        *(summed(home, linked * size) / np.maximum(summed(home, size), 1) for home in homes[[0, 2]]),
        *(np.log1p(summed(home, np.ones_like(size))) for home in homes[[0, 2]]),
        linked > 0.9, linked * unfinished, tags, _weighed(bits, prose / total),
    ])  # fmt: skip


def _weighed(bits: Floats, share: Floats) -> Floats:
    """Discount what the page's own use shows to say nothing.

    A class such as ``category-news`` around the whole story would make all of it ``TAGS``: a trait counts for as much
    as it sets apart. ``ARTICLE``, ``MAIN`` and ``STORY`` count for as much prose as they hold.
    """
    held = share @ bits
    inside = np.array([bit in {Trait.ARTICLE, Trait.MAIN, Trait.STORY} for bit in _BITS])
    return np.multiply(bits, np.where(inside, held, 1 - held))

"""What can be measured of a paragraph by its markup: how much of it is linked, and what it stands in."""

import numpy as np

from stemmata.read.features import Floats, Ints, summed, window
from stemmata.read.measures import BITS, INSIDE, TAGS, Measures
from stemmata.read.nesting import Home
from stemmata.read.sheet import Trait

_ASKED = np.arange(10)
"""The first of ``TAGS``, each a column of its own."""
_HOMES = Home._fields[: Home._fields.index("look")]
MARKS = (
    "linked", "linked_near", *(f"prose_{name}" for name in _HOMES), "linked_parent", "linked_close",
    "size_parent", "size_near", "all_linked", "linked_title", *(f"is_{tag}" for tag in TAGS[: len(_ASKED)]),
    *(f"in_{trait.name}" for trait in BITS),
    "page_lines", "page_prose", "page_story", "page_article", "strange_sum", "strange_most",
)  # fmt: skip


def measure_marks(page: Measures) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``MARKS``."""
    linked, size = page.linked, page.size
    near = window(linked * size, 3) + window((linked * size)[::-1], 3)[::-1]
    near = near / np.maximum(window(size, 3) + window(size[::-1], 3)[::-1], 1)
    outer = (page.home("parent"), page.home("near"))
    held = page.share @ page.bits
    apart = page.bits * np.where(INSIDE, held, 1 - held)
    strange = apart[:, ~INSIDE]
    whole = (
        np.log1p(len(size)),
        np.log1p(page.prose.sum()),
        held[BITS.index(Trait.STORY)],
        held[BITS.index(Trait.ARTICLE)],
    )
    return np.column_stack([
        linked, near, *(summed(home, page.share) for home in page.homes[: len(_HOMES)]),
        *(mean(home, linked, size) for home in outer), *(np.log1p(summed(home, np.ones_like(size))) for home in outer),
        linked > 0.9, linked * (1 - page.ends), page.tags[:, None] == _ASKED, apart,
        np.tile(whole, (len(size), 1)), strange.sum(1), strange.max(1),
    ])  # fmt: skip


def mean(group: Ints, column: Floats, heavy: Floats) -> Floats:
    """Return for each paragraph the mean over all that share its group, each counted by its weight."""
    return np.divide(summed(group, column * heavy), np.maximum(summed(group, heavy), 1))

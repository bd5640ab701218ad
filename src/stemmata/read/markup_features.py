"""What can be measured of a paragraph by its markup: how much of it is linked, what it stands in, and with what others.

A live blog, a list of comments and a front page are rows of elements that are built alike; a story is one element. So
``GROUPS`` compare the elements of a page: which holds most of the prose, which stand in a row with others of their kind.
"""

from stemmata.kernels.lines import LinePage
from stemmata.read.features import Floats
from stemmata.read.measures import BITS, MEANING, TAGS
from stemmata.read.nesting import Home

_ASKED = 10
"""The first of ``TAGS`` have a column each."""
_HOMES = Home._fields[: Home._fields.index("look")]
MARKS = (
    "linked", "linked_near", *(f"prose_{name}" for name in _HOMES), "linked_parent", "linked_close",
    "size_parent", "size_near", "all_linked", "linked_title", *(f"is_{tag}" for tag in TAGS[:_ASKED]),
    *(f"in_{trait.name}" for trait in BITS),
    "page_lines", "page_prose", "page_story", "page_article", "strange_sum", "strange_most",
)  # fmt: skip
GROUPS = (
    "path_homes", "path_share", "path_rank", "path_first", "near_best", "wide_best", "parent_best", "gap_best",
    "near_words", "near_ends", "parent_ends", "parent_prose", "look_count", "look_prose", "looks_prose", "look_best",
    "lists_near", "tag_prose",
)  # fmt: skip


def measure_marks(page: LinePage, table: Floats, at: int) -> None:
    """Fill the columns ``MARKS`` and ``GROUPS`` of a table."""
    page.measure_marks(MEANING, table, at)

"""The pages that share words with one page, the nearest first."""

from dataclasses import replace

from stemmata.flow.explain import explain
from stemmata.model import Case, Explanation


def neighbours(case: Case, page: str) -> tuple[Explanation, ...]:
    """Say what every article that shares a passage or a text state with ``page`` (an id) is to it.

    Ordered by the larger share of either body that stands in deriving passages, then by the article's name: a
    clip and the page it was cut from come before a page that took a paragraph.
    """
    own = tuple(one for one in case.passages if page in (one.left, one.right))
    tied = {one.left for one in own} | {one.right for one in own}
    for node in case.nodes:
        carried = {witness.article for witness in node.witnesses}
        tied |= carried if page in carried else set()
    narrowed = replace(case, passages=own)
    found = [explain(narrowed, page, other) for other in sorted(tied - {page})]
    return tuple(
        sorted(found, key=lambda one: (-max(one.left_shared, one.right_shared), one.right.name, one.right.id))
    )

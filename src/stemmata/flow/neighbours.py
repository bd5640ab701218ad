"""The pages that share words with one page, the nearest first."""

from collections.abc import Sequence
from dataclasses import replace

from stemmata.flow.explain import explain
from stemmata.model import Article, Case, Explanation, Span


def neighbours(case: Case, page: str) -> tuple[Explanation, ...]:
    """Say what every article that shares a passage or a text state with ``page`` (an id) is to it.

    The nearest first: by the larger share of either body that stands in deriving passages, each times its likeness,
    so that a clip and the page it was cut from come before a page that tells the same in other words.
    """
    own = tuple(one for one in case.passages if page in (one.left, one.right))
    tied = {one.left for one in own} | {one.right for one in own}
    for node in case.nodes:
        carried = {witness.article for witness in node.witnesses}
        tied |= carried if page in carried else set()
    narrowed = replace(case, passages=own)
    found = [explain(narrowed, page, other) for other in sorted(tied - {page})]
    return tuple(sorted(found, key=lambda one: (-_nearness(one), one.right.name, one.right.id)))


def _nearness(one: Explanation) -> float:
    """Return the larger share of either body in deriving passages, each character at the best likeness it stands in."""
    derived = sorted(
        (passage for passage in one.passages if passage.kind.derives), key=lambda two: -two.likeness
    )
    left = _weight([(passage.left_span, passage.likeness) for passage in derived])
    right = _weight([(passage.right_span, passage.likeness) for passage in derived])
    return max(left / _length(one.left), right / _length(one.right))


def _weight(best_first: Sequence[tuple[Span, float]]) -> float:
    """Add up the characters of spans, each once, times the likeness of the first span that holds it."""
    taken: set[int] = set()
    weight = 0.0
    for span, likeness in best_first:
        fresh = set(range(*span)) - taken
        weight += likeness * len(fresh)
        taken |= fresh
    return weight


def _length(article: Article) -> int:
    return max(1, sum(span.length for span in article.body))

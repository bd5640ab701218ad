"""How much of a text stands reworded in another, as the passages between their pages tell it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemmata.lineage.story import Story
from stemmata.model import Passage, Span


class Tie(NamedTuple):
    """Words of one page, outside quotations, that stand in deriving passages, as a share; and how many passages."""

    share: float
    passages: int


Ties = Mapping[tuple[str, str], Tie]


def ties_of(stories: Sequence[Story], passages: Sequence[Passage]) -> Ties:
    """Return for each (page, other page) how much of the page stands in the other."""
    pages = {story.article.id: story for story in stories}
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in passages:
        if passage.kind.derives and passage.left in pages and passage.right in pages:
            spans[passage.left, passage.right].append(passage.left_span)
            spans[passage.right, passage.left].append(passage.right_span)
    return {(one, other): _tie(pages[one], held) for (one, other), held in sorted(spans.items())}


def _tie(story: Story, held: Sequence[Span]) -> Tie:
    bare = [token.start for token in story.tokens if not token.quoted]
    inside = _joined(held)
    count, place = 0, 0
    for start in bare:
        while place < len(inside) and inside[place].end <= start:
            place += 1
        count += place < len(inside) and inside[place].start <= start
    return Tie(count / max(1, len(bare)), len(inside))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return the same stretches in order, none overlapping another."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined

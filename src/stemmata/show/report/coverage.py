"""Which stretches of a page's story stand in another text: a strip from its first word to its last."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from stemmata.model import Article, Reuse, Span

_RANK = {kind: rank for rank, kind in enumerate(Reuse)}


class Stretch(NamedTuple):
    """A stretch of the strip: the kind of passage, or ``own``; its length in characters."""

    kind: str
    length: int


def strip(article: Article, shared: Iterable[tuple[Span, Reuse]]) -> tuple[Stretch, ...]:
    """Return the body from its first word to its last, by what the other text has of it.

    Where passages overlap the closer kind counts.
    """
    passages = sorted(shared, key=lambda one: (one[0], _RANK[one[1]]))
    out: list[Stretch] = []
    for block in article.body:
        for kind, length in _paragraph(block, passages):
            if out and out[-1].kind == kind:
                out[-1] = Stretch(kind, out[-1].length + length)
            else:
                out.append(Stretch(kind, length))
    return tuple(out)


def own_paragraphs(article: Article, shared: Iterable[Span], least: float) -> tuple[Span, ...]:
    """Return the paragraphs of the body of which the other text has less than a share (0 to 1)."""
    spans = sorted(shared)
    return tuple(block for block in article.body if _covered(block, spans) < least * block.length)


def _paragraph(block: Span, passages: list[tuple[Span, Reuse]]) -> list[tuple[str, int]]:
    inside = [(meet, kind) for span, kind in passages if (meet := span.meet(block))]
    edges = sorted({block.start, block.end, *(edge for span, _ in inside for edge in span)})
    out = []
    for start, end in pairwise(edges):
        kinds = [kind for span, kind in inside if span.start <= start and end <= span.end]
        out.append((min(kinds, key=_RANK.__getitem__).value if kinds else "own", end - start))
    return out


def _covered(block: Span, spans: list[Span]) -> int:
    total, at = 0, block.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, block.end)
        if start < end:
            total, at = total + end - start, end
    return total

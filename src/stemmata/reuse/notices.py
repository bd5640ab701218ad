"""Paragraphs that many unlike stories carry: legal notices and the like, which READ took for body."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

import pyarrow as pa

from stemmata.model import Article, Passage, Reuse, Span
from stemmata.ports import Engine
from stemmata.reuse.groups import Groups
from stemmata.reuse.settings import ReuseSettings
from stemmata.tables import pack, schema_of, unpack

F = TypeVar("F")

OUTLINES = pa.schema(
    [pa.field("id", pa.string(), nullable=False)]
    + [pa.field(name, pa.int64(), nullable=False) for name in ("length", "first", "last")]
)
ENDS = 2
"""Paragraphs at the end of a story among which a notice stands; at the beginning, one."""
FEW = 2
"""Passages that two unlike stories have in common at most."""
COPIED = frozenset((Reuse.EXACT, Reuse.NEAR))

Place = tuple[str, Span]
"""A stretch of an article."""
Notices = Mapping[str, tuple[Span, ...]]
"""The notices of each article that has any."""
MOSTLY = 0.5


def set_notices_apart(passages: F, articles: F, engine: Engine[F], settings: ReuseSettings) -> F:
    """Return the passages, those that are one page's notice and another's as ``chrome``.

    That takes all pages of the case: a paragraph at the head or foot of a story is a notice when
    ``notice_pages`` stories that have little else in common carry it.
    """
    copied = [one for batch in engine.collect(passages) for one in _derived(batch)]
    partners = Counter(place for one in copied if one.kind in COPIED for place in _places(one))
    if max(partners.values(), default=0) < min(settings.notice_pages, settings.notice_closing):
        return passages
    measured = engine.collect(engine.each(measure, articles, OUTLINES))
    outlines = {row["id"]: Outline(**row) for batch in measured for row in batch.to_pylist()}
    notices = find_notices(copied, outlines, settings)
    return engine.each(partial(relabel, notices), passages, schema_of(Passage)) if notices else passages


class Outline(NamedTuple):
    """How long the body of an article is, where its first paragraph ends and where the last ones begin."""

    id: str
    length: int
    first: int
    last: int

    def holds(self, span: Span) -> bool:
        """Whether a stretch begins where notices stand."""
        return span.start < self.first or self.closes(span)

    def closes(self, span: Span) -> bool:
        """Whether a stretch stands at the end of the story."""
        return span.start >= self.last


def measure(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the outline of each article (``OUTLINES``)."""
    outlines = [_outline(one)._asdict() for one in unpack(Article, batch)]
    return pa.RecordBatch.from_pylist(outlines, schema=OUTLINES)


def _outline(article: Article) -> Outline:
    body = article.body or (Span(0, 0),)
    return Outline(article.id, sum(span.length for span in body), body[0].end, body[-ENDS:][0].start)


def find_notices(
    passages: Iterable[Passage], outlines: Mapping[str, Outline], settings: ReuseSettings
) -> Notices:
    """Return the stretches of each article that at least ``notice_pages`` unlike stories share with it."""
    between: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for one in passages:
        between[one.left, one.right].append(one)
    groups = Groups(outlines)
    groups.join_all(two for two, held in sorted(between.items()) if _alike(held, outlines, settings))
    carriers: dict[Place, set[str]] = defaultdict(set)
    closing: dict[Place, set[str]] = defaultdict(set)
    for (left, right), held in between.items():
        for one in held if groups.find(left) != groups.find(right) else ():
            copied = one.kind in COPIED
            if copied and outlines[left].holds(one.left_span) and outlines[right].holds(one.right_span):
                closes = outlines[left].closes(one.left_span) and outlines[right].closes(one.right_span)
                for place, other in zip(_places(one), (right, left), strict=True):
                    carriers[place].add(groups.find(other))
                    if closes and one.kind is Reuse.EXACT:
                        closing[place].add(groups.find(other))
    notices: dict[str, list[Span]] = defaultdict(list)
    for (article, span), others in sorted(carriers.items()):
        if len(others) >= settings.notice_pages or len(closing[article, span]) >= settings.notice_closing:
            notices[article].append(span)
    return _with_company(between, {article: tuple(spans) for article, spans in notices.items()}, settings)


def _with_company(
    between: Mapping[tuple[str, str], Sequence[Passage]], notices: Notices, settings: ReuseSettings
) -> Notices:
    """Add what stands beside a notice between two texts that share next to nothing else: "This story was updated"."""
    found = {article: set(spans) for article, spans in notices.items()}
    for held in between.values():
        rest = [one for one in held if not _is_notice(one, notices)]
        if rest and len(rest) < len(held) and _longest(rest) < settings.notice_rest:
            for article, span in (place for one in rest for place in _places(one)):
                found.setdefault(article, set()).add(span)
    return {article: tuple(sorted(spans)) for article, spans in found.items()}


def _longest(held: Sequence[Passage]) -> int:
    """Return the characters that passages have in one text, or in the other if more."""
    return max(sum(one.left_span.length for one in held), sum(one.right_span.length for one in held))


def relabel(notices: Notices, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the passages of a batch; one that is for the most part a notice of either side is ``chrome``."""
    found = unpack(Passage, batch)
    return pack(
        Passage, [replace(one, kind=Reuse.CHROME) if _is_notice(one, notices) else one for one in found]
    )


def _is_notice(one: Passage, notices: Notices) -> bool:
    return one.kind.derives and any(
        part.length >= MOSTLY * span.length
        for article, span in _places(one)
        for notice in notices.get(article, ())
        if (part := span.meet(notice))
    )


def _derived(batch: pa.RecordBatch) -> list[Passage]:
    return [one for one in unpack(Passage, batch) if one.kind.derives]


def _places(one: Passage) -> tuple[Place, Place]:
    return (one.left, one.left_span), (one.right, one.right_span)


def _alike(held: Sequence[Passage], outlines: Mapping[str, Outline], settings: ReuseSettings) -> bool:
    """Whether two stories share more than a paragraph or two copied as they are.

    A notice may be half of two short texts, which then must not tie all that carry it.
    """
    if len(held) > FEW or not all(one.kind in COPIED for one in held):
        return True
    left = sum(one.left_span.length for one in held) / max(1, outlines[held[0].left].length)
    right = sum(one.right_span.length for one in held) / max(1, outlines[held[0].right].length)
    return min(left, right) >= settings.notice_both or max(left, right) >= settings.notice_whole

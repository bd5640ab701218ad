"""When each text was written: by itself, by its page, by its family; then the times it speaks of."""

from collections.abc import Iterator, Sequence

from stemmata.dating.elsewhere import dated_elsewhere
from stemmata.dating.judge import Dated, judge
from stemmata.dating.reprints import Shared, in_print, reprinted
from stemmata.dating.settings import DatingSettings
from stemmata.dating.siblings import lend
from stemmata.dating.told import Timed, told
from stemmata.model import Anchor, Article, Family, Interval, Passage, Reuse, Time, Written
from stemmata.text.times import Resolved, resolve

SURE = {
    Anchor.NONE: 0.9, Anchor.STAMP: 0.85, Anchor.DATELINE: 0.9, Anchor.STATED: 0.9, Anchor.SIBLING: 0.8,
    Anchor.INFERRED: 0.5,
}  # fmt: skip
"""Share of times read right, by what they were read from: estimates, not yet measured."""
DEFAULTS = DatingSettings()


def date_texts(
    articles: Sequence[Article],
    families: Sequence[Family],
    passages: Sequence[Passage],
    settings: DatingSettings = DEFAULTS,
) -> tuple[tuple[Written, ...], tuple[Time, ...]]:
    """Return when each text was written, and every time expression of its story, read from that day."""
    dated = {article.id: judge(told(article), settings) for article in articles}
    shared = _shared(passages)
    for family in families:
        members = [dated[name] for name in sorted(family.articles) if name in dated]
        if len(members) > 1:
            dated.update(_within(members, shared, settings))
    dated.update(dated_elsewhere(dated, settings))
    found = [dated[name] for name in sorted(dated)]
    return tuple(_written(one) for one in found), tuple(time for one in found for time in _times(one))


def _within(members: Sequence[Dated], shared: Shared, settings: DatingSettings) -> dict[str, Dated]:
    """Date the members of a family by each other: late copies first, then by shared time words, then by equal text."""
    found = {dated.told.article.id: dated for dated in members}
    for step in (reprinted, lend, in_print):
        found.update(step([found[name] for name in sorted(found)], shared, settings))
    return found


def _shared(passages: Sequence[Passage]) -> dict[tuple[str, str], list[Passage]]:
    """Group by pair of articles the passages of their stories."""
    shared: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        if passage.kind is not Reuse.CHROME:
            shared.setdefault((passage.left, passage.right), []).append(passage)
    return shared


def _written(dated: Dated) -> Written:
    recycled = bool(dated.recycled_evidence)
    return Written(
        article=dated.told.article.id,
        written=dated.written,
        written_best=dated.best,
        written_evidence=dated.evidence,
        recycled=recycled,
        recycled_days=dated.recycled_days if recycled else None,
        recycled_evidence=dated.recycled_evidence,
    )


def _times(dated: Dated) -> Iterator[Time]:
    """Yield the time expressions of one text, read from its best day, else from all days it may be of."""
    anchor = Interval.day(dated.best) if dated.best else dated.written
    for timed in dated.told.times:
        yield _time(dated, timed, resolve(timed.mention, anchor), anchor)


def _time(dated: Dated, timed: Timed, read: Resolved, anchor: Interval | None) -> Time:
    kind = dated.anchor if timed.mention.meaning.relative and anchor is not None else Anchor.NONE
    span = timed.mention.span
    text = span.of(dated.told.article.text)
    return Time(dated.told.article.id, span, text, read.type, read.value, read.when, kind, SURE[kind])

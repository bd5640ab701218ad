"""Words that were in print earlier: a page that carries most of an older believed page's text is of that page's day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from stemmata.dating.judge import Dated
from stemmata.dating.settings import DatingSettings
from stemmata.dating.stamps import accepted, day_of, stamp_places
from stemmata.dating.windows import meet
from stemmata.model import Anchor, Article, Evidence, Interval, Passage, Place, Reuse, Span
from stemmata.text.times.calendar import shifted

Shared = Mapping[tuple[str, str], Sequence[Passage]]


def reprinted(family: Sequence[Dated], shared: Shared, settings: DatingSettings) -> dict[str, Dated]:
    """Return the believed members of a family; who carries the words of an older one takes its day.

    A page that others of its own days bear out is left alone, and so is one whose own clues speak against it.
    """
    believed = sorted(
        (day, dated.told.article.id, dated)
        for dated in family
        if dated.trusted and dated.best is not None and (day := _stamped(dated)) is not None
    )
    found: dict[str, Dated] = {}
    for place, (day, name, mine) in enumerate(believed):
        earlier = islice((pair for pair in believed[:place] if pair[0] < day), settings.oldest)
        source = next((other for _, _, other in earlier if _same_words(mine, other, shared, settings)), None)
        if source is None:
            continue
        source = found.get(source.told.article.id, source)
        if not _borne_out(place, believed, source, settings):
            found[name] = _earlier(mine, source, shared, settings)
    return found


def in_print(family: Sequence[Dated], shared: Shared, settings: DatingSettings) -> dict[str, Dated]:
    """Return the members not dated by a stamp that carry the words of a better dated one, dated by it."""
    dated = sorted(
        (one.best, one.written.days, one.told.article.id, one)
        for one in family
        if one.best is not None and one.written is not None
    )
    found = {}
    for mine in family:
        for _, _, _, other in islice(dated, settings.oldest):
            if _narrower(other, mine) and _same_words(mine, other, shared, settings):
                found[mine.told.article.id] = _dated_by(mine, other, shared)
                break
    return found


def _narrower(other: Dated, mine: Dated) -> bool:
    """Whether the other's days tell more than those of a text whose page's stamp is not believed."""
    if mine.trusted or other.written is None or mine.told.article.id == other.told.article.id:
        return False
    if mine.best is None or mine.written is None:
        return True
    return other.written.days < mine.written.days and other.written.meet(mine.written) == other.written


def _stamped(dated: Dated) -> date | None:
    stamp = accepted(dated.told.article)
    return day_of(stamp.value) if stamp is not None else None


def _same_words(mine: Dated, other: Dated, shared: Shared, settings: DatingSettings) -> bool:
    """Whether nearly all of the story, its beginning included, stands in the other word for word."""
    article = mine.told.article
    spans = carried(article, other.told.article, shared)
    body = article.body
    length = sum(span.length for span in body)
    if not spans or not body or sum(span.length for span in spans) < settings.carried * length:
        return False
    begins = Span(body[0].start, min(body[0].end, body[0].start + settings.opening_length))
    opens = sum(part.length for span in spans if (part := _common(span, begins)) is not None)
    return opens >= settings.carried * begins.length


def carried(article: Article, other: Article, shared: Shared) -> list[Span]:
    """Return the stretches of an article's story that stand in the other, none counted twice."""
    left, right = (article, other) if article.id < other.id else (other, article)
    spans = sorted(
        passage.left_span if left is article else passage.right_span
        for passage in shared.get((left.id, right.id), ())
        if _word_for_word(passage, left, right)
    )
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    story = article.body
    return [part for span in merged for block in story if (part := _common(span, block)) is not None]


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _word_for_word(passage: Passage, left: Article, right: Article) -> bool:
    """Whether a passage is the same words; near-equal sentences with other figures are a weekly report's."""
    if passage.kind is Reuse.NEAR:
        return _figures(left.text, passage.left_span) == _figures(right.text, passage.right_span)
    return passage.kind in {Reuse.EXACT, Reuse.QUOTE}


def _figures(text: str, span: Span) -> list[str]:
    return [
        "".join(c for c in word if c.isdecimal())
        for word in span.of(text).split()
        if any(map(str.isdecimal, word))
    ]


def _borne_out(
    place: int, believed: Sequence[tuple[date, str, Dated]], source: Dated, settings: DatingSettings
) -> bool:
    """Whether more sites print the story in the days of the late page than in those of the early one.

    Then the early stamp is the odd one. Pages of one template count once: they are of one maker.
    """
    day = believed[place][0]
    if source.best is None:
        return True
    around = _makers(believed, day, settings)
    return len(around) >= settings.bears_out and len(around) > len(_makers(believed, source.best, settings))


def _makers(believed: Sequence[tuple[date, str, Dated]], day: date, settings: DatingSettings) -> set[str]:
    return {
        article.site or article.publisher or article.id
        for other, _, dated in believed
        if abs((other - day).days) <= settings.cluster_days
        for article in [dated.told.article]
    }


def _earlier(mine: Dated, source: Dated, shared: Shared, settings: DatingSettings) -> Dated:
    """Date a believed page by the older one whose words it carries, unless its own clues rule that day out."""
    day = _stamped(mine)
    if day is None or source.written is None or source.best is None:
        return mine
    if mine.windows and not meet((_widened(source.written, settings.page_lag),), mine.windows):
        return mine
    late = (day - source.written.last).days
    moved = replace(mine, written=source.written, best=source.best, anchor=Anchor.SIBLING)
    says = _says(mine, source)
    proof = Evidence("in-print", says, 0.9, _places(mine, source, shared))
    if late <= settings.late_days:
        return replace(moved, evidence=(*mine.evidence, proof))
    stamp = accepted(mine.told.article)
    against = Evidence(
        "stamp-too-late",
        f"The page is stamped {day.isoformat()}; its text is of {source.best.isoformat()}, "
        f"{(day - source.best).days} days before.",
        0.9,
        stamp_places(mine.told.article, stamp) if stamp else (),
    )
    kept = tuple(item for item in mine.evidence if item.rule not in {"stamp", "opening-weekday"})
    return replace(
        moved,
        trusted=False,
        evidence=(*kept, proof),
        recycled_days=(day - source.best).days,
        recycled_evidence=(proof, against),
    )


def _dated_by(mine: Dated, source: Dated, shared: Shared) -> Dated:
    """Date a text without a day of its own by a page that has the same words, or put up a day after it."""
    written = source.written
    if written is not None and source.trusted:
        written = Interval(written.first, shifted(written.last, 1))
    proof = Evidence("in-print", _says(mine, source), 0.85, _places(mine, source, shared))
    return replace(
        mine,
        written=written,
        best=source.best,
        anchor=Anchor.SIBLING,
        evidence=(*mine.evidence, proof),
    )


def _says(mine: Dated, source: Dated) -> str:
    written = source.written
    by = written.last.isoformat() if written is not None else "then"
    return f"Nearly all its words stand on {source.told.article.name}: they were in print by {by}."


def _places(mine: Dated, source: Dated, shared: Shared) -> tuple[Place, ...]:
    """Return where the shared words begin in both."""
    here, there = mine.told.article, source.told.article
    mine_spans, other_spans = carried(here, there, shared), carried(there, here, shared)
    return (
        *(Place(here.id, span) for span in mine_spans[:1]),
        *(Place(there.id, span) for span in other_spans[:1]),
    )


def _widened(days: Interval, by: int) -> Interval:
    return Interval(shifted(days.first, -by), shifted(days.last, by))

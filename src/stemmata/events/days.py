"""The days an opening tells of: single days, runs of them, and the days of the report itself."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stemmata.events.acts import acts
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Interval, Span, Time
from stemmata.text.times import Grammar, Mention, Tense, find_times, grammar
from stemmata.text.times.calendar import shifted
from stemmata.text.words import words

NEARBY = 40
"""Characters before a time word that may hold the verb which leads to it."""
RUN_GAP = 12
"""Characters between two time words of one run ("Friday and Saturday", "from Monday to Wednesday")."""
DAYS_OF = {"D": 1, "W": 7}
"""Days of the units by which events are told apart; months are too rough."""
COARSE = frozenset({"M", "Q", "Y", "10Y", "100Y"})


class Told(NamedTuple):
    """Days that the opening tells of. ``when`` is None when the day of writing is not known well enough.

    ``spoken``: the day of the report ("police said Sunday"), not of what it reports. ``aside``: the day of
    something else ("the Dec. 20 collapse", "a week before March 3").
    """

    when: Interval | None
    span: Span
    sentence: int
    spoken: bool
    tense: Tense
    aside: bool


class Distance(NamedTuple):
    """How many days after another event the own one was, as a text says ("four days after it was taken")."""

    days: int
    span: Span


def distances(article: Article, begun: Sequence[Span]) -> tuple[Distance, ...]:
    """Return how long after other events an opening says that its own was."""
    after = acts(article.language).after
    found = []
    for sentence in begun:
        if after.isdisjoint(sentence.of(article.text).split()):
            continue
        for mention in find_times(article.text, (sentence,), article.language):
            days = (mention.meaning.number or 0) * DAYS_OF.get(mention.meaning.unit or "", 0)
            near = Span(mention.span.end, min(sentence.end, mention.span.end + NEARBY))
            following = words(article.text, near)[:1]
            if mention.type == "DURATION" and days and following and following[0].folded in after:
                found.append(Distance(days, Span(mention.span.start, following[0].end)))
    return tuple(found)


def told_days(
    article: Article, begun: Sequence[Span], times: Mapping[Span, Time], settings: EventsSettings
) -> tuple[Told, ...]:
    """Return the days told of in the opening's sentences, in order: runs joined, durations laid before their end."""
    known = grammar(article.language)
    if known is None:
        return ()
    found: list[Told] = []
    for place, sentence in enumerate(begun):
        mentions = find_times(article.text, (sentence,), article.language)
        found.extend(_told(article, sentence, place, mentions, times, known, settings))
    return tuple(found)


def _told(
    article: Article,
    sentence: Span,
    place: int,
    mentions: Sequence[Mention],
    times: Mapping[Span, Time],
    known: Grammar,
    settings: EventsSettings,
) -> Iterator[Told]:
    lasting = 0
    for run in _runs(article, mentions, known):
        first, last = run[0], run[-1]
        if first.type == "DURATION" and first.meaning.unit == "D" and first.meaning.number:
            lasting = first.meaning.number
            continue
        if not _of_days(first):
            continue
        span = Span(first.span.start, last.span.end)
        when = _days(run, times, settings)
        if when is not None and lasting and when.days == 1 and _closes(article, sentence, first, known):
            when = Interval(shifted(when.first, 1 - min(lasting, 31)), when.last)
        spoken = len(run) == 1 and is_spoken(article, sentence, first)
        yield Told(when, span, place, spoken, first.tense, _aside(article, sentence, span, first))


def _runs(article: Article, mentions: Sequence[Mention], known: Grammar) -> Iterator[list[Mention]]:
    """Yield time words, those that a joining word ties together as one run."""
    run: list[Mention] = []
    for mention in mentions:
        if run and _tied(article, run[-1], mention, known):
            run.append(mention)
            continue
        if run:
            yield run
        run = [mention]
    if run:
        yield run


def _tied(article: Article, one: Mention, other: Mention, known: Grammar) -> bool:
    near = other.span.start - one.span.end <= RUN_GAP
    return near and _of_days(one) and _of_days(other) and other.lead in known.joiners


def _of_days(mention: Mention) -> bool:
    """Whether the time word names days rather than months or years."""
    meaning = mention.meaning
    return meaning.kind in {"day", "weekday", "today", "clock"} or (
        meaning.kind in {"relative", "ago"} and meaning.unit not in COARSE and meaning.unit is not None
    )


def _days(run: Sequence[Mention], times: Mapping[Span, Time], settings: EventsSettings) -> Interval | None:
    read = [times[mention.span].when for mention in run if mention.span in times]
    known = [when for when in read if when is not None and when.days <= 2 * settings.longest_days]
    if not known or len(known) < len(run):
        return None
    joined = known[0]
    for when in known[1:]:
        joined = joined.join(when)
    return joined if joined.days <= 2 * settings.longest_days else known[-1]


def is_spoken(article: Article, sentence: Span, mention: Mention) -> bool:
    """Whether a verb of saying leads to the time word."""
    known = grammar(article.language)
    return known is not None and any(word in known.speech for word in _before(article, sentence, mention, 2))


def _aside(article: Article, sentence: Span, span: Span, mention: Mention) -> bool:
    """Whether a named day belongs to a noun or to another event: "the Dec. 20 collapse", "before March 3"."""
    before = words(article.text, Span(max(sentence.start, span.start - NEARBY), span.start))[-2:]
    led = {word.folded for word in before}
    if mention.meaning.kind == "day" and led & acts(article.language).looking_back:
        return True
    after = article.text[span.end : span.end + 2]
    modifies = mention.meaning.kind == "day" and len(after) == 2 and after[0] == " " and after[1].islower()
    return modifies and bool(before) and before[-1].folded in acts(article.language).articles


def _closes(article: Article, sentence: Span, mention: Mention, known: Grammar) -> bool:
    """Whether the day is where something ended ("through Saturday", "ended on Saturday")."""
    return any(word in known.closing for word in _before(article, sentence, mention, 2))


def _before(article: Article, sentence: Span, mention: Mention, most: int) -> tuple[str, ...]:
    start = max(sentence.start, mention.span.start - NEARBY)
    return tuple(word.folded for word in words(article.text, Span(start, mention.span.start))[-most:])

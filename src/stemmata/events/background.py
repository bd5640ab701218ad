"""Articles that speak of an event but have another as their own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stemmata.events.acts import acts, tally, trades
from stemmata.events.happening import Happening
from stemmata.events.same import shared_names
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Event, Interval, Span, Time
from stemmata.text.sentences import sentences
from stemmata.text.stems import stem
from stemmata.text.words import words

MONTH = 31
"""Days a time may cover and still point at one event, together with names of it."""


class _Dated(NamedTuple):
    """A sentence that tells of days: which, the names in it of each event that has any, and the acts it tells of."""

    days: tuple[Interval, ...]
    names: Mapping[int, frozenset[str]]
    kinds: frozenset[str]


def mentions(
    happenings: Sequence[Happening],
    events: Sequence[Event],
    times: Mapping[str, Mapping[Span, Time]],
    settings: EventsSettings,
) -> dict[str, tuple[str, ...]]:
    """Return, for each event, the articles of other events with a sentence that names and dates it."""
    known = _index(happenings, events, settings)
    found: dict[str, list[str]] = {event.id: [] for event in events}
    for place, happening in enumerate(happenings):
        for report in happening.reports:
            read = times.get(report.article.id, {})
            told = [
                _dated(report.article, sentence, days, known)
                for sentence, days in _sentences(report.article, read)
            ]
            for other in _mentioned(place, told, happenings, events, settings):
                found[events[other].id].append(report.article.id)
    return {event: tuple(sorted(articles)) for event, articles in found.items()}


def _index(
    happenings: Sequence[Happening], events: Sequence[Event], settings: EventsSettings
) -> dict[str, list[tuple[int, str]]]:
    """Return, by the longest word of each name, the dated events that have the name; too common words are left out."""
    index: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, event in enumerate(events):
        if event.when is not None:
            for name in sorted(_folded(happenings[place])):
                index[max(words(name), key=lambda word: len(word.folded)).folded].append((place, name))
    return {word: holders for word, holders in index.items() if len(holders) <= settings.common}


def _folded(happening: Happening) -> set[str]:
    return {name.casefold() for name in happening.names if words(name)}


def _sentences(article: Article, read: Mapping[Span, Time]) -> Iterator[tuple[Span, tuple[Interval, ...]]]:
    """Yield the sentences of the story that hold times of a month or less, with those times."""
    dated = sorted((span, time.when) for span, time in read.items() if time.when and time.when.days <= MONTH)
    starts = [span.start for span, _ in dated]
    for paragraph in article.body:
        if bisect_left(starts, paragraph.start) == bisect_left(starts, paragraph.end):
            continue
        for sentence in sentences(article.text, paragraph, article.language):
            inside = dated[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if inside:
                yield sentence, tuple(when for _, when in inside)


def _dated(
    article: Article,
    sentence: Span,
    days: tuple[Interval, ...],
    known: Mapping[str, Sequence[tuple[int, str]]],
) -> _Dated:
    text = sentence.of(article.text).casefold()
    names: dict[int, set[str]] = defaultdict(set)
    for word in sorted({word.folded for word in words(article.text, sentence)}):
        for place, name in known.get(word, ()):
            if name in text:
                names[place].add(name)
    told = acts(article.language)
    stems = [stem(word.folded) for word in words(article.text, sentence)]
    kinds = frozenset(tally(stems, told).keys() | trades(stems, told).keys()) - told.vague
    return _Dated(days, {place: frozenset(held) for place, held in names.items()}, kinds)


def _mentioned(
    own: int,
    told: Sequence[_Dated],
    happenings: Sequence[Happening],
    events: Sequence[Event],
    settings: EventsSettings,
) -> Iterator[int]:
    """Yield the events, not its own, that a sentence of the article speaks of.

    A day that is not the own event's tells them apart; within one month, names the own event lacks must.
    """
    mine, days = _folded(happenings[own]), happenings[own].days
    kin = {
        place
        for place, event in enumerate(events)
        if event.kind == events[own].kind and any(event.kind in sentence.kinds for sentence in told)
    }
    for other in sorted(({place for sentence in told for place in sentence.names} | kin) - {own}):
        when = events[other].when
        apart = when is not None and days is not None and days.meet(when) is None
        shared = (
            other in kin and len(shared_names(happenings[own], happenings[other])) >= settings.shared_names
        )
        for sentence in told:
            near = [stretch for stretch in sentence.days if when is not None and stretch.meet(when)]
            names = sentence.names.get(other, frozenset())
            exact = apart and any(stretch.days <= settings.longest_days for stretch in near)
            alike = exact and shared and events[other].kind in sentence.kinds
            if near and (alike or len(names if exact else names - mine) >= settings.background_names):
                yield other
                break

"""Articles that speak of an event but have another as their own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stemmata.events.acts import acts, tally, trades
from stemmata.events.happening import Happening
from stemmata.events.same import shared_names
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Event, Interval, Span, Time
from stemmata.text.sentences import sentences
from stemmata.text.stems import stem
from stemmata.text.times.calendar import shifted
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
    """Return, for each event, the articles of other events with a sentence that names and dates it.

    An event of the own kind that shares its names needs no name in the sentence: kind and day are enough.
    """
    known, dated = _index(happenings, events, settings), _by_day(events, settings)
    found: dict[str, list[str]] = {event.id: [] for event in events}
    for place, happening in enumerate(happenings):
        for report in happening.reports:
            read = times.get(report.article.id, {})
            told = [
                _dated(report.article, sentence, days, known)
                for sentence, days in _sentences(report.article, read)
            ]
            others = {
                *_mentioned(place, told, happenings, events, settings),
                *_kin(place, told, happenings, events, dated, settings),
            }
            for other in sorted(others):
                found[events[other].id].append(report.article.id)
    return {event: tuple(sorted(articles)) for event, articles in found.items()}


def _by_day(events: Sequence[Event], settings: EventsSettings) -> dict[tuple[str, date], list[int]]:
    """Return the events of each kind on each day; days that too many of a kind share are left out."""
    index: dict[tuple[str, date], list[int]] = defaultdict(list)
    for place, event in enumerate(events):
        if event.when is not None and event.when.days <= settings.longest_days:
            for step in range(event.when.days):
                index[event.kind, shifted(event.when.first, step)].append(place)
    return {key: places for key, places in index.items() if len(places) <= settings.common}


def _kin(
    own: int,
    told: Sequence[_Dated],
    happenings: Sequence[Happening],
    events: Sequence[Event],
    dated: Mapping[tuple[str, date], Sequence[int]],
    settings: EventsSettings,
) -> Iterator[int]:
    """Yield the events of the own kind, with its names, on a day or in a week that a sentence tells of such an act."""
    kind, days = events[own].kind, happenings[own].days
    near = {
        shifted(stretch.first, step)
        for sentence in told
        if kind in sentence.kinds
        for stretch in sentence.days
        if stretch.days <= settings.before_report and days is not None and days.meet(stretch) is None
        for step in range(stretch.days)
    }
    for other in sorted({place for day in near for place in dated.get((kind, day), ())} - {own}):
        if len(shared_names(happenings[own], happenings[other])) >= settings.shared_names:
            yield other


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
    for other in sorted({place for sentence in told for place in sentence.names} - {own}):
        when = events[other].when
        apart = when is not None and days is not None and days.meet(when) is None
        for sentence in told:
            near = [stretch for stretch in sentence.days if when is not None and stretch.meet(when)]
            names = sentence.names.get(other, frozenset())
            exact = apart and any(stretch.days <= settings.longest_days for stretch in near)
            if near and len(names if exact else names - mine) >= settings.background_names:
                yield other
                break

"""Pages that tell of no act of their own belong to the event whose day and words they speak of.

A colour piece from the island, a portrait of the man who was dug out: their titles and openings tell no news. But a sentence of theirs
gives the day of another event, among words of that event's own reports.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log
from typing import NamedTuple

from stemmata.events.acts import UNKNOWN, acts
from stemmata.events.happening import Happening, pooled
from stemmata.events.same import Joined, Likeness, shared_names
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Span, Time
from stemmata.text.sentences import sentences
from stemmata.text.stems import stem
from stemmata.text.times import grammar
from stemmata.text.times.calendar import shifted
from stemmata.text.words import words

CORE = 60
"""Heaviest words of an event that are taken for its own."""
FEWEST_EVENTS = 20
"""Events by which it is told at least how rare a word is."""


class _Shelf(NamedTuple):
    """Events with acts and days of their own, by day; each one's words; how rare words are, from 0 to 1."""

    by_day: Mapping[date, Sequence[int]]
    cores: Mapping[int, frozenset[str]]
    rare: Mapping[str, float]


def adopt(
    joined: Sequence[Joined], times: Mapping[str, Mapping[Span, Time]], settings: EventsSettings
) -> tuple[Joined, ...]:
    """Return the events with those that have no act of their own put to the one they speak of."""
    aimless = [place for place, one in enumerate(joined) if _aimless(one.happening)]
    if not aimless or len(aimless) == len(joined):
        return tuple(joined)
    shelf = _shelved(joined, aimless, settings)
    found: dict[int, list[int]] = defaultdict(list)
    for place in aimless:
        home = _home(joined[place].happening, joined, shelf, times, settings)
        if home is not None:
            found[home].append(place)
    gone = {place for places in found.values() for place in places}
    return tuple(
        _with(one, [joined[other] for other in found[place]], settings) if place in found else one
        for place, one in enumerate(joined)
        if place not in gone
    )


def _aimless(happening: Happening) -> bool:
    """Whether no act is told, nor the text filed as news."""
    filed = any(report.article.dateline or report.article.credits for report in happening.reports)
    return not filed and happening.kind in {UNKNOWN, *acts(happening.reports[0].article.language).vague}


def _shelved(joined: Sequence[Joined], aimless: Sequence[int], settings: EventsSettings) -> _Shelf:
    by_day: dict[date, list[int]] = defaultdict(list)
    cores: dict[int, frozenset[str]] = {}
    seen = Counter(word for one in joined for word in one.happening.profile)
    total = max(FEWEST_EVENTS, len(joined) + 1)
    for place in sorted({*range(len(joined))} - {*aimless}):
        happening = joined[place].happening
        if happening.when is not None and happening.when.days <= settings.longest_days:
            heaviest = sorted((-weight, word) for word, weight in happening.profile.items())[:CORE]
            cores[place] = frozenset(word for _, word in heaviest)
            for step in range(happening.when.days):
                by_day[shifted(happening.when.first, step)].append(place)
    most = log(total / 2)
    rare = {word: max(0.0, min(1.0, log(total / many) / most)) ** 2 for word, many in seen.items()}
    return _Shelf({day: on for day, on in by_day.items() if len(on) <= settings.common}, cores, rare)


def _home(
    happening: Happening,
    joined: Sequence[Joined],
    shelf: _Shelf,
    times: Mapping[str, Mapping[Span, Time]],
    settings: EventsSettings,
) -> int | None:
    """Return the event whose day and words one passage of the happening has, the one with most words."""
    days = happening.days
    best: tuple[float, int] | None = None
    for report in happening.reports:
        for told, stems in _passages(report.article, times.get(report.article.id, {}), settings):
            for place in sorted({at for day in told for at in shelf.by_day.get(day, ())}):
                when = joined[place].happening.when
                far = when is None or days is None or (days.last - when.first).days > settings.before_report
                if far or (when is not None and days is not None and days.last < when.first):
                    continue
                shared = sum(shelf.rare.get(word, 0.0) for word in stems & shelf.cores[place])
                if shared >= settings.adopts and (best is None or (shared, -place) > (best[0], -best[1])):
                    best = shared, place
    return best[1] if best else None


def _passages(
    article: Article, read: Mapping[Span, Time], settings: EventsSettings
) -> Iterator[tuple[tuple[date, ...], frozenset[str]]]:
    """Yield the days each sentence tells of, with the stems of it and its neighbours in the paragraph, but those of times."""
    known = grammar(article.language)
    timed: Mapping[str, object] = known.lexicon if known else {}
    dated = [time for time in read.values() if time.when and time.when.days <= settings.longest_days]
    for paragraph in article.body:
        inside = [time for time in dated if paragraph.overlaps(time.span)]
        told = sentences(article.text, paragraph, article.language) if inside else ()
        for place, sentence in enumerate(told):
            days = tuple(
                shifted(time.when.first, step)
                for time in inside
                if time.when and sentence.overlaps(time.span)
                for step in range(time.when.days)
            )
            if days:
                around = Span(told[max(0, place - 1)].start, told[min(place + 1, len(told) - 1)].end)
                found = (word.folded for word in words(article.text, around))
                yield days, frozenset(stem(word) for word in found if word not in timed)


def _with(one: Joined, others: Sequence[Joined], settings: EventsSettings) -> Joined:
    """Return an event with others put to it."""
    taken = [one.happening, *(other.happening for other in others)]
    reports = sorted(
        (report for happening in taken for report in happening.reports), key=lambda report: report.article.id
    )
    told = pooled([family for happening in taken for family in happening.families], reports, settings)
    kept = told._replace(
        kind=one.happening.kind,
        when=one.happening.when,
        within=one.happening.within,
        when_evidence=one.happening.when_evidence,
        modality=one.happening.modality,
        again=one.happening.again,
    )
    spoken = tuple(Likeness(None, shared_names(one.happening, other.happening)) for other in others)
    doubtful = {*one.doubtful, *(family for other in others for family in other.doubtful)}
    links = (*one.likeness, *spoken, *(link for other in others for link in other.likeness))
    return Joined(kept, links, tuple(sorted(doubtful - {*kept.families})))

"""What one family of texts reports: the reports of its members, pooled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from stemmata.events.acts import Acts, acts, leading
from stemmata.events.days import Told
from stemmata.events.report import Report
from stemmata.events.settings import EventsSettings
from stemmata.model import Evidence, Family, Interval, Modality, Place
from stemmata.text.stems import stem
from stemmata.text.times import Tense
from stemmata.text.times.calendar import shifted
from stemmata.text.words import words

MOST_POOLED = 40
"""Members whose openings are pooled: more copies of one text say nothing new."""
FIRST_DAY, LATER_DAY = 1.0, 0.5
"""Votes of the first day an opening tells of, and of each later one."""


class Happening(NamedTuple):
    """What a family, or several that tell of one event, report as their main event.

    ``when`` is the best reading of its days, ``within`` is sure to hold it. ``people`` are last names, ``capitals`` other words
    never written small, ``filed`` the agencies of its datelines.
    """

    families: tuple[str, ...]
    reports: tuple[Report, ...]
    profile: Mapping[str, float]
    kind: str
    actors: tuple[str, ...]
    weights: tuple[float, ...]
    places: tuple[str, ...]
    named: tuple[str, ...]
    when: Interval | None
    within: Interval | None
    when_evidence: tuple[Evidence, ...]
    modality: Modality
    people: frozenset[str]
    capitals: frozenset[str]
    filed: frozenset[str]
    again: Place | None

    def leading(self, settings: EventsSettings) -> tuple[str, ...]:
        """Return the actors to name: the first few, none far behind the leading one, and not the place."""
        floor = settings.minor_actor * max(self.weights, default=0.0)
        where = name_tokens(self.places[0]) if self.places else frozenset[str]()
        named = (
            actor
            for actor, weight in zip(self.actors, self.weights, strict=True)
            if weight >= floor and name_tokens(actor) != where
        )
        return tuple(named)[: settings.actors]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of its openings."""
        return (*self.actors, *self.places, *self.named)

    @property
    def days(self) -> Interval | None:
        """The days to compare it by: the best reading, else the bounds."""
        return self.when or self.within


def of_family(family: Family, reports: Mapping[str, Report], settings: EventsSettings) -> Happening | None:
    """Pool the reports of a family's members; a family without a member here has none."""
    members = [reports[name] for name in sorted(family.articles) if name in reports]
    return pooled((family.id,), members, settings) if members else None


def pooled(families: Iterable[str], members: Sequence[Report], settings: EventsSettings) -> Happening:
    """Pool several reports of one event."""
    told = members[:MOST_POOLED]
    known = acts(told[0].article.language)
    kind = leading(_summed(report.kinds for report in told), known.vague)
    tellers = _summed(report.tellers for report in told)
    actors = _ranked(_actors(_summed(report.actors for report in told), tellers, kind, known))
    when, within, evidence = _days(told, kind in known.vague, settings)
    modalities = [report.modality for report in told]
    marks = [report.again for report in told if report.again is not None]
    return Happening(
        families=tuple(sorted(families)),
        reports=tuple(members),
        profile=_summed(report.profile for report in told),
        kind=kind,
        actors=tuple(actors),
        weights=tuple(actors.values()),
        places=tuple(_ranked(_summed(report.places for report in told))),
        named=tuple(_ranked(_summed([*(report.named for report in told), tellers]))),
        when=when,
        within=within,
        when_evidence=evidence,
        modality=max(sorted(set(modalities)), key=modalities.count),
        people=frozenset[str]().union(*(report.people for report in told)),
        capitals=frozenset[str]().union(*(report.capitals for report in told)),
        filed=frozenset(line.agency for report in told if (line := report.article.dateline) and line.agency),
        again=marks[0] if marks else None,
    )


def _actors(
    acting: Mapping[str, float], tellers: Mapping[str, float], kind: str, known: Acts
) -> Mapping[str, float]:
    """Return who acts, and who announces it; what nature does has no actor but what struck."""
    if kind in known.natural:
        return {name: weight for name, weight in acting.items() if _names_kind(name, kind, known)}
    return _summed((acting, tellers))


def _names_kind(name: str, kind: str, known: Acts) -> bool:
    """Whether a name has a word of the kind of act in it ("Storm Felix")."""
    return any(known.kinds.get(stem(word.folded)) == kind for word in words(name))


def _summed(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for part in parts:
        for key, weight in part.items():
            total[key] += weight
    return dict(total)


def _ranked(counts: Mapping[str, float]) -> dict[str, float]:
    """Return names by weight, each short form counted with the fullest form of it ("Kim" with "Kim Jong Un")."""
    full: dict[str, float] = defaultdict(float)
    longest = sorted(counts, key=lambda name: (-len(name.split()), name))
    for name in longest:
        fuller = [other for other in full if _short_for(name, other)]
        home = max(fuller, key=lambda other: (counts[other], other)) if fuller else name
        full[home] += counts[name]
    met = {name: place for place, name in enumerate(counts)}
    return {name: full[name] for name in sorted(full, key=lambda name: (-full[name], met[name]))}


def _short_for(name: str, other: str) -> bool:
    return name_tokens(name) <= name_tokens(other)


@lru_cache(maxsize=50_000)
def name_tokens(name: str) -> frozenset[str]:
    """Return the parts of a name, hyphens and blanks alike."""
    return frozenset(name.casefold().replace("-", " ").split())


def _days(
    told: Sequence[Report], saying: bool, settings: EventsSettings
) -> tuple[Interval | None, Interval | None, tuple[Evidence, ...]]:
    """Return the days most openings tell of first, the days that are sure to hold them, and why."""
    votes: dict[Interval, float] = defaultdict(float)
    places: dict[Interval, Place] = {}
    for report in told:
        for rank, (when, place) in enumerate(_candidates(report, saying, settings)):
            votes[when] += LATER_DAY if rank else FIRST_DAY
            places.setdefault(when, place)
    latest = _reported_by(told)
    if (days := _far_apart(told, saying, settings)) is not None:
        return None, days, _two_days(days)
    if not votes:
        within = _bounds(told, settings)
        return None, within, _no_day(within)
    when = min(votes, key=lambda days: (-votes[days], days))
    within = when
    for other in votes:
        near = abs((other.first - when.first).days) <= settings.before_report
        within = within.join(other) if near and (latest is None or other.last <= latest) else within
    if latest is not None and 0 <= (latest - within.last).days <= settings.before_report:
        within = Interval(within.first, latest)
    word = places[when].span.of(next(r.article.text for r in told if r.article.id == places[when].article))
    says = f"The opening tells of “{' '.join(word.split())}”: {_from_to(when)} by the day of writing."
    return when, within, (Evidence("told-day", says, 0.8, (places[when],)),)


def _candidates(report: Report, saying: bool, settings: EventsSettings) -> list[tuple[Interval, Place]]:
    """Return the days an opening tells of as its event: not those of the report, unless saying is the act.

    Days after the report are those of a planned event, and of no other. Where the first is not known
    ("on Tuesday", of an unknown week), a later one that is known ("March 30, 1972") is that of something else.
    """
    told = [day for day in report.days if not day.aside and not _ahead(day, report)]
    told = [day for day in told if not _long_ago(day, report, settings)]
    if report.modality is Modality.PLANNED:
        told = [day for day in report.days if day.tense is Tense.FUTURE or _ahead(day, report)] or told
    wanted = [day for day in told if day.tense is not Tense.FUTURE] or told
    acted = [day for day in wanted if not day.spoken] or (wanted if saying else [])
    if acted and acted[0].when is None:
        return []
    return [
        (day.when, Place(report.article.id, day.span))
        for day in acted
        if day.when is not None and day.when.days <= 2 * settings.longest_days
    ]


def _long_ago(day: Told, report: Report, settings: EventsSettings) -> bool:
    """Whether a day lies so long before its text that the news is of something else: an anniversary, a trial."""
    written = report.written.written if report.written else None
    return (
        day.when is not None
        and written is not None
        and (written.first - day.when.last).days > settings.long_ago
    )


def _ahead(day: Told, report: Report) -> bool:
    written = report.written.written if report.written else None
    return day.when is not None and written is not None and day.when.first > written.last


def _far_apart(told: Sequence[Report], saying: bool, settings: EventsSettings) -> Interval | None:
    """Return the days from first to last where believed texts of one family tell of days far apart, as their own."""
    days = [
        first[0][0]
        for report in told
        if report.written and not report.written.recycled and (first := _candidates(report, saying, settings))
        if report.written.written
        and abs((first[0][0].last - report.written.written.last).days) <= settings.far_apart
    ]
    if not days or (max(days).first - min(days).last).days <= settings.far_apart:
        return None
    return min(days).join(max(days))


def _two_days(days: Interval) -> tuple[Evidence, ...]:
    says = f"Its pages tell of days far apart, {_from_to(days)}: it may be more than one event."
    return (Evidence("days-apart", says, 0.5),)


def _reported_by(told: Sequence[Report]) -> date | None:
    """Return the earliest day by which one of the texts was surely written."""
    days = [report.written.written.last for report in told if report.written and report.written.written]
    return min(days) if days else None


def _bounds(told: Sequence[Report], settings: EventsSettings) -> Interval | None:
    """Return the days in which an event must lie that the texts do not date: up to a week before any was written."""
    spans = [report.written.written for report in told if report.written and report.written.written]
    said = [day.when for report in told for day in report.days if day.spoken and day.when is not None]
    if said:
        return Interval(shifted(min(said).first, -settings.before_report), min(said).last)
    if not spans:
        return None
    first, last = min(span.first for span in spans), min(span.last for span in spans)
    return Interval(shifted(min(first, last), -settings.before_report), last)


def _no_day(within: Interval | None) -> tuple[Evidence, ...]:
    if within is None:
        return (Evidence("no-day", "No page tells the day, and when it was written is not known.", 0.0),)
    says = f"No page tells the day; by when the texts were written it lies {_from_to(within)}."
    return (Evidence("written-bounds", says, 0.5),)


def _from_to(days: Interval) -> str:
    if days.days == 1:
        return days.first.isoformat()
    return f"from {days.first.isoformat()} to {days.last.isoformat()}"

"""Follow-ons: an event its texts call another one comes after the earlier one of the same actor and act; a later stage
("four days after it was taken") after the one so many days before that has its names.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from stemmata.events.happening import Happening
from stemmata.events.same import Joined, shared_names
from stemmata.events.settings import EventsSettings
from stemmata.model import Event, Evidence, Interval, Place
from stemmata.text.stems import stem
from stemmata.text.times.calendar import shifted


def follow(
    joined: Sequence[Joined],
    events: Sequence[Event],
    told: Mapping[str, frozenset[str]],
    settings: EventsSettings,
) -> list[Event]:
    """Return the events with what each follows, and bounds that begin after the earlier one.

    ``told`` names, for each event, the events that its own articles tell of as background.
    """
    found = list(events)
    kinds: dict[str, list[int]] = defaultdict(list)
    by_day: dict[date, list[int]] = defaultdict(list)
    for place, event in enumerate(events):
        kinds[event.kind].append(place)
        if event.when is not None and event.when.days <= settings.longest_days:
            for step in range(event.when.days):
                by_day[shifted(event.when.first, step)].append(place)
    for place, event in enumerate(events):
        earlier = _earlier(place, kinds[event.kind], joined, events, told.get(event.id, frozenset()))
        if earlier is not None:
            found[place] = _after(event, events[earlier], joined[place].happening)
        elif (stage := _stage(place, by_day, joined, events, settings)) is not None:
            found[place] = _later(event, *stage)
    return found


def _stage(
    place: int,
    by_day: Mapping[date, Sequence[int]],
    joined: Sequence[Joined],
    events: Sequence[Event],
    settings: EventsSettings,
) -> tuple[Event, Place] | None:
    """Return the event that lies so many days back as a text of this one says, and shares most names, with where it says so."""
    mine = joined[place].happening
    if mine.when is None:
        return None
    told: list[tuple[int, str, int, Place]] = []
    for report in mine.reports:
        for distance in report.after:
            near = [
                shifted(mine.when.first, step - distance.days)
                for step in range(-settings.slack_days, settings.slack_days + 1)
            ]
            for other in sorted({at for day in near for at in by_day.get(day, ())} - {place}):
                when = events[other].when
                shared = len(_called(mine) & _called(joined[other].happening))
                if when is not None and when.last < mine.when.first and shared >= settings.shared_names:
                    told.append((-shared, events[other].id, other, Place(report.article.id, distance.span)))
    if not told:
        return None
    _, _, earlier, where = min(told, key=lambda one: (*one[:3], one[3].article, one[3].span))
    return events[earlier], where


def _called(happening: Happening) -> frozenset[str]:
    """Return people by their last names, other words never written small, and places."""
    places = (stem(part) for place in happening.places for part in place.casefold().split())
    return happening.people | happening.capitals | frozenset(places)


def _later(event: Event, earlier: Event, where: Place) -> Event:
    """Mark the event as a later stage."""
    ended = earlier.when.last.isoformat() if earlier.when else "an earlier day"
    says = f"Its text tells how long after another event it was; so long before lies “{earlier.title}”, of {ended}."
    marked = Evidence("later-stage", says, 0.7, (where,))
    return replace(event, follows=earlier.id, evidence=(*event.evidence, marked))


def _earlier(
    place: int, kin: Sequence[int], joined: Sequence[Joined], events: Sequence[Event], told: frozenset[str]
) -> int | None:
    """Return the event that this one follows: the earliest it may speak of, which all its bounds then hold."""
    mine = joined[place].happening
    if mine.again is None and not told:
        return None
    candidates: list[tuple[date, str, int]] = []
    for other in kin:
        event, days = events[other], events[other].when
        if other == place or days is None or not _precedes(days, mine):
            continue
        named = event.id in told
        if _same_actor(joined[other].happening, mine) and (named or mine.again is not None):
            candidates.append((days.first, event.id, other))
    if not candidates:
        return None
    known = [one for one in candidates if events[one[2]].id in told]
    dated = max(known or candidates) if mine.when is not None else min(known or candidates)
    return dated[2]


def _precedes(days: Interval, mine: Happening) -> bool:
    if mine.when is not None:
        return days.last < mine.when.first
    return mine.within is not None and days.last < mine.within.last


def _same_actor(one: Happening, other: Happening) -> bool:
    """Whether a leading actor of one acts in the other."""
    leading = {name.casefold() for name in one.actors[:3]}
    return any(name.casefold() in leading for name in shared_names(one, other))


def _after(event: Event, earlier: Event, mine: Happening) -> Event:
    """Mark the event as a follow-on, and take the days up to the earlier one out of its bounds."""
    within = event.within
    ended = earlier.when.last if earlier.when else None
    if within is not None and ended is not None and within.first <= ended < within.last:
        within = Interval(shifted(ended, 1), within.last)
    says = f"Its texts call it another one of its kind; the earlier one here is “{earlier.title}”"
    spans = (mine.again,) if mine.again is not None else ()
    if mine.again is None:
        says = f"Its texts tell of the earlier “{earlier.title}”"
    marked = Evidence(
        "follows", f"{says}, of {ended.isoformat() if ended else 'an earlier day'}.", 0.8, spans
    )
    return replace(event, within=within, follows=earlier.id, evidence=(*event.evidence, marked))

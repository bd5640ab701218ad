"""Recurring kinds of event, month by month: counted per event, not per report."""

from collections import defaultdict
from collections.abc import Sequence

from stemmata.events.settings import EventsSettings
from stemmata.model import Event, Interval, Point, Series
from stemmata.text.times.calendar import month


def find_series(events: Sequence[Event], settings: EventsSettings) -> tuple[Series, ...]:
    """Return how many events of each kind each month had, and how many pages report them."""
    kinds: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        kinds[event.kind].append(event)
    return tuple(_series(kind, kinds[kind]) for kind in sorted(kinds))


def _series(kind: str, events: Sequence[Event]) -> Series:
    points: dict[Interval, list[Event]] = defaultdict(list)
    undated = 0
    for event in events:
        home = month_of(event)
        if home is None:
            undated += 1
        else:
            points[home].append(event)
    rule = "One for each event, however many pages report it, in the month it began in."
    if undated:
        rule += f" Left out: {undated} of {len(events)}, whose month the texts do not tell."
    found = (
        Point(days.first, days.last, len(points[days]), sum(len(event.articles) for event in points[days]))
        for days in sorted(points)
    )
    return Series(kind, rule, tuple(found))


def month_of(event: Event) -> Interval | None:
    """Return the month an event began in: by its best days, else by bounds that lie in one month."""
    if event.when is not None:
        return month(event.when.first.year, event.when.first.month)
    if event.within is None:
        return None
    home = month(event.within.first.year, event.within.first.month)
    return home if event.within.last <= home.last else None

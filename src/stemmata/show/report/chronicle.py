"""When it happened, when it was written, and when the pages claim to be from: one line a page."""

from collections.abc import Iterable
from datetime import date
from math import log2
from typing import NamedTuple

from stemmata.model import Event, Interval
from stemmata.show.index import Index
from stemmata.show.report.anchors import anchor
from stemmata.show.report.lettering import lines
from stemmata.show.report.limits import Limits
from stemmata.show.words import day, days, stamp_day, written_day

WIDTH = 1080.0
NAMES = 230.0
_ROW = 25.0
_HEAD = 34.0
_TICK = 88.0


class Line(NamedTuple):
    """One line: an event (its days as a band) or a page (written as a dot or bar, its claim as a ring)."""

    kind: str
    name: str
    anchor: str
    y: float
    start: float | None
    end: float | None
    best: float | None
    claim: float | None
    spoken: str


class Tick(NamedTuple):
    """A day on the axis."""

    x: float
    says: str


class Chronicle(NamedTuple):
    """The timeline. Its days are drawn apart by the logarithm of the time between them: the axis is not to scale."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    more: int


class _Told(NamedTuple):
    """What one line has to say, in days."""

    kind: str
    name: str
    anchor: str
    span: Interval | None
    best: date | None
    claim: date | None
    spoken: str


def chronicle(index: Index, events: Iterable[Event], limits: Limits) -> Chronicle | None:
    """Return the timeline; None when no day is told anywhere."""
    told = [line for event in events for line in _event(index, event)]
    shown = told[: limits.rows]
    axis = _axis(sorted({each for line in shown for each in _days(line)}))
    if not axis:
        return None
    lines = tuple(_line(one, axis, _HEAD + _ROW * at + _ROW / 2) for at, one in enumerate(shown))
    height = _HEAD + _ROW * len(shown) + 10
    return Chronicle(WIDTH, height, _ticks(axis), lines, len(told) - len(shown))


def _event(index: Index, event: Event) -> list[_Told]:
    span = event.when or event.within
    head = _Told(
        "event", event.title, anchor("event", event.id), span, None, None, f"{event.title}: {days(span)}"
    )
    pages = [_page(index, article) for article in event.articles]
    return [head, *sorted(pages, key=lambda one: (_first(one), one.name))]


def _first(one: _Told) -> date:
    return one.best or (one.span.first if one.span else date.max)


def _page(index: Index, article: str) -> _Told:
    told = index.written.get(article)
    stamps = index.articles[article].stamps
    claim = _stamped(stamps[0].value) if told and told.recycled and stamps else None
    spoken = f"{index.names[article]}: {written_day(told)}"
    if claim:
        spoken += f"; stamped {stamp_day(stamps[0].value)}, which its text contradicts"
    name = index.names[article]
    span = told.written if told else None
    return _Told(
        "page", name, anchor("page", article), span, told.written_best if told else None, claim, spoken
    )


def _stamped(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _days(line: _Told) -> list[date]:
    span = [line.span.first, line.span.last] if line.span else []
    return [one for one in (*span, line.best, line.claim) if one]


def _axis(found: list[date]) -> dict[date, float]:
    """Return where each day stands: apart by 1 + log2 of the days between, stretched to the width."""
    at, places = 0.0, {}
    for number, one in enumerate(found):
        if number:
            at += 1 + log2((one - found[number - 1]).days)
        places[one] = at
    room = WIDTH - NAMES - 70
    return {one: NAMES + 20 + (room * place / at if at else room / 2) for one, place in places.items()}


def _ticks(axis: dict[date, float]) -> tuple[Tick, ...]:
    out: list[Tick] = []
    for one, x in axis.items():
        if not out or x - out[-1].x >= _TICK:
            out.append(Tick(x, day(one)))
    return tuple(out)


def _line(one: _Told, axis: dict[date, float], y: float) -> Line:
    at = axis.get
    start, end = (axis[one.span.first], axis[one.span.last]) if one.span else (None, None)
    name = next(iter(lines(one.name, 12.5 if one.kind == "page" else 13, NAMES - 14, 1)), "")
    best = at(one.best) if one.best else None
    return Line(
        one.kind, name, one.anchor, y, start, end, best, at(one.claim) if one.claim else None, one.spoken
    )

"""When it happened, when it was written, and when the pages claim to be from: one line a page."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import log2
from typing import NamedTuple

from stemmata.model import Event, Interval
from stemmata.show.index import Index
from stemmata.show.order import OUTSIDE
from stemmata.show.report.anchors import anchor
from stemmata.show.report.lettering import lines, width
from stemmata.show.report.limits import Limits
from stemmata.show.report.threads import Join, Knot, joins, versions
from stemmata.show.words import day, days, stamp_day, written_day

WIDTH = 1080.0
NAMES = 230.0
_ROW = 25.0
_HEAD = 34.0
_TICK = 88.0


class Line(NamedTuple):
    """One line: an event (its days as a band) or a page (written as a dot or bar, its claim as a ring).

    ``whole`` is the name uncut, ``says`` what is told of it in words, for narrow screens.
    """

    kind: str
    name: str
    anchor: str
    y: float
    start: float | None
    end: float | None
    best: float | None
    claim: float | None
    spoken: str
    whole: str
    says: str


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
    joins: tuple[Join, ...]
    more: int

    def has(self, kind: str) -> bool:
        """Whether lines of a kind are drawn."""
        return any(join.kind == kind for join in self.joins)


class _Told(NamedTuple):
    """What one line has to say, in days."""

    kind: str
    name: str
    anchor: str
    span: Interval | None
    best: date | None
    claim: date | None
    says: str
    state: str | None = None
    version: int = 0
    follows: str | None = None


def chronicle(index: Index, events: Iterable[Event], limits: Limits) -> Chronicle | None:
    """Return the timeline; None when no day is told anywhere."""
    numbers = versions(index)
    told = [line for event in sorted(events, key=_begins) for line in _event(index, event, numbers)]
    shown = told[: limits.rows]
    axis = _axis(sorted({each for line in shown for each in _days(line)}))
    if not axis:
        return None
    lines = tuple(_line(one, axis, _HEAD + _ROW * at + _ROW / 2) for at, one in enumerate(shown))
    height = _HEAD + _ROW * len(shown) + 10
    drawn = joins(index, [_knot(*pair) for pair in zip(shown, lines, strict=True)])
    return Chronicle(WIDTH, height, _ticks(axis), lines, tuple(drawn), len(told) - len(shown))


def _begins(event: Event) -> tuple[bool, date, str]:
    """Order events by their first day; what is outside the events, or has no day, comes last."""
    span = event.when or event.within
    return event.id == OUTSIDE, span.first if span else date.max, event.id


def _event(index: Index, event: Event, numbers: Mapping[str, int]) -> list[_Told]:
    span = event.when or event.within
    says = days(span)
    if event.follows and event.follows in index.events:
        says += f"; follows “{index.events[event.follows].title}”"
    name = anchor("event", event.id)
    follows = anchor("event", event.follows) if event.follows else None
    head = _Told("event", event.title, name, span, None, None, says, follows=follows)
    pages = [_page(index, article, numbers) for article in event.articles]
    begun: dict[str | None, date] = {}
    for page in pages:
        begun[page.state] = min(_first(page), begun.get(page.state, date.max))

    def place(page: _Told) -> tuple[date, int, str, date, str, str]:
        state = page.state or page.anchor
        return begun[page.state], page.version, state, _first(page), page.name, page.anchor

    return [head, *sorted(pages, key=place)]


def _knot(told: _Told, line: Line) -> Knot:
    start, end = (line.start, line.end) if line.best is None else (line.best, line.best)
    return Knot(told.anchor, line.whole, line.y, start, end, told.state, told.follows)


def _first(one: _Told) -> date:
    return one.best or (one.span.first if one.span else date.max)


def _page(index: Index, article: str, numbers: Mapping[str, int]) -> _Told:
    told = index.written.get(article)
    stamps = index.articles[article].stamps
    claim = _stamped(stamps[0].value) if told and told.recycled and stamps else None
    says = written_day(told)
    if claim:
        says += f"; stamped {stamp_day(stamps[0].value)}, which its text contradicts"
    home = index.home.get(article)
    number = numbers.get(home.id) if home else None
    return _Told(
        "page",
        index.names[article],
        anchor("page", article),
        told.written if told else None,
        told.written_best if told else None,
        claim,
        says,
        home.id if home else None,
        number or 0,
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
    version = f" · version {one.version}" if one.version else ""
    size = 12.5 if one.kind == "page" else 13
    room = NAMES - 14 - width(version, size)
    name = next(iter(lines(one.name, size, room, 1)), "") + version
    best = at(one.best) if one.best else None
    claim = at(one.claim) if one.claim else None
    whole = one.name + version
    spoken = f"{whole}: {one.says}"
    return Line(one.kind, name, one.anchor, y, start, end, best, claim, spoken, whole, one.says)

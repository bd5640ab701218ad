"""How often a kind of event happened, counted per event, beside what pages say of it, on a terminal."""

import textwrap
from collections.abc import Iterator
from datetime import date

from stemmata.model import Case, Counted, Interval, Point, Recurring
from stemmata.show.index import Index, index
from stemmata.show.words import count, day, days

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_INDENT = "  "
_BAR = 30
"""Letters of the longest bar."""
_SAID = 20
"""Pages that count, drawn before the rest is counted."""


def counts(case: Case, found: Recurring, width: int = NARROW) -> str:
    """Return a series with its rule, the events of unknown day, and each page that says how many there were."""
    known, width = index(case), max(NARROW, min(width, WIDE))
    reports = sum(point.reports for point in found.series.points)
    head = f"{found.series.kind} → {count(len(found.events), 'event')}"
    if reports:
        head += f", {count(reports, 'report')} of those whose day is known"
    parts = [f"{head}\n{_folded(found.series.rule, _INDENT, width)}"]
    if found.series.points:
        parts.append("\n".join(_bars(found.series.points)))
    if found.undated:
        names = (f"- {known.events[one].title}" for one in found.undated if one in known.events)
        parts.append("\n".join(["day not told", *(_folded(name, _INDENT, width) for name in names)]))
    if found.counted:
        parts.append("\n".join(_said(known, found.counted, width)))
    return "\n\n".join(parts) + "\n"


def _bars(points: tuple[Point, ...]) -> Iterator[str]:
    names = [_stretch(Interval(point.first, point.last)) for point in points]
    wide, most = max(map(len, names)), max(point.events for point in points)
    for name, point in zip(names, points, strict=True):
        bar = "█" * max(1, round(_BAR * point.events / most))
        yield f"{_INDENT}{name:<{wide}}  {point.events:>4} {bar} {count(point.reports, 'report')}"


def _stretch(held: Interval) -> str:
    """Name a month, a quarter or a year shortly; other stretches by their days."""
    first, last = held
    whole = (
        first.day == 1 and (date.fromordinal(last.toordinal() + 1)).day == 1 if last != date.max else False
    )
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if whole and months == 12:
        return f"{first:%Y}"
    if whole and months == 3:
        return f"{first:%Y} Q{(first.month + 2) // 3}"
    return days(held)


def _said(known: Index, counted: tuple[Counted, ...], width: int) -> Iterator[str]:
    yield "what pages say of their number, and what is here"
    for one in counted[:_SAID]:
        until = day(one.last) if one.last else "an unknown day"
        yield _folded(f"{known.names.get(one.article, one.article)}: “{one.text}”", _INDENT, width)
        yield _folded(
            f"that is {_bounds(one)} from {day(one.first)} to {until}; here: {_held(one)} of them",
            _INDENT * 2,
            width,
        )
    if len(counted) > _SAID:
        yield f"{_INDENT}and {len(counted) - _SAID} more; --json shows all"


def _bounds(one: Counted) -> str:
    if one.least is not None and one.most is not None:
        return str(one.least) if one.least == one.most else f"{one.least} to {one.most}"
    if one.least is not None:
        return f"{one.least} or more"
    return f"{one.most} or fewer" if one.most is not None else "about so many"


def _held(one: Counted) -> str:
    low, high = one.held
    return str(low) if low == high else f"{low} to {high}"


def _folded(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent + _INDENT, break_on_hyphens=False
    )

"""What happened, day by day: each event with its pages, its text origins and what it follows, on a terminal."""

import textwrap
from collections.abc import Iterator
from datetime import date

from stemmata.model import Case, Event, Modality
from stemmata.show.index import Index, index
from stemmata.show.words import count, days, listed

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_INDENT = "  "
_MOST = 200
"""Events drawn before the rest is counted."""
_PAGES = 6
"""Pages of an event named before the rest is counted."""


def calendar(case: Case, width: int = NARROW) -> str:
    """Return the events of a case in the order of their days, those of unknown day last."""
    known, width = index(case), max(NARROW, min(width, WIDE))
    ranked = sorted(case.events, key=lambda one: (_opens(one), one.id))
    head = f"{count(len(case.articles), 'page')} → {count(len(ranked), 'event')}"
    parts = [head, *("\n".join(_event(known, one, width)) for one in ranked[:_MOST])]
    if len(ranked) > _MOST:
        parts.append(f"and {len(ranked) - _MOST} more events; --json shows all")
    return "\n\n".join(parts) + "\n"


def _opens(event: Event) -> date:
    told = event.when or event.within
    return told.first if told else date.max


def _event(known: Index, event: Event, width: int) -> Iterator[str]:
    yield _folded(f"{_day(event)} · {event.title}", "", width)
    yield _folded(_what(event), _INDENT, width)
    low, high = event.origins_range
    spread = f" ({low} to {high})" if low != high else ""
    pages = listed([known.names.get(one, one) for one in event.articles], _PAGES)
    origins = count(event.origins, "independent text origin")
    yield _folded(
        f"{count(len(event.articles), 'page')} · {origins}{spread} among them: {pages}", _INDENT, width
    )
    if event.background:
        named = listed([known.names.get(one, one) for one in event.background], _PAGES)
        yield _folded(f"mentioned in passing by {named}", _INDENT, width)
    if event.follows:
        earlier = known.events.get(event.follows)
        if earlier is not None:
            yield _folded(f"follows “{earlier.title}” ({_day(earlier)})", _INDENT, width)


def _day(event: Event) -> str:
    if event.when is not None:
        return days(event.when)
    return f"within {days(event.within)}" if event.within is not None else "day not told"


def _what(event: Event) -> str:
    """Say what kind of act it is, by whom and where, and whether it is only planned, alleged or denied."""
    parts = [event.kind if event.kind != "other" else "kind not told"]
    if event.modality is not Modality.HAPPENED:
        parts[0] += f", {event.modality}"
    if event.actors:
        parts.append(listed(list(event.actors)))
    if event.place:
        parts.append(event.place)
    return " · ".join(parts)


def _folded(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        " ".join(text.split()),
        width,
        initial_indent=indent,
        subsequent_indent=indent + _INDENT,
        break_on_hyphens=False,
    )

"""Days that several clues leave open: sorted, disjoint stretches, and how they meet."""

from collections.abc import Sequence
from datetime import date

from stemmata.model import Interval

Windows = tuple[Interval, ...]


def meet(one: Sequence[Interval], other: Sequence[Interval]) -> Windows:
    """Return the days that both leave open; both sorted and disjoint, or nearly so."""
    found: list[Interval] = []
    here = there = 0
    while here < len(one) and there < len(other):
        if shared := one[here].meet(other[there]):
            found.append(shared)
        if one[here].last <= other[there].last:
            here += 1
        else:
            there += 1
    return tuple(found)


def hull(windows: Sequence[Interval]) -> Interval | None:
    """Return the stretch from the first open day to the last, or None when no day is open."""
    return Interval(windows[0].first, max(w.last for w in windows)) if windows else None


def lateness(windows: Sequence[Interval], day: date, slack: int) -> int | None:
    """Return how many days ``day`` comes after the nearest open day: 0 when one lies within ``slack`` on either side.

    None when every open day comes later than that.
    """
    if any(abs((edge - day).days) <= slack or window.contains(day) for window in windows for edge in window):
        return 0
    before = [window.last for window in windows if window.last < day]
    return (day - max(before)).days if before else None

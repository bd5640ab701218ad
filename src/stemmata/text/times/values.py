"""TIMEX3 values: how durations and whole units of the calendar are written."""

from stemmata.model import Interval
from stemmata.text.times import calendar
from stemmata.text.times.mention import Meaning

PARTS_OF_UNIT = {"START": (0.0, 1 / 3), "MID": (1 / 3, 2 / 3), "END": (2 / 3, 1.0)}


DECADES = {"10Y": "E", "100Y": "C", "2W": "W"}
"""TIMEX3 units of a vague many."""


def length(meaning: Meaning) -> str:
    """Write a duration: P3D, PT2H, PXY for "several years", P20Y for two decades."""
    unit = meaning.unit or "D"
    count = "X" if meaning.number is None else str(meaning.number)
    if unit in {"10Y", "100Y", "2W"}:
        factor = int(unit[:-1])
        return f"P{factor * meaning.number}{unit[-1]}" if meaning.number is not None else f"PX{DECADES[unit]}"
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def name_of(days: Interval, unit: str) -> str:
    """Name a whole unit as TIMEX3 does: 2031-W11, 2031-Q1, 203."""
    first = days.first
    year, week, _ = first.isocalendar()
    names = {
        "D": first.isoformat(), "W": f"{year:04}-W{week:02}", "2W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE", "M": f"{first:%Y-%m}", "Q": f"{first.year:04}-Q{(first.month + 2) // 3}",
        "Y": f"{first.year:04}", "10Y": f"{first.year // 10:03}", "100Y": f"{first.year // 100:02}",
    }  # fmt: skip
    return names.get(unit, first.isoformat())


def blank(unit: str) -> str:
    """Name a unit of which only the kind is known."""
    return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}.get(
        unit, "XXXX-XX-XX"
    )


def part_of(days: Interval, mod: str | None) -> Interval:
    """Return the beginning, middle or end of a stretch: its first, second or last third."""
    if mod not in PARTS_OF_UNIT:
        return days
    low, high = PARTS_OF_UNIT[mod]
    first = calendar.shifted(days.first, int(days.days * low))
    return Interval(first, max(first, calendar.shifted(days.first, int(days.days * high) - 1)))


def unread(meaning: Meaning) -> str:
    """Name a time that nothing is known of."""
    return meaning.ref or "XXXX-XX-XX"

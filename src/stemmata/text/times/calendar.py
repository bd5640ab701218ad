"""Days, weeks, months: steps through the calendar, and the days each TIMEX3 unit covers."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from stemmata.model import Interval

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, meteorologists' reckoning, northern hemisphere."""
LARGEST_STEP = 40_000
"""Days, weeks, months: a count beyond it is a slip or a joke, and no calendar reaches so far."""


def step(day: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units on (back when negative), or None beyond the calendar."""
    if abs(count) > LARGEST_STEP:
        return None
    months = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}.get(unit)
    if months is None:
        days = {"W": 7, "2W": 14, "WE": 7, "D": 1}.get(unit, 0)
        return _shifted(day, days * count)
    whole = day.year * 12 + day.month - 1 + months * count
    year, month = divmod(whole, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(day: date, unit: str) -> Interval:
    """Return the whole unit (week from Monday, month, quarter, year…) that ``day`` lies in."""
    if unit in {"W", "2W"}:
        monday = day - timedelta(days=day.weekday()) if day.toordinal() > 7 else day
        return Interval(monday, _shifted(monday, 6) or monday)
    if unit == "WE":
        saturday = _shifted(day, 5 - day.weekday()) or day
        return Interval(saturday, _shifted(saturday, 1) or saturday)
    if unit == "M":
        return month(day.year, day.month)
    if unit == "Q":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return years(day.year, 1)
    if unit == "10Y":
        return years(max(1, day.year // 10 * 10), 10)
    if unit == "100Y":
        return years(max(1, day.year // 100 * 100), 100)
    return Interval.day(day)


def month(year: int, number: int) -> Interval:
    """Return the days of a month."""
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Interval:
    """Return the days of a calendar quarter."""
    return month(year, number * 3 - 2).join(month(year, number * 3))


def years(first: int, count: int) -> Interval:
    """Return the days of ``count`` years."""
    return Interval(date(first, 1, 1), date(min(first + count - 1, MAXYEAR), 12, 31))


def season(year: int, name: str) -> Interval:
    """Return the three months of a season; winter is named after the year it begins in."""
    opening = month(year, SEASONS[name])
    closing = month(year, SEASONS[name] + 2) if name != "WI" else month(min(year + 1, MAXYEAR), 2)
    return opening.join(closing)


def season_months(name: str) -> frozenset[int]:
    """Return the months of a season, 1 to 12."""
    return frozenset((SEASONS[name] + k - 1) % 12 + 1 for k in range(3))


def weekday_before(day: date, weekday: int) -> date:
    """Return the latest such weekday on or before ``day``, that day included."""
    return _shifted(day, -((day.weekday() - weekday) % 7)) or day


def weekday_after(day: date, weekday: int) -> date:
    """Return the earliest such weekday on or after ``day``, that day included."""
    return _shifted(day, (weekday - day.weekday()) % 7) or day


def shifted(day: date, days: int) -> date:
    """Return the day so many days on, held at the ends of the calendar."""
    return _shifted(day, days) or (date.min if days < 0 else date.max)


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None

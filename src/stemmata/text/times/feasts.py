"""Days of feasts, by the rules that language files write.

``12-25`` is a day of a month; ``11-thu-4`` the fourth Thursday of November; ``11-mon-1+1`` the day after the first
Monday; ``easter`` and ``easter-2`` are reckoned from Easter Sunday.
"""

import re
from datetime import date
from functools import cache

from stemmata.text.times import calendar

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RULE = re.compile(
    r"(?:easter|(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<weekday>[a-z]{3})-(?P<nth>\d)))(?P<after>[+-]\d{1,2})?"
)


@cache
def feast_day(year: int, feast: str) -> date | None:
    """Return the day of a feast in ``year``; None where the rule is none or the calendar ends."""
    match = RULE.fullmatch(feast)
    if match is None or not 2 <= year < 9999:
        return None
    return calendar.shifted(_first(year, match), int(match["after"] or 0))


def _first(year: int, match: re.Match[str]) -> date:
    if match["month"] is None:
        return _easter(year)
    opening = date(year, int(match["month"]), 1)
    if match["day"]:
        return calendar.shifted(opening, int(match["day"]) - 1)
    return calendar.shifted(
        calendar.weekday_after(opening, WEEKDAYS.index(match["weekday"])), 7 * (int(match["nth"]) - 1)
    )


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    golden, century, left = year % 19, year // 100, year % 100
    leap, corrected = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (left // 4) - epact - left % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)

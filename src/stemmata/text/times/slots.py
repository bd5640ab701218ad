"""The words of a matched rule, by class, and the numbers, units and months read from them."""

from collections.abc import Mapping, Sequence
from datetime import date

Slots = Mapping[str, Sequence[str]]
"""The values of the matched words, by class (``MONTH``: ["8"])."""


def month_of(slots: Slots) -> int | None:
    """Return the month named, 1 to 12."""
    return first_of(slots, "MONTH", "ABBR", "MAY")


def year_of(slots: Slots) -> int | None:
    """Return the year named."""
    return first_of(slots, "YEAR")


UNITS = ("UNIT", "DAYU", "YEARU", "CENTURY", "WEEKEND", "UNITS", "QUARTER", "QUARTERS")
"""The classes of words for stretches of time."""


def unit_of(slots: Slots, *names: str) -> str | None:
    """Return the TIMEX3 unit named; a weekday stands for days."""
    return text_of(slots, *(names or UNITS)) or ("D" if "WEEKDAY" in slots else None)


def count_of(slots: Slots) -> int | None:
    """Add up "twenty-five"; "two to three" is two; an article is one; None where the text only says several."""
    numbers = [
        number for name in ("DAY", "NUM", "YEAR", "NINETEEN", "NUMWORD") for number in numbers_of(slots, name)
    ]
    if numbers:
        return numbers[0] if {"to", "or"} & slots.keys() else sum(numbers)
    if "VAGUE" in slots:
        return first_of(slots, "VAGUE")
    return 1 if {"a", "an"} & slots.keys() else None


def text_of(slots: Slots, *names: str) -> str | None:
    """Return the first value of the first class that has any."""
    return next((slots[name][0] for name in names if name in slots), None)


def first_of(slots: Slots, *names: str) -> int | None:
    """Return the first number of the first class that has any."""
    numbers = numbers_of(slots, *names)
    return numbers[0] if numbers else None


def numbers_of(slots: Slots, *names: str) -> list[int]:
    """Read the numbers of the first class that has any ("27th" is 27)."""
    for name in names:
        read = [_number(value) for value in slots.get(name, ())]
        if numbers := [number for number in read if number is not None]:
            return numbers
    return []


def _number(value: str) -> int | None:
    """Return a number as written ("1,200", "27th"), or None."""
    digits = value.rstrip("stndrh").replace(",", "")
    try:
        return int(digits) if len(digits) <= 6 else None
    except ValueError:
        return None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

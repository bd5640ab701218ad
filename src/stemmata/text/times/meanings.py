"""From the words of a matched rule to what they mean."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from stemmata.text.times.mention import Meaning

Slots = Mapping[str, Sequence[str]]
"""The values of the matched words, by class (``MONTH``: ["8"])."""

Made = tuple[str, Meaning]
CENTURY_TURN = 50
"""Two-digit years below it are of the 2000s, the POSIX rule has 69; news archives rarely reach ahead."""
NAMED_YEARS = range(1500, 2100)


def meaning_of(means: str, fixed: Mapping[str, str], slots: Slots) -> Made | None:
    """Return TIMEX3 type and meaning of a match, or None when its numbers make no time."""
    return MAKERS[means](slots, fixed)


def _day(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    month, days = _month(slots), _ints(slots, "ORD", "DAY")
    if "ORD" in slots and "DAY" in slots:
        days = _ints(slots, "ORD")
    year = _year(slots)
    if month is None or not days or not _is_day(year or 2000, month, days[0]):
        return None
    last = days[1] if len(days) > 1 and _is_day(year or 2000, month, days[1]) and days[1] > days[0] else None
    weekday = _first(slots, "WEEKDAY", "WDAY")
    return "DATE", Meaning("day", year, month, days[0], last, weekday, shift=_first(slots, "SHIFT"))


def _clock_day(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "5 p.m. EST Nov. 9": the hour stands before the day."""
    days = _ints(slots, "ORD") or _ints(slots, "DAY")[-1:]
    month, year = _month(slots), _year(slots)
    if month is None or not days or not _is_day(year or 2000, month, days[0]):
        return None
    weekday = _first(slots, "WEEKDAY", "WDAY")
    return "TIME", Meaning("day", year, month, days[0], weekday=weekday, part=_hour(slots))


def _iso(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    token = slots["ISO"][0]
    year, month, day = int(token[:4]), int(token[5:7]), int(token[8:10])
    if not _is_day(year, month, day):
        return None
    clock = "T" + token[11:16] if len(token) > 10 else None
    return ("TIME" if clock else "DATE"), Meaning("day", year, month, day, part=clock)


def _slash(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read 8/27/2023 and 27/8/2023; where both would do, the American order of wire copy."""
    one, two, year = (int(part) for part in slots["SLASH"][0].split("/"))
    if year < 100:
        year += 2000 if year < CENTURY_TURN else 1900
    for month, day in ((one, two), (two, one)):
        if _is_day(year, month, day):
            return "DATE", Meaning("day", year, month, day)
    return None


def _month_only(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = _text(slots, "EDGE", "POINT")
    return "DATE", Meaning("month", _year(slots), _month(slots), shift=_first(slots, "SHIFT"), mod=mod)


def _year_only(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    year = _year(slots)
    return ("DATE", Meaning("year", year)) if year in NAMED_YEARS else None


def _ago(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = (
        1 if {"later", "after", "from", "hence"} & slots.keys() or "LATER" in slots.get("EDGE", ()) else -1
    )
    mod = "APPROX" if "ABOUT" in slots else None
    anchored = "ago" in slots or "from" in slots
    unit, count = _unit(slots), _count(slots)
    if not anchored and (unit != "Y" or shift > 0):
        return "DATE", Meaning("set", unit=unit, number=count, ref="PAST_REF", mod=mod)
    return "DATE", Meaning("ago", unit=unit, number=count, shift=shift, mod=mod)


def _relative(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = _first(slots, "SHIFT", "PASTW")
    day = _first(slots, "ORD")
    if season := _text(slots, "SEASON", "SPRING"):
        return "DATE", Meaning("season", season=season, shift=shift, mod=_text(slots, "EDGE"))
    if part := _text(slots, "PART"):
        back = -1 if shift == -1 else shift
        return "TIME", Meaning("today", shift=back, part=part, mod=_text(slots, "EDGE"))
    unit = _unit(slots)
    if unit in {"TH", "TM", "TS"}:
        return "DURATION", Meaning("duration", unit=unit, number=1)
    return "DATE", Meaning("relative", day=day, unit=unit, shift=shift, mod=_text(slots, "EDGE"))


def _edge(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = _text(slots, "POINT") or _text(slots, "EDGE")
    if "YEAR" in slots:
        return "DATE", Meaning("year", _year(slots), mod=mod)
    if "DECADE" in slots:
        return _decade(slots, fixed)
    return "DATE", Meaning("relative", unit=_unit(slots), shift=_first(slots, "SHIFT") or 0, mod=mod)


def _since(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = _first(slots, "SHIFT", "PASTW")
    return "DURATION", Meaning("since", unit=_unit(slots), number=_count(slots), shift=shift or -1)


def _so_far(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DATE", Meaning("relative", unit=_unit(slots), shift=_first(slots, "SHIFT"))


def _quarter(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = int(slots["QTR"][0][-1]) if "QTR" in slots else _first(slots, "ORD") or 0
    if not 1 <= number <= 4:
        return None
    return "DATE", Meaning("quarter", _year(slots), shift=_first(slots, "SHIFT"), quarter=number)


def _weekday(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    part, weekday = _text(slots, "PART", "HIGH"), _first(slots, "WEEKDAY")
    shift = _first(slots, "SHIFT")
    return ("TIME" if part else "DATE"), Meaning("weekday", weekday=weekday, shift=shift, part=part)


def _today(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift, part = (
        _first(slots, "TODAY", "TONIGHT", "SHIFT"),
        fixed.get("part") or _text(slots, "PART", "HIGH"),
    )
    return ("TIME" if part else "DATE"), Meaning("today", shift=shift, part=part)


def _fiscal(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    if "YEAR" not in slots:
        return "DATE", Meaning(
            "relative", unit="Y", shift=-1 if "latest" in slots else _first(slots, "SHIFT") or 0, ref="FY"
        )
    return "DATE", Meaning("year", _year(slots), ref="FY")


def _year_ago(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "the year-ago quarter", "the year-earlier nine months"; which quarter is for the words before to tell."""
    if "UNITS" in slots:
        return "DURATION", Meaning("duration", unit=_unit(slots, "UNITS"), number=_count(slots))
    number = _first(slots, "ORD") or (0 if "QUARTER" in slots else None)
    return "DATE", Meaning("yearago", quarter=number)


def _that(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "that day", "later that year": which is for the words before to tell."""
    unit = _unit(slots)
    return ("DATE", Meaning("that", unit=unit)) if unit in {"D", "W", "M", "Q", "Y"} else None


def _half(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    second = "latter" in slots or _first(slots, "ORD") == 2 or _first(slots, "SHIFT") == -1
    if "YEAR" not in slots and "ORD" not in slots and "latter" not in slots:
        return None
    return "DATE", Meaning("half", _year(slots), quarter=2 if second else 1)


def _holiday(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    feast = fixed.get("on") or _text(slots, "HOLIDAY")
    shift = int(fixed["shift"]) if "shift" in fixed else _first(slots, "SHIFT")
    return "DATE", Meaning("holiday", _year(slots), shift=shift, ref=feast)


def _no_time(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Leave out what only sounds like a time: ages, rates ("40 a week"), parts ("a quarter of"), "as soon as"."""
    return None


def _season(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    season = _text(slots, "SEASON", "SPRING")
    return "DATE", Meaning("season", _year(slots), season=season, mod=_text(slots, "EDGE"))


def _decade(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = int(slots["DECADE"][0][:-1])
    if number % 10 or (number >= 100 and number not in NAMED_YEARS):
        return None
    year = number if number >= 100 else 1900 + number
    return "DATE", Meaning("decade", year, mod=_text(slots, "POINT", "EDGE"))


def _century(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = _first(slots, "ORD") or 0
    return ("DATE", Meaning("century", (number - 1) * 100)) if 1 < number <= 22 else None


def _set(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    unit = _text(slots, "OFTEN") or _unit(slots)
    count = _count(slots) if "OFTEN" not in slots else 1
    if "OFTEN" not in slots and (month := _month(slots)) is not None:
        return "SET", Meaning("set", ref=f"XXXX-{month:02}")
    return "SET", Meaning("set", unit=unit, number=count or 1, weekday=_first(slots, "WEEKDAY"))


def _clock(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    weekday, shift = _first(slots, "WEEKDAY"), _first(slots, "TODAY", "SHIFT")
    return "TIME", Meaning("clock", weekday=weekday, shift=shift, part=_hour(slots))


def _hour(slots: Slots) -> str:
    hour, _, minute = (slots["CLOCK"][0] if "CLOCK" in slots else slots["DAY"][0]).partition(":")
    hours = int(hour) % 24
    if "AMPM" in slots:
        hours = hours % 12 + (12 if slots["AMPM"][0].startswith("p") else 0)
    return f"T{hours:02}:{minute[:2] or '00'}"


def _duration(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = "APPROX" if "ABOUT" in slots else None
    return "DURATION", Meaning("duration", unit=_unit(slots), number=_count(slots), mod=mod)


def _this(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "the quarter" and "the weekend" as the last one; "the year" as a year's length."""
    unit = _unit(slots)
    if unit == "Y":
        return "DURATION", Meaning("duration", unit=unit, number=1)
    return "DATE", Meaning("relative", unit=unit, shift=-1)


def _this_year(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "of the year", "for the year" as the year of writing."""
    return "DATE", Meaning("relative", unit="Y", shift=0)


def _recent(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DURATION", Meaning("duration", unit=_unit(slots))


def _plural(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DURATION", Meaning("duration", unit=_unit(slots))


def _spelled(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "nineteen ninety-six" as broadcasters say it."""
    tail = sum(_ints(slots, "NUMWORD"))
    if not 1 <= tail <= 99:
        return None
    if season := _text(slots, "SEASON", "SPRING"):
        return "DATE", Meaning("season", 1900 + tail, season=season)
    return "DATE", Meaning("month" if _month(slots) else "year", 1900 + tail, _month(slots))


def _now(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DATE", Meaning("now", ref=fixed.get("ref") or _text(slots, "NOW", "RECENT", "SOON"))


MAKERS: dict[str, Callable[[Slots, Mapping[str, str]], Made | None]] = {
    "age": _no_time, "ago": _ago, "century": _century, "clock": _clock, "clockday": _clock_day, "day": _day,
    "decade": _decade, "duration": _duration, "edge": _edge, "fiscal": _fiscal, "fraction": _no_time, "half": _half,
    "holiday": _holiday, "iso": _iso, "month": _month_only, "now": _now, "plural": _plural, "quarter": _quarter,
    "rate": _no_time, "year_of": _this_year, "recent": _recent, "relative": _relative, "season": _season, "set": _set, "since": _since,
    "slash": _slash, "sofar": _so_far, "spelled": _spelled, "that": _that, "this": _this, "today": _today,
    "weekday": _weekday, "year": _year_only, "yearago": _year_ago,
}  # fmt: skip


def _month(slots: Slots) -> int | None:
    return _first(slots, "MONTH", "ABBR", "MAY")


def _year(slots: Slots) -> int | None:
    return _first(slots, "YEAR")


UNITS = ("UNIT", "DAYU", "YEARU", "CENTURY", "WEEKEND", "UNITS", "QUARTER", "QUARTERS")
"""The classes of words for stretches of time."""


def _unit(slots: Slots, *names: str) -> str | None:
    return _text(slots, *(names or UNITS)) or ("D" if "WEEKDAY" in slots else None)


def _count(slots: Slots) -> int | None:
    """Add up "twenty-five"; "two to three" is two; an article is one; None where the text only says several."""
    numbers = [
        number for name in ("DAY", "NUM", "YEAR", "NINETEEN", "NUMWORD") for number in _ints(slots, name)
    ]
    if numbers:
        return numbers[0] if {"to", "or"} & slots.keys() else sum(numbers)
    if "VAGUE" in slots:
        return _first(slots, "VAGUE")
    return 1 if {"a", "an"} & slots.keys() else None


def _text(slots: Slots, *names: str) -> str | None:
    return next((slots[name][0] for name in names if name in slots), None)


def _first(slots: Slots, *names: str) -> int | None:
    numbers = _ints(slots, *names)
    return numbers[0] if numbers else None


def _ints(slots: Slots, *names: str) -> list[int]:
    """Read the numbers of the first class that has any ("27th" is 27)."""
    for name in names:
        read = [_number(value) for value in slots.get(name, ())]
        if numbers := [number for number in read if number is not None]:
            return numbers
    return []


def _number(value: str) -> int | None:
    digits = value.rstrip("stndrh").replace(",", "")
    try:
        return int(digits) if len(digits) <= 6 else None
    except ValueError:
        return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

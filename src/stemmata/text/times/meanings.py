"""From the words of a matched rule to what they mean."""

from collections.abc import Callable, Mapping

from stemmata.text.times.mention import Meaning
from stemmata.text.times.slots import (
    Slots,
    count_of,
    first_of,
    is_day,
    month_of,
    numbers_of,
    text_of,
    unit_of,
    year_of,
)

Made = tuple[str, Meaning]
CENTURY_TURN = 50
"""Two-digit years below it are of the 2000s, the POSIX rule has 69; news archives rarely reach ahead."""
NAMED_YEARS = range(1500, 2100)


def meaning_of(means: str, fixed: Mapping[str, str], slots: Slots) -> Made | None:
    """Return TIMEX3 type and meaning of a match, or None when its numbers make no time."""
    return MAKERS[means](slots, fixed)


def _day(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    month, days = month_of(slots), numbers_of(slots, "ORD", "DAY")
    if "ORD" in slots and "DAY" in slots:
        days = numbers_of(slots, "ORD")
    year = year_of(slots)
    if month is None or not days or not is_day(year or 2000, month, days[0]):
        return None
    last = days[1] if len(days) > 1 and is_day(year or 2000, month, days[1]) and days[1] > days[0] else None
    weekday = first_of(slots, "WEEKDAY", "WDAY")
    return "DATE", Meaning("day", year, month, days[0], last, weekday, shift=first_of(slots, "SHIFT"))


def _clock_day(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "5 p.m. EST Nov. 9": the hour stands before the day."""
    days = numbers_of(slots, "ORD") or numbers_of(slots, "DAY")[-1:]
    month, year = month_of(slots), year_of(slots)
    if month is None or not days or not is_day(year or 2000, month, days[0]):
        return None
    weekday = first_of(slots, "WEEKDAY", "WDAY")
    return "TIME", Meaning("day", year, month, days[0], weekday=weekday, part=_hour(slots))


def _iso(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    token = slots["ISO"][0]
    year, month, day = int(token[:4]), int(token[5:7]), int(token[8:10])
    if not is_day(year, month, day):
        return None
    clock = "T" + token[11:16] if len(token) > 10 else None
    return ("TIME" if clock else "DATE"), Meaning("day", year, month, day, part=clock)


def _slash(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read 8/27/2023 and 27/8/2023; where both would do, the American order of wire copy, or the language's own."""
    one, two, year = (
        int(part) for part in (text_of(slots, "SLASH", "DOTTED") or "").replace(".", "/").split("/")
    )
    if year < 100:
        year += 2000 if year < CENTURY_TURN else 1900
    for month, day in ((two, one),) if "day_first" in fixed else ((one, two), (two, one)):
        if is_day(year, month, day):
            return "DATE", Meaning("day", year, month, day)
    return None


def _month_only(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = text_of(slots, "EDGE", "POINT")
    return "DATE", Meaning("month", year_of(slots), month_of(slots), shift=first_of(slots, "SHIFT"), mod=mod)


def _year_only(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    year = year_of(slots)
    return ("DATE", Meaning("year", year)) if year in NAMED_YEARS else None


def _ago(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = (
        1 if {"later", "after", "from", "hence"} & slots.keys() or "LATER" in slots.get("EDGE", ()) else -1
    )
    mod = "APPROX" if "ABOUT" in slots else None
    anchored = "ago" in slots or "from" in slots or "shift" in fixed
    shift = int(fixed.get("shift", shift))
    unit, count = unit_of(slots), count_of(slots)
    if not anchored and (unit != "Y" or shift > 0):
        return "DATE", Meaning("set", unit=unit, number=count, ref="PAST_REF", mod=mod)
    return "DATE", Meaning("ago", unit=unit, number=count, shift=shift, mod=mod)


def _relative(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = int(fixed["shift"]) if "shift" in fixed else first_of(slots, "SHIFT", "PASTW", "THIS")
    day = first_of(slots, "ORD")
    if season := text_of(slots, "SEASON", "SPRING"):
        return "DATE", Meaning("season", season=season, shift=shift, mod=text_of(slots, "EDGE"))
    if part := text_of(slots, "PART"):
        back = -1 if shift == -1 else shift
        return "TIME", Meaning("today", shift=back, part=part, mod=text_of(slots, "EDGE"))
    unit = unit_of(slots)
    if unit in {"TH", "TM", "TS"}:
        return "DURATION", Meaning("duration", unit=unit, number=1)
    return "DATE", Meaning("relative", day=day, unit=unit, shift=shift, mod=text_of(slots, "EDGE"))


def _edge(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = text_of(slots, "POINT") or text_of(slots, "EDGE")
    if "YEAR" in slots:
        return "DATE", Meaning("year", year_of(slots), mod=mod)
    if "DECADE" in slots:
        return _decade(slots, fixed)
    return "DATE", Meaning(
        "relative", unit=unit_of(slots), shift=first_of(slots, "SHIFT", "THIS") or 0, mod=mod
    )


def _since(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift = first_of(slots, "SHIFT", "PASTW")
    return "DURATION", Meaning("since", unit=unit_of(slots), number=count_of(slots), shift=shift or -1)


def _so_far(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DATE", Meaning("relative", unit=unit_of(slots), shift=first_of(slots, "SHIFT"))


def _quarter(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = int(slots["QTR"][0][-1]) if "QTR" in slots else first_of(slots, "ORD") or 0
    if not 1 <= number <= 4:
        return None
    return "DATE", Meaning("quarter", year_of(slots), shift=first_of(slots, "SHIFT"), quarter=number)


def _weekday(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    part, weekday = text_of(slots, "PART", "HIGH"), first_of(slots, "WEEKDAY")
    shift = first_of(slots, "SHIFT")
    return ("TIME" if part else "DATE"), Meaning("weekday", weekday=weekday, shift=shift, part=part)


def _today(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    shift, part = (
        first_of(slots, "TODAY", "TONIGHT", "SHIFT"),
        fixed.get("part") or text_of(slots, "PART", "HIGH"),
    )
    shift = int(fixed["shift"]) if "shift" in fixed else shift
    return ("TIME" if part else "DATE"), Meaning("today", shift=shift, part=part)


def _fiscal(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    if "YEAR" not in slots:
        return "DATE", Meaning(
            "relative", unit="Y", shift=-1 if "latest" in slots else first_of(slots, "SHIFT") or 0, ref="FY"
        )
    return "DATE", Meaning("year", year_of(slots), ref="FY")


def _year_ago(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "the year-ago quarter", "the year-earlier nine months"; which quarter is for the words before to tell."""
    if "UNITS" in slots:
        return "DURATION", Meaning("duration", unit=unit_of(slots, "UNITS"), number=count_of(slots))
    number = first_of(slots, "ORD") or (0 if "QUARTER" in slots else None)
    return "DATE", Meaning("yearago", quarter=number)


def _that(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "that day", "later that year": which is for the words before to tell."""
    unit = unit_of(slots)
    return ("DATE", Meaning("that", unit=unit)) if unit in {"D", "W", "M", "Q", "Y"} else None


def _half(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    second = "latter" in slots or first_of(slots, "ORD") == 2 or first_of(slots, "SHIFT") == -1
    if "YEAR" not in slots and "ORD" not in slots and "latter" not in slots:
        return None
    return "DATE", Meaning("half", year_of(slots), quarter=2 if second else 1)


def _holiday(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    feast = fixed.get("on") or text_of(slots, "HOLIDAY")
    shift = int(fixed["shift"]) if "shift" in fixed else first_of(slots, "SHIFT")
    return "DATE", Meaning("holiday", year_of(slots), shift=shift, ref=feast)


def _no_time(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Leave out what only sounds like a time: ages, rates ("40 a week"), parts ("a quarter of"), "as soon as"."""
    return None


def _season(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    season = text_of(slots, "SEASON", "SPRING")
    return "DATE", Meaning("season", year_of(slots), season=season, mod=text_of(slots, "EDGE"))


def _decade(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = (
        int(slots["DECADE"][0][:-1]) if "DECADE" in slots else first_of(slots, "NUM", "TENS", "YEAR") or 1
    )
    if number % 10 or (number >= 100 and number not in NAMED_YEARS):
        return None
    year = number if number >= 100 else 1900 + number
    return "DATE", Meaning("decade", year, mod=text_of(slots, "POINT", "EDGE"))


def _century(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    number = first_of(slots, "ORD", "ROMAN", "DAY") or 0
    return ("DATE", Meaning("century", (number - 1) * 100)) if 1 < number <= 22 else None


def _set(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    unit = text_of(slots, "OFTEN") or unit_of(slots)
    count = count_of(slots) if "OFTEN" not in slots else 1
    if "OFTEN" not in slots and (month := month_of(slots)) is not None:
        return "SET", Meaning("set", ref=f"XXXX-{month:02}")
    return "SET", Meaning("set", unit=unit, number=count or 1, weekday=first_of(slots, "WEEKDAY"))


def _clock(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    weekday, shift = first_of(slots, "WEEKDAY"), first_of(slots, "TODAY", "SHIFT")
    return "TIME", Meaning("clock", weekday=weekday, shift=shift, part=_hour(slots))


def _oclock(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "15h30", "15 Uhr", "a las 15:30": hours by twenty-four."""
    told = ":".join((*slots.get("CLOCK", ()), *slots.get("DAY", ()), *slots.get("NUM", ())))
    numbers = [int(part) for part in told.replace(".", ":").split(":")[:2] if part.isdecimal()]
    hours, minutes = (*numbers, 0, 0)[:2]
    if hours > 24 or minutes > 59:
        return None
    weekday, shift = first_of(slots, "WEEKDAY"), first_of(slots, "TODAY")
    return "TIME", Meaning("clock", weekday=weekday, shift=shift, part=f"T{hours:02}:{minutes:02}")


def _day_part(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "Montagabend": weekday and part of the day in one word."""
    weekday, _, part = slots["DAYPART"][0].partition(":")
    return "TIME", Meaning("weekday", weekday=int(weekday), part=part)


def _hour(slots: Slots) -> str:
    hour, _, minute = (slots["CLOCK"][0] if "CLOCK" in slots else slots["DAY"][0]).partition(":")
    hours = int(hour) % 24
    if "AMPM" in slots:
        hours = hours % 12 + (12 if slots["AMPM"][0].startswith("p") else 0)
    return f"T{hours:02}:{minute[:2] or '00'}"


def _duration(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    mod = "APPROX" if "ABOUT" in slots else None
    return "DURATION", Meaning("duration", unit=unit_of(slots), number=count_of(slots), mod=mod)


def _this(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "the quarter" and "the weekend" as the last one; "the year" as a year's length."""
    unit = unit_of(slots)
    if unit == "Y":
        return "DURATION", Meaning("duration", unit=unit, number=1)
    return "DATE", Meaning("relative", unit=unit, shift=-1)


def _this_year(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "of the year", "for the year" as the year of writing."""
    return "DATE", Meaning("relative", unit="Y", shift=0)


def _recent(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DURATION", Meaning("duration", unit=unit_of(slots))


def _plural(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DURATION", Meaning("duration", unit=unit_of(slots))


def _spelled(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    """Read "nineteen ninety-six" as broadcasters say it."""
    tail = sum(numbers_of(slots, "NUMWORD"))
    if not 1 <= tail <= 99:
        return None
    if season := text_of(slots, "SEASON", "SPRING"):
        return "DATE", Meaning("season", 1900 + tail, season=season)
    return "DATE", Meaning("month" if month_of(slots) else "year", 1900 + tail, month_of(slots))


def _now(slots: Slots, fixed: Mapping[str, str]) -> Made | None:
    return "DATE", Meaning("now", ref=fixed.get("ref") or text_of(slots, "NOW", "RECENT", "SOON"))


MAKERS: dict[str, Callable[[Slots, Mapping[str, str]], Made | None]] = {
    "age": _no_time, "ago": _ago, "century": _century, "clock": _clock, "clockday": _clock_day, "day": _day, "daypart": _day_part,
    "decade": _decade, "duration": _duration, "edge": _edge, "fiscal": _fiscal, "fraction": _no_time, "half": _half,
    "holiday": _holiday, "iso": _iso, "month": _month_only, "now": _now, "plural": _plural, "quarter": _quarter,
    "oclock": _oclock, "rate": _no_time, "recent": _recent, "relative": _relative, "season": _season, "set": _set, "since": _since,
    "slash": _slash, "sofar": _so_far, "spelled": _spelled, "that": _that, "this": _this, "today": _today,
    "weekday": _weekday, "year": _year_only, "year_of": _this_year, "yearago": _year_ago,
}  # fmt: skip

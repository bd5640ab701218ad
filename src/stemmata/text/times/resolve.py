"""Read a time expression from a day of writing."""

from collections.abc import Callable
from datetime import date

from stemmata.model import Interval
from stemmata.text.times import calendar
from stemmata.text.times.feasts import feast_day
from stemmata.text.times.mention import Meaning, Mention, Resolved, Tense
from stemmata.text.times.values import blank, length, name_of, part_of, unread


def resolve(mention: Mention, anchor: Interval | None, tense: Tense | None = None) -> Resolved:
    """Return type, value and days of ``mention`` for a text written within ``anchor``.

    A bare weekday in the past is the latest such day on or before the day of writing, that day included.
    When ``anchor`` spans several days the days meant are all that any of its ends gives, and the value
    is that of the whole only where both ends agree. Without an anchor only what names its own year has days.
    ``tense`` overrides what the words around the mention say.
    """
    tense = tense or mention.tense
    reader = READERS.get(mention.meaning.kind)
    if reader is None:
        return Resolved(mention.type, unread(mention.meaning), None)
    if anchor is None or not mention.meaning.relative:
        value, when = reader(mention.meaning, anchor.last if anchor else None, tense)
        return Resolved(mention.type, value, when)
    early, late = (reader(mention.meaning, day, tense) for day in anchor)
    when = early[1].join(late[1]) if early[1] and late[1] else None
    value = early[0] if early[0] == late[0] else reader(mention.meaning, None, tense)[0]
    return Resolved(mention.type, value, when)


FAR = 270
"""Days within which a verb, past or future, decides the year of "Dec. 7"; beyond, the nearest such day is likelier: ninety
days ahead is nearer than nine months back, and the verb near it is often another clause's."""

MONTHS_AHEAD, MONTHS_BACK = 4, 8
"""A bare month up to four ahead is the coming one; with a past verb, one more than eight back is."""

SHIFTED = {-1: Tense.PAST, 1: Tense.FUTURE}
"""What "last" and "next" before a day say, whatever the verb does."""
Read = tuple[str, Interval | None]


def _day(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    month, day = meaning.month or 1, meaning.day or 1
    year = meaning.year or _year_near(anchor, month, day, SHIFTED.get(meaning.shift or 0, tense))
    if year is None:
        return f"XXXX-{month:02}-{day:02}", None
    first = _date(year, month, day)
    if first is None:
        return f"XXXX-{month:02}-{day:02}", None
    last = _date(year, month, meaning.last_day or day) or first
    return first.isoformat() + (meaning.part or ""), Interval(first, last)


def _year_near(anchor: date | None, month: int, day: int, tense: Tense) -> int | None:
    """Return the year that puts a day on the right side of the day of writing, or nearest to it."""
    if anchor is None:
        return None
    candidates = [
        found
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := _date(year, month, day))
    ]
    if tense is Tense.PAST:
        candidates = [found for found in candidates if 0 <= (anchor - found).days <= FAR] or candidates
    if tense is Tense.FUTURE:
        candidates = [found for found in candidates if 0 <= (found - anchor).days <= FAR] or candidates
    return min(candidates, key=lambda found: (abs((found - anchor).days), found)).year if candidates else None


def _month(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    number = meaning.month or 1
    year = meaning.year
    if year is None and anchor is not None:
        year = _month_year(anchor, number, meaning.shift, tense)
    if year is None:
        return f"XXXX-{number:02}", None
    days = calendar.month(year, number)
    return f"{year:04}-{number:02}", part_of(days, meaning.mod)


def _month_year(anchor: date, number: int, shift: int | None, tense: Tense) -> int:
    behind = anchor.year if number <= anchor.month else anchor.year - 1
    ahead_by, back_by = (number - anchor.month) % 12, (anchor.month - number) % 12
    if shift == -1:
        return behind if number < anchor.month else anchor.year - 1
    if shift == 1 or tense is Tense.FUTURE:
        return (
            anchor.year
            if (number >= anchor.month and shift != 1) or number > anchor.month
            else anchor.year + 1
        )
    if shift == 0:
        return anchor.year
    near_ahead = ahead_by <= MONTHS_AHEAD if tense is Tense.OPEN else back_by > MONTHS_BACK
    return anchor.year + (number < anchor.month) if near_ahead and ahead_by else behind


def _year(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    year = meaning.year or 1
    return f"{year:04}", part_of(calendar.years(year, 1), meaning.mod)


def _weekday(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    weekday, part = meaning.weekday or 0, "T" + meaning.part if meaning.part else ""
    if anchor is None:
        return f"XXXX-WXX-{weekday + 1}{part}", None
    if meaning.shift == -1:
        day = calendar.weekday_before(calendar.shifted(anchor, -1), weekday)
    elif meaning.shift == 1:
        day = calendar.weekday_after(calendar.shifted(anchor, 1), weekday)
    elif meaning.shift == 0 or tense is Tense.FUTURE:
        day = calendar.weekday_after(anchor, weekday)
    else:
        day = calendar.weekday_before(anchor, weekday)
    return day.isoformat() + part, Interval.day(day)


def _relative(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    unit = meaning.unit or "D"
    moved = calendar.step(anchor, unit, meaning.shift or 0) if anchor else None
    if anchor is None or moved is None:
        return blank(unit), None
    days = calendar.around(moved, unit)
    if meaning.day is not None and unit == "M":
        chosen = _date(days.first.year, days.first.month, meaning.day)
        return (chosen.isoformat(), Interval.day(chosen)) if chosen else (blank("D"), None)
    return name_of(days, unit), _trimmed(part_of(days, meaning.mod), meaning, anchor)


def _trimmed(days: Interval, meaning: Meaning, anchor: date) -> Interval:
    """Hold "earlier this month" to the days before the day of writing, "later this month" to those after."""
    if meaning.mod == "EARLIER" and days.contains(anchor):
        return Interval(days.first, anchor)
    if meaning.mod == "LATER" and days.contains(anchor):
        return Interval(anchor, days.last)
    return days


def _ago(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    unit, shift = meaning.unit or "D", meaning.shift or -1
    if anchor is None or meaning.number is None:
        return "PAST_REF" if shift < 0 else "FUTURE_REF", None
    moved = calendar.step(anchor, unit, shift * meaning.number)
    if moved is None or unit.startswith("T"):
        return anchor.isoformat() if moved else blank(unit), Interval.day(moved) if moved else None
    days = calendar.around(moved, unit)
    return name_of(days, unit), days


def _since(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    value = length(meaning)
    moved = None
    if anchor is not None and meaning.number is not None:
        moved = calendar.step(anchor, meaning.unit or "D", (meaning.shift or -1) * meaning.number)
    if anchor is None or moved is None:
        return value, None
    return value, Interval(min(moved, anchor), max(moved, anchor))


def _today(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    part = "T" + meaning.part if meaning.part else ""
    if anchor is None:
        return f"XXXX-XX-XX{part}", None
    day = calendar.shifted(anchor, meaning.shift or 0)
    return day.isoformat() + part, Interval.day(day)


def _clock(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    plain = meaning._replace(part=None)
    value, when = (
        _weekday(plain, anchor, tense) if meaning.weekday is not None else _today(plain, anchor, tense)
    )
    return value + (meaning.part or ""), when


def _season(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    name, year = meaning.season or "SU", meaning.year
    if year is None and anchor is None:
        return f"XXXX-{name}", None
    if year is None and anchor is not None:
        year = _season_year(anchor, name, meaning.shift, tense)
    days = calendar.season(year or 1, name)
    return f"{year:04}-{name}", part_of(days, meaning.mod)


def _season_year(anchor: date, name: str, shift: int | None, tense: Tense) -> int:
    """Return the year of the season that "last", "this" or "next" points at."""
    nearby = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if year > 0]
    if shift == -1:
        return max(year for year in nearby if calendar.season(year, name).last < anchor or year == nearby[0])
    under_way = [year for year in nearby if calendar.season(year, name).contains(anchor)]
    if shift != 1 and under_way:
        return under_way[0]
    if shift == 1 or tense is Tense.FUTURE:
        return min(
            year for year in nearby if calendar.season(year, name).first > anchor or year == nearby[-1]
        )
    return min(nearby, key=lambda year: abs((calendar.season(year, name).first - anchor).days + 45))


def _quarter(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    number, year = meaning.quarter or 1, meaning.year
    if year is None and anchor is None:
        return f"XXXX-Q{number}", None
    if year is None and anchor is not None:
        year = anchor.year + (meaning.shift or 0) if meaning.shift else anchor.year
        if (
            meaning.shift is None
            and tense is not Tense.FUTURE
            and calendar.quarter(year, number).first > anchor
        ):
            year -= 1
    return f"{year:04}-Q{number}", calendar.quarter(max(1, min(year or 1, 9999)), number)


def _year_ago(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    """Read "the year-ago period": the same quarter a year before, where a quarter was spoken of; else the year before."""
    if anchor is None:
        return "XXXX", None
    if meaning.quarter is None:
        return _relative(Meaning("relative", unit="Y", shift=-1), anchor, tense)
    if meaning.quarter == 0:
        return _relative(Meaning("relative", unit="Q", shift=-5), anchor, tense)
    spoken = _quarter(Meaning("quarter", quarter=meaning.quarter), anchor, Tense.PAST)[0]
    return _quarter(Meaning("quarter", int(spoken[:4]) - 1, quarter=meaning.quarter), anchor, tense)


def _half(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    year, number = meaning.year or (anchor.year if anchor else None), meaning.quarter or 1
    if year is None:
        return f"XXXX-H{number}", None
    return f"{year:04}-H{number}", calendar.month(year, number * 6 - 5).join(calendar.month(year, number * 6))


def _holiday(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    """Read a feast: of its year, else the nearest on the side that the verb says."""
    feast = meaning.ref or ""
    near = (0,) if meaning.shift == 0 else (-1, 0, 1)
    years = [meaning.year] if meaning.year else [anchor.year + k for k in near] if anchor else []
    days = [day for year in years if (day := feast_day(year, feast))]
    if not days:
        return "XXXX-XX-XX", None
    if anchor is not None and len(days) > 1:
        tense = SHIFTED.get(meaning.shift or 0, tense)
        wanted = [day for day in days if (day >= anchor if tense is Tense.FUTURE else day <= anchor)]
        days = wanted if tense is not Tense.OPEN and wanted else days
        days = sorted(days, key=lambda day: (abs((day - anchor).days), day))
    return days[0].isoformat(), Interval.day(days[0])


def _decade(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    year = meaning.year or 10
    return f"{year // 10:03}", part_of(calendar.years(year, 10), meaning.mod)


def _century(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    year = max(100, meaning.year or 100)
    return f"{year // 100:02}", calendar.years(year, 100)


def _length_only(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}", None
    return meaning.ref or length(meaning), None


def _now(meaning: Meaning, anchor: date | None, tense: Tense) -> Read:
    return meaning.ref or "PRESENT_REF", Interval.day(
        anchor
    ) if anchor and meaning.ref == "PRESENT_REF" else None


READERS: dict[str, Callable[[Meaning, date | None, Tense], Read]] = {
    "ago": _ago, "century": _century, "clock": _clock, "day": _day, "decade": _decade,
    "duration": _length_only, "half": _half, "holiday": _holiday, "month": _month, "now": _now, "quarter": _quarter,
    "relative": _relative, "season": _season, "set": _length_only, "since": _since, "today": _today,
    "weekday": _weekday, "year": _year, "yearago": _year_ago,
}  # fmt: skip


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

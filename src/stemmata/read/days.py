"""Dates as pages print them, into ISO: ``Sunday 06 August 2023 07:11 EDT`` is ``2023-08-06T07:11:00-04:00``.

Only full dates (day, month and year) are read here: they are what a page states of itself. Time words inside
a story belong to ``text/``.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

EARLIEST = 1690
"""No newspaper is older (Publick Occurrences, Boston); smaller years are numbers of other things."""
LATEST = 2100
_MOST_HOURS = 14
"""Most hours that a place's clocks are from Greenwich."""
_YEAR = re.compile(r"[12]\d{3}")

_DAY_FIRST = frozenset({"gb", "uk", "ie", "au", "nz", "in", "pk", "ng", "ke", "sg", "za", "hk", "my", "gh"})

First = Literal["day", "month"] | None
"""Which number comes first in 03/04/2023; None where that is not known."""


class Day(NamedTuple):
    """A date found in a text: its ISO value and where it stands."""

    value: str
    start: int
    end: int


@cache
def _table() -> tuple[dict[str, int], dict[str, str]]:
    table = tomllib.loads(Path(__file__).with_name("months.toml").read_text("utf-8"))
    months = {name: int(number) for number, names in table["months"].items() for name in names}
    return months, table["zones"]


@cache
def _pattern() -> re.Pattern[str]:
    month = r"[^\W\d_]{3,14}"
    clock = (
        r"(?:(?:t|\s*[,|·•@/–—-]?\s*(?:at|um|à|a las|alle|om|kl\.?|в|,)?\s*)"
        r"(?P<hour>[0-2]?\d)(?:[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?)?(?!\d)\s*"
        r"(?P<half>[ap]\.?\s?m\b\.?)?(?:\s*uhr\b)?\s*\(?"
        r"(?P<zone>(?:(?:gmt|utc)?[+-]\d{2}:?\d{2})|[a-z]{1,5}\b)?\)?)?"
    )
    return re.compile(
        r"(?<![\d/.-])(?:"
        r"(?P<y1>\d{4})(?:[-/]|\.\s?)(?P<m1>\d{1,2})(?:[-/]|\.\s?)(?P<d1>\d{1,2})(?!\d)"
        rf"|(?P<n2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b,?\s+(?P<y2>\d{{4}})\b"
        rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s*(?:of\s|de\s|d[’'])?[\s-]*(?P<n3>{month})\b(?:\s?/\s?{month})?\.?,?[\s-]*(?:de\s|del\s)?(?P<y3>\d{{4}})\b"
        r"|(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]"
        r"|(?P<a5>\d{1,2})\s?(?P<s5>[./|-])\s?(?P<b5>\d{1,2})\s?(?P=s5)\s?(?P<y5>\d{4})(?!\d)"
        rf"){clock}",
    )


def first_in(language: str) -> First:
    """Return how a page of that language (``en-US``, ``de``) writes a date in three numbers, as far as that tells it."""
    tongue, _, region = language.strip().lower().replace("_", "-").partition("-")
    if tongue == "en":
        return "month" if region == "us" else "day" if region in _DAY_FIRST else None
    return "day" if len(tongue) in {2, 3} else None


def days_in(text: str, *, first: First = None) -> Iterator[Day]:
    """Yield the full dates of a short text; one like 03/04/2023 only if it is told which number is the month."""
    if not _YEAR.search(text):
        return
    low = text.lower()
    for found in _pattern().finditer(low if len(low) == len(text) else text):
        parts = found.groupdict()
        day = _date(parts, first)
        if day:
            clock, end = _clock(parts, found, day)
            yield Day(day.isoformat() + clock, found.start(), end)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,:/-])([0-3]?\d)([./-])([01]?\d)\2(\d\d)(?![\w:/-]|\.\d)")


def short_days_in(text: str, *, first: First = None) -> Iterator[Day]:
    """Yield dates whose years have two digits, as in 04.03.21, of this century; ``first`` as for ``days_in``."""
    for found in _short().finditer(text):
        one, by, other, year = found.groups()
        order = "day" if by == "." or int(one) > 12 else "month" if int(other) > 12 else first
        if order:
            month, day = (int(other), int(one)) if order == "day" else (int(one), int(other))
            if at := _valid(2000 + int(year), month, day):
                yield Day(at.isoformat(), found.start(), found.end())


def iso(value: str) -> str | None:
    """Return a machine date (ISO with or without time, RFC 2822, digits in a row, seconds since 1970) in one ISO form, or None."""
    value = value.strip()
    if not value:
        return None
    if plain := _plain().fullmatch(value):
        return _from_plain(plain)
    if re.fullmatch(r"1[0-8][0-9]{8}(?:[0-9]{3})?", value):
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    if re.fullmatch(r"\d{8}(?:T?\d{4,6}Z?)?", value):
        value = (
            f"{value[:4]}-{value[4:6]}-{value[6:]}"
            if len(value) == 8
            else f"{value[:4]}-{value[4:6]}-{value[6:8]}"
        )
    found = next(days_in(value[:80]), None)
    return found.value if found and found.start <= 12 else None


@cache
def _plain() -> re.Pattern[str]:
    """The form that nearly all machines write."""
    return re.compile(
        r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?"
        r" ?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"
    )


def _from_plain(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    at = _valid(int(year), int(month), int(day))
    if at is None or hour is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return at.isoformat() if at else None
    offset = "+00:00" if zone in {"Z", "z"} else _numbers(zone[:3], zone[-2:]) if zone else ""
    return f"{at.isoformat()}T{hour}:{minute}:{second or '00'}{offset}"


def _date(parts: dict[str, str | None], order: First) -> date | None:
    months = _table()[0]
    if parts["y5"]:
        first, second = int(parts["a5"] or 0), int(parts["b5"] or 0)
        if parts["s5"] == "." or first > 12:
            month, day = second, first
        elif second > 12 or order == "month":
            month, day = first, second
        elif order == "day":
            month, day = second, first
        else:
            return None
        return _valid(int(parts["y5"]), month, day)
    if parts["n2"]:
        return _valid(int(parts["y2"] or 0), months.get(parts["n2"].lower(), 0), int(parts["d2"] or 0))
    if parts["n3"]:
        return _valid(int(parts["y3"] or 0), months.get(parts["n3"].lower(), 0), int(parts["d3"] or 0))
    number = "1" if parts["y1"] else "4"
    return _valid(*(int(parts[letter + number] or 0) for letter in "ymd"))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _clock(parts: dict[str, str | None], found: re.Match[str], day: date) -> tuple[str, int]:
    """Return ``Thh:mm:ss`` with the offset if one is given, and where the stamp ends."""
    hour = int(parts["hour"]) if parts["hour"] else -1
    if hour < 0 or hour > 23 or (parts["minute"] is None and parts["half"] is None):
        at = max(
            found.end(name) for name in found.groupdict() if name[-1].isdigit() and parts[name] is not None
        )
        tail = found.string[at : at + 2].lower()
        return "", at + (1 if tail[:1] in {"日", "일"} else 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower().startswith("p") else 0)
    offset = _offset(parts["zone"], day)
    end = found.end() if offset or not parts["zone"] else found.start("zone")
    clock = f"T{hour:02}:{parts['minute'] or '00'}:{parts['second'] or '00'}"
    return clock + offset, found.start() + len(found.string[found.start() : end].rstrip(" (,|·•@/–—-"))


def _offset(zone: str | None, day: date) -> str:
    if not zone:
        return ""
    numbers = re.search(r"([+-]\d{2}):?(\d{2})", zone)
    if numbers:
        return _numbers(numbers[1], numbers[2])
    named = zone.upper()
    if named in {"ET", "CT", "MT", "PT"}:
        named = f"{named[0]}{'D' if _summer(day) else 'S'}T"
    return _table()[1].get(named, "")


def _numbers(hours: str, minutes: str) -> str:
    """Return an offset from Greenwich, or nothing if no place on Earth has it."""
    return f"{hours}:{minutes}" if abs(int(hours)) <= _MOST_HOURS and int(minutes) < 60 else ""


def _summer(day: date) -> bool:
    """Whether clocks in the United States are an hour ahead (second Sunday of March to first of November, since 2007)."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return start <= day < end

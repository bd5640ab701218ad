"""Where the markup of a page shows dates: a year is looked for first, then the rest of its date and what stands before it.

Only the markup right around a date is looked at. No tree is built.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from html import unescape
from itertools import islice
from typing import NamedTuple

from stemmata.read.days import Day, First, days_in, short_days_in

_BEFORE, _AFTER = 110, 60
"""Characters around a year in which the rest of its date stands, tags included."""
_AROUND = 600
"""Characters before a date in which the tags it stands in begin."""
_TAGS = 3
"""Tags before a date that say what it is."""
_LABEL = 45
"""Characters of visible text before a date that may be its label."""
_LONGEST = 400
"""Characters of a tag, and of a piece of text, that are looked at before and after a year."""
_MOST_YEARS = 5_000
"""Years looked at in one stretch."""


class Place(NamedTuple):
    """Where a date stands: the attributes of the tags before it, the words before it, the size of its piece of text."""

    tags: str
    label: str
    size: int


class Dated(NamedTuple):
    """A date found: its ISO value, where its year stands, its words unless an attribute gives it, and its place."""

    value: str
    at: int
    words: str
    place: Place


def full_dates(markup: str, first: First) -> Iterator[Dated]:
    """Yield the dates of a stretch of a page that have whole years, in attributes that give moments or in its text."""
    ended = 0
    for year in islice(_year().finditer(markup), _MOST_YEARS):
        at = year.start()
        if at < ended or markup[at - 1 : at].isdigit():
            continue
        opened = _in_tag(markup, at)
        found = (
            _written(markup, at, partial(days_in, first=first))
            if opened < 0
            else _given(markup, opened, at, first)
        )
        if found:
            ended = year.end()
            yield found


def short_dates(markup: str, first: First) -> Iterator[Dated]:
    """Yield the dates of its text whose years have two digits."""
    for number in islice(_short_year().finditer(markup), _MOST_YEARS):
        at = number.end() - 2
        if _in_tag(markup, at) < 0 and (found := _written(markup, at, partial(short_days_in, first=first))):
            yield found


def _in_tag(markup: str, at: int) -> int:
    """Return where the tag begins that a place is inside of, or -1."""
    opened = markup.rfind("<", max(0, at - _LONGEST), at)
    return opened if opened > markup.rfind(">", max(0, at - _LONGEST), at) else -1


def seen(markup: str) -> str:
    """Return a stretch with everything blank that is never shown."""
    return _hidden().sub(lambda found: " " * len(found[0]), _whole(markup))


def _whole(markup: str) -> str:
    """Return a stretch without the end of a script that it begins in."""
    end, begin = markup.find("</script"), markup.find("<script")
    return " " * end + markup[end:] if end >= 0 and (begin < 0 or end < begin) else markup


def _given(markup: str, opened: int, year: int, first: First) -> Dated | None:
    """Return the moment that an attribute gives, if the year stands in one that does."""
    giving = _giving().search(markup[max(opened, year - 60) : year])
    if giving is None:
        return None
    value = unescape(re.split(r"[\"'<>]", giving[1] + markup[year : year + 40], maxsplit=1)[0])
    day = next(days_in(value, first=first), None)
    if day is None:
        return None
    end = markup.find(">", year, year + _LONGEST)
    return Dated(day.value, year, "", Place(_tags(markup[max(0, opened - _AROUND) : max(end, year)]), "", 0))


def _written(markup: str, year: int, read: Callable[[str], Iterable[Day]]) -> Dated | None:
    """Return the date in the visible text around a year."""
    before, after = _words(markup[max(0, year - _BEFORE) : year]), _words(markup[year : year + _AFTER])
    text = before + after
    day = next((day for day in read(text) if day.start <= len(before) < day.end), None)
    if day is None:
        return None
    tags = _tags(markup[max(0, year - _AROUND) : year])
    label = before[: day.start].lower()[-_LABEL:]
    return Dated(day.value, year, text[day.start : day.end], Place(tags, label, _size(markup, year)))


def _words(markup: str) -> str:
    return unescape(_tag().sub(" ", markup))


def _tags(markup: str) -> str:
    """Return what the names and classes of the last tags before a date say of it."""
    opened = _opening().findall(markup.lower())[-_TAGS:]
    return " ".join("".join(named) for tag in opened for named in _naming().findall(tag))


def _size(markup: str, year: int) -> int:
    """Return how long the piece of text is that a year stands in."""
    start = markup.rfind(">", max(0, year - _LONGEST), year)
    end = markup.find("<", year, year + _LONGEST)
    return (end if end >= 0 else year + _LONGEST) - (start if start >= 0 else year - _LONGEST)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"[12][09]\d\d(?!\d)")


@cache
def _short_year() -> re.Pattern[str]:
    return re.compile(r"[./-][01]?\d[./-]\d\d(?![\w:/-])")


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(
        r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|<(script|style|template|svg)\b(?:[^<]++|<(?!/\1))*+(?:</\1|\Z)",
        re.IGNORECASE,
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<[^<>]*+>|^[^<>]*+>|<[^<>]*+$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"<([a-z][^<>]*+)>?")


@cache
def _naming() -> re.Pattern[str]:
    """The attributes that say what an element is for, and the name of an element for moments."""
    return re.compile(
        r"""\b(?:class|id|itemprop|rel|name|data-testid|data-type|title)\s?=\s?["']?([^"'<>]*)|^(time)\b|(pubdate)"""
    )


@cache
def _giving() -> re.Pattern[str]:
    """The attributes that give a moment, up to the year in one."""
    return re.compile(
        r"""\b(?:datetime|content|title|data-[a-z-]{0,20}(?:publ|date|time)[a-z-]{0,20})\s{0,3}=\s{0,3}["']?([^"'<>]{0,40})$""",
        re.IGNORECASE,
    )

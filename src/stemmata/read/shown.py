"""The dates that a page shows, each weighed by what stands around it: its tag, its class names, its label, the headline.

Only the markup right around a date is looked at, in a stretch around the headline or in the whole page: a year is looked for
first, and then what stands before it. No tree is built.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from itertools import islice
from pathlib import Path
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
_MOST_YEARS = 5_000
"""Years looked at in one stretch."""


class Shown(NamedTuple):
    """A date that a page shows: its ISO value, where it stands, how much speaks for it, and the words on the page."""

    value: str
    start: int
    weight: float
    words: str
    origin: str
    kind: str
    """What the markup calls it; dates of a list of stories have one kind."""


@dataclass(frozen=True, slots=True)
class ShownSettings:
    """What each sign weighs that a date is the page's own. Set by hand on the even half of ``benchmarks/dates.py``."""

    published: float = 3.0
    """Its tag, class or label says so."""
    dated: float = 1.5
    """Its tag, class or label says that it is some date."""
    element: float = 1.0
    """It stands in a ``time`` element."""
    alone: float = 1.0
    """Nothing but it stands there, or little."""
    prose: float = -2.0
    """It stands within a sentence."""
    modified: float = -0.5
    """It is called a later change: better than nothing."""
    others: float = -2.5
    """It is called that of a comment, another story, an event."""
    listing: float = -1.5
    """Its class is one of those that lists of stories have; the heads of some stories have them, too."""
    near: float = 3.0
    """It stands right at the headline; half of that at ``half`` characters from it."""
    half: int = 1_000
    """Characters, tags included, in which nearness to the headline falls by half; before it, half as many."""
    listed: float = -2.5
    """It is one of several of one kind with different days or minutes: those of a list of stories, or of comments."""
    fewest_listed: int = 3
    """Different days or minutes from which dates of one kind are a list's."""
    alone_in: int = 60
    """Most characters of a piece of text that is little more than a date."""
    prose_from: int = 160
    """Characters from which a piece of text is prose."""


class _Place(NamedTuple):
    """Where a date stands: the attributes of the tags before it, the words before it, the size of its piece of text."""

    tags: str
    label: str
    size: int


class _Dated(NamedTuple):
    """A date found: its ISO value, where its year stands, its words unless an attribute gives it, and its place."""

    value: str
    at: int
    words: str
    place: _Place


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))
    words = {kind: [word.strip() for word in listed.split(";")] for kind, listed in table.items()}
    return {
        kind: re.compile("|".join(re.escape(word) for word in some if word)) for kind, some in words.items()
    }


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


def ranked_days(markup: str, headline: int | None, first: First, settings: ShownSettings) -> list[Shown]:
    """Return the dates of a stretch of a page, the likeliest first; those of lists behind.

    ``headline`` is where in the stretch the headline begins, if it is known.
    """
    markup = _seen(markup)
    found = _weighed(markup, _full_dates(markup, first), headline, settings)
    listed = _listed(found, settings)
    return _sorted(
        one._replace(weight=one.weight + settings.listed) if one.kind in listed else one for one in found
    )


def _listed(found: Iterable[Shown], settings: ShownSettings) -> set[str]:
    """Return the kinds of which there are several days, or several minutes of one day."""
    days: dict[str, set[str]] = {}
    minutes: dict[str, set[str]] = {}
    for one in found:
        days.setdefault(one.kind, set()).add(one.value[:10])
        minutes.setdefault(one.kind, set()).update([one.value[:16]] if "T" in one.value else [])
    return {kind for kind in days if max(len(days[kind]), len(minutes[kind])) >= settings.fewest_listed}


def ranked_short_days(
    markup: str, headline: int | None, first: First, settings: ShownSettings
) -> list[Shown]:
    """Return in the same way the dates whose years have two digits."""
    markup = _seen(markup)
    return _sorted(_weighed(markup, _short_dates(markup, first), headline, settings))


def _sorted(found: Iterable[Shown]) -> list[Shown]:
    return sorted(found, key=lambda one: (-one.weight, one.start))


def _full_dates(markup: str, first: First) -> Iterator[_Dated]:
    ended = 0
    for year in islice(_year().finditer(markup), _MOST_YEARS):
        at = year.start()
        if at < ended or markup[at - 1 : at].isdigit():
            continue
        if found := _given(markup, at, first) or _written(markup, at, partial(days_in, first=first)):
            ended = year.end()
            yield found


def _short_dates(markup: str, first: First) -> Iterator[_Dated]:
    for number in islice(_short_year().finditer(markup), _MOST_YEARS):
        if found := _written(markup, number.end() - 2, partial(short_days_in, first=first)):
            yield found


def _weighed(
    markup: str, dates: Iterable[_Dated], headline: int | None, settings: ShownSettings
) -> list[Shown]:
    ended = markup.find("</h", headline) if headline is not None else 0
    return [
        Shown(
            value,
            at,
            _weight(place, settings) + _nearness(at, headline, ended, settings),
            words.strip(),
            "text" if words else "time",
            place.tags,
        )
        for value, at, words, place in dates
    ]


def _seen(markup: str) -> str:
    """Return a stretch with everything blank that is never shown."""
    return _hidden().sub(lambda found: " " * len(found[0]), _whole(markup))


def _whole(markup: str) -> str:
    """Return a stretch without the end of a script that it begins in."""
    end, begin = markup.find("</script"), markup.find("<script")
    return " " * end + markup[end:] if end >= 0 and (begin < 0 or end < begin) else markup


def _given(markup: str, year: int, first: First) -> _Dated | None:
    """Return the moment that an attribute gives, if the year stands in one that does."""
    opened = markup.rfind("<", max(0, year - 400), year)
    if opened < markup.rfind(">", max(0, year - 400), year) or not (
        giving := _giving().search(markup[max(opened, year - 60, 0) : year])
    ):
        return None
    value = unescape(re.split(r"[\"'<>]", giving[1] + markup[year : year + 40], maxsplit=1)[0])
    day = next(days_in(value, first=first), None)
    if day is None:
        return None
    end = markup.find(">", year, year + 400)
    return _Dated(
        day.value, year, "", _Place(_tags(markup[max(0, opened - _AROUND) : max(end, year)]), "", 0)
    )


def _written(markup: str, year: int, read: Callable[[str], Iterable[Day]]) -> _Dated | None:
    """Return the date in the visible text around a year."""
    begin = max(0, year - _BEFORE)
    if markup.rfind("<", begin, year) > markup.rfind(">", begin, year):
        return None
    before, after = _words(markup[begin:year]), _words(markup[year : year + _AFTER])
    text = before + after
    day = next((day for day in read(text) if day.start <= len(before) < day.end), None)
    if day is None:
        return None
    tags = _tags(markup[max(0, year - _AROUND) : year])
    label = before[: day.start].lower()[-_LABEL:]
    return _Dated(day.value, year, text[day.start : day.end], _Place(tags, label, _size(markup, year)))


def _words(markup: str) -> str:
    return unescape(_tag().sub(" ", markup))


def _tags(markup: str) -> str:
    """Return what the names and classes of the last tags before a date say of it."""
    opened = _opening().findall(markup.lower())[-_TAGS:]
    return " ".join("".join(named) for tag in opened for named in _naming().findall(tag))


def _size(markup: str, year: int) -> int:
    """Return how long the piece of text is that a year stands in, up to four hundred characters to each side."""
    start = markup.rfind(">", max(0, year - 400), year)
    end = markup.find("<", year, year + 400)
    return (end if end >= 0 else year + 400) - (start if start >= 0 else year - 400)


def _weight(place: _Place, settings: ShownSettings) -> float:
    signs = _signs()
    prose = place.size > settings.prose_from
    weight = settings.prose if prose else settings.alone if place.size < settings.alone_in else 0.0
    told = _told(place)
    if told == "modified":
        weight += settings.modified
    if told == "published" and not prose:
        weight += settings.published
    elif signs["dated"].search(place.tags + " " + place.label):
        weight += settings.dated
    if "time" in place.tags.split():
        weight += settings.element
    if signs["others"].search(place.tags) or signs["others"].search(place.label):
        weight += settings.others
    elif signs["listing"].search(place.tags):
        weight += settings.listing
    return weight


def _told(place: _Place) -> str:
    """Return as what a date is told: the word nearest to it decides, a label before a class name."""
    signs = _signs()
    for words in (place.label, place.tags):
        told = [
            (found.end(), kind) for kind in ("published", "modified") for found in signs[kind].finditer(words)
        ]
        if told:
            return max(told)[1]
    return ""


def _nearness(year: int, headline: int | None, ended: int, settings: ShownSettings) -> float:
    """Weigh how near a date stands to the headline; one in the headline is what the story is about."""
    if headline is None or headline <= year < ended:
        return 0.0
    apart = year - headline if year >= headline else 2 * (headline - year)
    return settings.near / (1 + apart / settings.half)

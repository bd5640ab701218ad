"""The dates that a page shows, each weighed by what stands around it: its tag, its class names, its label, the headline.

Only the markup right around a date is looked at, in a stretch around the headline or in the whole page: a year is looked for
first, and then what stands before it. No tree is built.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

from stemmata.read.days import First, days_in

_BEFORE, _AFTER = 130, 70
"""Characters around a year in which the rest of its date stands, tags included."""
_AROUND = 330
"""Characters before a date in which tags and labels say what it is."""
_MOST_YEARS = 400
"""Years looked at in one stretch."""


class Shown(NamedTuple):
    """A date that a page shows: its ISO value, where it stands, how much speaks for it, and the words on the page."""

    value: str
    start: int
    weight: float
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class ShownSettings:
    """What each sign weighs that a date is the page's own. Set by hand on the even half of ``benchmarks/dates.py``."""

    published: float = 3.0
    """Its tag, class or label says so."""
    dated: float = 1.0
    """Its tag, class or label says that it is some date."""
    element: float = 1.0
    """It stands in a ``time`` element."""
    alone: float = 1.0
    """Nothing but it stands there, or little."""
    prose: float = -1.5
    """It stands within a sentence."""
    modified: float = -2.5
    """It is called a later change."""
    others: float = -3.0
    """It is called that of a comment, another story, an event."""
    near: float = 2.0
    """It stands right at the headline; falls to nothing at the end of ``reach``."""
    reach: int = 6_000
    """Characters, tags included, within which nearness to the headline counts."""


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
def _hidden() -> re.Pattern[str]:
    return re.compile(
        r"<!--(?:[^-]++|-(?!->))*+-->|<(script|style|template|svg)\b(?:[^<]++|<(?!/\1))*+</\1", re.IGNORECASE
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<[^<>]*+>|^[^<>]*+>|<[^<>]*+$")


def shown_days(markup: str, headline: int | None, first: First, settings: ShownSettings) -> Iterator[Shown]:
    """Yield the dates of a stretch of a page. ``headline`` is where in it the headline begins, if it is known."""
    markup = _hidden().sub(lambda found: " " * len(found[0]), markup)
    ended = 0
    for number, year in enumerate(_year().finditer(markup)):
        if number > _MOST_YEARS:
            return
        if year.start() < ended:
            continue
        if found := _at(markup, year.start(), headline, first, settings):
            ended = year.end()
            yield found


def _at(markup: str, year: int, headline: int | None, first: First, settings: ShownSettings) -> Shown | None:
    """Return the date that a year belongs to, weighed; None if it belongs to none."""
    begin = max(0, year - _BEFORE)
    opened, closed = markup.rfind("<", begin, year), markup.rfind(">", begin, year)
    inside = opened > closed
    if inside:
        value = _value_at(markup, opened, year)
        day = next(days_in(value, first=first), None) if value else None
        words = ""
    else:
        before = _words(markup[begin:year])
        after = _words(markup[year : year + _AFTER])
        text = before + after
        day = next((d for d in days_in(text, first=first) if d.start <= len(before) < d.end), None)
        words = text[day.start : day.end] if day else ""
    if day is None:
        return None
    around = markup[max(0, year - _AROUND) : year].lower()
    weight = _weight(around, inside, settings) + _nearness(year, headline, settings)
    if not inside:
        weight += _setting(before[: day.start], markup, year, settings)
    return Shown(day.value, year, weight, words, "time" if inside else "text")


_DATETIME = re.compile(r"""(?:datetime|content|title)\s{0,3}=\s{0,3}["']?([^"'<>]{0,40})$""", re.IGNORECASE)


def _value_at(markup: str, opened: int, year: int) -> str:
    """Return the value of the attribute in which a year stands, if it is one that gives moments."""
    if not _DATETIME.search(markup[max(opened, year - 60) : year]):
        return ""
    begin = max(markup.rfind(mark, opened, year) for mark in ('"', "'", "="))
    return unescape(re.split(r"[\"'<>]", markup[begin + 1 : year + 40], maxsplit=1)[0])


def _words(markup: str) -> str:
    return unescape(_tag().sub(" ", markup))


def _weight(around: str, inside: bool, settings: ShownSettings) -> float:
    signs = _signs()
    tags = around[-220:]
    weight = 0.0
    if signs["published"].search(tags):
        weight += settings.published
    elif signs["dated"].search(tags):
        weight += settings.dated
    if "<time" in tags:
        weight += settings.element
    near = around[-90:]
    if signs["modified"].search(near):
        weight += settings.modified
    if signs["others"].search(around):
        weight += settings.others
    return weight


def _setting(before: str, markup: str, year: int, settings: ShownSettings) -> float:
    """Weigh whether a date stands alone or in a sentence."""
    start = max(markup.rfind(">", 0, year), year - 400)
    end = markup.find("<", year, year + 400)
    size = (end if end >= 0 else year + 400) - start
    return settings.alone if size < 60 else settings.prose if size > 160 else 0.0


def _nearness(year: int, headline: int | None, settings: ShownSettings) -> float:
    if headline is None:
        return 0.0
    return settings.near * max(0.0, 1 - abs(year - headline) / settings.reach)

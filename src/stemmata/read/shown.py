"""The dates that a page shows, each weighed by what stands around it: its tag, its class names, its label, the headline."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stemmata.read.days import First
from stemmata.read.spots import Dated, Place, full_dates, seen, short_dates


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
    """What each sign weighs that a date is the page's own, and how much is enough.

    Set by hand on the even half of ``benchmarks/dates.py`` and on other pages whose markup, which says their day, was blanked.
    """

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
    sure: float = 3.0
    """Weight from which a date shown near the headline is the page's own."""
    likely: float = 1.5
    """Weight from which a date shown anywhere goes before what is said of the last change."""
    faint: float = 0.5
    """Weight from which it is taken where nothing else says anything. From 0.5 to 1.0 nothing changes but two pages."""


def ranked_days(markup: str, headline: int | None, first: First, settings: ShownSettings) -> list[Shown]:
    """Return the dates of a stretch of a page, the likeliest first; those of lists behind.

    ``headline`` is where in the stretch the headline begins, if it is known.
    """
    markup = seen(markup)
    found = _weighed(markup, full_dates(markup, first), headline, settings)
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
    markup = seen(markup)
    return _sorted(_weighed(markup, short_dates(markup, first), headline, settings))


def _sorted(found: Iterable[Shown]) -> list[Shown]:
    return sorted(found, key=lambda one: (-one.weight, one.start))


def _weighed(
    markup: str, dates: Iterable[Dated], headline: int | None, settings: ShownSettings
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


def _weight(place: Place, settings: ShownSettings) -> float:
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


def _told(place: Place) -> str:
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


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))
    words = {kind: [word.strip() for word in listed.split(";")] for kind, listed in table.items()}
    return {
        kind: re.compile("|".join(re.escape(word) for word in some if word)) for kind, some in words.items()
    }

"""The year of a day that a text names without it, from dated texts that speak of the very day and share its names.

"Two days after the walkout began on Tuesday, April 14": few years have that Tuesday, and another page of the heap, of a known year, tells
of the walkout of April 14.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from stemmata.dating.judge import Dated
from stemmata.dating.settings import DatingSettings
from stemmata.dating.told import Timed
from stemmata.model import Anchor, Evidence, Interval
from stemmata.text.names import names
from stemmata.text.times import Tense, grammar, resolve
from stemmata.text.times.calendar import shifted, weekday_after

DAY = tuple[int, int]
MOST_ASKED = 40
"""Dated texts asked for one day."""
PARAGRAPHS = 12
"""Paragraphs whose names are compared."""


def dated_elsewhere(dated: Mapping[str, Dated], settings: DatingSettings) -> dict[str, Dated]:
    """Return the texts without a day of their own that others lend a year, dated by it."""
    asking = {
        name: wanted
        for name, one in sorted(dated.items())
        if one.written is None and not one.trusted and (wanted := _named(one, settings))
    }
    if not asking:
        return {}
    told = _telling({day for wanted in asking.values() for day in wanted}, dated, settings)
    found = {}
    for name, wanted in asking.items():
        lent = _lent(dated[name], wanted, told, dated, settings)
        if lent is not None:
            found[name] = lent
    return found


def _named(one: Dated, settings: DatingSettings) -> dict[DAY, Timed]:
    """Return the past days that a text names without a year, if it names one of them with its weekday."""
    known = grammar(one.told.article.language)
    coming = known.until | known.coming if known else frozenset[str]()
    found: dict[DAY, Timed] = {}
    weekdays = False
    for timed in one.told.times[: settings.most_times]:
        meaning = timed.mention.meaning
        past = timed.mention.tense is Tense.PAST and timed.mention.lead not in coming
        if meaning.kind == "day" and meaning.year is None and past:
            weekdays = weekdays or meaning.weekday is not None
            found.setdefault((meaning.month or 1, meaning.day or 1), timed)
    return found if weekdays else {}


def _telling(
    wanted: set[DAY], dated: Mapping[str, Dated], settings: DatingSettings
) -> dict[DAY, list[tuple[str, date, Timed]]]:
    """Return, for each day wanted, the dated texts that tell of it in some year, as their own time words say."""
    found: dict[DAY, list[tuple[str, date, Timed]]] = defaultdict(list)
    for name, one in sorted(dated.items()):
        if one.best is None:
            continue
        seen: set[date] = set()
        for timed in one.told.times[: settings.most_linked]:
            when = resolve(timed.mention, Interval.day(one.best)).when
            if when is None or when.days > 1 or when.first in seen:
                continue
            seen.add(when.first)
            if (when.first.month, when.first.day) in wanted:
                found[when.first.month, when.first.day].append((name, when.first, timed))
    return found


def _lent(
    mine: Dated,
    wanted: Mapping[DAY, Timed],
    told: Mapping[DAY, Sequence[tuple[str, date, Timed]]],
    dated: Mapping[str, Dated],
    settings: DatingSettings,
) -> Dated | None:
    """Date a text by the one year in which others that share its names tell of its day."""
    own = frozenset(_names(mine))
    fitting: list[tuple[date, Timed, str, Timed]] = []
    for day, here in wanted.items():
        weekday = here.mention.meaning.weekday
        for name, when, there in islice(told.get(day, ()), MOST_ASKED):
            fits = weekday is None or when.weekday() == weekday
            if fits and len(own.intersection(_names(dated[name]))) >= settings.shared_names:
                fitting.append((when, here, name, there))
    if len({when.year for when, *_ in fitting}) != 1:
        return None
    when, here, name, there = max(fitting, key=lambda one: (one[0], one[2]))
    return _from(mine, dated[name], when, here, there, settings)


def _from(
    mine: Dated, other: Dated, when: date, here: Timed, there: Timed, settings: DatingSettings
) -> Dated:
    """Date a text from the day it looks back on: within weeks, and best on the weekday that its opening names."""
    word = " ".join(here.mention.span.of(mine.told.article.text).split())
    says = (
        f"“{word}” is {when.isoformat()}: {other.told.article.name} shares its names and tells of that day."
    )
    proof = Evidence("told-elsewhere", says, 0.7, (mine.told.place(here), other.told.place(there)))
    opening = next(
        (
            timed.mention.meaning.weekday
            for timed in mine.told.times
            if timed.lede
            and timed.mention.meaning.kind == "weekday"
            and timed.mention.meaning.shift is None
            and timed.mention.tense is Tense.PAST
        ),
        None,
    )
    best = weekday_after(when, opening) if opening is not None else None
    days = Interval(when, shifted(when, settings.pair_reach))
    return replace(mine, written=days, best=best, anchor=Anchor.SIBLING, evidence=(*mine.evidence, proof))


def _names(one: Dated) -> Iterator[str]:
    """Yield the last words of the names in a text, by which people are known."""
    article = one.told.article
    for paragraph in article.body[:PARAGRAPHS]:
        for name in names(article.text, paragraph, article.language):
            if name.kind != "place":
                yield name.text.casefold().split()[-1]

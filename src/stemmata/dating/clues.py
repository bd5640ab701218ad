"""What a text alone tells of the day it was written: bounds, months, days of the week.

A clue never needs the stamp. Each says which days it allows; together they are met.
"""

from collections.abc import Collection, Iterator
from datetime import date

from stemmata.dating.clue import Clue, Named
from stemmata.dating.months import around, named_months, seasons
from stemmata.dating.near import named_days, near_days, paired
from stemmata.dating.settings import DatingSettings
from stemmata.dating.stated import own_day
from stemmata.dating.told import Timed, Told
from stemmata.model import Interval, Span
from stemmata.text.times import Grammar, Tense, grammar, resolve
from stemmata.text.times.calendar import shifted
from stemmata.text.words import words

LOOKING_BACK = frozenset(
    {"", "in", "on", "during", "of", "early", "late", "mid", "-", ",", "and", "since", "("}
)
SINCE = frozenset({"since"})
FEWEST_BEYOND = 2
"""Days looked back on from beyond the page's stamp before they count: years are often those of plans and bonds."""
PROMISE_WORDS = 12
"""Words before a year in which the word that promises it must stand."""
COMPARED_WORDS = 6
"""Words before a year in which a comparison makes it one of the past ("will fall below the level of 2019")."""


def text_clues(told: Told, stamped: date | None, settings: DatingSettings) -> tuple[Clue, ...]:
    """Return what the story tells of its own day; clues that contradict each other are left out.

    ``stamped`` is the page's own day: one lone time that looks back from beyond it is a slip or misread.
    """
    known = grammar(told.article.language)
    if known is None:
        return ()
    months = [*named_months(told, known, settings), *seasons(told, known)]
    agreed = months and frozenset.intersection(*(clue.months for clue in months if clue.months is not None))
    clues = [
        *_bounds(told, known, stamped),
        *paired(told, stamped, settings),
        *near_days(told, known, settings),
        *named_days(told, settings),
        *_dateline(told),
        *own_day(told, settings),
    ]
    return tuple(clues + months) if agreed else tuple(clues)


def _bounds(told: Told, known: Grammar, stamped: date | None) -> Iterator[Clue]:
    """Yield the latest day the story looks back on, and the earliest year it promises something for.

    Where it promises what it looks back beyond, it speaks of another year's promise.
    """
    ahead = [
        (when.last, timed)
        for timed in told.times
        if (when := _stated(timed)) and _promised(told, timed, known)
    ]
    coming = {timed.mention.meaning.year for _, timed in ahead if timed.mention.meaning.kind == "year"}
    past = [
        (when.first, timed)
        for timed in told.times
        if (when := _stated(timed)) and _looks_back(timed) and not _is_year(timed, coming)
    ]
    beyond = [pair for pair in past if stamped is not None and pair[0] > shifted(stamped, 1)]
    if sum(timed.mention.meaning.kind == "day" for _, timed in beyond) < FEWEST_BEYOND:
        past = [pair for pair in past if pair not in beyond]
    if past:
        first, timed = max(past, key=lambda pair: (pair[0], -pair[1].mention.span.start))
        says = f"The text looks back on {_words(told, timed)}: it was not written before {first.isoformat()}."
        yield Clue("looks-back", says, 0.9, (told.place(timed),), first=first)
    if ahead and past and min(ahead, key=lambda pair: pair[0])[0] < max(past, key=lambda pair: pair[0])[0]:
        return
    if ahead:
        last, timed = min(ahead, key=lambda pair: (pair[0], pair[1].mention.span.start))
        says = f"The text says what will be in {_words(told, timed)}: it was not written after {last.isoformat()}."
        yield Clue("looks-ahead", says, 0.75, (told.place(timed),), last=last)


def _is_year(timed: Timed, years: Collection[int | None]) -> bool:
    """Whether a time is one of these years: what is promised for a year does not lie in its past."""
    meaning = timed.mention.meaning
    return meaning.kind == "year" and meaning.year in years


def _stated(timed: Timed) -> Interval | None:
    """Return the days of a time that names its own year."""
    meaning = timed.mention.meaning
    if meaning.relative or meaning.kind not in {"day", "month", "year", "quarter", "season"}:
        return None
    return resolve(timed.mention, None).when


def _looks_back(timed: Timed) -> bool:
    lead = timed.mention.lead
    return lead in SINCE or (timed.mention.tense is Tense.PAST and lead in LOOKING_BACK)


def _promised(told: Told, timed: Timed, known: Grammar) -> bool:
    """Whether the sentence promises the time ("will open in 2031", "plans to close it by 2031") in the writer's voice."""
    meaning, lead = timed.mention.meaning, timed.mention.lead
    if timed.mention.tense is Tense.PAST or (meaning.kind == "year" and lead not in known.by_year):
        return False
    ahead, behind = around(timed)
    text = told.article.text
    if any(mark in ahead.of(text) for mark in '"“”«»') or not _ends(text, behind):
        return False
    before = [word.folded for word in words(text, ahead)][-PROMISE_WORDS:]
    if known.compared.intersection(before[-COMPARED_WORDS:]):
        return False
    if known.accounts.intersection(before[-COMPARED_WORDS:]):
        return False
    future = timed.mention.tense is Tense.FUTURE
    return bool(known.plans.intersection(before)) or (future and bool(known.promises.intersection(before)))


def _ends(text: str, behind: Span) -> bool:
    """Whether a year ends its phrase: "the 2031 budget", "2031/32" are no years of what is promised."""
    rest = text[behind.start : behind.start + 1]
    return rest not in {"/", "-", "–", "'", "’"}


def _dateline(told: Told) -> Iterator[Clue]:
    """Yield the day a dateline names ("OSLO, Aug 6 (Agency) -")."""
    line = told.article.dateline
    for timed in told.times:
        meaning = timed.mention.meaning
        if line is None or meaning.kind != "day" or not line.span.contains(timed.mention.span):
            continue
        says = f"The dateline is of {_words(told, timed)}."
        when = resolve(timed.mention, None).when
        if when is not None:
            yield Clue(
                "dateline", says, 0.95, (told.place(timed),), first=when.first, last=shifted(when.last, 1)
            )
        else:
            on = Named(meaning.month or 1, meaning.day or 1, None, 1, 1)
            yield Clue("dateline", says, 0.95, (told.place(timed),), near=(on,))


def _words(told: Told, timed: Timed) -> str:
    return f"“{' '.join(timed.mention.span.of(told.article.text).split())}”"

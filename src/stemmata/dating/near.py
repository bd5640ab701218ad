"""Days that news names near its own day: weekdays with dates, days promised, days of its reports."""

from collections.abc import Iterator
from datetime import date

from stemmata.dating.clue import Clue, Named
from stemmata.dating.settings import DatingSettings
from stemmata.dating.told import Timed, Told
from stemmata.model import Span
from stemmata.text.times import Grammar, Tense
from stemmata.text.words import words

FEWEST_PAIRS = 2
"""Pairs of weekday and day that must fall in the same years before they prove the year: newsrooms slip too."""
BETWEEN = frozenset({"", ",", "(", ", the", "the", ", a", "a", "on"})
"""What may stand between a weekday and its day ("5:40 p.m. on Tuesday, May 17", "Tuesday (May 17)", "May 17, a Tuesday")."""
BEFORE_WORDS = 9
A_LINE = 90
"""Characters before a time in which the word that promises it must stand."""


def paired(told: Told, stamped: date | None, settings: DatingSettings) -> Iterator[Clue]:
    """Yield clues from each "Tuesday, March 3": few years have that day on that weekday, and news is near it.

    One pair proves the year only where the page's stamp is far from the day in any year: a slip of one weekday
    near the stamp is commoner than an old text. A year told just before the pair is its own.
    """
    found = _pairs(told, settings)
    if not found:
        return
    reach, near = settings.mention_reach, settings.pair_reach
    for (number, day, weekday), timed in found.items():
        far = stamped is not None and _apart(stamped, number, day) > settings.slip_days
        weight = 0.85 if far or len(found) >= FEWEST_PAIRS else 0.6
        says = f"{_words(told, timed)} names weekday and day: only some years have both."
        named = Named(number, day, weekday, reach, reach)
        yield Clue("weekday-date", says, weight, (told.place(timed),), near=(named,))
    timed = next(iter(found.values()))
    says = f"{_words(told, timed)} names weekday and day: news does so within weeks of the day."
    near_days = tuple(Named(number, day, None, near, near) for number, day, _ in found)
    yield Clue("weekday-date", says, 0.8, (told.place(timed),), near=near_days)


def _pairs(told: Told, settings: DatingSettings) -> dict[tuple[int, int, int], Timed]:
    """Return the days named with their weekday, in one time expression or in two side by side."""
    found: dict[tuple[int, int, int], Timed] = {}
    for place, timed in enumerate(told.times[: settings.most_times]):
        meaning = timed.mention.meaning
        if meaning.kind != "day" or meaning.year is not None or told.years_beside(timed, A_LINE * 3):
            continue
        weekday = meaning.weekday
        if weekday is None:
            weekday = _weekday_beside(told, place)
        if weekday is not None:
            found.setdefault((meaning.month or 1, meaning.day or 1, weekday), timed)
    return found


def _weekday_beside(told: Told, place: int) -> int | None:
    """Return the weekday of the time expression right before or after, where nothing but a comma parts them."""
    day = told.times[place]
    for other in told.times[max(0, place - 1) : place] + told.times[place + 1 : place + 2]:
        meaning = other.mention.meaning
        if (
            meaning.kind not in {"weekday", "clock"}
            or meaning.weekday is None
            or other.sentence != day.sentence
        ):
            continue
        first, second = sorted((day.mention.span, other.mention.span))
        between = " ".join(told.article.text[first.end : second.start].split()).lower()
        if between in BETWEEN:
            return meaning.weekday
    return None


def near_days(told: Told, known: Grammar, settings: DatingSettings) -> Iterator[Clue]:
    """Yield clues from days named without year or weekday: those promised, and those of the report itself."""
    seen: set[tuple[int, int]] = set()
    for timed in told.times[: settings.most_times]:
        meaning = timed.mention.meaning
        day = (meaning.month or 1, meaning.day or 1)
        if (
            meaning.kind != "day"
            or meaning.year is not None
            or day in seen
            or told.years_beside(timed, A_LINE)
        ):
            continue
        weight = _promise(told, timed, known)
        if weight:
            seen.add(day)
            named = Named(*day, None, settings.promised_days, 0)
            says = f"{_words(told, timed)} is still to come in the text, and news looks weeks ahead."
            yield Clue("promised-day", says, weight, (told.place(timed),), near=(named,))
        elif timed.spoken and timed.mention.tense is Tense.PAST:
            seen.add(day)
            named = Named(*day, None, 0, settings.told_days)
            says = f"What the text reports was told {_words(told, timed)}."
            yield Clue("told-on", says, 0.75 if timed.lede else 0.5, (told.place(timed),), near=(named,))


def named_days(told: Told, settings: DatingSettings) -> Iterator[Clue]:
    """Yield a clue from the days that the story names without a year: news is within weeks of one of them at least.

    One such day alone may be an anniversary; of two and more, one is of the news itself.
    """
    found: dict[tuple[int, int], Timed] = {}
    for timed in told.times[: settings.most_times]:
        meaning = timed.mention.meaning
        if meaning.kind == "day" and meaning.year is None and not told.years_beside(timed, A_LINE * 3):
            found.setdefault((meaning.month or 1, meaning.day or 1), timed)
    line = told.article.dateline
    bare = {
        day: timed
        for day, timed in found.items()
        if line is None or not line.span.contains(timed.mention.span)
    }
    if len(bare) < FEWEST_PAIRS:
        return
    near = tuple(Named(*day, None, settings.pair_reach, settings.pair_reach) for day in sorted(bare))
    told_of = list(bare.values())[:3]
    listed = " and ".join(_words(told, timed) for timed in told_of)
    says = f"{listed} are named without a year: news names days so within weeks of one of them."
    yield Clue("named-days", says, 0.75, tuple(told.place(timed) for timed in told_of), near=near)


def _promise(told: Told, timed: Timed, known: Grammar) -> float:
    """Return how surely the text has the day before it: "will open on March 3", "until March 3", "starts on March 3"."""
    ahead = Span(max(timed.sentence.start, timed.mention.span.start - A_LINE), timed.mention.span.start)
    before = [word.folded for word in words(told.article.text, ahead)][-BEFORE_WORDS:]
    future = timed.mention.tense is Tense.FUTURE
    if future and known.promised.intersection(before):
        return 0.85
    if timed.mention.tense is Tense.OPEN and timed.mention.lead in known.until:
        return 0.72 if before[-2:-1] != ["up"] else 0.0
    return 0.5 if known.begins.intersection(before[-3:]) else 0.0


def _apart(stamped: date, month: int, day: int) -> int:
    """Return the days between the stamp and the nearest such day of any year."""
    named = [
        date(year, month, min(day, 28 if month == 2 else day))
        for year in (stamped.year - 1, stamped.year, stamped.year + 1)
        if 1 <= year <= 9999
    ]
    return min(abs((stamped - one).days) for one in named)


def _words(told: Told, timed: Timed) -> str:
    return f"“{' '.join(timed.mention.span.of(told.article.text).split())}”"

"""What a text alone tells of the day it was written: bounds, months, days of the week.

A clue never needs the stamp. Each says which days it allows; together they are met.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stemmata.dating.settings import DatingSettings
from stemmata.dating.told import Timed, Told
from stemmata.model import Interval, Place, Span
from stemmata.text.languages import language
from stemmata.text.stems import stem
from stemmata.text.times import Grammar, Tense, grammar, resolve
from stemmata.text.times.calendar import month, season_months, shifted
from stemmata.text.words import words

LOOKING_BACK = frozenset(
    {"", "in", "on", "during", "of", "early", "late", "mid", "-", ",", "and", "since", "("}
)
SINCE = frozenset({"since"})
NEAR_WORDS = 4
A_FEW_LINES = 240
"""Characters looked at on either side of a time word."""
FEWEST_BEYOND = 2
"""Days looked back on from beyond the page's stamp before they count: years are often those of plans and bonds."""
FEWEST_PAIRS = 2
"""Pairs of weekday and day that must fall in the same years before they prove anything: newsrooms slip too."""
ADJACENT = 2
"""Characters between two sentences that follow each other in one paragraph."""
SHORTEST_NOUN = 4
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


class Clue(NamedTuple):
    """One thing the text tells: no earlier than ``first``, no later than ``last``, in these months, on these days.

    ``yearly`` names a month, day and weekday that must fall together in the year meant.
    """

    rule: str
    says: str
    weight: float
    spans: tuple[Place, ...]
    first: date | None = None
    last: date | None = None
    months: frozenset[int] | None = None
    yearly: tuple[int, int, int | None] | None = None

    def allows(self, reach: Interval, settings: DatingSettings) -> tuple[Interval, ...]:
        """Return the days of ``reach`` that the clue leaves open, in order."""
        bounds = Interval(self.first or date.min, self.last or date.max)
        if (inside := reach.meet(bounds)) is None:
            return ()
        if self.months is not None:
            return _months(inside, self.months)
        if self.yearly is not None:
            return _yearly(inside, self.yearly, settings)
        return (inside,)


def text_clues(told: Told, stamped: date | None, settings: DatingSettings) -> tuple[Clue, ...]:
    """Return what the story tells of its own day; clues that contradict each other are left out.

    ``stamped`` is the page's own day: one lone time that looks back from beyond it is a slip or misread.
    """
    known = grammar(told.article.language)
    if known is None:
        return ()
    months = [*_named_months(told, settings), *_seasons(told, known)]
    agreed = months and frozenset.intersection(*(clue.months for clue in months if clue.months is not None))
    clues = [*_bounds(told, known, stamped), *_paired(told), *_dateline(told)]
    return tuple(clues + months) if agreed else tuple(clues)


def _bounds(told: Told, known: Grammar, stamped: date | None) -> Iterator[Clue]:
    """Yield the latest day the story looks back on, and the earliest year it promises something for."""
    past = [(when.first, timed) for timed in told.times if (when := _stated(timed)) and _looks_back(timed)]
    beyond = [pair for pair in past if stamped is not None and pair[0] > shifted(stamped, 1)]
    if sum(timed.mention.meaning.kind == "day" for _, timed in beyond) < FEWEST_BEYOND:
        past = [pair for pair in past if pair not in beyond]
    if past:
        first, timed = max(past, key=lambda pair: (pair[0], -pair[1].mention.span.start))
        says = f"The text looks back on {_words(told, timed)}: it was not written before {first.isoformat()}."
        yield Clue("looks-back", says, 0.9, (told.place(timed),), first=first)
    ahead = [
        (when.last, timed)
        for timed in told.times
        if (when := _stated(timed)) and _promised(told, timed, known)
    ]
    if ahead:
        last, timed = min(ahead, key=lambda pair: (pair[0], pair[1].mention.span.start))
        says = f"The text says what will be in {_words(told, timed)}: it was not written after {last.isoformat()}."
        yield Clue("looks-ahead", says, 0.6, (told.place(timed),), last=last)


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
    """Whether the sentence promises the time ("will open in 2031"), in the writer's own voice."""
    if timed.mention.tense is not Tense.FUTURE:
        return False
    before = words(told.article.text, _around(timed)[0])
    quoted = any(mark in _around(timed)[0].of(told.article.text) for mark in '"“”«»')
    return not quoted and any(word.folded in known.promises for word in before[-12:])


def _paired(told: Told) -> Iterator[Clue]:
    """Yield a clue for each "Tuesday, March 3": few years have that day on that weekday."""
    paired: dict[tuple[int, int, int], Timed] = {}
    for timed in told.times:
        meaning = timed.mention.meaning
        if meaning.kind == "day" and meaning.year is None and meaning.weekday is not None:
            paired.setdefault((meaning.month or 1, meaning.day or 1, meaning.weekday), timed)
    weight = 0.85 if len(paired) >= FEWEST_PAIRS else 0.6
    for yearly, timed in paired.items():
        says = f"{_words(told, timed)} names weekday and day: only some years have both."
        yield Clue("weekday-date", says, weight, (told.place(timed),), yearly=yearly)


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
            on = (meaning.month or 1, meaning.day or 1, None)
            yield Clue("dateline", says, 0.95, (told.place(timed),), yearly=on)


def _named_months(told: Told, settings: DatingSettings) -> Iterator[Clue]:
    """Yield the month of writing where "a parade last month" and "the July 27 parade" are one happening."""
    relative = [timed for timed in told.times if _of_month(timed)][: settings.most_linked]
    named = [timed for timed in told.times if _names_month(timed)][: settings.most_linked]
    beside = {timed: _beside(told, timed) for timed in (*relative, *named)}
    for one in relative:
        for other in named:
            noun = next((word for word in beside[one] if word in beside[other]), None)
            if noun is None or not _same_happening(one, other, noun, settings):
                continue
            number = ((other.mention.meaning.month or 1) - (one.mention.meaning.shift or 0) - 1) % 12 + 1
            says = (
                f"“{told.quote(one)}” and “{told.quote(other)}” are of one happening: "
                f"the text was written in {MONTHS[number - 1]}."
            )
            yield Clue(
                "named-month", says, 0.9, (told.place(one), told.place(other)), months=frozenset({number})
            )


def _of_month(timed: Timed) -> bool:
    meaning = timed.mention.meaning
    return meaning.kind == "relative" and meaning.unit == "M" and meaning.shift in {-1, 0, 1}


def _names_month(timed: Timed) -> bool:
    return timed.mention.meaning.kind == "day" and timed.mention.meaning.year is None


def _beside(told: Told, timed: Timed) -> tuple[str, ...]:
    """Return the stems of the common words next to a time word: the nearest one before, and the one right after.

    Names between are passed over: "a parade in Osk last month".
    """
    text, (ahead, behind) = told.article.text, _around(timed)
    known, spoken = language(told.article.language), grammar(told.article.language)
    stops = (known.stopwords if known else frozenset[str]()) | (spoken.speech if spoken else frozenset[str]())
    before = [word for word in words(text, ahead) if word.folded not in stops]
    common = [word for word in before[-NEAR_WORDS:] if text[word.start].islower()][-1:]
    rest = [word for word in words(text, behind)[:2] if word.folded != "s"][:1]
    after = [word for word in rest if text[word.start].islower()]
    near = [
        word for word in (*common, *after) if word.folded not in stops and len(word.folded) >= SHORTEST_NOUN
    ]
    return tuple(stem(word.folded) for word in near)


def _around(timed: Timed) -> tuple[Span, Span]:
    """Return the sentence before and after the time word, no further than a few lines."""
    span, sentence = timed.mention.span, timed.sentence
    before = Span(max(sentence.start, span.start - A_FEW_LINES), span.start)
    return before, Span(span.end, min(sentence.end, span.end + A_FEW_LINES))


def _same_happening(one: Timed, other: Timed, noun: str, settings: DatingSettings) -> bool:
    if one.mention.meaning.shift == -1 and other.mention.tense is Tense.FUTURE:
        return False
    if one.mention.meaning.shift == 1 and other.mention.tense is Tense.PAST:
        return False
    first, second = sorted((one.sentence, other.sentence))
    if first == second or second.start - first.end <= ADJACENT:
        return True
    common = (one.stems & other.stems) - {noun}
    return len(common) >= settings.linking_stems


def _seasons(told: Told, known: Grammar) -> Iterator[Clue]:
    """Yield the months of "their summer exercises later this month": a seasonal thing, dated by this month."""
    happenings = {stem(word) for word in known.season_events}
    for one, other in zip(told.times, told.times[1:], strict=False):
        season = one.mention.meaning
        if (
            season.kind != "season"
            or season.year is not None
            or season.shift is not None
            or not _of_month(other)
        ):
            continue
        between = words(told.article.text, Span(one.mention.span.end, other.mention.span.start))
        if one.sentence != other.sentence or len(between) > NEAR_WORDS + 1:
            continue
        if not any(stem(word.folded) in happenings for word in between):
            continue
        shift = other.mention.meaning.shift or 0
        months = frozenset((number - shift - 1) % 12 + 1 for number in season_months(season.season or "SU"))
        phrase = told.article.text[one.mention.span.start : other.mention.span.end]
        names = ", ".join(MONTHS[number - 1] for number in sorted(months))
        says = f"“{' '.join(phrase.split())}” was written in one of {names}, in the northern hemisphere."
        yield Clue("season", says, 0.8, (told.place(one), told.place(other)), months=months)


def _words(told: Told, timed: Timed) -> str:
    return f"“{' '.join(timed.mention.span.of(told.article.text).split())}”"


def _months(reach: Interval, months: frozenset[int]) -> tuple[Interval, ...]:
    found = []
    for count in range(
        reach.first.year * 12 + reach.first.month - 1, reach.last.year * 12 + reach.last.month
    ):
        if count % 12 + 1 in months and (open_days := month(count // 12, count % 12 + 1).meet(reach)):
            found.append(open_days)
    return tuple(found)


def _yearly(
    reach: Interval, yearly: tuple[int, int, int | None], settings: DatingSettings
) -> tuple[Interval, ...]:
    """Return the days around each such day, before and after: verbs near it are no sure guide."""
    number, day, weekday = yearly
    far = settings.mention_reach if weekday is not None else 1
    found = []
    for year in range(max(1, reach.first.year - 1), min(9999, reach.last.year + 1) + 1):
        try:
            named = date(year, number, day)
        except ValueError:
            continue
        if weekday is not None and named.weekday() != weekday:
            continue
        if open_days := Interval(shifted(named, -far), shifted(named, far)).meet(reach):
            found.append(open_days)
    return tuple(found)

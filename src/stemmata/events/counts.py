"""Pages that say how many of a kind there were since a day, beside the events that a case holds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from textwrap import shorten

from stemmata.events.acts import acts
from stemmata.model import Article, Counted, Event, Interval, Span, Time, Written
from stemmata.text.languages import section, words_of
from stemmata.text.sentences import sentences
from stemmata.text.stems import stem
from stemmata.text.words import Word, words

REACH = 6
"""Words after a number among which what is counted must stand."""
LEADS = 3
"""Words before a number that may bound it ("more than", "at least")."""
WIDEST = 200
"""Characters of a sentence that are quoted."""
HIGHEST = 1_000_000
YEARS = range(1500, 2200)
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|º|ª|e)$")
SINCE = 30
"""Characters before a time in which "since" or "so far" may stand."""


def counted(
    articles: Sequence[Article],
    written: Sequence[Written],
    times: Sequence[Time],
    events: Sequence[Event],
    asked: frozenset[str],
) -> Iterator[Counted]:
    """Yield what pages say of the number of events of a kind since some day, page by page.

    Only of words that tell of an act ("missile test"): "five ferries this month" may be ships, not happenings.
    """
    read: dict[str, list[Time]] = defaultdict(list)
    for time in times:
        if time.when is not None:
            read[time.article].append(time)
    days = {one.article: one for one in written}
    for article in sorted(articles, key=lambda one: one.id):
        if asked.isdisjoint(acts(article.language).kinds):
            continue
        for paragraph in article.body if read.get(article.id) else ():
            for sentence in sentences(article.text, paragraph, article.language):
                yield from _in(article, sentence, read[article.id], days.get(article.id), events, asked)


def _in(
    article: Article,
    sentence: Span,
    read: Sequence[Time],
    told: Written | None,
    events: Sequence[Event],
    asked: frozenset[str],
) -> Iterator[Counted]:
    since = next((time for time in read if sentence.contains(time.span) and _begins(article, time)), None)
    if since is None or since.when is None:
        return
    found = words(article.text, sentence)
    for place, word in enumerate(found):
        number = _number(word, article.language)
        if number is None or since.span.contains(Span(word.start, word.end)):
            continue
        if not asked <= {stem(one.folded) for one in found[place + 1 : place + 1 + REACH]}:
            continue
        least, most = _bounds(number, found[max(0, place - LEADS) : place], article.language)
        first, last = since.when.first, _until(told)
        yield Counted(
            article.id,
            sentence,
            _quoted(article, sentence),
            least,
            most,
            first,
            last,
            _held(events, first, told),
        )
        return


def _begins(article: Article, time: Time) -> bool:
    """Whether a count may begin at a time: "since March", "so far this year", "this year"."""
    before = article.text[max(0, time.span.start - SINCE) : time.span.start].casefold().split()
    known = _counting(article.language)
    led = bool(known["since"] & {*before[-2:]})
    return led or (time.type == "DATE" and any(time.text.casefold().startswith(one) for one in known["this"]))


def _number(word: Word, language: str) -> int | None:
    digits = ORDINAL.sub(r"\1", word.folded.replace(",", ""))
    if digits.isdecimal():
        number = int(digits) if len(digits) <= len(str(HIGHEST)) else HIGHEST + 1
        return number if number <= HIGHEST and number not in YEARS else None
    return _spelled(language).get(word.folded)


def _bounds(number: int, before: Sequence[Word], language: str) -> tuple[int | None, int | None]:
    """Return what the words before a number make of it: more than 100 is 101 and up, about 100 sets no bound."""
    lead = " ".join(word.folded for word in before)
    known = _counting(language)
    for name, bounds in (
        ("more", (number + 1, None)),
        ("least", (number, None)),
        ("fewer", (None, number - 1)),
        ("most", (None, number)),
        ("about", (None, None)),
    ):
        if any(re.search(rf"\b{re.escape(phrase)}$", lead) for phrase in known[name]):
            return bounds
    return number, number


def _until(told: Written | None) -> date | None:
    if told is None:
        return None
    return told.written_best or (told.written.last if told.written else None)


def _held(events: Sequence[Event], first: date, told: Written | None) -> tuple[int, int]:
    """Count the events surely, and possibly, between a day and the day a page was written."""
    bounds = told.written if told and told.written else Interval(first, date.max)
    sure = Interval(first, max(first, bounds.first))
    wide = Interval(first, max(first, bounds.last))
    surely = sum(event.within is not None and _inside(event.within, sure) for event in events)
    possibly = sum(
        (days := event.within or event.when) is None or days.meet(wide) is not None for event in events
    )
    return surely, possibly


def _inside(days: Interval, bounds: Interval) -> bool:
    return bounds.first <= days.first and days.last <= bounds.last


def _quoted(article: Article, span: Span) -> str:
    return shorten(" ".join(span.of(article.text).split()), WIDEST, placeholder=" …")


@cache
def _counting(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words that lead to a number or to the day a count begins, from the language's file of times."""
    table = section(language, "times") or {}
    counting = table.get("counting", {})
    read = counting if isinstance(counting, dict) else {}
    names = ("more", "least", "fewer", "most", "about", "since", "this")
    return {name: frozenset(str(read.get(name, "")).split("|")) - {""} for name in names}


@cache
def _spelled(language: str) -> Mapping[str, int]:
    """Return the numbers that a language writes as one word."""
    table = section(language, "times") or {}
    listed = table.get("words", {})
    entries = words_of(listed, "NUMWORD") if isinstance(listed, dict) else ()
    pairs = (entry.partition("=") for entry in entries)
    return {form: int(value) for forms, _, value in pairs for form in forms.split("/") if value.isdecimal()}

"""One recurring kind of event, asked for in plain words: its series, and how pages that count it compare."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stemmata.events.acts import UNKNOWN, acts
from stemmata.events.counts import counted
from stemmata.model import Article, Event, Interval, Point, Recurring, Series, Span, Time, Written
from stemmata.text.opening import content, opening
from stemmata.text.stems import stem
from stemmata.text.times.calendar import around
from stemmata.text.words import words

UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
"""The stretches that a series may be counted by."""


def recurring(
    kind: str,
    events: Sequence[Event],
    articles: Sequence[Article],
    written: Sequence[Written],
    times: Sequence[Time],
    *,
    by: str = "month",
) -> Recurring:
    """Return the series of the events that are of a kind, and the pages that say how many there were.

    ``kind`` is one of our kinds of act ("test") or words ("missile test"): then each must name the event's kind, or stand in its
    title or in the first sentences of one of its pages.
    """
    asked = frozenset(stem(word.folded) for word in words(kind))
    known = {article.id: article for article in articles}
    mine = [event for event in events if _of_kind(event, kind, asked, known)]
    homes = {event.id: home for event in mine if (home := _home(event, by)) is not None}
    undated = tuple(event.id for event in mine if event.id not in homes)
    series = Series(kind, _rule(kind, by, len(undated), len(mine)), tuple(_points(mine, homes)))
    said = tuple(counted(articles, written, times, mine, asked))
    return Recurring(series, tuple(event.id for event in mine), undated, said)


def _of_kind(event: Event, kind: str, asked: frozenset[str], known: Mapping[str, Article]) -> bool:
    if event.kind == kind.casefold():
        return True
    language = next((known[one].language for one in event.articles if one in known), "en")
    kinds = acts(language).kinds
    left = {one for one in asked if event.kind == UNKNOWN or kinds.get(one) != event.kind}
    left -= content(event.title, Span(0, len(event.title)), language)
    if not left:
        return bool(asked)
    if len(left) == len(asked) > 1:
        return False
    return any(left <= _told(known[one]) for one in event.articles if one in known)


def _told(article: Article) -> frozenset[str]:
    """Return the stems of a page's first sentences."""
    begun = opening(article)
    return frozenset[str]().union(*(content(article.text, span, article.language) for span in begun))


def _home(event: Event, by: str) -> Interval | None:
    """Return the month (or year …) an event began in: by its best days, else by bounds that lie in one."""
    if event.when is not None:
        return around(event.when.first, UNITS[by])
    if event.within is None:
        return None
    home = around(event.within.first, UNITS[by])
    return home if event.within.last <= home.last else None


def _points(events: Sequence[Event], homes: Mapping[str, Interval]) -> Iterator[Point]:
    found: dict[Interval, list[Event]] = defaultdict(list)
    for event in events:
        if event.id in homes:
            found[homes[event.id]].append(event)
    for days in sorted(found):
        reports = sum(len(event.articles) for event in found[days])
        yield Point(days.first, days.last, len(found[days]), reports)


def _rule(kind: str, by: str, undated: int, total: int) -> str:
    rule = (
        f"One for each event, however many pages report it, in the {by} it began in. An event is one of “{kind}” if that is "
        "its kind of act, or if each of these words names it, or stands in its title or in the first sentences of a page."
    )
    if undated:
        rule += f" Left out: {undated} of {total}, whose {by} the texts do not tell."
    return rule

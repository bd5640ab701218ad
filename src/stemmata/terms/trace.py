"""First use and history of phrases, counted per page and per origin."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stemmata.model import (
    Article,
    FirstUse,
    How,
    Link,
    Node,
    Origin,
    Span,
    Term,
    Usage,
    Written,
)
from stemmata.terms.find import Reader, key_of
from stemmata.terms.settings import TermSettings


@dataclass(frozen=True, slots=True)
class _Hit:
    """The first place of a phrase in one article."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the articles that use a phrase."""

    written: dict[str, Written]
    home: dict[str, str]
    how: dict[str, How]
    above: dict[str, frozenset[str]]
    origins: dict[str, frozenset[str]]


def trace_terms(
    phrases: Sequence[str],
    articles: Sequence[Article],
    written: Sequence[Written],
    nodes: Sequence[Node],
    links: Sequence[Link],
    origins: Sequence[Origin],
    settings: TermSettings,
) -> tuple[Term, ...]:
    """Return first use and monthly history of each phrase.

    First is the earliest day of writing; within a family an ancestor precedes its descendants, dated or not.
    A page whose day is not told is never first while a dated one is there, and stands in no month.
    """
    known = _known(written, nodes, links, origins)
    readers = [(article.id, Reader(article)) for article in articles]
    return tuple(_term(phrase, readers, known) for phrase in phrases)


def _term(phrase: str, readers: Sequence[tuple[str, Reader]], known: _Known) -> Term:
    key = key_of(phrase)
    hits = [
        _Hit(article, span) for article, reader in readers for span in [next(reader.uses(key), None)] if span
    ]
    return Term(phrase, _first(hits, known), _series(hits, known))


def _first(hits: list[_Hit], known: _Known) -> FirstUse | None:
    if not hits:
        return None
    first = min(hits, key=lambda hit: _rank(hit, known))
    above = known.above.get(known.home.get(first.article, ""), frozenset())
    elders = [hit for hit in hits if known.home.get(hit.article) in above]
    if elders:
        first = min(elders, key=lambda hit: (_depth(hit, known), _rank(hit, known)))
    told = known.written.get(first.article)
    return FirstUse(first.article, first.span, told.written if told else None)


def _rank(hit: _Hit, known: _Known) -> tuple[date, int, int, str]:
    how = known.how.get(hit.article, How.CLEAN)
    return (_day(hit, known) or date.max, _depth(hit, known), _DIRECT[how], hit.article)


_DIRECT = {How.CLEAN: 0, How.REPRINT: 1, How.WRAPPED: 2}


def _depth(hit: _Hit, known: _Known) -> int:
    return len(known.above.get(known.home.get(hit.article, ""), frozenset()))


def _day(hit: _Hit, known: _Known) -> date | None:
    """Return the best day of writing; where only bounds are known, the last day they allow."""
    told = known.written.get(hit.article)
    if told is None:
        return None
    return told.written_best or (told.written.last if told.written else None)


def _series(hits: list[_Hit], known: _Known) -> tuple[Usage, ...]:
    months: dict[date, list[str]] = defaultdict(list)
    for hit in hits:
        month = _month(known.written.get(hit.article))
        if month is not None:
            months[month].append(hit.article)
    return tuple(_usage(month, months[month], known) for month in sorted(months))


def _month(told: Written | None) -> date | None:
    """Return the first day of the month a text was written in, or None if that is not told."""
    if told is None:
        return None
    if told.written_best is not None:
        return told.written_best.replace(day=1)
    if told.written is None:
        return None
    first, last = (day.replace(day=1) for day in told.written)
    return first if first == last else None


def _usage(month: date, articles: list[str], known: _Known) -> Usage:
    return Usage(month, _last_day(month), len(articles), len(_behind(articles, known)))


def _behind(articles: list[str], known: _Known) -> set[str]:
    """Return the fewest origins that explain a phrase in these articles.

    A page that merges two reports took the phrase from one of them; it adds an origin only where no other
    page that has the phrase goes back to either.
    """
    found: set[str] = set()
    for article in sorted(articles, key=lambda one: (len(known.origins.get(one, ())), one)):
        origins = known.origins.get(article, frozenset())
        if origins and not origins & found:
            found.add(min(origins))
    return found


def _last_day(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _known(
    written: Sequence[Written], nodes: Sequence[Node], links: Sequence[Link], origins: Sequence[Origin]
) -> _Known:
    behind: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for article in origin.articles:
            behind[article].add(origin.id)
    return _Known(
        written={one.article: one for one in written},
        home={witness.article: node.id for node in nodes for witness in node.witnesses},
        how={witness.article: witness.how for node in nodes for witness in node.witnesses},
        above=_above(links),
        origins={article: frozenset(found) for article, found in behind.items()},
    )


def _above(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return every state's ancestors."""
    parents: dict[str, set[str]] = defaultdict(set)
    for link in links:
        parents[link.child].add(link.parent)
    return {child: frozenset(_reached(parents, child)) for child in sorted(parents)}


def _reached(parents: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = sorted(parents.get(start, ()))
    while todo:
        parent = todo.pop()
        if parent not in seen:
            seen.add(parent)
            todo.extend(sorted(parents.get(parent, ())))
    return seen

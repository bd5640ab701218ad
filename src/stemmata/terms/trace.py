"""A phrase through time: who used it first, and how often since, counted per article and per origin."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stemmata.model import Article, FirstUse, Interval, Link, Node, Origin, Term, Usage, Written
from stemmata.terms.settings import TermSettings
from stemmata.terms.uses import Use, find_uses, phrase_key

_SETTINGS = TermSettings()


def trace_terms(
    phrases: Sequence[str],
    articles: Sequence[Article],
    written: Sequence[Written],
    nodes: Sequence[Node],
    links: Sequence[Link],
    origins: Sequence[Origin],
    settings: TermSettings = _SETTINGS,
) -> tuple[Term, ...]:
    """Return first use and history of each phrase, by phrase. One that stands nowhere has neither."""
    ordered = sorted(set(phrases))
    found = find_uses([phrase_key(phrase) for phrase in ordered], articles, settings)
    ground = _ground(written, nodes, links, origins)
    return tuple(_term(phrase, found[phrase_key(phrase)], ground) for phrase in ordered)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the earlier stages know of each article: its day, its text states and their ancestors, its origins."""

    days: Mapping[str, Written]
    states: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    origins: Mapping[str, frozenset[str]]


def _term(phrase: str, uses: Sequence[Use], ground: _Ground) -> Term:
    return Term(phrase, _first(uses, ground), _series({use.article for use in uses}, ground))


def _first(uses: Sequence[Use], ground: _Ground) -> FirstUse | None:
    """Return the earliest use: no ancestor of its text has the phrase, and no dated rival is older.

    A page without a date is first only when no dated one is left; several such leave it open.
    """
    articles = sorted({use.article for use in uses})
    tops = [
        article for article in articles if not any(_precedes(other, article, ground) for other in articles)
    ]
    dated = [article for article in tops if _day(article, ground) is not None]
    if dated:
        chosen = min(dated, key=lambda article: (_day(article, ground) or date.max, article))
    elif len(tops) == 1:
        chosen = tops[0]
    else:
        return None
    use = min((use for use in uses if use.article == chosen), key=lambda use: use.span)
    return FirstUse(use.article, use.span, _when(chosen, ground))


def _precedes(one: str, other: str, ground: _Ground) -> bool:
    """Whether the text of ``one`` is an ancestor of the text of ``other``."""
    mine, theirs = ground.states.get(one, frozenset()), ground.states.get(other, frozenset())
    return not mine & theirs and any(mine & ground.above.get(state, frozenset()) for state in theirs)


def _series(articles: set[str], ground: _Ground) -> tuple[Usage, ...]:
    """Count by the month of writing; an article whose month is not known is not counted."""
    months: dict[tuple[int, int], list[str]] = defaultdict(list)
    for article in sorted(articles):
        month = _month(article, ground)
        if month is not None:
            months[month].append(article)
    return tuple(_usage(month, months[month], ground) for month in sorted(months))


def _usage(month: tuple[int, int], articles: Sequence[str], ground: _Ground) -> Usage:
    year, number = month
    roots = {root for article in articles for root in ground.origins.get(article, frozenset({article}))}
    last = monthrange(year, number)[1]
    return Usage(date(year, number, 1), date(year, number, last), len(articles), len(roots))


def _month(article: str, ground: _Ground) -> tuple[int, int] | None:
    known = ground.days.get(article)
    if known is None:
        return None
    if known.written_best is not None:
        return known.written_best.year, known.written_best.month
    when = known.written
    same = when is not None and (when.first.year, when.first.month) == (when.last.year, when.last.month)
    return (when.first.year, when.first.month) if when is not None and same else None


def _day(article: str, ground: _Ground) -> date | None:
    known = ground.days.get(article)
    if known is None:
        return None
    return known.written_best or (known.written.last if known.written else None)


def _when(article: str, ground: _Ground) -> Interval | None:
    known = ground.days.get(article)
    if known is None:
        return None
    return known.written or (Interval.day(known.written_best) if known.written_best else None)


def _ground(
    written: Sequence[Written], nodes: Sequence[Node], links: Sequence[Link], origins: Sequence[Origin]
) -> _Ground:
    states: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for witness in node.witnesses:
            states[witness.article].add(node.id)
    roots: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for article in origin.articles:
            roots[article].add(origin.id)
    return _Ground(
        days={each.article: each for each in written},
        states={article: frozenset(found) for article, found in states.items()},
        above=_above(links),
        origins={article: frozenset(found) for article, found in roots.items()},
    )


def _above(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return the ancestors of every text state."""
    parents: dict[str, set[str]] = defaultdict(set)
    for link in links:
        parents[link.child].add(link.parent)
    found: dict[str, frozenset[str]] = {}
    for child in parents:
        seen: set[str] = set()
        waiting = list(parents[child])
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting.extend(parents.get(node, ()))
        found[child] = frozenset(seen - {child})
    return found

"""What is known of the articles behind statements: event, origins, who was first, who informed them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import Event, Evidence, Interval, Link, Node, Origin, Place, Statement, Written


@dataclass(frozen=True, slots=True)
class Standing:
    """Articles by event, origin, text state and day of writing."""

    events: Mapping[str, str]
    roots: Mapping[str, frozenset[str]]
    states: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    days: Mapping[str, Interval]
    informants: Mapping[str, str]

    def event(self, articles: set[str]) -> str | None:
        """Return the event that all the articles share, or None."""
        found = {self.events.get(article) for article in articles}
        return found.pop() if len(found) == 1 else None

    def origins(self, articles: set[str]) -> frozenset[str]:
        """Return the independent text origins behind the articles.

        An article without any stands for itself. One that joins several counts for those that the others
        already bring, else for one of its own.
        """
        behind = [self.roots.get(article, frozenset({article})) for article in sorted(articles)]
        sure = frozenset().union(*(roots for roots in behind if len(roots) == 1))
        for roots in behind:
            if len(roots) > 1 and not roots & sure:
                sure |= {min(roots)}
        return sure

    def informant(self, statement: Statement) -> str:
        """Return the speaker who told the reporters, or an empty string."""
        return self.informants.get(statement.id, "")

    def first(self, statements: Sequence[Statement]) -> str | None:
        """Return the statement that stands before all others by lineage or day of writing, or None."""
        earliest = [
            one
            for one in statements
            if all(self._before(one, other) for other in statements if other is not one)
        ]
        return min(earliest, key=lambda one: one.span).id if earliest else None

    def why_first(self, statements: Sequence[Statement]) -> Evidence:
        """Say who had it first, or that it cannot be told."""
        name = self.first(statements)
        if name is None:
            return Evidence(
                "first-unknown", "Neither lineage nor dates tell which of these pages had it first."
            )
        chosen = next(one for one in statements if one.id == name)
        says = "The text it stands in comes before the others, by lineage or by the day it was written."
        return Evidence("first", says, 0.8, (Place(chosen.article, chosen.span),))

    def _before(self, one: Statement, other: Statement) -> bool:
        if one.article == other.article:
            return True
        mine, theirs = self.states.get(one.article, frozenset()), self.states.get(other.article, frozenset())
        if mine & theirs:
            return False
        if mine and all(mine & self.above.get(node, frozenset()) for node in theirs) and theirs:
            return True
        early, late = self.days.get(one.article), self.days.get(other.article)
        related = any(theirs & self.above.get(node, frozenset()) for node in mine)
        return not related and early is not None and late is not None and early.last < late.first


def standing(
    nodes: Sequence[Node],
    links: Sequence[Link],
    origins: Sequence[Origin],
    events: Sequence[Event],
    written: Sequence[Written],
    informants: Mapping[str, str],
) -> Standing:
    """Gather what the earlier stages say of the articles."""
    states: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for witness in node.witnesses:
            states[witness.article].add(node.id)
    roots: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for article in origin.articles:
            roots[article].add(origin.id)
    return Standing(
        events=events_of(events),
        roots={article: frozenset(found) for article, found in roots.items()},
        states={article: frozenset(found) for article, found in states.items()},
        above=_above(links),
        days={each.article: each.written for each in written if each.written is not None},
        informants=informants,
    )


def events_of(events: Sequence[Event]) -> dict[str, str]:
    """Return the main event of each article."""
    return {
        article: event.id
        for event in sorted(events, key=_reversed_id, reverse=True)
        for article in event.articles
    }


def _reversed_id(event: Event) -> str:
    return event.id


def _above(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return the ancestors of every text state."""
    parents: dict[str, set[str]] = defaultdict(set)
    for link in links:
        parents[link.child].add(link.parent)
    found: dict[str, frozenset[str]] = {}
    for child in sorted(parents):
        seen: set[str] = set()
        waiting = list(parents[child])
        while waiting:
            node = waiting.pop()
            if node not in seen and node != child:
                seen.add(node)
                waiting.extend(parents.get(node, ()))
        found[child] = frozenset(seen)
    return found

"""A case, looked up by id."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stemmata.model import (
    Article,
    Case,
    Event,
    Link,
    Network,
    Node,
    Origin,
    Passage,
    Speaker,
    Statement,
    Written,
)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything a view looks up; ``home`` is the text state an article carries."""

    case: Case
    articles: dict[str, Article]
    names: dict[str, str]
    written: dict[str, Written]
    nodes: dict[str, Node]
    home: dict[str, Node]
    networks: dict[str, Network]
    events: dict[str, Event]
    origins: dict[str, Origin]
    speakers: dict[str, Speaker]
    statements: dict[str, Statement]
    passages: dict[tuple[str, str], tuple[Passage, ...]]
    above: dict[str, tuple[Link, ...]]
    below: dict[str, tuple[Link, ...]]

    def between(self, one: str, other: str) -> tuple[Passage, ...]:
        """Return the passages that two articles share, in the order of the case."""
        return self.passages.get((min(one, other), max(one, other)), ())

    def earliest(self, node: Node) -> date:
        """Return the earliest day on which a witness of the state was written; the last of days if none is told."""
        told = (self.written.get(witness.article) for witness in node.witnesses)
        days = (one.written_best or (one.written and one.written.first) for one in told if one)
        return min((day for day in days if day), default=date.max)

    def label(self, node: str | None) -> str:
        """Return what to call a text state; None is no state among these pages."""
        if node is None:
            return "no text among these pages"
        found = self.nodes.get(node)
        if found is None:
            return node
        return found.label or next((self.names[one.article] for one in found.witnesses), "a lost version")


def index(case: Case) -> Index:
    """Return the lookups of a case."""
    passages: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in case.passages:
        passages[(passage.left, passage.right)].append(passage)
    above: dict[str, list[Link]] = defaultdict(list)
    below: dict[str, list[Link]] = defaultdict(list)
    for link in case.links:
        above[link.child].append(link)
        below[link.parent].append(link)
    return Index(
        case,
        {one.id: one for one in case.articles},
        page_names(case.articles),
        {one.article: one for one in case.written},
        {one.id: one for one in case.nodes},
        {witness.article: node for node in case.nodes for witness in node.witnesses},
        {article: network for network in case.networks for article in network.articles},
        {one.id: one for one in case.events},
        {one.id: one for one in case.origins},
        {one.id: one for one in case.speakers},
        {one.id: one for one in case.statements},
        {pair: tuple(found) for pair, found in passages.items()},
        {child: tuple(links) for child, links in above.items()},
        {parent: tuple(links) for parent, links in below.items()},
    )


def page_names(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article the shortest end of its source that no other article's source has."""
    names: dict[str, str] = {}
    left = list(articles)
    for length in range(1, _DEEPEST):
        ends = {article.id: _end(article.source, length) for article in left}
        shared = Counter(ends.values())
        names |= {one: end for one, end in ends.items() if shared[end] == 1}
        left = [article for article in left if article.id not in names]
    return names | {article.id: article.source for article in left}


_DEEPEST = 6


def _end(source: str, length: int) -> str:
    return "/".join(source.rstrip("/").rsplit("/", length)[-length:]) or source

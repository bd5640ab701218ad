"""A case, looked up by id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stemmata.model import (
    Article,
    Case,
    Event,
    How,
    Link,
    LinkKind,
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
    """Everything a view looks up; ``home`` is the text state an article carries.

    ``names`` are what to call pages in a sentence (as the stages do: by their site), ``files`` the shortest
    ends of their sources that tell them apart.
    """

    case: Case
    articles: dict[str, Article]
    names: dict[str, str]
    files: dict[str, str]
    written: dict[str, Written]
    nodes: dict[str, Node]
    labels: dict[str, str]
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
        return "no text among these pages" if node is None else self.labels.get(node, node)


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
    articles, files = {one.id: one for one in case.articles}, page_files(case.articles)
    names = page_names(case.articles, files)
    return Index(
        case,
        articles,
        names,
        files,
        {one.article: one for one in case.written},
        {one.id: one for one in case.nodes},
        text_labels(case.nodes, names),
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


def page_names(articles: Iterable[Article], files: Mapping[str, str]) -> dict[str, str]:
    """Return for each article its name, with its file behind it where several have that name."""
    shown = {article.id: article.site or files[article.id] for article in articles}
    shared = Counter(shown.values())
    return {one: name if shared[name] == 1 else f"{name} ({files[one]})" for one, name in shown.items()}


def page_files(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article the shortest end of its source that no other article's source has."""
    names: dict[str, str] = {}
    left = list(articles)
    for length in range(1, _DEEPEST):
        ends = {article.id: _end(article.source, length) for article in left}
        shared = Counter(ends.values())
        names |= {one: end for one, end in ends.items() if shared[end] == 1}
        left = [article for article in left if article.id not in names]
    return names | {article.id: article.source for article in left}


def text_labels(nodes: Sequence[Node], names: Mapping[str, str]) -> dict[str, str]:
    """Return what to call each text: its own label, or where that fits others of its family as well, its page."""
    own = Counter((node.family, node.label) for node in nodes)
    labels = {}
    for node in nodes:
        telling = node.label not in _PLAIN and own[node.family, node.label] == 1
        labels[node.id] = (
            (node.label if telling else first_page(node, names)) or node.label or "a lost version"
        )
    return labels


_PLAIN = {"", "text", *(kind.value for kind in LinkKind)}
"""Labels that tell a reader nothing beside the arrow."""


def first_page(node: Node, names: Mapping[str, str]) -> str:
    """Return the name of the page that carries a text most directly; nothing for a lost one."""
    order = {how: rank for rank, how in enumerate(How)}
    ranked = sorted(node.witnesses, key=lambda one: (order[one.how], one.article))
    return names[ranked[0].article] if ranked else ""


_DEEPEST = 6


def _end(source: str, length: int) -> str:
    return "/".join(source.rstrip("/").rsplit("/", length)[-length:]) or source

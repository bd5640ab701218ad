"""A stemma as lines of text."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stemmata.model import Case, Direction, Link, Node, NodeKind, Witness, Written
from stemmata.show.words import day, days, page_name


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tree: its branches, what it says, and remarks that may go on lines of their own."""

    branches: str
    hanging: str
    says: str
    remarks: tuple[str, ...] = ()


def tree(case: Case, families: tuple[str, ...]) -> Iterator[Line]:
    """Yield the lines of the stemmata of some families, root by root, each child under its nearest parent."""
    nodes = [node for node in case.nodes if node.family in families]
    children: dict[str, list[Link]] = defaultdict(list)
    seconds: dict[str, list[Link]] = defaultdict(list)
    nearest: dict[str, Link] = {}
    for link in sorted(case.links, key=lambda one: (-one.confidence, one.parent)):
        if link.child in nearest:
            seconds[link.child].append(link)
        else:
            nearest[link.child] = link
    for link in nearest.values():
        children[link.parent].append(link)
    draw = _Drawing(case, {node.id: node for node in nodes}, children, seconds)
    for node in sorted(nodes, key=draw.order):
        if node.id not in nearest:
            yield from draw.root(node)


class _Drawing:
    """What drawing a node needs to know."""

    def __init__(
        self,
        case: Case,
        nodes: dict[str, Node],
        children: dict[str, list[Link]],
        seconds: dict[str, list[Link]],
    ) -> None:
        self.nodes, self.children, self.seconds = nodes, children, seconds
        self.articles = {article.id: article for article in case.articles}
        self.written = {one.article: one for one in case.written}

    def order(self, node: Node) -> tuple[date, str]:
        """Earliest first, then by id."""
        dates = [
            self.written[one.article].written_best or date.max
            for one in node.witnesses
            if one.article in self.written
        ]
        return min(dates, default=date.max), node.id

    def root(self, node: Node) -> Iterator[Line]:
        yield Line("", "", node.label, self._remarks(node, None))
        yield from self._below(node, "", frozenset({node.id}))

    def _below(self, node: Node, indent: str, above: frozenset[str]) -> Iterator[Line]:
        links = sorted(self.children[node.id], key=lambda link: self.order(self.nodes[link.child]))
        links = [link for link in links if link.child not in above]
        for link in links:
            last = link is links[-1]
            child = self.nodes[link.child]
            hanging = indent + ("   " if last else "│  ")
            says = f"{self._arrow(link)} → {child.label}"
            yield Line(indent + ("└─ " if last else "├─ "), hanging, says, self._remarks(child, link))
            yield from self._below(child, hanging, above | {child.id})

    def _arrow(self, link: Link) -> str:
        told = "" if link.direction is Direction.DECIDED else ", which came first is not told"
        return f"{link.kind.value}{told}"

    def _remarks(self, node: Node, link: Link | None) -> tuple[str, ...]:
        remarks = [self._witness(witness) for witness in node.witnesses]
        if node.kind is NodeKind.LOST and node.evidence:
            remarks.append(f"not among the pages: {node.evidence[0].says}")
        if link is not None and not link.credited and node.kind is not NodeKind.LOST:
            remarks.append("source not credited")
        for second in self.seconds[node.id]:
            if second.parent in self.nodes:
                remarks.append(f"also takes from: {self.nodes[second.parent].label}")
        return tuple(remarks)

    def _witness(self, witness: Witness) -> str:
        article = self.articles[witness.article]
        told = self.written.get(witness.article)
        parts = [f"{page_name(article)} ({witness.how.value})"]
        if told is not None:
            parts.append(_dated(told, article.stamps[0].value[:10] if article.stamps else None))
        return "; ".join(part for part in parts if part)


def _dated(told: Written, stamp: str | None) -> str:
    when = f"written {day(told.written_best)}" if told.written_best else _bounds(told)
    if told.recycled and stamp:
        return f"RECYCLED: stamped {day(date.fromisoformat(stamp))}, {when}"
    return when


def _bounds(told: Written) -> str:
    return f"written within {days(told.written)}" if told.written else "day of writing not told"

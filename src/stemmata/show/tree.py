"""A stemma as lines of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemmata.model import Direction, Link, LinkKind, Node, NodeKind, Witness, Written
from stemmata.show.forest import Forest, grow
from stemmata.show.index import Index
from stemmata.show.words import stamp_day, written_day

DEEPEST = 10
"""Branches past this depth are drawn no further in, so that words keep room at 80 columns."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tree: its branches, what it says, and remarks that may go on lines of their own."""

    branches: str
    hanging: str
    says: str
    remarks: tuple[str, ...] = ()


def tree(found: Index, families: tuple[str, ...]) -> Iterator[Line]:
    """Yield the lines of the stemmata of some families, root by root, each child under its nearest parent."""
    forest = grow(found, families)
    indents: dict[str, str] = {}
    for node in forest.order:
        link = forest.nearest.get(node.id)
        if link is None:
            indents[node.id] = ""
            yield Line("", _hanging(forest, node, ""), found.label(node.id), _remarks(found, forest, node))
            continue
        last = forest.children[link.parent][-1] is node
        above = indents[link.parent]
        deeper = len(above) < 3 * DEEPEST
        indents[node.id] = above + ("   " if last else "│  ") if deeper else above
        says = f"{_arrow(link)} → {found.label(node.id)}"
        yield Line(
            above + ("└─ " if last else "├─ "),
            _hanging(forest, node, indents[node.id]),
            says,
            _remarks(found, forest, node),
        )


def _hanging(forest: Forest, node: Node, indent: str) -> str:
    """Return what stands before the remarks of a text: the branches that go on past it."""
    return indent + ("│" if forest.children.get(node.id) else " ")


def _arrow(link: Link) -> str:
    told = "" if link.direction is Direction.DECIDED else ", which came first is not told"
    return f"{link.kind.value}{told}"


def _remarks(found: Index, forest: Forest, node: Node) -> tuple[str, ...]:
    label = found.label(node.id)
    remarks = [_witness(found, witness, label) for witness in node.witnesses[:_PAGES]]
    if len(node.witnesses) > _PAGES:
        remarks.append(f"and {len(node.witnesses) - _PAGES} more pages")
    if node.kind is NodeKind.LOST:
        reason = f": {node.evidence[0].says}" if node.evidence else ""
        remarks.append(f"LOST, not among these pages{reason}")
    link = forest.nearest.get(node.id)
    if link and not link.credited and node.kind is not NodeKind.LOST and link.kind is not LinkKind.REVISION:
        remarks.append("source not credited")
    remarks.extend(f"also takes from: {found.label(one.parent)}" for one in forest.seconds.get(node.id, ()))
    return tuple(remarks)


_PAGES = 12


def _witness(found: Index, witness: Witness, label: str) -> str:
    article, file = found.articles[witness.article], found.files[witness.article]
    told = found.written.get(witness.article)
    stamp = article.stamps[0].value if article.stamps else None
    name = f"{file}, {article.site}" if article.site and article.site not in label else file
    return f"{name} ({witness.how.value}); {_dated(told, stamp)}"


def _dated(told: Written | None, stamp: str | None) -> str:
    when = written_day(told)
    if told and told.recycled and stamp:
        return f"RECYCLED: stamped {stamp_day(stamp)}, {when}"
    return when

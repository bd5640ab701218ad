"""A stemma as lines of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemmata.model import Direction, How, Link, LinkKind, Node, NodeKind, Witness, Written
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
        says, *pages = _text(found, node)
        remarks = (*pages, *_remarks(found, forest, node))
        if link is None:
            indents[node.id] = ""
            yield Line("", _hanging(forest, node, ""), says, remarks)
            continue
        last = forest.children[link.parent][-1] is node
        above = indents[link.parent]
        indents[node.id] = above + ("   " if last else "│  ") if len(above) < 3 * DEEPEST else above
        branches = above + ("└─ " if last else "├─ ")
        yield Line(
            branches,
            _hanging(forest, node, indents[node.id]),
            f"{link.kind.value} {_arrow(link)} {says}",
            remarks,
        )


def _hanging(forest: Forest, node: Node, indent: str) -> str:
    """Return what stands before the remarks of a text: the branches that go on past it."""
    return indent + ("│" if forest.children.get(node.id) else " ")


def _arrow(link: Link) -> str:
    """Return an arrow, or a line without a head where nobody can tell which of its ends came first."""
    return "→" if link.direction is Direction.DECIDED else "—"


def _text(found: Index, node: Node) -> list[str]:
    """Return what to call a text, then its pages; a text that is called by its one page is one line."""
    label = found.label(node.id)
    pages = [_witness(found, witness, label) for witness in node.witnesses[:_PAGES]]
    if len(node.witnesses) > _PAGES:
        pages.append(f"and {len(node.witnesses) - _PAGES} more pages")
    alone = len(pages) == 1 and label == found.names[node.witnesses[0].article]
    return pages if alone else [label, *pages]


def _remarks(found: Index, forest: Forest, node: Node) -> Iterator[str]:
    link = forest.nearest.get(node.id)
    if node.kind is NodeKind.LOST:
        yield "LOST, not among these pages" + (f": {node.evidence[0].says}" if node.evidence else "")
    if link and link.direction is Direction.UNDECIDED:
        yield "which of the two came first cannot be told"
    if link and not link.credited and node.kind is not NodeKind.LOST and link.kind is not LinkKind.REVISION:
        yield "source not credited"
    if link:
        likelier = [
            one for one in link.rivals if one.confidence >= link.confidence and one.parent != link.parent
        ]
        if likelier:
            other = found.label(likelier[0].parent) if likelier[0].parent else "no source among these pages"
            yield f"cannot tell: it may as well come from {other}"
    for one in forest.seconds.get(node.id, ()):
        yield f"also takes from: {found.label(one.parent)}"


_PAGES = 12


def _witness(found: Index, witness: Witness, label: str) -> str:
    article, file = found.articles[witness.article], found.files[witness.article]
    told = found.written.get(witness.article)
    stamp = article.stamps[0].value if article.stamps else None
    named = article.site and (article.site not in label or label == found.names[witness.article])
    name = f"{file}, {article.site}" if named else file
    how = "" if witness.how is How.CLEAN else f" ({witness.how.value})"
    return f"{name}{how}; {_dated(told, stamp)}"


def _dated(told: Written | None, stamp: str | None) -> str:
    when = written_day(told)
    if told and told.recycled and stamp:
        return f"RECYCLED: stamped {stamp_day(stamp)}, {when}"
    return when

"""The stemmata of an event as trees: every state under its nearest parent, second parents beside."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stemmata.model import Link, Node
from stemmata.show.index import Index


@dataclass(frozen=True, slots=True)
class Forest:
    """Roots and branches in the order in which they are drawn: the largest tree first, children earliest first.

    ``order`` holds every state once, parents before children; ``nearest`` the arrow by which a state hangs.
    """

    roots: tuple[Node, ...]
    order: tuple[Node, ...]
    children: dict[str, tuple[Node, ...]]
    nearest: dict[str, Link]
    seconds: dict[str, tuple[Link, ...]]
    depth: dict[str, int]


def grow(index: Index, families: tuple[str, ...]) -> Forest:
    """Return the trees of some families."""
    nodes = sorted(
        (one for one in index.case.nodes if one.family in families), key=lambda one: _age(index, one)
    )
    known = {node.id for node in nodes}
    nearest, seconds = _parents(index, nodes, known)
    children: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.id in nearest:
            children[nearest[node.id].parent].append(node)
    tops = [node for node in nodes if node.id not in nearest]
    roots = tuple(sorted(tops, key=lambda top: -_pages(_walked((top,), children))))
    order = _walked(roots, children)
    depth: dict[str, int] = {}
    for node in order:
        depth[node.id] = depth[nearest[node.id].parent] + 1 if node.id in nearest else 0
    return Forest(
        roots,
        order,
        {parent: tuple(below) for parent, below in children.items()},
        nearest,
        {child: tuple(links) for child, links in seconds.items()},
        depth,
    )


def _age(index: Index, node: Node) -> tuple[date, str]:
    return index.earliest(node), node.id


def _parents(
    index: Index, nodes: list[Node], known: set[str]
) -> tuple[dict[str, Link], dict[str, list[Link]]]:
    """Return each state's surest arrow that closes no ring, and its other arrows."""
    nearest: dict[str, Link] = {}
    seconds: dict[str, list[Link]] = defaultdict(list)
    for node in nodes:
        for link in sorted(index.above.get(node.id, ()), key=lambda one: (-one.confidence, one.parent)):
            if link.parent not in known:
                continue
            if node.id in nearest or _leads_back(nearest, link):
                seconds[node.id].append(link)
            else:
                nearest[node.id] = link
    return nearest, seconds


def _leads_back(nearest: dict[str, Link], link: Link) -> bool:
    """Whether the parent already hangs, however far, under the child."""
    at = link.parent
    while at != link.child:
        if at not in nearest:
            return False
        at = nearest[at].parent
    return True


def _pages(nodes: Iterable[Node]) -> int:
    return sum(len(node.witnesses) for node in nodes)


def _walked(roots: tuple[Node, ...], children: dict[str, list[Node]]) -> tuple[Node, ...]:
    out: list[Node] = []
    todo = list(reversed(roots))
    while todo:
        node = todo.pop()
        out.append(node)
        todo.extend(reversed(children[node.id]))
    return tuple(out)

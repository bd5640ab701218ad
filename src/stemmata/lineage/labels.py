"""Short names for the nodes of a tree."""

from stemmata.lineage.credits import agencies
from stemmata.lineage.editions import own_edition
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.tree import Tree
from stemmata.model import LinkKind

_PLAIN = {
    LinkKind.COPY: "copy with small edits",
    LinkKind.EXCERPT: "excerpt",
    LinkKind.REWRITE: "rewrite",
    LinkKind.PARAPHRASE: "paraphrase",
    LinkKind.MERGE: "two stories put together",
    LinkKind.TRANSLATION: "translation",
}


def label_nodes(lineup: Lineup, tree: Tree, kinds: dict[int, LinkKind], told: set[int]) -> dict[int, str]:
    """Return a label for every node; ``kinds`` is that of the arrow into each.

    Versions are counted from the root as long as one follows the other and it can be told (``told``: nodes whose arrow
    has a direction); the rest are told apart by letters, which say nothing of their order.
    """
    labels: dict[int, str] = {}
    for root in tree.children(None):
        below = tree.below(root)
        marks = _marks(
            tree, [node for node in _by_depth(tree, below) if _is_version(tree, node, kinds)], told
        )
        agency = _agency(lineup, tree, root)
        for node in below:
            labels[node] = _label(lineup, tree, kinds, marks, agency, node)
    return labels


def _label(
    lineup: Lineup,
    tree: Tree,
    kinds: dict[int, LinkKind],
    marks: dict[int, str],
    agency: str | None,
    node: int,
) -> str:
    if node in tree.lost:
        number = f"lost version {marks[node]}" if marks[node].isdigit() else "lost version"
        return tree.lost[node].label.replace("lost version", number, 1)
    if node in marks and len(marks) > 1:
        return _with(agency, f"version {marks[node]}")
    if tree.parents[node] is None:
        return _with(agency, "story" if agency else "text")
    parent = tree.seen_above(node)
    outlet = own_edition(lineup.pair(parent, node)) if parent is not None else None
    if outlet and kinds[node] in {LinkKind.COPY, LinkKind.REWRITE}:
        return f"{outlet}’s edition"
    return _PLAIN.get(kinds[node], "version")


def _marks(tree: Tree, versions: list[int], told: set[int]) -> dict[int, str]:
    """Number versions that follow one another for certain, and give letters to the others."""
    marks: dict[int, str] = {}
    number = 1
    while len(versions) > 1:
        first, *rest = versions
        after = [node for node in rest if _version_above(tree, node, versions) == first]
        if not all(node in told for node in after):
            break
        marks[first] = str(number)
        number, versions = number + 1, rest
        if len(after) > 1:
            break
    if len(versions) == 1:
        return marks | {versions[0]: str(number)}
    return marks | {node: _lettered(number, place) for place, node in enumerate(versions)}


def _lettered(number: int, place: int) -> str:
    """Return "A", "B"... from the first version on, "2a", "2b"... from the second."""
    letter = chr(ord("a") + place % 26) + (str(place // 26) if place >= 26 else "")
    return letter.upper() if number == 1 else f"{number}{letter}"


def _version_above(tree: Tree, node: int, versions: list[int]) -> int | None:
    return next((one for one in tree.above(node) if one in versions), None)


def _by_depth(tree: Tree, nodes: list[int]) -> list[int]:
    return sorted(nodes, key=lambda node: (len(list(tree.above(node))), nodes.index(node)))


def _is_version(tree: Tree, node: int, kinds: dict[int, LinkKind]) -> bool:
    if node in tree.lost:
        return True
    return tree.parents[node] is None or kinds.get(node) == LinkKind.REVISION


def _agency(lineup: Lineup, tree: Tree, root: int) -> str | None:
    if root in tree.lost:
        return None
    named = agencies(lineup.states[root])
    return named[0] if named else None


def _with(agency: str | None, text: str) -> str:
    return f"{agency} {text}" if agency else text

"""Short names for the nodes of a tree."""

from stemmata.lineage.credits import agencies
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


def label_nodes(lineup: Lineup, tree: Tree, kinds: dict[int, LinkKind]) -> dict[int, str]:
    """Return a label for every node; ``kinds`` is that of the arrow into each. Versions are counted from the root."""
    labels: dict[int, str] = {}
    for root in tree.children(None):
        below = tree.below(root)
        versions = [node for node in _by_depth(tree, below) if _is_version(tree, node, kinds)]
        agency = _agency(lineup, tree, root)
        for node in below:
            if node in tree.lost:
                number = f"lost version {versions.index(node) + 1}"
                labels[node] = tree.lost[node].label.replace("lost version", number, 1)
            elif node in versions and (len(versions) > 1 or any(one in tree.lost for one in below)):
                labels[node] = _with(agency, f"version {versions.index(node) + 1}")
            elif node == root:
                labels[node] = _with(agency, "story" if agency else "text")
            else:
                labels[node] = _PLAIN.get(kinds[node], "version")
    return labels


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

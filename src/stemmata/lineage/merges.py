"""Second parents: pages that put two stories together."""

from stemmata.lineage.joins import adds
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.relation import Square
from stemmata.lineage.tree import Tree

_KIN = 0.5  # probability of kinship from which two texts are of one story


def find_merges(lineup: Lineup, tree: Tree, kin: Square) -> None:
    """Give a second parent to every text that has enough words its line lacks and a text outside it has."""
    for child in range(len(lineup.states)):
        if tree.parents[child] is not None:
            source = _second(lineup, tree, kin, child)
            if source is not None:
                tree.merges.append((source, child))


def _second(lineup: Lineup, tree: Tree, kin: Square, child: int) -> int | None:
    """Return the text that has most of what the child's own line lacks; of equals, the one it leaves out least of."""
    line = _line(tree, child)
    below = set(tree.below(child, merged=True))
    ranked = []
    for source in range(len(lineup.states)):
        if source not in line and source not in below:
            words = adds(lineup, child, source, line)
            if words and not _of_one_story(kin, source, line):
                ranked.append((-words, len(lineup.states[source].story.tokens), source))
    return min(ranked)[2] if ranked else None


def _of_one_story(kin: Square, source: int, line: set[int]) -> bool:
    """Whether the second source tells the same story as the first: then the child had a fuller version of that."""
    return any(kin[source, one] >= _KIN for one in line)


def _line(tree: Tree, child: int) -> set[int]:
    """Return the observed ancestors of a text, and what else hangs on the lost ones above it."""
    line = {one for one in tree.above(child) if one not in tree.lost}
    for one in tree.above(child):
        if one in tree.lost:
            line |= {kid for kid in tree.children(one) if kid not in tree.lost and kid != child}
    return line

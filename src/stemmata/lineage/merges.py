"""Second parents: pages that put two stories together."""

import numpy as np

from stemmata.lineage.joins import adds, two_agencies
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
    strangers = _strangers(lineup, kin, child, line)
    ranked = []
    for source in strangers:
        if source not in line and source not in below:
            words = adds(lineup, child, source, line | _tellers(kin, source, line, below))
            if words and not two_agencies(lineup, source, child):
                ranked.append((-words, len(lineup.states[source].story.tokens), source))
    return min(ranked)[2] if ranked else None


def _tellers(kin: Square, source: int, line: set[int], below: set[int]) -> set[int]:
    """Return the other texts of the line's story: what they have of the source's words, the story has from elsewhere."""
    told = (kin[:, sorted(line)].max(axis=1, initial=0.0) >= _KIN) & (kin[:, source] < _KIN)
    return set(np.flatnonzero(told).tolist()) - below


def _strangers(lineup: Lineup, kin: Square, child: int, line: set[int]) -> list[int]:
    """Return the texts of another story than the line's that share enough with the child.

    One of the same story is no second source: the child had a fuller version of the first.
    """
    enough = lineup.bare[child] >= lineup.settings.merged / 2
    return np.flatnonzero(enough & (kin[:, sorted(line)].max(axis=1, initial=0.0) < _KIN)).tolist()


def _line(tree: Tree, child: int) -> set[int]:
    """Return the observed ancestors of a text, and what else hangs on the lost ones above it."""
    line = {one for one in tree.above(child) if one not in tree.lost}
    for one in tree.above(child):
        if one in tree.lost:
            line |= {kid for kid in tree.children(one) if kid not in tree.lost and kid != child}
    return line

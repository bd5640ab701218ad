"""Texts without an observed source that go back to one text all the same: their source is lost."""

from collections.abc import Collection

import numpy as np

from stemmata.lineage.forest import Forest
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.parents import reworded
from stemmata.lineage.reconstruct import median_readings
from stemmata.lineage.relation import Square, covers
from stemmata.lineage.tree import Lost, Tree
from stemmata.model import Evidence

_TOLD = 0.7  # confidence of kinship that passages alone tell of. By hand
_KIN = 0.5  # mean probability of kinship from which two lines are joined


def join_tops(lineup: Lineup, tree: Tree, kin: Square, joins: Collection[int]) -> None:
    """Put a lost source above every group of roots whose lines are of one kin; joining pages make none of two stories."""
    roots = tree.children(None)
    lines = [
        [node for node in tree.below(root) if node not in tree.lost and node not in joins] for root in roots
    ]
    forest = Forest(len(roots))
    held = covers(lineup)
    ties: dict[tuple[int, int], float] = {}
    for one in range(len(roots)):
        for other in range(one + 1, len(roots)):
            ties[one, other] = _told_anew(lineup, lines[one], lines[other]) or _kinship(
                kin, held, lines[one], lines[other], lineup.settings.akin
            )
            if ties[one, other] >= _KIN:
                forest.join(one, other)
    for top in range(len(roots)):
        group = [number for number in range(len(roots)) if forest.root(number) == top]
        if len(group) > 1:
            sure = min(
                max(ties[min(one, other), max(one, other)] for other in group if other != one)
                for one in group
            )
            _put_source_above(lineup, tree, [roots[one] for one in group], sure)


def _told_anew(lineup: Lineup, one: list[int], other: list[int]) -> float:
    """Return a likely kinship where passages tell that every text of the shorter line stands reworded in the other, else 0."""
    less, more = sorted((one, other), key=lambda line: (len(line), line))
    told = (
        any(there in more and reworded(lineup, there, here) for there in lineup.tied(here)) for here in less
    )
    return _TOLD if less and all(told) else 0.0


def _kinship(kin: Square, held: Square, one: list[int], other: list[int], least: float) -> float:
    """Return the mean probability that a text of one line and a text of another have a source in common.

    Nothing if no two of them share enough: two who report one event have names, places and a few facts in common.
    """
    if not one or not other or held[np.ix_(one, other)].max() < least:
        return 0.0
    return float(kin[np.ix_(one, other)].mean())


def _put_source_above(lineup: Lineup, tree: Tree, roots: list[int], sure: float) -> None:
    names = [lineup.name(root) for root in roots]
    shared = [lineup.pair(roots[0], one).aligned.verbatim for one in roots[1:]]
    says = (
        f"{', '.join(names[:-1])} and {names[-1]} have wording in common ({max(shared)} words in long runs outside "
        "quotations), and nothing shows that one of them was the source of another: their source is lost."
    )
    readings = median_readings(lineup, roots[0], roots[1:])
    tree.insert(None, roots, Lost("lost source", readings, sure, (Evidence("common-source", says, sure),)))

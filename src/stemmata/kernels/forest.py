"""Decision trees as flat arrays: what the leaves of all trees say of each row, added up."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stemmata.errors import BadInput
from stemmata.kernels.backend import LOOPS, Trees
from stemmata.kernels.columns import Numbers, Offsets


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """The nodes of all trees end to end.

    At node ``n`` a row goes to ``children[n]``, or to ``children[n] + 1`` where its value in ``columns[n]`` is greater
    than ``thresholds[n]`` (a value that is no number never is). A leaf is its own child, with an infinite threshold.
    """

    roots: Offsets
    """Where each tree begins."""
    depths: Offsets
    """How many steps lead from each root to its furthest leaf."""
    columns: Offsets
    children: Offsets
    thresholds: Numbers
    values: Numbers
    """What a leaf adds; 0 at the other nodes."""
    trees: Trees = field(init=False, repr=False)

    def __post_init__(self) -> None:
        trees = LOOPS.Trees(
            self.roots, self.depths, self.columns, self.children, self.thresholds, self.values
        )
        object.__setattr__(self, "trees", trees)


def forest_scores(table: NDArray[np.float64], forest: Forest) -> Numbers:
    """Return for each row of the table the sum over all trees, added in their order: equal on every backend."""
    if table.ndim != 2:
        raise BadInput(
            f"A forest reads a table of rows and columns, not an array of {table.ndim} dimensions."
        )
    flat = np.ascontiguousarray(table, np.float64).reshape(-1)
    return forest.trees.scores(flat, len(table))

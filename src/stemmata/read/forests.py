"""The decision trees that READ ships, as small files of numbers."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import Forest
from stemmata.kernels.columns import Counts


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The forests of one file by name, and the columns they were fitted on, in order."""

    columns: dict[str, tuple[str, ...]]
    forests: dict[str, Forest]


@cache
def load(name: str) -> Fitted:
    """Read ``<name>.json``: for each forest the names of its columns, and its trees node by node.

    ``sizes`` counts the nodes of each tree. They stand breadth first, so that the children of a tree's first split are
    its nodes 1 and 2, of its second 3 and 4. ``columns`` gives the column a node asks, -1 for a leaf; ``numbers`` the
    threshold it asks for, or what the leaf adds.
    """
    table = json.loads(Path(__file__).with_name(f"{name}.json").read_text("utf-8"))
    parts = table["forests"]
    return Fitted(
        {key: tuple(part["names"]) for key, part in parts.items()},
        {key: grown(part["sizes"], part["columns"], part["numbers"]) for key, part in parts.items()},
    )


def grown(sizes: list[int], columns: list[int], numbers: list[float]) -> Forest:
    """Return trees written breadth first as a forest."""
    asked, told = np.array(columns, np.int32), np.array(numbers, float)
    split = asked >= 0
    roots = np.cumsum([0, *sizes[:-1]])
    earlier: Counts = np.cumsum(split) - split
    within: Counts = earlier - np.repeat(earlier[roots], sizes)
    children = np.where(split, np.repeat(roots, sizes) + 1 + 2 * within, np.arange(len(asked)))
    return Forest(
        roots.astype(np.int32),
        _depths(roots, children, split),
        np.where(split, asked, 0).astype(np.int32),
        children.astype(np.int32),
        np.where(split, told, np.inf),
        np.where(split, 0.0, told),
    )


def _depths(roots: Counts, children: Counts, split: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return how many steps lead from each root to its furthest leaf."""
    depths = np.zeros(len(roots), np.int32)
    at, tree = roots, np.arange(len(roots))
    while (inner := split[at]).any():
        at, tree = at[inner], tree[inner]
        depths[tree] = depths[tree] + 1
        at, tree = np.concatenate([children[at], children[at] + 1]), np.concatenate([tree, tree])
    return depths

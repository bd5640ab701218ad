"""The cheapest tree that hangs every node on a root: Chu-Liu/Edmonds on a dense matrix of costs.

Source: J. Edmonds, "Optimum Branchings", 1967; contraction as in Tarjan 1977, cubic at worst, on numpy rows.
"""

from typing import cast

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.float64]


def cheapest_parents(costs: Costs) -> tuple[int, ...]:
    """Return each node's parent in the cheapest tree from node 0 (whose own parent is -1).

    ``costs[parent, child]``; infinity forbids an arc, so does the diagonal. Every node must be within reach
    of node 0. Ties fall to the parent of smaller number.
    """
    size = costs.shape[0]
    inner = costs.astype(np.float64, copy=True)
    np.fill_diagonal(inner, np.inf)
    inner[:, 0] = np.inf
    return (-1, *(_solve(inner)[1:] if size > 1 else ()))


def _solve(costs: Costs) -> list[int]:
    """Pick the cheapest way in for every node; contract a circle if there is one, solve, and open it again."""
    parents = [-1, *(int(best) for best in costs[:, 1:].argmin(axis=0))]
    circle = _circle(parents)
    if not circle:
        return parents
    outside = [node for node in range(len(parents)) if node not in circle]
    small, enters, leaves = _contract(costs, parents, circle, outside)
    answer = _solve(small)
    return _expand(answer, parents, outside, enters, leaves)


def _circle(parents: list[int]) -> list[int]:
    """Return the nodes of one circle, sorted, or nothing."""
    seen = [0] * len(parents)
    for start in range(1, len(parents)):
        node = start
        while node > 0 and seen[node] == 0:
            seen[node] = start
            node = parents[node]
        if node > 0 and seen[node] == start:
            circle = [node]
            while parents[circle[-1]] != node:
                circle.append(parents[circle[-1]])
            return sorted(circle)
    return []


def _contract(
    costs: Costs, parents: list[int], circle: list[int], outside: list[int]
) -> tuple[Costs, list[int], list[int]]:
    """Make one node (the last) of the circle; remember where arcs enter it and leave it."""
    ring = np.array(circle)
    rest = np.array(outside)
    inside = costs[np.array([parents[node] for node in circle]), ring]
    entering = costs[np.ix_(rest, ring)] - inside
    leaving = costs[np.ix_(ring, rest)]
    small = np.full((len(outside) + 1, len(outside) + 1), np.inf)
    small[:-1, :-1] = costs[np.ix_(rest, rest)]
    small[:-1, -1] = entering.min(axis=1)
    small[-1, :-1] = leaving.min(axis=0)
    small[-1, 0] = np.inf
    enters = cast(list[int], ring[entering.argmin(axis=1)].tolist())
    leaves = cast(list[int], ring[leaving.argmin(axis=0)].tolist())
    return small, enters, leaves


def _expand(
    answer: list[int], parents: list[int], outside: list[int], enters: list[int], leaves: list[int]
) -> list[int]:
    whole = list(parents)
    ring = len(outside)
    for place, parent in enumerate(answer[:-1]):
        if place:
            node = outside[place]
            whole[node] = leaves[place] if parent == ring else outside[parent]
    whole[enters[answer[-1]]] = outside[answer[-1]]
    return whole

"""The cheapest tree."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemmata.lineage.arborescence import cheapest_parents


@given(st.integers(2, 9), st.integers(0, 10**6), st.booleans())
def test_the_tree_costs_what_networkx_finds(size: int, seed: int, sparse: bool) -> None:
    dice = np.random.default_rng(seed)
    costs = dice.integers(0, 30, (size, size)).astype(float)
    if sparse:
        costs[1:][dice.random((size - 1, size)) < 0.5] = np.inf
    ours = cheapest_parents(costs)

    assert sum(costs[parent, child] for child, parent in enumerate(ours) if child) == _optimum(costs)


@given(st.integers(1, 40), st.integers(0, 10**6))
def test_every_node_hangs_on_the_root(size: int, seed: int) -> None:
    parents = cheapest_parents(np.random.default_rng(seed).normal(size=(size, size)))

    assert all(_climbs(parents, node) for node in range(size))


def _climbs(parents: tuple[int, ...], node: int) -> bool:
    for _ in parents:
        if node == 0:
            return True
        node = parents[node]
    return node == 0


def _optimum(costs: np.ndarray) -> float:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(costs)))
    for parent, child in np.argwhere(np.isfinite(costs)):
        if parent != child and child != 0:
            graph.add_edge(int(parent), int(child), weight=costs[parent, child])
    return sum(data["weight"] for *_, data in nx.minimum_spanning_arborescence(graph).edges(data=True))

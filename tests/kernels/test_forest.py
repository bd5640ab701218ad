"""Trees as flat arrays: by hand, and alike on both backends."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.errors import BadInput
from stemmata.kernels import Forest, forest_scores, reference

INF = np.inf


def forest(trees: list[list[tuple[int, int, float, float]]]) -> Forest:
    """Lay trees end to end; each node is column, child (within its tree), threshold, value."""
    starts = np.cumsum([0, *map(len, trees)])[:-1]
    nodes = [
        (column, child + start, threshold, value)
        for start, tree in zip(starts.tolist(), trees, strict=True)
        for column, child, threshold, value in tree
    ]
    columns, children, thresholds, values = zip(*nodes, strict=True)
    return Forest(
        starts.astype(np.int32),
        np.array([len(tree) // 2 for tree in trees], np.int32),
        np.array(columns, np.int32),
        np.array(children, np.int32),
        np.array(thresholds, float),
        np.array(values, float),
    )


STUMP = [(1, 1, 0.5, 0.0), (0, 1, INF, -1.0), (0, 2, INF, 2.0)]
"""More than a half in the second column adds 2, else takes 1 away."""
TWO_STEPS = [(0, 1, 0.0, 0.0), (0, 1, INF, 0.25), (1, 3, 3.0, 0.0), (0, 3, INF, 0.5), (0, 4, INF, 8.0)]

LADDER = [
    (0, 1, -1.0, 0.0),
    *(
        node
        for step in range(79)
        for node in ((0, 2 * step + 1, INF, step / 8), (1, 2 * step + 3, step / 20, 0.0))
    ),
    (0, 159, INF, 98.0),
    (0, 160, INF, 99.0),
]
"""A tree of more leaves than a machine word has bits."""


def test_the_leaves_of_all_trees_are_added() -> None:
    table = np.array([[0.0, 0.5], [1.0, 0.6], [1.0, 4.0], [np.nan, np.nan]])

    assert forest_scores(table, forest([STUMP, TWO_STEPS])).tolist() == [-0.75, 2.5, 10.0, -0.75]


@given(
    st.lists(st.tuples(st.floats(), st.floats(-1, 5)), max_size=40),
    st.lists(st.sampled_from([STUMP, TWO_STEPS, [(0, 0, INF, 0.1)], LADDER]), min_size=1, max_size=9),
)
def test_both_backends_give_the_same(rows: list[tuple[float, float]], trees: list) -> None:
    compiled = pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")
    given_forest = forest(trees)
    table = np.array(rows, float).reshape(len(rows), 2)
    arrays = [getattr(given_forest, field.name) for field in fields(Forest) if field.init]

    one, two = (loops.Trees(*arrays).scores(table.reshape(-1), len(rows)) for loops in (compiled, reference))

    assert one.tolist() == two.tolist()


def test_a_table_of_no_rows_has_no_scores() -> None:
    assert forest_scores(np.zeros((0, 2)), forest([STUMP])).tolist() == []


def test_an_array_of_one_dimension_is_refused() -> None:
    with pytest.raises(BadInput, match="rows and columns"):
        forest_scores(np.zeros(3), forest([STUMP]))


def test_trees_that_ask_for_more_columns_are_refused() -> None:
    pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")

    with pytest.raises(ValueError, match="do not fit"):
        forest_scores(np.zeros((3, 1)), forest([STUMP]))

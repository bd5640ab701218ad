"""Arithmetic on columns: sums over the neighbours of each paragraph, and over those that share its group."""

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.columns import Counts, Numbers


def window(column: Numbers, reach: int) -> Numbers:
    """Return the sum over the ``reach`` paragraphs before each."""
    running: Numbers = np.concatenate([[0.0], np.cumsum(column)])
    here = np.arange(len(column))
    return np.subtract(running[here], running[np.maximum(here - reach, 0)])


def behind(column: Numbers, reach: int) -> Numbers:
    """Return the sum over the ``reach`` paragraphs after each."""
    return window(column[::-1], reach)[::-1]


def around(column: Numbers, reach: int) -> Numbers:
    """Return the sum over the ``reach`` paragraphs on either side of each."""
    return window(column, reach) + behind(column, reach)


def summed(group: Counts, column: Numbers) -> Numbers:
    """Return for each paragraph the sum over all that share its group."""
    return np.bincount(group, column).astype(float)[group]


def table(*columns: NDArray[np.generic]) -> NDArray[np.float64]:
    """Return columns of any kind of number side by side."""
    return np.column_stack([np.asarray(column, float) for column in columns])

"""Inner products of rows, without waking the threads of BLAS for a family of a few pages.

On a busy machine of two cores its threads wait for one another 40 ms over a product that one alone does in 0.3.
"""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Flags = NDArray[np.bool_]
_STRETCH = 8_192  # columns at a time
_SMALL = 40_000_000  # multiplications below which numpy's own loop is done in some 20 ms


def inner(left: Matrix, right: Matrix) -> Matrix:
    """Return the inner product of each row of ``left`` with each row of ``right``."""
    if left.shape[0] * right.shape[0] * left.shape[1] < _SMALL:
        return np.asarray(np.einsum("ik,jk->ij", left, right), np.float32)
    return np.asarray(left @ right.T, np.float32)


def overlap(has: Flags, weights: Matrix) -> Matrix:
    """Return the weight of what each two rows both have, a stretch of columns at a time: flags take a quarter of the room."""
    rows, columns = has.shape
    if rows * rows * columns < _SMALL:
        plain = has.astype(np.float32)
        return inner(plain * weights, plain)
    total = np.zeros((rows, rows), np.float32)
    for start in range(0, columns, _STRETCH):
        part = has[:, start : start + _STRETCH].astype(np.float32)
        total += (part * weights[start : start + _STRETCH]) @ part.T
    return total

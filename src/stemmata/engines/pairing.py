"""Which rows share a rare key: sorted, grouped, counted; never all with all."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

K = TypeVar("K")
Ints = NDArray[np.int64]

_NONE: Ints = np.empty(0, np.int64)

PAIRS = pa.schema(
    [
        pa.field("left", pa.string(), nullable=False),
        pa.field("right", pa.string(), nullable=False),
        pa.field("shared", pa.int64(), nullable=False),
    ]
)


def paired(
    batches: Iterable[pa.RecordBatch], *, key: str, row: str, most: int, pending: int
) -> pa.RecordBatch:
    """Return the pairs of ``Engine.pairs``, sorted; about ``pending`` of them are held before they are added up.

    Time grows with the postings (a sort) and with the pairs under keys that at most ``most`` rows have.
    """
    keys, rows, names = _postings(batches, key, row)
    total = _Total(pending)
    for lefts, rights in _meetings(*_groups(keys, rows, most)):
        total.add(lefts * len(names) + rights)
    total.settle()
    lefts, rights = np.divmod(total.pairs, max(1, len(names)))
    sides = (pa.array([names[one] for one in side.tolist()], pa.string()) for side in (lefts, rights))
    return pa.RecordBatch.from_arrays([*sides, _counted(total.shared)], schema=PAIRS)


def _counted(numbers: Ints) -> pa.Array:
    """Return numbers as a column; ``pa.array`` would first import ``numpy.ma``, which takes 20 ms."""
    return pa.Array.from_buffers(
        pa.int64(), len(numbers), [None, pa.py_buffer(np.ascontiguousarray(numbers))]
    )


def _postings(batches: Iterable[pa.RecordBatch], key: str, row: str) -> tuple[Ints, Ints, list[str]]:
    """Return a number for each key and for each row, and the rows' names, sorted: a row's number is its place."""
    numbers: dict[object, int] = {}
    met: dict[str, int] = {}
    found = [
        (_key_numbers(batch.column(key), numbers), _numbers(batch.column(row).to_pylist(), met))
        for batch in batches
    ]
    names = sorted(met)
    place = np.empty(len(names), np.int64)
    place[[met[name] for name in names]] = np.arange(len(names))
    keys = np.concatenate([_NONE, *(one for one, _ in found)])
    rows = np.concatenate([_NONE, *(other for _, other in found)])
    return keys, place[rows], names


def _key_numbers(column: pa.Array, met: dict[object, int]) -> Ints:
    """Return a number for each key: a whole number is its own, any other value its place among those met."""
    if pa.types.is_integer(column.type):
        return np.asarray(column.to_numpy(zero_copy_only=False)).astype(np.int64, copy=False)
    return _numbers(column.to_pylist(), met)


def _numbers(values: list[K], met: dict[K, int]) -> Ints:
    return np.fromiter((met.setdefault(value, len(met)) for value in values), np.int64, len(values))


def _groups(keys: Ints, rows: Ints, most: int) -> tuple[Ints, Ints]:
    """Return the rows of each key that 2 to ``most`` rows have, key after key, and where each one's key ends."""
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    keys, rows = keys[fresh], rows[fresh]
    starts = _starts(keys)
    sizes = np.diff(starts, append=len(keys))
    chosen = (sizes > 1) & (sizes <= most)
    members = rows[np.repeat(chosen, sizes)]
    sizes = sizes[chosen]
    return members, np.repeat(np.cumsum(sizes), sizes)


def _meetings(members: Ints, ends: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield every two members of a group, first those side by side, then those two apart, and so on."""
    here, apart = np.arange(len(members)), 1
    while len(here := here[here + apart < ends[here]]):
        yield members[here], members[here + apart]
        apart += 1


class _Total:
    """How often each pair came; what comes is added up whenever there is more of it than is known already."""

    def __init__(self, pending: int) -> None:
        self.pairs: Ints = _NONE
        self.shared: Ints = _NONE
        self._coming: list[Ints] = []
        self._count = 0
        self._pending = pending

    def add(self, pairs: Ints) -> None:
        """Count each pair once more."""
        self._coming.append(pairs)
        self._count += len(pairs)
        if self._count > max(self._pending, len(self.pairs)):
            self.settle()

    def settle(self) -> None:
        """Add up what has come; ``pairs`` are then sorted."""
        pairs = np.concatenate([self.pairs, *self._coming])
        shared = np.concatenate([self.shared, np.ones(self._count, np.int64)])
        order = np.argsort(pairs, kind="stable")
        pairs, shared = pairs[order], shared[order]
        starts = _starts(pairs)
        self.pairs = pairs[starts]
        self.shared = np.add.reduceat(shared, starts) if len(starts) else shared
        self._coming, self._count = [], 0


def _starts(values: Ints) -> Ints:
    """Return where each run of equal values begins."""
    return np.flatnonzero(np.append(len(values) > 0, values[1:] != values[:-1])).astype(np.int64, copy=False)

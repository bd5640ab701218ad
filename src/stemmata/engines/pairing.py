"""Which rows share a rare key: sorted, grouped, counted; never all with all."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_MANY = 4096
"""Rows of a batch from which on Arrow's compute module is worth its loading: some thirty articles."""

_NONE: Ints = np.empty(0, np.int64)

PAIRS = pa.schema(
    [
        pa.field("left", pa.string(), nullable=False),
        pa.field("right", pa.string(), nullable=False),
        pa.field("shared", pa.int64(), nullable=False),
    ]
)


Rows = Callable[[], Iterable[pa.RecordBatch]]
"""Draws the same rows from the start, as often as it is called."""


def paired(draw: Rows, *, key: str, row: str, most: int, pending: int, held: int) -> pa.RecordBatch:
    """Return the pairs of ``Engine.pairs``, sorted.

    About ``held`` postings are sorted at a time: where there are more, the rows are drawn again for each share of the
    keys, from disk if that is where they lie. About ``pending`` pairs are held before they are added up. Time grows
    with the postings (a sort) and with the pairs under keys that at most ``most`` rows have.
    """
    count, names = _rows_of(draw(), row)
    place = {name: number for number, name in enumerate(names)}
    numbers: dict[object, int] = {}
    shares = max(1, -(-count // held))
    total = _Total(pending)
    for share in range(shares):
        keys, rows = _postings(draw(), (key, row), place, numbers, (share, shares))
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


def _rows_of(batches: Iterable[pa.RecordBatch], row: str) -> tuple[int, list[str]]:
    """Return how many postings there are, and the names of their rows, sorted: a row's number is its place."""
    count, met = 0, set[str]()
    for batch in batches:
        count += batch.num_rows
        met.update(_coded(batch.column(row))[0])
    return count, sorted(met)


def _postings(
    batches: Iterable[pa.RecordBatch],
    columns: tuple[str, str],
    place: dict[str, int],
    numbers: dict[object, int],
    share: tuple[int, int],
) -> tuple[Ints, Ints]:
    """Return a number for each key and for each row, of one share of the keys."""
    found = [(_NONE, _NONE)]
    for batch in batches:
        key, row = (batch.column(name) for name in columns)
        names, codes = _coded(row)
        keys, rows = _key_numbers(key, numbers), np.array([place[name] for name in names], np.int64)[codes]
        mine = keys % share[1] == share[0] if share[1] > 1 else slice(None)
        found.append((keys[mine], rows[mine]))
    return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


def _key_numbers(column: pa.Array, met: dict[object, int]) -> Ints:
    """Return a number for each key: a whole number is its own, any other value its place among those met."""
    if pa.types.is_integer(column.type):
        return np.asarray(column.to_numpy(zero_copy_only=False)).astype(np.int64, copy=False)
    return np.fromiter(
        (met.setdefault(value, len(met)) for value in column.to_pylist()), np.int64, len(column)
    )


def _coded(column: pa.Array) -> tuple[list[str], Ints]:
    """Return the values of a column, each once, and for each row which of them it is.

    Arrow does it at a tenth of the time for many rows; for few, its compute module takes longer to load, 30 ms.
    """
    if len(column) >= _MANY:
        coded = column.dictionary_encode()
        return coded.dictionary.to_pylist(), coded.indices.to_numpy()
    met: dict[str, int] = {}
    values = column.to_pylist()
    codes = np.fromiter((met.setdefault(value, len(met)) for value in values), np.int64, len(values))
    return list(met), codes


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

"""Rows by their ids: in memory while they fit, else each by itself in a temporary file."""

from collections.abc import Iterable
from typing import Protocol

import pyarrow as pa

from stemmata.engines.attic import Attic
from stemmata.engines.frame import Frame


class Shelf(Protocol):
    """Gives rows by their ids."""

    def chosen(self, names: Iterable[str]) -> pa.RecordBatch:
        """Return the rows of some ids, each once, in the order of the frame they come from."""
        ...


def shelved(rows: Frame, held: int) -> Shelf:
    """Return the rows of a frame by column ``id``; at most ``held`` bytes of them stay in memory."""
    return InMemory(rows) if rows.size() <= held else OnDisk(rows)


class InMemory:
    """All rows in one table."""

    def __init__(self, rows: Frame) -> None:
        self._table = pa.Table.from_batches(list(rows.batches()), rows.schema)
        self._place = {name: number for number, name in enumerate(self._table.column("id").to_pylist())}

    def chosen(self, names: Iterable[str]) -> pa.RecordBatch:
        """Join rows from runs: ``take`` would load Arrow's compute module, 30 ms."""
        runs: list[tuple[int, int]] = []
        for place in sorted(self._place[name] for name in names):
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        parts = [batch for start, end in runs for batch in self._table.slice(start, end - start).to_batches()]
        return joined(parts, self._table.schema)


class OnDisk:
    """Each row by itself in a file; in memory are their ids and places."""

    def __init__(self, rows: Frame) -> None:
        self._attic = Attic()
        self._schema = rows.schema
        self._place = {
            name: (number, self._attic.put(raw))
            for number, (name, raw) in enumerate(one for batch in rows.batches() for one in singles(batch))
        }

    def chosen(self, names: Iterable[str]) -> pa.RecordBatch:
        """Fetch rows one by one."""
        places = sorted(self._place[name] for name in names)
        return joined([single(self._attic.get(place), self._schema) for _, place in places], self._schema)


def singles(batch: pa.RecordBatch) -> Iterable[tuple[str, bytes]]:
    """Yield each row's id and its bytes, without the schema."""
    for number, name in enumerate(batch.column("id").to_pylist()):
        yield name, batch.slice(number, 1).serialize().to_pybytes()


def single(raw: bytes, schema: pa.Schema) -> pa.RecordBatch:
    """Return the row that ``singles`` gave the bytes of."""
    return pa.ipc.read_record_batch(pa.py_buffer(raw), schema)


def joined(parts: list[pa.RecordBatch], schema: pa.Schema) -> pa.RecordBatch:
    """Return batches as one."""
    (batch,) = pa.Table.from_batches(parts, schema).combine_chunks().to_batches()
    return batch

"""Batches as Spark holds them: one column of bytes, each a batch in Arrow's own form.

Spark sees into rows only where they have to meet. So every type comes back as it went in (Spark knows no unsigned
numbers), and no row is turned over from Arrow's form to Spark's and back between two steps.
"""

from collections.abc import Iterable, Iterator

import pyarrow as pa

from stemmata.engines.frame import names_and_types
from stemmata.engines.packing import from_bytes, to_bytes

PACKED = "batch binary"
"""The columns of packed batches, in Spark's words."""

Batches = Iterator[pa.RecordBatch]


def packed(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Batches:
    """Yield each batch that has rows as one row of bytes; raise ``TypeError`` where its columns are not ``schema``'s."""
    for batch in batches:
        if names_and_types(batch.schema) != names_and_types(schema):
            raise TypeError(f"columns {batch.schema} came where these were promised: {schema}")
        if batch.num_rows:
            yield as_row(batch)


def as_row(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch as one row of bytes."""
    return pa.RecordBatch.from_arrays([pa.array([to_bytes(batch)], pa.binary())], ["batch"])


def unpacked(rows: Iterable[pa.RecordBatch]) -> Batches:
    """Yield the batches that ``packed`` was given."""
    return (from_bytes(raw) for held in rows for raw in held.column("batch").to_pylist())


def parts(batches: Iterable[pa.RecordBatch], *, rows: int, size: int) -> Batches:
    """Yield batches again in parts of at most ``rows`` rows and, if that is possible, ``size`` bytes."""
    for batch in batches:
        most = max(
            1, min(rows, rows if not batch.num_rows else size * batch.num_rows // max(1, batch.nbytes))
        )
        yield from (batch.slice(start, most) for start in range(0, batch.num_rows, most))

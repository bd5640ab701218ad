"""What runs on the workers: each function takes batches and gives batches, as ``mapInArrow`` wants it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import pyarrow as pa

from stemmata.engines import shelf
from stemmata.engines.doing import done
from stemmata.engines.pairing import PAIRS, paired
from stemmata.engines.settings import LocalSettings
from stemmata.engines.spark.rows import Batches, packed, unpacked
from stemmata.engines.spark.trouble import carried
from stemmata.ports import Loss, Meeting, Step

KEYS = "key {}, row string"
COUNTED = "left string, right string, shared bigint"
PLACED = "part int, left string, right string, shared bigint"
MILESTONES = "left string"
SINGLE = "id string, row binary"

ONE_WORKER = LocalSettings(workers=1, inline_rows=0)
"""How a step runs that may kill or stall its process: in one beside Spark's own, which would take its task with it."""


def stepped(step: Step, schema: pa.Schema, lost: Loss | None, rows: Batches) -> Batches:
    """Run a step over packed batches."""
    with carried():
        tasks = ((batch,) for batch in unpacked(rows))
        found = done(step, tasks, ONE_WORKER, lost) if lost else (step(*task) for task in tasks)
        yield from packed(found, schema)


def postings(key: str, row: str, rows: Batches) -> Batches:
    """Yield the keys and ids of packed batches as columns Spark can sort by: a whole number by its 64 bits."""
    with carried():
        for batch in unpacked(rows):
            yield pa.RecordBatch.from_arrays([_spoken(batch.column(key)), batch.column(row)], ["key", "row"])


def counted(most: int, pending: int, rows: Batches) -> Batches:
    """Yield how many keys two ids share, of the keys that have come to this worker: all rows of each."""
    with carried():
        mine = list(rows)
        held = sum(batch.num_rows for batch in mine)
        yield paired(lambda: mine, key="key", row="row", most=most, pending=pending, held=max(1, held))


def pairs_packed(rows: Batches) -> Batches:
    """Yield counted pairs as packed batches."""
    with carried():
        yield from packed((pa.RecordBatch.from_arrays(one.columns, schema=PAIRS) for one in rows), PAIRS)


def milestones(stride: int, rows: Batches) -> Batches:
    """Yield the left id of one in ``stride`` pairs of each packed batch."""
    for batch in unpacked(rows):
        starts = range(0, batch.num_rows, stride)
        lefts = [batch.column("left")[start].as_py() for start in starts]
        yield pa.RecordBatch.from_arrays([pa.array(lefts, pa.string())], ["left"])


def placed(bounds: Sequence[str], rows: Batches) -> Batches:
    """Yield packed pairs as columns, with the part each belongs to: those of one left id have one part."""
    for batch in unpacked(rows):
        numbers = [bisect_right(bounds, left) for left in batch.column("left").to_pylist()]
        columns = [pa.array(numbers, pa.int32()), *(batch.column(name) for name in PAIRS.names)]
        yield pa.RecordBatch.from_arrays(columns, ["part", *PAIRS.names])


def singles(rows: Batches) -> Batches:
    """Yield each row of packed batches by itself, under its id."""
    for batch in unpacked(rows):
        raw = [one for _, one in shelf.singles(batch)]
        yield pa.RecordBatch.from_arrays([batch.column("id"), pa.array(raw, pa.binary())], ["id", "row"])


def met(
    meeting: Meeting, rows_schema: pa.Schema, schema: pa.Schema, most: int, size: int, rows: Batches
) -> Batches:
    """Run a meeting over pairs that come in order, each beside its right row, and each left row before its pairs."""
    with carried():
        tasks = _gathered(rows, rows_schema, most, size)
        yield from packed((meeting(*task) for task in tasks), schema)


def _gathered(
    rows: Batches, schema: pa.Schema, most: int, size: int
) -> Iterator[tuple[pa.RecordBatch, pa.RecordBatch]]:
    """Yield pairs and the rows they name, each once, by id."""
    pairs: list[tuple[str, str, int]] = []
    known: dict[str, bytes] = {}
    lefts: dict[str, bytes] = {}
    held = 0
    for batch in rows:
        for left, right, shared, raw in zip(*(batch.column(name).to_pylist() for name in _MET), strict=True):
            if raw is None:
                raise KeyError(f"There is no row {right or left}, which is one of a pair.")
            if right is None:
                lefts = {left: raw}
                continue
            pairs.append((left, right, shared))
            held += len(raw)
            known |= {**lefts, right: raw}
            if len(pairs) == most or held >= size:
                yield _meeting_of(pairs, known, schema)
                pairs, known, held = [], {}, 0
    if pairs:
        yield _meeting_of(pairs, known, schema)


_MET = ("left", "right", "shared", "row")


def _meeting_of(
    pairs: list[tuple[str, str, int]], known: dict[str, bytes], schema: pa.Schema
) -> tuple[pa.RecordBatch, pa.RecordBatch]:
    columns = [
        pa.array(column, field.type) for column, field in zip(zip(*pairs, strict=True), PAIRS, strict=True)
    ]
    rows = shelf.joined([shelf.single(known[name], schema) for name in sorted(known)], schema)
    return pa.RecordBatch.from_arrays(columns, schema=PAIRS), rows


def _spoken(keys: pa.Array) -> pa.Array:
    """Return keys in a type that Spark has."""
    if not pa.types.is_integer(keys.type):
        return keys
    return keys.view(pa.int64()) if keys.type == pa.uint64() else keys.cast(pa.int64())

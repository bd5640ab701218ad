"""The engine of many machines: what must meet is brought together by Spark, all work is done by our own steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial, reduce

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from stemmata.engines.packing import from_bytes, to_bytes
from stemmata.engines.pairing import PAIRS
from stemmata.engines.spark import steps
from stemmata.engines.spark.rows import PACKED, parts
from stemmata.engines.spark.settings import SparkSettings
from stemmata.engines.spark.trouble import told
from stemmata.ports import Loss, Meeting, Step

SETTINGS = SparkSettings()


@dataclass(frozen=True, slots=True)
class SparkFrame:
    """Rows on the workers, packed; Spark keeps what was computed once for whoever asks again."""

    rows: DataFrame
    schema: pa.Schema
    shares: int
    """Parts that its rows are best divided into where they are sorted or brought together."""


class SparkEngine:
    """Runs every step on the workers of a Spark session; rows keep their order, answers are the local engine's.

    Steps run when their rows are asked for. A step given with ``lost`` runs in a process of its own beside Spark's
    worker, so that a row that kills or stalls it costs itself and no task.
    """

    def __init__(self, session: SparkSession, settings: SparkSettings = SETTINGS) -> None:
        self._session = session
        self._settings = settings
        session.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", str(settings.batch_bytes))

    def load(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> SparkFrame:
        """Take rows in, all of them now; where they are many, part after part."""
        with told():
            loads = [self._handed_over(load) for load in self._loads(batches)]
        size = sum(size for _, size in loads)
        shares = max(self._session.sparkContext.defaultParallelism, -(-size // self._settings.share_bytes))
        return SparkFrame(reduce(DataFrame.unionAll, [rows for rows, _ in loads]), schema, shares)

    def collect(self, frame: SparkFrame) -> Iterator[pa.RecordBatch]:
        """Give rows out, in the order they were loaded or made: computed by all workers at once, fetched in parts."""
        with told():
            (size,) = frame.rows.agg(sql.sum(sql.length("batch"))).collect()[0]
            few = (size or 0) <= self._settings.load_bytes
            for row in frame.rows.collect() if few else frame.rows.toLocalIterator():
                yield from_bytes(row.batch)

    def each(
        self, step: Step, frame: SparkFrame, schema: pa.Schema, *, lost: Loss | None = None
    ) -> SparkFrame:
        """Run ``step`` over all rows; ``schema`` is what it gives, and ``lost`` too."""
        work = partial(steps.stepped, step, schema, lost)
        return SparkFrame(frame.rows.mapInArrow(work, PACKED).persist(), schema, frame.shares)

    def pairs(self, frame: SparkFrame, *, key: str, row: str, most: int) -> SparkFrame:
        """Return the ids of column ``row`` that share a value of column ``key``, sorted.

        All rows of one key come to one worker, which counts as the local engine does; Spark adds the counts up.
        """
        kind = "bigint" if pa.types.is_integer(frame.schema.field(key).type) else "string"
        postings = frame.rows.mapInArrow(partial(steps.postings, key, row), steps.KEYS.format(kind))
        count = partial(steps.counted, most, self._settings.pending_pairs)
        counted = postings.repartition(frame.shares, "key").mapInArrow(count, steps.COUNTED)
        summed = counted.groupBy("left", "right").agg(sql.sum("shared").alias("shared"))
        ordered = summed.repartitionByRange(frame.shares, "left").sortWithinPartitions("left", "right")
        return SparkFrame(ordered.mapInArrow(steps.pairs_packed, PACKED).persist(), PAIRS, frame.shares)

    def meet(self, meeting: Meeting, pairs: SparkFrame, rows: SparkFrame, schema: pa.Schema) -> SparkFrame:
        """Bring both rows of each pair together and run ``meeting`` on them, in the order of the pairs.

        A left row is sent once to the part that has its pairs, a right row with each pair.
        """
        bounds = self._bounds(pairs)
        tied = pairs.rows.mapInArrow(partial(steps.placed, bounds), steps.PLACED)
        lefts = tied.select("part", "left").distinct()
        alone = lefts.select("part", "left", sql.lit(None).alias("right"), sql.lit(None).alias("shared"))
        named = tied.unionAll(alone).withColumn("id", sql.coalesce("right", "left"))
        single = rows.rows.mapInArrow(steps.singles, steps.SINGLE)
        parts = named.join(single, "id", "left").repartitionById(len(bounds) + 1, "part")
        ordered = parts.sortWithinPartitions("left", sql.col("right").asc_nulls_first())
        most, size = self._settings.batch_pairs, self._settings.batch_bytes
        work = partial(steps.met, meeting, rows.schema, schema, most, size)
        return SparkFrame(ordered.mapInArrow(work, PACKED).persist(), schema, rows.shares)

    def _loads(self, batches: Iterable[pa.RecordBatch]) -> Iterator[list[bytes]]:
        """Yield packed batches together, as many as are handed over at once; at least one such load, even of none."""
        held: list[bytes] = []
        size = 0
        for part in parts(batches, rows=self._settings.batch_rows, size=self._settings.batch_bytes):
            held.append(to_bytes(part))
            size += len(held[-1])
            if size >= self._settings.load_bytes:
                yield held
                held, size = [], 0
        yield held

    def _handed_over(self, load: list[bytes]) -> tuple[DataFrame, int]:
        """Return packed batches on their way to the workers, and their size; a full load is theirs alone from now on."""
        rows = self._session.createDataFrame(pa.table({"batch": pa.array(load, pa.binary())}))
        size = sum(map(len, load))
        return (rows.localCheckpoint() if size >= self._settings.load_bytes else rows), size

    def _bounds(self, pairs: SparkFrame) -> list[str]:
        """Return the left ids at which a new part of the pairs begins: a few parts for each core, of many pairs each."""
        stride = self._settings.batch_pairs
        with told():
            stones = pairs.rows.mapInArrow(partial(steps.milestones, stride), steps.MILESTONES)
            lefts = sorted({row.left for row in stones.collect()})[1:]
        parts = self._settings.parts * self._session.sparkContext.defaultParallelism
        return lefts[:: max(1, -(-len(lefts) // parts))]

"""Both rows of each pair, brought together a batch at a time."""

from collections.abc import Iterator

import pyarrow as pa

from stemmata.engines.frame import Frame
from stemmata.engines.work import Task


class Meetings:
    """Pairs in batches, each beside the rows it names; all rows are held in memory meanwhile."""

    def __init__(self, pairs: Frame, rows: Frame, batch_pairs: int) -> None:
        self._pairs = pairs
        self._rows = rows
        self._batch_pairs = batch_pairs

    def tasks(self) -> Iterator[Task]:
        """Yield pairs and the rows they name, each row once, by id."""
        table = pa.Table.from_batches(list(self._rows.batches()), self._rows.schema)
        place = {name: number for number, name in enumerate(table.column("id").to_pylist())}
        for batch in self._pairs.batches():
            for start in range(0, batch.num_rows, self._batch_pairs):
                pairs = batch.slice(start, self._batch_pairs)
                yield pairs, _chosen(table, sorted(place[name] for name in _named(pairs)))


def _named(pairs: pa.RecordBatch) -> list[str]:
    return sorted({*pairs.column("left").to_pylist(), *pairs.column("right").to_pylist()})


def _chosen(table: pa.Table, places: list[int]) -> pa.RecordBatch:
    """Return rows as one batch, joined from runs: ``take`` would load Arrow's compute module, 30 ms."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    parts = [batch for start, end in runs for batch in table.slice(start, end - start).to_batches()]
    (batch,) = pa.Table.from_batches(parts, table.schema).combine_chunks().to_batches()
    return batch

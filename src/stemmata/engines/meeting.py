"""Both rows of each pair, brought together a batch at a time."""

from collections.abc import Iterator

import pyarrow as pa

from stemmata.engines.frame import Frame
from stemmata.engines.shelf import shelved
from stemmata.engines.work import Task


class Meetings:
    """Pairs in batches, each beside the rows it names."""

    def __init__(self, pairs: Frame, rows: Frame, *, batch_pairs: int, held: int) -> None:
        self._pairs = pairs
        self._rows = rows
        self._batch_pairs = batch_pairs
        self._held = held

    def tasks(self) -> Iterator[Task]:
        """Yield pairs and the rows they name, each row once, by id."""
        shelf = shelved(self._rows, self._held)
        for batch in self._pairs.batches():
            for start in range(0, batch.num_rows, self._batch_pairs):
                pairs = batch.slice(start, self._batch_pairs)
                yield pairs, shelf.chosen(_named(pairs))


def _named(pairs: pa.RecordBatch) -> set[str]:
    return {*pairs.column("left").to_pylist(), *pairs.column("right").to_pylist()}

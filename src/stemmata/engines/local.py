"""The engine of one machine."""

from collections.abc import Iterable, Iterator

import pyarrow as pa

from stemmata.engines.doing import done, sliced
from stemmata.engines.frame import Frame
from stemmata.engines.meeting import Meetings
from stemmata.engines.pairing import PAIRS, paired
from stemmata.engines.settings import LocalSettings
from stemmata.ports import Loss, Meeting, Step

SETTINGS = LocalSettings()


class LocalEngine:
    """Runs few rows in this process, many in worker processes; rows keep their order, answers are equal.

    A step runs when its rows are asked for. Where a step kills its worker or outlives its patience, its rows
    are tried one by one; the rows that fail again go to ``lost`` with how they were, or, without it, raise
    ``StemmataError``.
    """

    def __init__(self, settings: LocalSettings = SETTINGS) -> None:
        self._settings = settings

    def load(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Frame:
        """Take rows in, as they are asked for."""
        return Frame(batches, schema, held=self._settings.held)

    def collect(self, frame: Frame) -> Iterator[pa.RecordBatch]:
        """Give rows out, in the order they were loaded or made."""
        return frame.batches()

    def each(self, step: Step, frame: Frame, schema: pa.Schema, *, lost: Loss | None = None) -> Frame:
        """Run ``step`` over all rows; ``schema`` is what it gives, and ``lost`` too."""
        tasks = ((part,) for batch in frame.batches() for part in sliced(batch, self._settings.batch_rows))
        return self.load(done(step, tasks, self._settings, lost), schema)

    def pairs(self, frame: Frame, *, key: str, row: str, most: int) -> Frame:
        """Return the ids of column ``row`` that share a value of column ``key``, sorted."""
        return self.load(self._paired(frame, key, row, most), PAIRS)

    def meet(self, meeting: Meeting, pairs: Frame, rows: Frame, schema: pa.Schema) -> Frame:
        """Bring both rows of each pair together and run ``meeting`` on them, in the order of the pairs."""
        held, most = self._settings.held_rows, self._settings.batch_pairs
        tasks = Meetings(pairs, rows, batch_pairs=most, held=held).tasks()
        return self.load(done(meeting, tasks, self._settings, None), schema)

    def _paired(self, frame: Frame, key: str, row: str, most: int) -> Iterator[pa.RecordBatch]:
        pending, held = self._settings.pending_pairs, self._settings.held_postings
        yield paired(frame.batches, key=key, row=row, most=most, pending=pending, held=held)

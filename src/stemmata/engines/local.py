"""The engine of one machine."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain

import pyarrow as pa

from stemmata.engines.crew import done_by_workers
from stemmata.engines.frame import Frame
from stemmata.engines.meeting import Meetings
from stemmata.engines.pairing import PAIRS, paired
from stemmata.engines.settings import LocalSettings
from stemmata.engines.work import Limits, Lost, Task, Work
from stemmata.errors import StemmataError
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
        tasks = ((part,) for batch in frame.batches() for part in _sliced(batch, self._settings.batch_rows))
        return self.load(self._done(step, tasks, lost), schema)

    def pairs(self, frame: Frame, *, key: str, row: str, most: int) -> Frame:
        """Return the ids of column ``row`` that share a value of column ``key``, sorted."""
        return self.load(self._paired(frame, key, row, most), PAIRS)

    def meet(self, meeting: Meeting, pairs: Frame, rows: Frame, schema: pa.Schema) -> Frame:
        """Bring both rows of each pair together and run ``meeting`` on them, in the order of the pairs."""
        tasks = Meetings(pairs, rows, self._settings.batch_pairs).tasks()
        return self.load(self._done(meeting, tasks, None), schema)

    def _paired(self, frame: Frame, key: str, row: str, most: int) -> Iterator[pa.RecordBatch]:
        pending = self._settings.pending_pairs
        yield paired(frame.batches(), key=key, row=row, most=most, pending=pending)

    def _done(self, work: Work, tasks: Iterator[Task], lost: Loss | None) -> Iterator[pa.RecordBatch]:
        """Yield what comes of each task: done here while they are few, by worker processes if there are more."""
        few, more = _looked_at(tasks, self._settings)
        tasks = chain(_emptied(few), tasks)
        if not more or self._settings.workers < 1:
            yield from (work(*task) for task in tasks)
            return
        workers, limits = self._settings.workers, self._limits(self._settings.patience)
        with closing(done_by_workers(work, tasks, workers=workers, limits=limits)) as outcomes:
            for outcome in outcomes:
                yield from self._one_by_one(work, outcome, lost) if isinstance(outcome, Lost) else (outcome,)

    def _one_by_one(self, work: Work, failed: Lost, lost: Loss | None) -> Iterator[pa.RecordBatch]:
        """Yield what comes of each row of a task that failed as a whole."""
        first, *others = failed.task
        tasks = [(row, *others) for row in _sliced(first, 1)]
        limits = self._limits(self._settings.row_patience)
        with closing(done_by_workers(work, tasks, workers=1, limits=limits)) as outcomes:
            for outcome in outcomes:
                yield _mourned(outcome, lost) if isinstance(outcome, Lost) else outcome

    def _limits(self, seconds: float) -> Limits:
        return Limits(seconds, seconds * self._settings.stall, self._settings.memory)


def _mourned(outcome: Lost, lost: Loss | None) -> pa.RecordBatch:
    if lost is None:
        why = "took too long" if outcome.how == "too-slow" else "died"
        raise StemmataError(f"One row could not be worked on: its process {why}. Please report this.")
    return lost(outcome.task[0], outcome.how)


def _looked_at(tasks: Iterator[Task], settings: LocalSettings) -> tuple[deque[Task], bool]:
    """Return the first tasks, and whether that was enough to call them many."""
    few: deque[Task] = deque()
    rows = size = 0
    for task in tasks:
        few.append(task)
        rows += task[0].num_rows
        size += sum(batch.nbytes for batch in task)
        if rows > settings.inline_rows or size > settings.inline_bytes or _has_huge(task[0], settings):
            return few, True
    return few, False


def _has_huge(batch: pa.RecordBatch, settings: LocalSettings) -> bool:
    """Whether a batch has a row that is not to be worked on in this process."""
    most = settings.inline_row_bytes
    return batch.nbytes > most and any(row.nbytes > most for row in _sliced(batch, 1))


def _emptied(tasks: deque[Task]) -> Iterator[Task]:
    """Yield tasks and let go of each."""
    while tasks:
        yield tasks.popleft()


def _sliced(batch: pa.RecordBatch, rows: int) -> Iterator[pa.RecordBatch]:
    """Yield a batch in parts of at most ``rows`` rows; they share its memory."""
    return (batch.slice(start, rows) for start in range(0, batch.num_rows, rows))

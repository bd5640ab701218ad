"""Work done on a stream of tasks: here while they are few, by worker processes if there are more."""

from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import chain

import pyarrow as pa

from stemmata.engines.crew import done_by_workers
from stemmata.engines.settings import LocalSettings
from stemmata.engines.work import Limits, Lost, Task, Work
from stemmata.errors import StemmataError
from stemmata.ports import Loss


def done(
    work: Work, tasks: Iterator[Task], settings: LocalSettings, lost: Loss | None
) -> Iterator[pa.RecordBatch]:
    """Yield what comes of each task, in their order.

    Where work kills its worker or outlives its patience, the rows of that task are tried one by one; the rows that
    fail again go to ``lost`` with how they were, or, without it, raise ``StemmataError``.
    """
    few, more = _looked_at(tasks, settings)
    tasks = chain(_emptied(few), tasks)
    if not more or settings.workers < 1:
        yield from (work(*task) for task in tasks)
        return
    limits = _limits(settings, settings.patience)
    with closing(done_by_workers(work, tasks, workers=settings.workers, limits=limits)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Lost):
                yield from _one_by_one(work, outcome, settings, lost)
            else:
                yield outcome


def sliced(batch: pa.RecordBatch, rows: int) -> Iterator[pa.RecordBatch]:
    """Yield a batch in parts of at most ``rows`` rows; they share its memory."""
    return (batch.slice(start, rows) for start in range(0, batch.num_rows, rows))


def _one_by_one(
    work: Work, failed: Lost, settings: LocalSettings, lost: Loss | None
) -> Iterator[pa.RecordBatch]:
    """Yield what comes of each row of a task that failed as a whole."""
    first, *others = failed.task
    tasks = [(row, *others) for row in sliced(first, 1)]
    limits = _limits(settings, settings.row_patience)
    with closing(done_by_workers(work, tasks, workers=1, limits=limits)) as outcomes:
        for outcome in outcomes:
            yield _mourned(outcome, lost) if isinstance(outcome, Lost) else outcome


def _limits(settings: LocalSettings, seconds: float) -> Limits:
    return Limits(seconds, seconds * settings.stall, settings.memory)


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
    return batch.nbytes > most and any(row.nbytes > most for row in sliced(batch, 1))


def _emptied(tasks: deque[Task]) -> Iterator[Task]:
    """Yield tasks and let go of each."""
    while tasks:
        yield tasks.popleft()

"""Several workers on one stream of tasks."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import TypeAlias

import pyarrow as pa

from stemmata.engines.work import Limits, Lost, Task, Work
from stemmata.engines.workers import Worker, started

Outcome: TypeAlias = pa.RecordBatch | Lost

AHEAD = 4
"""Tasks for each worker that may be done before an earlier one is: bounds what is held in memory."""


def done_by_workers(
    work: Work, tasks: Iterable[Task], *, workers: int, limits: Limits
) -> Generator[Outcome, None, None]:
    """Yield what comes of each task, in the order of the tasks."""
    with started(work, workers, limits) as crew:
        desk = _Desk(iter(tasks), [*crew])
        while (outcome := desk.next()) is not None:
            yield outcome


@dataclass(slots=True)
class _Desk:
    """Who works on what, and what is done but not yet handed on."""

    tasks: Iterator[Task]
    idle: list[Worker]
    busy: dict[Connection, tuple[int, Worker]] = field(default_factory=dict)
    done: dict[int, Outcome] = field(default_factory=dict)
    given: int = 0
    handed_on: int = 0

    def next(self) -> Outcome | None:
        """Return the next outcome in order, or None after the last."""
        self._give()
        while self.handed_on not in self.done:
            if not self.busy:
                return None
            self._take()
            self._give()
        self.handed_on += 1
        return self.done.pop(self.handed_on - 1)

    def _give(self) -> None:
        """Give every idle worker a task, unless too much is waiting to be handed on."""
        most = AHEAD * (len(self.idle) + len(self.busy))
        while self.idle and self.given - self.handed_on < most:
            task = next(self.tasks, None)
            if task is None:
                return
            worker = self.idle.pop()
            worker.give(task)
            self.busy[worker.connection] = (self.given, worker)
            self.given += 1

    def _take(self) -> None:
        """Wait until a worker is done, dead or out of time."""
        soonest = min(worker.deadline for _, worker in self.busy.values())
        ready = wait(list(self.busy), max(0.0, soonest - monotonic()))
        for connection, (number, worker) in list(self.busy.items()):
            if connection in ready:
                del self.busy[connection]
                self.done[number] = worker.take()
                self.idle.append(worker)
            elif worker.deadline <= monotonic():
                del self.busy[connection]
                self.done[number] = worker.lose("too-slow")
                self.idle.append(worker)

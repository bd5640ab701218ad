"""Worker processes: work that may crash or hang is done where that costs one row and not the run.

They are started by a small program of their own and not by ``multiprocessing``'s pools, which import the
caller's main module anew (a script without a guard would start itself again) and wait for ever for one that died.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from time import monotonic

import pyarrow as pa

from stemmata.engines.messages import FAILED, READY, packed, unpacked
from stemmata.engines.work import Lost, Task, Work
from stemmata.errors import StemmataError

_PROGRAM = "import sys; sys.path[:] = {path!r}; from stemmata.engines.worker import serve; serve({handle})"

START = 60.0
"""Seconds a process may take to start. Set by hand: a hundred times what it takes on an idle machine."""


class Worker:
    """One process that does one kind of work; when it dies, a new one takes its place."""

    def __init__(self, work: Work) -> None:
        self._work = pickle.dumps(work)
        self._task: Task = ()
        self.deadline = 0.0
        self._start()

    def give(self, task: Task, patience: float) -> None:
        """Hand over a task that may take ``patience`` seconds; ``connection`` becomes readable when it is done."""
        if not self._ready:
            self._wait_until_ready()
        self._task = task
        self.deadline = monotonic() + patience
        try:
            self.connection.send_bytes(packed(task))
        except OSError:
            return  # it died between two tasks; ``take`` finds out

    def take(self) -> pa.RecordBatch | Lost:
        """Return what came of the task; what the work raised is raised here."""
        try:
            answer = self.connection.recv_bytes()
        except (EOFError, OSError):
            return self.lose("The process that worked on it died")
        if answer.startswith(FAILED):
            raise pickle.loads(answer[1:])  # noqa: S301 - from a process that we started
        (batch,) = unpacked(answer[1:])
        return batch

    def lose(self, says: str) -> Lost:
        """Give up the task, and the process with it."""
        self.stop()
        self._start()
        return Lost(self._task, says)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self.connection.close()

    def _start(self) -> None:
        self.connection, theirs = Pipe()
        program = _PROGRAM.format(path=sys.path, handle=theirs.fileno())
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", program], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
        )
        theirs.close()
        self._ready = False

    def _wait_until_ready(self) -> None:
        try:
            self.connection.send_bytes(self._work)
            self._ready = self.connection.poll(START) and self.connection.recv_bytes() == READY
        except (EOFError, OSError):
            self._ready = False
        if not self._ready:
            raise StemmataError("A worker process could not start. Is there memory left on this machine?")


@contextmanager
def started(work: Work, count: int) -> Iterator[list[Worker]]:
    """Start processes, and end them whatever happens."""
    workers: list[Worker] = []
    try:
        for _ in range(count):
            workers.append(Worker(work))
        yield workers
    finally:
        for worker in workers:
            worker.stop()

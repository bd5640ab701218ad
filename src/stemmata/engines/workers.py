"""Worker processes: work that may crash or hang is done where that costs one row and not the run.

They are started by a small program of their own and not by ``multiprocessing``'s pools, which import the
caller's main module anew (a script without a guard would start itself again) and wait for ever for one that died.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from time import monotonic

import pyarrow as pa

from stemmata.engines.messages import FAILED, READY, packed, unpacked
from stemmata.engines.work import Limits, Lost, Task, Work
from stemmata.errors import StemmataError

_PROGRAM = (
    "import sys; sys.path[:] = {path!r}; "
    "from stemmata.engines.worker import serve; serve({handle}, seconds={seconds!r}, memory={memory!r})"
)
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""There is a worker for each core: threads of their own would only stand in each other's way, and hold memory."""

START = 60.0
"""Seconds a process may take to start. Set by hand: a hundred times what it takes on an idle machine."""

_END = 5.0
"""Seconds a process may take to end once it is ending: it hands back its memory."""


class Worker:
    """One process that does one kind of work; when it dies, a new one takes its place."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._work = _pickled(work)
        self._limits = limits
        self._task: Task = ()
        self.deadline = 0.0
        self._start()

    def give(self, task: Task) -> None:
        """Hand over a task; ``connection`` becomes readable when it is done, or the process with it."""
        if not self._ready:
            self._wait_until_ready()
        self._task = task
        self.deadline = monotonic() + self._limits.clock
        try:
            self.connection.send_bytes(packed(task))
        except OSError:
            return  # it died between two tasks; ``take`` finds out

    def take(self) -> pa.RecordBatch | Lost:
        """Return what came of the task; what the work raised is raised here."""
        try:
            answer = self.connection.recv_bytes()
        except (EOFError, OSError):
            return self.lose(self._fate())
        if answer.startswith(FAILED):
            raise pickle.loads(answer[1:])  # noqa: S301 - from a process that we started
        (batch,) = unpacked(answer[1:])
        return batch

    def lose(self, how: str) -> Lost:
        """Give up the task, and the process with it."""
        self.stop()
        self._start()
        return Lost(self._task, how)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self.connection.close()

    def _fate(self) -> str:
        """Return how the process ended: it closed its connection, so it is about to end if it has not."""
        try:
            ended = self._process.wait(_END)
        except subprocess.TimeoutExpired:
            return "crashed"
        return "too-slow" if ended == -signal.SIGXCPU else "crashed"

    def _start(self) -> None:
        """Start a process of its own group, so that an interrupt from the keyboard meets this process alone."""
        self.connection, theirs = Pipe()
        program = _PROGRAM.format(
            path=sys.path, handle=theirs.fileno(), seconds=self._limits.seconds, memory=self._limits.memory
        )
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", program],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            process_group=0,
            env=os.environ | _ONE_THREAD,
        )
        theirs.close()
        self._ready = False

    def _wait_until_ready(self) -> None:
        try:
            self.connection.send_bytes(self._work)
            answer = self.connection.recv_bytes() if self.connection.poll(START) else b""
        except (EOFError, OSError):
            answer = b""
        if answer.startswith(FAILED):
            raise _untaken(pickle.loads(answer[1:]))  # noqa: S301 - from a process that we started
        if answer != READY:
            raise StemmataError("A worker process could not start. Is there memory left on this machine?")
        self._ready = True


def _pickled(work: Work) -> bytes:
    try:
        return pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise _untaken(error) from error


def _untaken(error: Exception) -> StemmataError:
    return StemmataError(
        f"A step cannot be handed to a worker process: {error}. "
        "It must be a function of a module that can be imported there, and so must all it holds."
    )


@contextmanager
def started(work: Work, count: int, limits: Limits) -> Iterator[list[Worker]]:
    """Start processes, and end them whatever happens."""
    workers: list[Worker] = []
    try:
        for _ in range(count):
            workers.append(Worker(work, limits))
        yield workers
    finally:
        for worker in workers:
            worker.stop()

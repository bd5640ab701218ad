"""The other end: what runs in a worker process."""

import math
import os
import pickle
import resource
import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from types import ModuleType

from stemmata.engines.messages import DONE, FAILED, READY, packed, packed_error, unpacked
from stemmata.engines.work import Work

_SPENT = 75
"""Exit code of a process that ran out of memory."""


def serve(handle: int, *, seconds: float, memory: int) -> None:
    """Do one kind of work on every task that comes through a file handle, until its other end is closed.

    The kernel ends this process if one task takes more than ``seconds`` of CPU time (SIGXCPU), whatever code is
    running then, and refuses it more than ``memory`` bytes. An interrupt from the keyboard is the engine's to
    answer: it ends its workers.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_DATA, memory)
    sys.meta_path.insert(0, _NoPandas)
    with Connection(handle) as engine:
        try:
            work: Work = pickle.loads(engine.recv_bytes())  # noqa: S301 - from the process that started this one
        except Exception as error:  # noqa: BLE001 - it is raised again, in the engine's process
            engine.send_bytes(FAILED + packed_error(error))
            return
        engine.send_bytes(READY)
        while True:
            try:
                task = engine.recv_bytes()
            except (EOFError, ConnectionError):
                return
            _limit(resource.RLIMIT_CPU, math.ceil(_spent() + seconds))
            engine.send_bytes(_answer(work, task))


class _NoPandas:
    """Keeps Arrow from loading pandas before it makes its first array: .4 CPU-seconds and 40 MB of every worker."""

    @staticmethod
    def find_spec(fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        """Say that pandas is not installed; leave every other package to whoever finds it."""
        if fullname == "pandas":
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def _answer(work: Work, task: bytes) -> bytes:
    try:
        return DONE + packed([work(*unpacked(task))])
    except MemoryError:
        os._exit(_SPENT)  # let it die, and its rows be tried one by one
    except Exception as error:  # noqa: BLE001 - it is raised again, in the engine's process
        return FAILED + packed_error(error)


def _spent() -> float:
    """Return the CPU-seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _limit(kind: int, most: int) -> None:
    """Set a limit of this process, as far as those who started it allow."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))

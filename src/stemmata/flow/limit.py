"""Work that may take only so long."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


class _TimeIsUpError(Exception):
    """Raised inside work whose time is up."""


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """Return what comes of ``work``, or None where it takes more than so many CPU-seconds of this process.

    CPU time, so that a busy machine loses no page. Where the system has no such timer, or outside a process's main
    thread, work takes what it takes; so does a call into compiled code until it returns. Both are the engine's to end,
    in a worker process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return work()
    try:
        return _timed(seconds, work)
    except _TimeIsUpError:
        return None


def _timed(seconds: float, work: Callable[[], T]) -> T:
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TimeIsUpError

"""The other end: what runs in a worker process."""

import pickle
import signal
from multiprocessing.connection import Connection

from stemmata.engines.messages import DONE, FAILED, READY, packed, packed_error, unpacked
from stemmata.engines.work import Work


def serve(handle: int) -> None:
    """Do one kind of work on every task that comes through a file handle, until its other end is closed.

    An interrupt from the keyboard is the engine's to answer: it ends its workers.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Connection(handle) as engine:
        work: Work = pickle.loads(engine.recv_bytes())  # noqa: S301 - from the process that started this one
        engine.send_bytes(READY)
        while True:
            try:
                task = engine.recv_bytes()
            except (EOFError, ConnectionError):
                return
            engine.send_bytes(_answer(work, task))


def _answer(work: Work, task: bytes) -> bytes:
    try:
        return DONE + packed([work(*unpacked(task))])
    except MemoryError:
        raise  # this process is spent: let it die, and its rows be tried one by one
    except Exception as error:  # noqa: BLE001 - it is raised again, in the engine's process
        return FAILED + packed_error(error)

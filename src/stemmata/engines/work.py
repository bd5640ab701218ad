"""What is done to rows, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

Work = Callable[..., pa.RecordBatch]
"""A step over one batch, or a meeting of two."""

Task = tuple[pa.RecordBatch, ...]
"""The batches that work is done on."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A worker process died, or ran out of time, over this task."""

    task: Task
    how: str
    """``crashed`` or ``too-slow``."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may spend: CPU-seconds on a task, seconds by the clock, bytes."""

    seconds: float
    clock: float
    memory: int

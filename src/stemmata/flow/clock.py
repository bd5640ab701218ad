"""How long each step took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from stemmata.model import Seconds
from stemmata.ports import Progress


class Stopwatch:
    """Tells a watcher of each step, and notes its wall time."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.seconds: list[Seconds] = []

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[None]:
        """Time what happens inside."""
        if self.progress is not None:
            self.progress.begin(name, total)
        start = perf_counter()
        yield
        self.seconds.append(Seconds(name, perf_counter() - start))

    def advance(self, count: int = 1) -> None:
        """Tell that ``count`` more things of this step are done."""
        if self.progress is not None:
            self.progress.advance(count)

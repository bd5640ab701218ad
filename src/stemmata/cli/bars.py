"""Progress on standard error: bars on a terminal, nothing elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

_COLUMNS = (
    SpinnerColumn(),
    TextColumn("{task.description:<12}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)


class Watched:
    """Draws each step of a job as a bar."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def begin(self, step: str, total: int | None) -> None:
        """Start a new bar; the one before is done."""
        self._finish()
        self._task = self._bars.add_task(step, total=total)

    def advance(self, count: int = 1) -> None:
        """Move the current bar."""
        if self._task is not None:
            self._bars.advance(self._task, count)

    def _finish(self) -> None:
        if self._task is None:
            return
        (task,) = (one for one in self._bars.tasks if one.id == self._task)
        self._bars.update(
            self._task, total=task.total or task.completed, completed=task.total or task.completed
        )


@contextmanager
def bars() -> Iterator[Watched]:
    """Draw bars while the block runs, and wipe them after."""
    with Bars(*_COLUMNS, console=Console(stderr=True), transient=True) as drawn:
        yield Watched(drawn)

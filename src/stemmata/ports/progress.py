"""Who is told how far a long job is."""

from typing import Protocol


class Progress(Protocol):
    """Told of each step as it begins and moves; never asked anything."""

    def begin(self, step: str, total: int | None) -> None:
        """A step of the job starts; ``total`` is how many things it has before it, if that is known."""
        ...

    def advance(self, count: int = 1) -> None:
        """``count`` more things of the current step are done."""
        ...

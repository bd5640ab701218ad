"""Where a case is kept between runs."""

from typing import Protocol, TypeVar

from stemmata.model import Case

R = TypeVar("R")


class Store(Protocol):
    """One case: every table of it, and full-text search over the articles.

    Each method raises ``StoreError`` with what to do next. A save is one transaction: after a crash, a full
    disk or an interrupt the old case is there, whole.
    """

    def save(self, case: Case) -> None:
        """Make the stored case equal to ``case``."""
        ...

    def case(self) -> Case:
        """Return the stored case; an empty one from a new store."""
        ...

    def load(self, kind: type[R]) -> tuple[R, ...]:
        """Return all records of one type, in the order of the contract."""
        ...

    def find(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of articles whose text holds the words of ``phrase`` in a row (case aside)."""
        ...

    def close(self) -> None:
        """Let go of the file or connection."""
        ...

"""What is needed of a statement to compare it with its variants."""

from collections.abc import Callable, Sequence
from typing import Protocol

from stemmata.model import Article, Statement
from stemmata.statements.wording import Wording


class Compared(Protocol):
    """What is needed of a statement to compare it."""

    @property
    def statement(self) -> Statement: ...
    @property
    def article(self) -> Article: ...
    @property
    def wording(self) -> Wording: ...
    @property
    def strength(self) -> str: ...
    @property
    def verb(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def name(self) -> str: ...


Origins = Callable[[set[str]], frozenset[str]]
"""Tells how many independent text origins articles go back to."""


def names(told: Sequence[Compared]) -> str:
    """Return the pages that have the statements, each once."""
    return ", ".join(sorted({each.label for each in told}))


def ids(told: Sequence[Compared]) -> tuple[str, ...]:
    """Return the ids of the statements, each once."""
    return tuple(sorted({each.statement.id for each in told}))

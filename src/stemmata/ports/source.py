"""Where pages come from."""

from collections.abc import Iterator
from typing import Protocol

from stemmata.model import Input, Page, Unread


class Source(Protocol):
    """Something that pages come out of, one after the other, in a stable order."""

    def pages(self) -> Iterator[Page | Unread]:
        """Yield every page, and an ``Unread`` for each input that could not even be opened."""
        ...

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every input opened so far, with the SHA-256 of its bytes where it was read through."""
        ...

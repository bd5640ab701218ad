"""Where pages come from."""

from collections.abc import Iterator
from typing import Protocol

from stemmata.model import Page, Unread


class Source(Protocol):
    """Something that pages come out of, one after the other, in a stable order."""

    def pages(self) -> Iterator[Page | Unread]:
        """Yield every page, and an ``Unread`` for each input that could not even be opened."""
        ...

"""Who tells where sentences end and names stand: our own rules, or a pipeline that the user has installed."""

from typing import Protocol

from stemmata.model import Span


class Linguist(Protocol):
    """Two questions about a stretch of a text. Every adapter answers with spans into the whole text, in order."""

    def sentences(self, text: str, span: Span, language: str) -> tuple[Span, ...]:
        """Return the sentences of a stretch, without the white space around them, none overlapping."""
        ...

    def names(self, text: str, span: Span, language: str) -> tuple[tuple[Span, str], ...]:
        """Return the names in a stretch, each with what it names: ``person organisation place other``."""
        ...

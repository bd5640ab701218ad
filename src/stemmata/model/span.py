"""Where something stands: a stretch of one article's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: offsets in Unicode code points, ``end`` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meet(self, other: "Span") -> "Span | None":
        """Return the stretch both share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def moved(self, by: int) -> "Span":
        """Return the same stretch ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start

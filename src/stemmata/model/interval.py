"""A stretch of days."""

from datetime import date
from typing import NamedTuple


class Interval(NamedTuple):
    """Days from ``first`` to ``last``, both included; one day repeats it."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> "Interval":
        """Return the interval of one day."""
        return cls(day, day)

    def contains(self, day: date) -> bool:
        """Whether ``day`` is one of the days."""
        return self.first <= day <= self.last

    def meet(self, other: "Interval") -> "Interval | None":
        """Return the days both share, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Interval(first, last) if first <= last else None

    def join(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        return Interval(min(self.first, other.first), max(self.last, other.last))

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

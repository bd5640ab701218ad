"""A clue to the day a text was written: which days it allows."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stemmata.model import Interval, Place
from stemmata.text.times.calendar import month, shifted

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


class Named(NamedTuple):
    """A month, day and perhaps weekday that a text names without the year.

    The text was written no more than ``before`` days before it and no more than ``after`` days after it.
    """

    month: int
    day: int
    weekday: int | None
    before: int
    after: int

    def around(self, reach: Interval) -> Iterator[Interval]:
        """Yield the days of ``reach`` around each such day: in every year that has it."""
        for year in range(max(1, reach.first.year - 1), min(9999, reach.last.year + 1) + 1):
            try:
                named = date(year, self.month, self.day)
            except ValueError:
                continue
            if self.weekday is not None and named.weekday() != self.weekday:
                continue
            if days := Interval(shifted(named, -self.before), shifted(named, self.after)).meet(reach):
                yield days


class Clue(NamedTuple):
    """One thing the text tells: no earlier than ``first``, no later than ``last``, in these months, near these days.

    ``near`` allows the days around any of its named days.
    """

    rule: str
    says: str
    weight: float
    spans: tuple[Place, ...]
    first: date | None = None
    last: date | None = None
    months: frozenset[int] | None = None
    near: tuple[Named, ...] = ()

    def allows(self, reach: Interval) -> tuple[Interval, ...]:
        """Return the days of ``reach`` that the clue leaves open, in order, none twice."""
        bounds = Interval(self.first or date.min, self.last or date.max)
        if (inside := reach.meet(bounds)) is None:
            return ()
        if self.months is not None:
            return _months(inside, self.months)
        if self.near:
            return _joined(sorted(days for named in self.near for days in named.around(inside)))
        return (inside,)


def _months(reach: Interval, months: frozenset[int]) -> tuple[Interval, ...]:
    found = []
    for count in range(
        reach.first.year * 12 + reach.first.month - 1, reach.last.year * 12 + reach.last.month
    ):
        if count % 12 + 1 in months and (open_days := month(count // 12, count % 12 + 1).meet(reach)):
            found.append(open_days)
    return tuple(found)


def _joined(windows: list[Interval]) -> tuple[Interval, ...]:
    found: list[Interval] = []
    for days in windows:
        if found and days.first <= found[-1].last:
            found[-1] = found[-1].join(days)
        else:
            found.append(days)
    return tuple(found)

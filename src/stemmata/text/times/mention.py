"""A time expression before and after it is resolved."""

from enum import StrEnum
from typing import NamedTuple

from stemmata.model import Interval, Span


class Tense(StrEnum):
    """Whether the words around a time speak of what has been or of what will be."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Meaning(NamedTuple):
    """What an expression says, before anybody asks of which day it is read.

    ``kind`` is one of ``day month year weekday relative today ago since season quarter decade century clock
    edge duration set now half holiday yearago that``. ``unit`` is a TIMEX3 unit (``D W M Y 10Y 100Y Q WE TH TM TS``), ``shift`` counts
    units from the day of writing (last = -1, this = 0, next = 1), ``number`` is None when the text is vague.
    ``weekday`` counts from Monday = 0. ``part`` is a part of the day (``MO AF EV NI``) or a clock time.
    ``mod`` is the part of the period meant: ``START MID END EARLIER LATER APPROX``.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    number: int | None = None
    shift: int | None = None
    part: str | None = None
    season: str | None = None
    quarter: int | None = None
    mod: str | None = None
    ref: str | None = None

    @property
    def relative(self) -> bool:
        """Whether the day of writing is needed to know which days are meant."""
        if self.kind in {"weekday", "relative", "today", "clock", "ago", "since", "yearago"}:
            return True
        return (
            self.kind in {"day", "month", "season", "quarter", "edge", "half", "holiday"}
            and self.year is None
        )


class Mention(NamedTuple):
    """One time expression of a text: where it stands, what TIMEX3 type it has and what it says.

    ``lead`` is the folded word before it (``on``, ``through``, ``since``, or empty), by which ranges are known.
    """

    span: Span
    type: str
    meaning: Meaning
    lead: str
    tense: Tense


class Resolved(NamedTuple):
    """A time expression read from a day of writing: TIMEX3 type and value, and the days meant."""

    type: str
    value: str
    when: Interval | None

"""When a text was written, and the times it speaks of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stemmata.model.article import Stamp
from stemmata.model.evidence import Evidence
from stemmata.model.interval import Interval
from stemmata.model.span import Span


@dataclass(frozen=True, slots=True)
class Written:
    """The day one article's text was written, as far as its evidence goes.

    ``written`` is sure to hold the day; ``best`` is the best single reading. ``recycled``: the page's
    stamp contradicts its text by ``recycled_days``.
    """

    article: str
    written: Interval | None
    written_best: date | None
    written_evidence: tuple[Evidence, ...]
    recycled: bool
    recycled_days: int | None
    recycled_evidence: tuple[Evidence, ...]


class Anchor(StrEnum):
    """What a relative time expression was resolved against."""

    NONE = "none"
    STAMP = "stamp"
    DATELINE = "dateline"
    STATED = "stated"
    SIBLING = "sibling"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression; ``type`` and ``value`` as in TIMEX3 (TimeML 1.2.1)."""

    article: str
    span: Span
    text: str
    type: str
    value: str
    when: Interval | None
    anchor: Anchor
    confidence: float


@dataclass(frozen=True, slots=True)
class PageDates:
    """What one page says of time: its stamps, when its text was written, and the times that it names."""

    article: str
    stamps: tuple[Stamp, ...]
    written: Written | None
    times: tuple[Time, ...]

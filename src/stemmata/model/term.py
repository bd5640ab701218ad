"""One phrase through time."""

from dataclasses import dataclass, field
from datetime import date

from stemmata.model.interval import Interval
from stemmata.model.span import Span


@dataclass(frozen=True, slots=True)
class FirstUse:
    """The earliest known place of a phrase; ``when`` is when that text was written."""

    article: str
    span: Span
    when: Interval | None


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a phrase stands in the texts of one stretch of time: articles, and origins behind them."""

    first: date = field(metadata={"column": "from"})
    last: date = field(metadata={"column": "to"})
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class Term:
    """First use and history of a phrase over the case."""

    phrase: str
    first: FirstUse | None
    series: tuple[Usage, ...]

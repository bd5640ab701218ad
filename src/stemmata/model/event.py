"""What happened, by the articles that report it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from stemmata.model.evidence import Evidence
from stemmata.model.interval import Interval
from stemmata.model.span import Span


class Modality(StrEnum):
    """Whether the reports say that it happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that articles report.

    ``articles`` have it as their main event, ``background`` only mention it. ``when`` is the best interval,
    ``within`` is sure to contain it. ``origins`` counts independent text origins among these pages.
    """

    id: str
    was: tuple[str, ...]
    articles: tuple[str, ...]
    background: tuple[str, ...]
    families: tuple[str, ...]
    title: str
    kind: str
    actors: tuple[str, ...]
    place: str | None
    modality: Modality
    when: Interval | None
    within: Interval | None
    follows: str | None
    origins: int
    origins_range: tuple[int, int]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One bar of a series."""

    first: date = field(metadata={"column": "from"})
    last: date = field(metadata={"column": "to"})
    events: int
    reports: int


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring kind of event, counted per event and not per report; ``rule`` says how."""

    kind: str
    rule: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A page that says how many there were ("more than 100 missile tests since the start of 2022"), beside what a case holds.

    ``least`` and ``most`` are what the page allows, None where it sets no bound. The days it counts run from ``first``
    to ``last``. ``held`` are the events of the case surely, and possibly, within them.
    """

    article: str
    span: Span
    text: str
    least: int | None
    most: int | None
    first: date
    last: date | None
    held: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A kind of event asked for: its series, the events counted, those of unknown day, and what pages say of their number."""

    series: Series
    events: tuple[str, ...]
    undated: tuple[str, ...]
    counted: tuple[Counted, ...]

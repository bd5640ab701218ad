"""Everything a run knows."""

from dataclasses import dataclass

from stemmata.model.article import Article
from stemmata.model.event import Event, Series
from stemmata.model.network import Network
from stemmata.model.page import Unread
from stemmata.model.passage import Family, Passage
from stemmata.model.statement import Claim, Sourcing, Speaker, Statement
from stemmata.model.stemma import Link, Node, Origin
from stemmata.model.term import Term
from stemmata.model.written import Time, Written


@dataclass(frozen=True, slots=True)
class Seconds:
    """Wall time one stage took."""

    stage: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a run, with the SHA-256 of its bytes where it is a file."""

    source: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """How a case came about: the last run over it; ``phrases`` are the terms asked for so far."""

    version: str
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[Input, ...]
    seconds: tuple[Seconds, ...]
    kernels: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Every record of a run, table by table, each sorted by id (or by all its fields)."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    passages: tuple[Passage, ...] = ()
    families: tuple[Family, ...] = ()
    networks: tuple[Network, ...] = ()
    written: tuple[Written, ...] = ()
    times: tuple[Time, ...] = ()
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[Claim, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()
    terms: tuple[Term, ...] = ()
    run: Run | None = None

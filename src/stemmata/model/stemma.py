"""A family tree of texts: states, the arrows between them, and where they come from."""

from dataclasses import dataclass, field
from enum import StrEnum

from stemmata.model.evidence import Evidence, Place


class How(StrEnum):
    """How an article carries a text state."""

    CLEAN = "clean"
    REPRINT = "reprint"
    WRAPPED = "wrapped"


class NodeKind(StrEnum):
    """Whether a text state stands on a page, or is inferred."""

    STATE = "state"
    LOST = "lost"


class LinkKind(StrEnum):
    """What was done to the parent's words."""

    COPY = "copy"
    REVISION = "revision"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    PARAPHRASE = "paraphrase"
    MERGE = "merge"
    TRANSLATION = "translation"


class Direction(StrEnum):
    """Whether the evidence settles which end of an arrow came first."""

    DECIDED = "decided"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Witness:
    """An article that carries a state, and how."""

    article: str
    how: How


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch that a lost state must have had, with the descendants it is read from."""

    text: str
    confidence: float
    sources: tuple[Place, ...] = field(metadata={"column": "from"})


@dataclass(frozen=True, slots=True)
class Node:
    """One text state of a family; articles are its witnesses, and a lost state has none."""

    id: str
    family: str
    kind: NodeKind
    label: str
    witnesses: tuple[Witness, ...]
    readings: tuple[Reading, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another parent that an arrow might have had; None is "no observed ancestor"."""

    parent: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow of the stemma, from state to state (ids of nodes)."""

    family: str
    parent: str
    child: str
    kind: LinkKind
    direction: Direction
    direction_confidence: float
    credited: bool
    confidence: float
    rivals: tuple[Rival, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent text origin, among these pages: a root of a family's stemma."""

    id: str
    family: str
    node: str
    agency: str | None
    articles: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Stemma:
    """The tree of one family."""

    family: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    origins: tuple[Origin, ...]

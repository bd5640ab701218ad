"""The receipt that travels with every conclusion."""

from dataclasses import dataclass

from stemmata.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a named article."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: the rule that fired, what it says to a reader, how much it weighs, where to look.

    ``says`` is one sentence a journalist can read. ``weight`` is the rule's own (log-odds where a
    model was fitted, else 0 to 1); the sign tells for or against.
    """

    rule: str
    says: str
    weight: float = 0.0
    spans: tuple[Place, ...] = ()

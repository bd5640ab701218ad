"""What a source turns out to be, and what its resolving may look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stemmata.model import Article, Span, SpeakerKind
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.people import People

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reference:
    """One source resolved: what it is, its name, the key by which articles agree, and why.

    ``key`` starts with its sort (``person body state class site unnamed``); ``sure`` is the factor that the
    step leaves of a statement's confidence.
    """

    kind: SpeakerKind
    name: str
    key: tuple[str, ...]
    role: str | None
    rule: str
    says: str
    sure: float
    place: Span | None

    def again(self, rule: str, says: str, sure: float, place: Span | None) -> "Reference":
        """Return the same speaker, found in another way."""
        return Reference(self.kind, self.name, self.key, self.role, rule, says, sure, place)


@dataclass(frozen=True, slots=True)
class Ground:
    """One article, whom it names, and every source resolved so far, in order."""

    article: Article
    named: People
    cues: Cues
    past: list[tuple[Draft, Reference]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def language(self) -> str:
        """The article's language."""
        return self.article.language

    def latest(self, most: int) -> Sequence[tuple[Draft, Reference]]:
        """Return the last sources resolved, the last first; of statements that end together the outer one first."""
        return sorted(self.past[-most:], key=_outermost_last, reverse=True)


def nobody(rule_says: str, sure: float, place: Span | None) -> Reference:
    """Return the speaker of whom nothing is known, with the reason."""
    return Reference(
        SpeakerKind.UNNAMED, UNKNOWN, ("unnamed", UNKNOWN), None, "unknown", rule_says, sure, place
    )


def bare(name: str) -> str:
    """Return a name without its possessive."""
    return name.removesuffix("’s").removesuffix("'s")


def _outermost_last(past: tuple[Draft, Reference]) -> tuple[int, int]:
    return past[0].span.end, past[0].span.length

"""Who said what, through whom, and the same statement across articles."""

from dataclasses import dataclass
from enum import StrEnum

from stemmata.model.evidence import Evidence, Place
from stemmata.model.span import Span


class Speech(StrEnum):
    """Whether a statement is quoted, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the speaker asserts the content."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    MEDIA = "media"
    UNNAMED = "unnamed"


class Differs(StrEnum):
    """In what the variants of one claim differ."""

    WORDING = "wording"
    QUOTATION = "quotation-boundary"
    POLARITY = "polarity"
    NUMBER = "number"
    DATE = "date"
    SPEAKER = "speaker"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class Relay:
    """One hop: who passes a statement on. ``explicit``: the text says so; otherwise inferred."""

    speaker: str
    span: Span | None
    explicit: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement of an article; ``via`` names the relays, nearest to the speaker's page first."""

    id: str
    article: str
    span: Span
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    type: Speech
    polarity: Polarity
    source: Span | None
    source_text: str
    speaker: str
    cue: Span | None
    via: tuple[Relay, ...]
    parent: str | None
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker across all articles."""

    id: str
    was: tuple[str, ...]
    name: str
    kind: SpeakerKind
    role: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Place, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a claim, the statements that have it, the origins they go back to."""

    text: str
    statements: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where variants of a claim differ: "differs", never "false"."""

    kind: Differs
    says: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """The same statement in several articles."""

    id: str
    was: tuple[str, ...]
    event: str | None
    speaker: str
    statements: tuple[str, ...]
    variants: tuple[Variant, ...]
    differences: tuple[Difference, ...]
    origins: int
    informants: tuple[str, ...]
    first: str | None
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Whom the reports of one event name as first-hand sources, and which cited sources are not among the pages.

    ``informants`` are ids of speakers; ``absent`` are names.
    """

    event: str
    informants: tuple[str, ...]
    absent: tuple[str, ...]
    evidence: tuple[Evidence, ...]

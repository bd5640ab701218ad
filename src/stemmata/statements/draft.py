"""A statement before its speaker is known: spans only."""

from dataclasses import dataclass, field

from stemmata.model import Polarity, Role, Span, Speech
from stemmata.statements.lines import Line


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement as its sentence gives it.

    ``source`` is the whole noun phrase, ``core`` the phrase without its apposition. ``strength`` is the
    past form that stands for how strongly the verb speaks. ``rule`` names the frame, ``confidence`` its worth.
    """

    article: str
    paragraph: int
    role: Role
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    type: Speech
    polarity: Polarity
    source: Span | None
    core: Span | None
    cue: Span | None
    strength: str
    rule: str
    confidence: float
    span: Span = field(init=False)
    """The stretch that source, cue and content cover together."""

    def __post_init__(self) -> None:
        """Measure the span once: every later step orders statements by it."""
        spans = [span for span in (*self.content, self.source, self.cue) if span is not None]
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        object.__setattr__(self, "span", whole)


def quoted_in(line: Line, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the stretches inside quotation marks that lie in the content."""
    return tuple(
        quotation.inner
        for quotation in line.quotations
        if any(span.contains(quotation.outer) for span in content) and quotation.inner.length
    )


def speech(text: str, content: tuple[Span, ...], quoted: tuple[Span, ...]) -> Speech:
    """Tell whether content is quoted, reported or both by what stands outside the marks."""
    if not quoted:
        return Speech.INDIRECT
    inside = sum(sum(map(str.isalnum, span.of(text))) for span in quoted)
    total = sum(sum(map(str.isalnum, span.of(text))) for span in content)
    return Speech.DIRECT if inside >= total else Speech.MIXED

"""Whom a newsroom has its words from: *citing an email by a port official*, the Lantern said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemmata.model import Span
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.lines import Line
from stemmata.statements.nouns import speaks
from stemmata.statements.phrases import rightward
from stemmata.statements.settings import StatementSettings

TELLS = frozenset({"clause", "aside", "quote", "according"})


def citing(line: Line, drafts: Sequence[Draft], cues: Cues, settings: StatementSettings) -> Iterator[Draft]:
    """Yield what the cited source said: the words of whoever cites it, in the same sentence."""
    tokens = line.tokens
    for at in range(len(tokens) - 1):
        if tokens[at].low not in cues.citing or (at and tokens[at - 1].kind != ","):
            continue
        source = rightward(tokens, at + 1, cues, "named")
        outer = _teller(drafts, tokens[at].start)
        if (
            source is None
            or outer is None
            or not (speaks(tokens, source, cues) or _is_paper(source.low(tokens), cues))
        ):
            continue
        last = Span(tokens[source.first].start, tokens[source.last - 1].end)
        core = Span(tokens[source.start].start, tokens[source.end - 1].end)
        if not any(span.overlaps(core) for span in outer.content):
            yield replace(
                outer, source=last, core=core, cue=Span(tokens[at].start, tokens[at].end), strength="said",
                rule="citing", confidence=min(outer.confidence, settings.object),
            )  # fmt: skip


def _teller(drafts: Sequence[Draft], at: int) -> Draft | None:
    """Return the statement of whoever cites: the one whose verb stands nearest."""
    telling = [draft for draft in drafts if draft.rule in TELLS and draft.cue is not None]
    return min(
        telling, key=lambda draft: (abs((draft.cue or draft.span).start - at), draft.span), default=None
    )


def _is_paper(words: Sequence[str], cues: Cues) -> bool:
    return not (cues.voices | cues.papers | cues.speaking).isdisjoint(words)

"""Stretches of a text from tokens of a line."""

from collections.abc import Sequence

from stemmata.model import Span
from stemmata.statements.lines import Token


def stretch(tokens: Sequence[Token], start: int, end: int) -> Span:
    """Return the stretch from token ``start`` up to token ``end``, without commas and stops at its ends."""
    while end > start + 1 and tokens[end - 1].kind in {",", ".", "—", "–"}:
        end -= 1
    while start < end - 1 and tokens[start].kind in {",", "—", "–"}:
        start += 1
    return Span(tokens[start].start, tokens[end - 1].end)


def stretch_or_none(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """Return the same for the words between two tokens, or None where there are none."""
    words = [at for at in range(start, end) if tokens[at].kind in {"w", "q"}]
    return stretch(tokens, words[0], words[-1] + 1) if words else None

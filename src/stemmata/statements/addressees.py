"""Whom something was told, and when: told *reporters on Monday* that ..."""

from collections.abc import Sequence

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token
from stemmata.statements.phrases import rightward

MAY = frozenset({"may"})
FAR = 6
"""Tokens behind *in* or *during* in which an occasion or a time stands."""


def addressee(tokens: Sequence[Token], after: int, cues: Cues) -> int:
    """Return the token behind whom a verb that ends before ``after`` was told to, and behind the day and the occasion."""
    phrase = rightward(tokens, after, cues, "addressee")
    end = phrase.end if phrase else after
    while end < len(tokens) and tokens[end].low in cues.times | {"on", "in", "during"}:
        end += 1
        if tokens[end - 1].low in {"in", "during"}:
            end = _occasion(tokens, end, cues)
    return end


def _occasion(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    for place in range(at, min(at + FAR, len(tokens))):
        months = cues.months | MAY if tokens[place].capital else frozenset[str]()
        if tokens[place].low in cues.occasions | cues.times | months:
            return place + 1
    return at

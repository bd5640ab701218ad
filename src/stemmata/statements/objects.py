"""What a verb governs that is no clause: where it ends, and whether it is one after all. Places are token numbers."""

from collections.abc import Sequence

from stemmata.statements.cues import PLACED, Cues
from stemmata.statements.lines import Token
from stemmata.statements.nouns import finite

RELATIVES = frozenset({"which", "who", "whose", "where"})
JOINED = RELATIVES | {"that", "as", "because", "when", "while", "after", "before", "if", "to"}
"""Words that join another clause to a noun, whose verb is not that of what was said."""
CALLED = frozenset({"for", "on", "upon", "in", "out", "off", "up", "back"})
"""Words behind *called* with which it gives no name."""
DASHES = frozenset({"—", "–"})
FARTHEST = 20
"""Tokens in which a clause has its verb."""


def object_end(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """Return where an object ends: before a dash, a day, *but*, a clause with *which* that nothing follows."""
    for at in range(start + 1, end):
        after = _low(tokens, at + 1)
        dated = after in cues.times or after in cues.months
        if tokens[at].kind in DASHES or (_low(tokens, at) in PLACED and dated):
            return at
        if tokens[at].kind == "," and after == "but":
            return at
        if tokens[at].kind == "," and after in RELATIVES:
            return end if any(token.kind == "," for token in tokens[at + 1 : end]) else at
    return end


def only_when(tokens: Sequence[Token], start: int, cues: Cues) -> bool:
    """Whether only a time follows: conceded *shortly before midnight*."""
    low = _low(tokens, start)
    adverb = low.endswith("ly") or low in cues.adverbs or low in cues.times
    if not adverb or start + 1 >= len(tokens):
        return adverb
    return _low(tokens, start + 1) in cues.prepositions or tokens[start + 1].kind not in {"w", "q"}


def has_verb(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> bool:
    """Whether a clause that starts here has its verb before another one is joined: announced *the end* of it has none."""
    for token in tokens[start + 1 : min(start + FARTHEST, end)]:
        if token.kind == "," or token.low in JOINED:
            return False
        if token.low in cues.aux or finite(token.low, cues):
            return True
    return False


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) and tokens[at].kind == "w" else ""

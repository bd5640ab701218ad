"""Where a stretch that was said starts and ends, once commas and joining words are passed."""

from collections.abc import Sequence

from stemmata.statements.cues import COMMAS, Cues
from stemmata.statements.hits import Hit
from stemmata.statements.limits import stands_beside
from stemmata.statements.lines import Token
from stemmata.statements.nouns import finite
from stemmata.statements.usable import ENDS


def moved(hit: Hit, at: int) -> Hit:
    """Return the hit with its content starting further on."""
    return hit._replace(ahead=at)


def closes(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a clause ends with this aside: what follows joins a new one."""
    if not stands_beside(tokens, hit) or hit.ahead + 1 >= len(tokens):
        return False
    return tokens[hit.ahead].kind == ";" or tokens[hit.ahead + 1].low in {"but", "and", "while"}


def trimmed(tokens: Sequence[Token], part: tuple[int, int], cues: Cues) -> tuple[int, int]:
    """Return a part without the commas, stops and joining words at its ends."""
    start, end = part
    while start < end and (
        tokens[start].kind in COMMAS
        or tokens[start].kind in ENDS
        or tokens[start].low in {"but", "and", "that"}
    ):
        start += 1
    while end > start and (
        tokens[end - 1].kind in COMMAS or tokens[end - 1].kind in ENDS or tokens[end - 1].low in cues.joins
    ):
        end -= 1
    return start, end


def opens_with_adjunct(before: Sequence[Token], cues: Cues) -> bool:
    """Whether only an adjunct stands before an aside: *During his years in office*, Odu said, ..."""
    if len(before) < 2 or before[0].kind != "w" or before[0].low not in cues.prepositions:
        return False
    return not any(
        token.kind == "q" or token.low in cues.aux or (not token.capital and finite(token.low, cues))
        for token in before
    )

"""What stands between a reporting verb and what was said: days, occasions, addressees, adverbs."""

from collections.abc import Sequence

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token
from stemmata.statements.nouns import finite

PERSONS = frozenset({"he", "she", "they", "it", "we"})
OBJECTS = frozenset({"to", "her", "him", "them", "us", "me"})
PUBLISHED = frozenset({"released", "carried", "published", "issued", "posted", "broadcast", "aired"})
LEAD = 14
"""Tokens at most between a verb and the quotation that it leads to."""


def passed(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    """Return the first token after days, adverbs and occasions: said *on Monday in a statement*."""
    at = _lead_in(tokens, at, cues)
    while at < len(tokens) and tokens[at].kind == "w":
        token = tokens[at]
        if token.low in cues.times or (token.low in cues.adverbs and token.low != "not"):
            at += 1
            continue
        placed = token.low in cues.prepositions or token.low == "to"
        reach = (_occasion(tokens, at, cues) or _until_that(tokens, at, cues)) if placed else None
        if reach is None:
            return at
        at = reach
    return at


def _until_that(tokens: Sequence[Token], at: int, cues: Cues) -> int | None:
    """Return the *that* which a phrase of place stands before: wrote *in his book The Long Way* that ..."""
    for place in range(at + 1, min(len(tokens), at + LEAD)):
        token = tokens[place]
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        clause = token.low in PERSONS and (following in cues.aux or finite(following, cues))
        if (token.low == "that" and token.kind == "w") or (clause and place > at + 1):
            return place
        if (
            token.kind not in {"w", "q"}
            or token.low in cues.aux
            or (not token.capital and finite(token.low, cues))
        ):
            return None
    return None


def _lead_in(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    """Return the quotation that a phrase leads to: wrote *to his friends*, “…”; added *about Odu*: “…”; said, *however*, “…”."""
    start = at + 1 if at < len(tokens) and tokens[at].kind == "," else at
    low = tokens[start].low if start < len(tokens) else ""
    manner = low in cues.adverbs or (low.endswith("ly") and len(low) > 4)
    if not manner and (start != at or (low not in cues.prepositions and low not in OBJECTS)):
        return at
    end = next(
        (place for place in range(start, min(len(tokens), start + LEAD)) if tokens[place].kind != "w"),
        len(tokens),
    )
    if end < len(tokens) and tokens[end].kind == "q" and not manner:
        return at
    return end if end > start and leads(tokens, end) else at


def leads(tokens: Sequence[Token], after: int) -> bool:
    """Whether a quotation or a colon stands at ``after``, past a comma."""
    kinds = [token.kind for token in tokens[after : after + 2]]
    return kinds[:1] == ["q"] or kinds[:1] == [":"] or kinds == [",", "q"]


def _occasion(tokens: Sequence[Token], at: int, cues: Cues) -> int | None:
    """Return the token after a phrase of time or occasion that starts at ``at``, or None."""
    for place in range(at + 1, min(len(tokens), at + 7)):
        token = tokens[place]
        if token.kind != "w" or token.low in cues.fences:
            return None
        if token.low in cues.occasions or token.low in cues.times:
            return _occasion_end(tokens, place + 1, cues)
    return None


def _occasion_end(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    if at + 1 < len(tokens) and tokens[at].low in PUBLISHED and _timed(tokens, at + 1, cues):
        return at + 1
    if at < len(tokens) and tokens[at].low in {
        "with",
        "of",
        "from",
        "about",
        "on",
        "at",
        "released",
        "carried",
        "published",
    }:
        if any(token.low in cues.times for token in tokens[at + 1 : at + 3]):
            return at
        while at < len(tokens) and tokens[at].kind == "w" and tokens[at].low not in cues.fences:
            at += 1
    elif at < len(tokens) and (tokens[at].low in cues.occasions or tokens[at].low in cues.times):
        return at + 1
    return at


def _timed(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a day or an hour follows: published *on Sunday*, released *late Monday*."""
    return any(token.low in cues.times or token.low in cues.months for token in tokens[at : at + 3])

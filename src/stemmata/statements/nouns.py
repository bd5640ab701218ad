"""Noun phrases to the left of a place, and whether they may speak. Places are token numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token

LONGEST = 14
"""Tokens of a noun phrase without its apposition."""


class Phrase(NamedTuple):
    """A noun phrase: its core, the whole with its apposition, and how it was found.

    ``how``: ``subject``, ``inverted``, ``relative``, ``shared``, ``named`` (after a preposition).
    """

    start: int
    end: int
    first: int
    last: int
    how: str

    def low(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return the folded words of the core."""
        return tuple(token.low for token in tokens[self.start : self.end])


def speaks(tokens: Sequence[Token], phrase: Phrase, cues: Cues) -> bool:
    """Whether the phrase can name somebody or something that speaks."""
    core = tokens[phrase.start : phrase.end]
    if len(core) == 1 and core[0].low in cues.pronouns:
        return True
    if core[0].low in cues.prepositions:
        return False
    head = head_of(core, cues)
    if head.low in cues.times or head.low in cues.months:
        return False
    if head.capital and (head is not tokens[0] or len(core) > 1 or head.low not in cues.determiners):
        return True
    return bare_word(head.low) in cues.speaking or (len(core) < 3 and core[0].low in cues.vague)


def leftward(tokens: Sequence[Token], end: int, cues: Cues) -> Phrase | None:
    """Return the noun phrase that ends before token ``end``; a day before the verb is none of it."""
    while end > 1 and _is_day(tokens, end - 1, cues):
        end -= 1 + (tokens[end - 2].low in {"on", "in", "last", "late", "early", "this"})
    if end > 0 and tokens[end - 1].low in cues.pronouns:
        return Phrase(end - 1, end, end - 1, end, "subject")
    start = end
    while start > max(0, end - LONGEST) and _goes_on(tokens, start - 1, cues):
        start -= 1
    start = _without_adjunct(tokens, start, end, cues)
    by = next(
        (
            at
            for at in range(start + 1, end - 1)
            if tokens[at].low == "by" and tokens[at - 1].low in cues.times
        ),
        None,
    )
    start = start if by is None else by + 1
    while start < end and (tokens[start].low in cues.adverbs or tokens[start].low in {"and", "but", "or"}):
        start += 1
    return Phrase(start, end, start, end, "subject") if start < end else None


def _is_day(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a day or month stands behind a noun phrase; *May* behind a capital is a name."""
    low = tokens[at].low
    known = low in cues.times or low in cues.months
    return known and tokens[at - 1].kind == "w" and not (low == "may" and tokens[at - 1].capital)


def finite(low: str, cues: Cues) -> bool:
    """Whether a word looks like a verb that would end a noun phrase."""
    known = cues.verbs.get(low)
    if known and any(
        verb.tense in {"past", "third"} and not verb.doubtful and not verb.particle for verb in known
    ):
        return True
    return (
        low in cues.finite
        or low == "say"
        or (low.endswith("ed") and len(low) > 4 and low not in cues.adjectives)
    )


def bare_word(low: str) -> str:
    """Return the word without its possessive."""
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def head_of(core: Sequence[Token], cues: Cues) -> Token:
    """Return the head noun of a core: the last word before its first preposition or participle."""
    for at, token in enumerate(core):
        if at and (token.low in cues.prepositions or (not token.capital and finite(token.low, cues))):
            return core[at - 1]
    return core[-1]


def _goes_on(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether the noun phrase to the right of token ``at`` goes on over it to the left."""
    token = tokens[at]
    if token.kind != "w":
        return False
    if token.low in {"and"}:
        return (
            at > 0
            and tokens[at - 1].kind == "w"
            and (tokens[at - 1].capital or bare_word(tokens[at - 1].low) in cues.people)
        )
    if token.low in cues.fences or token.low in cues.aux:
        return False
    reduced = (
        at + 1 < len(tokens)
        and token.low.endswith("ed")
        and (
            tokens[at + 1].low in {"by", "in", "from", "on"}
            or tokens[at + 1].low in cues.times
            or tokens[at + 1].low in cues.months
        )
    )
    described = at > 0 and tokens[at - 1].low in cues.determiners and token.low.endswith("ed")
    return token.capital or reduced or described or not finite(token.low, cues)


def _without_adjunct(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """Return the phrase's start past an adjunct before it: *During his visit* Odu said."""
    if start >= end or tokens[start].low not in cues.prepositions:
        return start
    at = end - 1
    if tokens[at].low in cues.pronouns:
        return at
    while at > start and (tokens[at].capital or tokens[at].low in {"of", "the"}):
        at -= 1
    if at + 1 < end:
        return at + 1
    return next((place for place in range(end - 1, start, -1) if tokens[place].low in cues.determiners), end)

"""Noun phrases beside a verb that stands second or last. Places are token numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token

LONGEST = 16
"""Tokens of a noun phrase at most."""
ENDINGS = ("te", "ten", "tet")
LINKED = frozenset(
    {"von", "vom", "des", "der", "für", "aus", "bei", "beim", "im", "in", "und", "zu", "zur", "zum", "&"}
)


class Source(NamedTuple):
    """The tokens of whoever speaks."""

    start: int
    end: int

    def low(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return its folded words."""
        return tuple(token.low for token in tokens[self.start : self.end])


def is_finite(low: str, cues: Cues) -> bool:
    """Whether a small word looks like a finite verb."""
    if low in cues.aux or low in cues.conjunctive:
        return True
    known = cues.verbs.get(low)
    if known and any(verb.tense in {"third", "past"} for verb in known):
        return True
    return (
        low.endswith(ENDINGS)
        and len(low) > 4
        and low not in cues.determiners | cues.prepositions | cues.adverbs
    )


def before(tokens: Sequence[Token], start: int, verb: int, cues: Cues) -> Source | None:
    """Return the noun phrase that fills the place before the verb, or None where something else does."""
    while start < verb and tokens[start].low in cues.joins | cues.adverbs - {"so"}:
        start += 1
    if start >= verb or tokens[start].kind not in {"w", "q"}:
        return None
    first = tokens[start]
    if first.low in cues.prepositions | cues.fences | cues.adverbs | cues.openers - cues.links:
        return None
    end = verb
    while end > start and tokens[end - 1].low in cues.adverbs | cues.aux:
        end -= 1
    found = after(tokens, start, cues)
    if found is None:
        return None
    return Source(start, min(found.end, end)) if found.start == start else None


def after(tokens: Sequence[Token], start: int, cues: Cues) -> Source | None:
    """Return the noun phrase that starts at ``start``, past adverbs and days."""
    at = start
    while at < len(tokens) and at - start < 6 and _passed(tokens, at, cues):
        at += 1
    first, end, named = at, at, False
    while end < min(len(tokens), first + LONGEST) and _goes_on(tokens, first, end, cues):
        token = tokens[end]
        named = (
            named
            or token.capital
            or "." in token.low
            or token.kind == "q"
            or token.low in cues.pronouns | cues.vague
        )
        end += 1
        if end - first == 1 and token.low in cues.pronouns and token.low not in cues.determiners:
            break
    while (
        end > first
        and tokens[end - 1].low
        in cues.prepositions | cues.joins | cues.adverbs | cues.determiners - cues.pronouns
    ):
        end -= 1
    return Source(first, end) if named and end > first else None


def _passed(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether the token is an adverb, or a day with its preposition, before the noun phrase."""
    low = tokens[at].low
    if low in cues.adverbs or low in cues.times:
        return True
    ahead = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return low in {"am", "im", "sich"} and (ahead in cues.times | cues.months or low == "sich")


def _describes(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a word that ends as verbs do stands between an article and its noun: die *verletzten* Männer."""
    if at == 0 or at + 1 >= len(tokens) or not tokens[at + 1].capital or tokens[at + 1].kind != "w":
        return False
    low, led = tokens[at].low, tokens[at - 1].low in cues.determiners
    return led and low.endswith(ENDINGS) and low not in cues.aux and low not in cues.verbs


def _goes_on(tokens: Sequence[Token], first: int, at: int, cues: Cues) -> bool:
    token = tokens[at]
    if token.kind == "q":
        return at > first and tokens[at - 1].capital
    if token.kind != "w":
        return False
    if token.capital or token.low.isdigit() or "." in token.low:
        return True
    if token.low in cues.times or token.low in cues.fences or token.low in cues.adverbs:
        return False
    if token.low in LINKED:
        ahead = tokens[at + 1 : at + 4]
        timed = any(each.low in cues.times | cues.months or each.low.isdigit() for each in ahead[:2])
        occasion = token.low in {"in", "im", "bei", "beim", "zu", "zur", "zum"} and any(
            each.low in cues.occasions for each in ahead
        )
        return any(each.capital for each in ahead) and not timed and not occasion
    if token.low in cues.determiners or token.low in cues.pronouns:
        return at == first or tokens[at - 1].low in LINKED | cues.prepositions or token.low in {"des", "der"}
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if _describes(tokens, at, cues):
        return True
    if token.low in cues.prepositions or is_finite(token.low, cues):
        return False
    return (
        behind is not None
        and (behind.capital or behind.low.endswith(("e", "en", "er", "es", "em")))
        and token.low.endswith(("e", "en", "er", "es", "em"))
    )

"""Noun phrases that may speak, found by shallow rules around a verb. Places are token numbers."""

from collections.abc import Sequence

from stemmata.statements.appositions import apposition_end, before_apposition
from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token
from stemmata.statements.nouns import LONGEST, Phrase, finite, leftward, speaks

CLAUSE = 14
"""Tokens of a clause with *who* at most."""


def subject(tokens: Sequence[Token], verb: int, cues: Cues) -> Phrase | None:
    """Return the noun phrase before the verb group that starts at ``verb``."""
    at = verb - 1
    if at < 0:
        return None
    before = tokens[at]
    if before.kind in {",", "—", "–", ")"}:
        return before_apposition(tokens, at, cues)
    if (before.low in cues.relatives and before.low != "what") or before.low == "who":
        return _antecedent(tokens, at, cues)
    if before.kind != "w" or before.low in cues.fences:
        return None
    found = leftward(tokens, verb, cues)
    return _restricted(tokens, found, cues) if found is not None else None


def _restricted(tokens: Sequence[Token], found: Phrase, cues: Cues) -> Phrase:
    """Return whom a clause with *who* and no comma narrows down: *an official who asked for silence* said."""
    if found.end - found.start == 1 and tokens[found.start].low in cues.pronouns:
        return found
    for at in range(found.start - 1, max(0, found.start - CLAUSE), -1):
        token = tokens[at]
        if token.kind != "w" or any("that" in verb.frames for verb in cues.verbs.get(token.low, ())):
            return found
        if token.low == "who":
            whole = leftward(tokens, at, cues)
            return (
                found
                if whole is None or at + 1 == found.start or not speaks(tokens, whole, cues)
                else whole._replace(last=found.end)
            )
    return found


def rightward(tokens: Sequence[Token], start: int, cues: Cues, how: str) -> Phrase | None:
    """Return the noun phrase from token ``start`` on, with the appositions that follow it."""
    if start < len(tokens) and tokens[start].low.endswith("ly") and not tokens[start].capital:
        start += 1
    end = start
    while end < min(len(tokens), start + LONGEST) and _continues(tokens, start, end, cues):
        end += 1
    while end > start and _trails(tokens[end - 1].low, cues):
        end -= 1
    if end == start:
        return None
    return Phrase(start, end, start, apposition_end(tokens, end, cues), how)


def _trails(low: str, cues: Cues) -> bool:
    """Whether a word at the end of a noun phrase is none of it."""
    return low in cues.times or low in cues.prepositions or low in cues.adverbs or low in {"and", "but"}


def first_subject(tokens: Sequence[Token], cues: Cues) -> Phrase | None:
    """Return the first noun phrase of the sentence, past an opening adjunct."""
    start = 0
    if tokens and (
        tokens[0].low in cues.prepositions
        or tokens[0].low in cues.fences
        or tokens[0].low.endswith(("ing", "ed"))
    ):
        start = next((at + 1 for at, token in enumerate(tokens) if token.kind == ","), 0)
    while start < len(tokens) and tokens[start].low in cues.adverbs | {"and", "but"}:
        start += 1
    found = rightward(tokens, start, cues, "shared")
    if found is None or speaks(tokens, found, cues):
        return found
    capitals = [at for at in range(found.start, found.end) if tokens[at].capital and at > 0]
    last = capitals[0] if capitals else None
    while (
        last is not None
        and last + 1 < found.end
        and (tokens[last + 1].capital or _role_before_name(tokens, last + 1, cues))
    ):
        last += 1
    return Phrase(found.start, last + 1, found.start, last + 1, "shared") if last is not None else None


def _continues(tokens: Sequence[Token], start: int, at: int, cues: Cues) -> bool:
    """Whether the noun phrase from ``start`` goes on to the right over token ``at``."""
    token = tokens[at]
    if token.kind != "w" or token.low in cues.fences or token.low in cues.aux:
        return False
    if token.low == "and":
        return (
            at > start
            and at + 1 < len(tokens)
            and (tokens[at + 1].capital or tokens[at + 1].low in cues.determiners)
        )
    if at == start:
        return token.low not in cues.prepositions
    if token.low in cues.determiners or token.low in cues.pronouns:
        return tokens[at - 1].low in cues.prepositions or tokens[at - 1].low in {"and", "all"}
    if _is_seen(tokens, at, cues):
        return False
    before = tokens[at - 1].low
    published = token.low == "by" and (
        before.endswith("ed") or before in cues.papers or before in cues.voices
    )
    if published or (token.low.endswith("ed") and at + 1 < len(tokens) and tokens[at + 1].low == "by"):
        return True
    if _briefed(tokens, at, cues) or (token.low == "with" and tokens[at - 1].low == "familiar"):
        return True
    if token.low in cues.prepositions:
        return token.low in {"of", "for", "at", "from", "with", "in"} and _part_of_name(tokens, at, cues)
    return token.capital or not (
        finite(token.low, cues) or token.low in cues.times or token.low in cues.adverbs
    )


def _briefed(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a participle says which people are meant: officials *briefed* on the matter."""
    ahead = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low.endswith("ed") and ahead in cues.prepositions and tokens[at - 1].low in cues.people


def _is_seen(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a paper's reader follows, not its author: a report *seen by* Radio Orla."""
    if not tokens[at].low.startswith(cues.seen_by):
        return False
    ahead = " ".join(token.low for token in tokens[at : at + 3])
    return any(ahead == phrase or ahead.startswith(f"{phrase} ") for phrase in cues.seen)


def _part_of_name(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether the preposition at ``at`` is part of a role (spokesman for the ministry), not of an occasion."""
    ahead = tokens[at + 1 : at + 5]
    if not ahead or ahead[0].kind != "w":
        return False
    if any(token.low in cues.occasions or token.low in cues.times for token in ahead):
        return False
    return (
        tokens[at].low == "of"
        or tokens[at - 1].low in cues.speaking
        or any(token.capital for token in ahead[:2])
    )


def _role_before_name(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    return tokens[at].low in cues.people and at + 1 < len(tokens) and tokens[at + 1].capital


def _antecedent(tokens: Sequence[Token], relative: int, cues: Cues) -> Phrase | None:
    """Return what *who* or *which* before a verb stands for; of *the son of Odu, who said* it is Odu."""
    end = relative - 1 if relative and tokens[relative - 1].kind == "," else relative
    found = leftward(tokens, end, cues) if end else None
    if found is None:
        return None
    start = found.start
    if not speaks(tokens, found, cues):
        links = [at for at in range(found.start, end - 1) if tokens[at].low in cues.prepositions]
        start = links[-1] + 1 if links else start
    if tokens[relative].low == "who":
        return Phrase(start, found.end, relative, relative + 1, "relative")
    return Phrase(start, found.end, start, relative, "relative")

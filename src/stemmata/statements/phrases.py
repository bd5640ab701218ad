"""Noun phrases that may speak, found by shallow rules around a verb. Places are token numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token

REACH = 25
"""Tokens looked at on either side. Longer ones are lists, not speakers."""
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
    head = _head(core, cues)
    if head.low in cues.times or head.low in cues.months:
        return False
    if head.capital and (head is not tokens[0] or len(core) > 1 or head.low not in cues.determiners):
        return True
    return _bare(head.low) in cues.speaking or (len(core) < 3 and core[0].low in cues.vague)


def subject(tokens: Sequence[Token], verb: int, cues: Cues) -> Phrase | None:
    """Return the noun phrase before the verb group that starts at ``verb``."""
    at = verb - 1
    if at < 0:
        return None
    before = tokens[at]
    if before.kind in {",", "—", "–", ")"}:
        return _before_apposition(tokens, at, cues)
    if before.low in cues.relatives and before.low != "what":
        return _antecedent(tokens, at, cues)
    if before.kind != "w" or before.low in cues.fences:
        return None
    return leftward(tokens, verb, cues)


def leftward(tokens: Sequence[Token], end: int, cues: Cues) -> Phrase | None:
    """Return the noun phrase that ends before token ``end``; a day before the verb is none of it."""
    while end > 1 and tokens[end - 1].low in cues.times | cues.months and tokens[end - 2].kind == "w":
        end -= 1 + (tokens[end - 2].low in {"on", "in", "last", "late", "early", "this"})
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
    while start < end and tokens[start].low in cues.adverbs | {"and", "but", "or"}:
        start += 1
    return Phrase(start, end, start, end, "subject") if start < end else None


def rightward(tokens: Sequence[Token], start: int, cues: Cues, how: str) -> Phrase | None:
    """Return the noun phrase from token ``start`` on, with the appositions that follow it."""
    end = start
    while end < min(len(tokens), start + LONGEST) and _continues(tokens, start, end, cues):
        end += 1
    while end > start and tokens[end - 1].low in cues.times | cues.prepositions | cues.adverbs | {
        "and",
        "but",
    }:
        end -= 1
    if end == start:
        return None
    return Phrase(start, end, start, _apposition_end(tokens, end, cues), how)


def first_subject(tokens: Sequence[Token], cues: Cues) -> Phrase | None:
    """Return the first noun phrase of the sentence, past an opening adjunct."""
    start = 0
    if tokens and (tokens[0].low in cues.prepositions | cues.fences or tokens[0].low.endswith(("ing", "ed"))):
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


def _goes_on(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether the noun phrase to the right of token ``at`` goes on over it to the left."""
    token = tokens[at]
    if token.kind != "w":
        return False
    if token.low in {"and"}:
        return (
            at > 0
            and tokens[at - 1].kind == "w"
            and (tokens[at - 1].capital or _bare(tokens[at - 1].low) in cues.people)
        )
    if token.low in cues.fences or token.low in cues.aux:
        return False
    reduced = (
        at + 1 < len(tokens)
        and token.low.endswith("ed")
        and (
            tokens[at + 1].low in {"by", "in", "from", "on"} or tokens[at + 1].low in cues.times | cues.months
        )
    )
    return token.capital or reduced or not finite(token.low, cues)


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
    if token.low in cues.determiners | cues.pronouns:
        return tokens[at - 1].low in cues.prepositions or tokens[at - 1].low in {"and", "all"}
    published = token.low == "by" and at > start and tokens[at - 1].low.endswith("ed")
    if published or (token.low.endswith("ed") and at + 1 < len(tokens) and tokens[at + 1].low == "by"):
        return True
    if token.low in cues.prepositions:
        return token.low in {"of", "for", "at", "from", "with", "in"} and _part_of_name(tokens, at, cues)
    return token.capital or not (
        finite(token.low, cues) or token.low in cues.times or token.low in cues.adverbs
    )


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


def _before_apposition(tokens: Sequence[Token], comma: int, cues: Cues) -> Phrase | None:
    """Return the phrase whose apposition ends at the mark ``comma``: Ana Torvik, an engineer, said."""
    if tokens[comma].kind == ")":
        opened = next((at for at in range(comma, max(-1, comma - 8), -1) if tokens[at].kind == "("), None)
        return leftward(tokens, opened, cues) if opened else None
    for at in range(comma - 1, max(0, comma - REACH), -1):
        if tokens[at].kind in {";", "q"}:
            return None
        if tokens[at].kind in {",", "—", "–"} and (
            _apposes(tokens, at + 1, comma, cues) or _inserted(tokens, at, cues)
        ):
            core = leftward(tokens, at, cues)
            if core and (speaks(tokens, core, cues) or tokens[at + 1].capital):
                return Phrase(core.start, core.end, core.start, comma, "subject")
    return None


def _role_before_name(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    return tokens[at].low in cues.people and at + 1 < len(tokens) and tokens[at + 1].capital


def _apposes(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> bool:
    """Whether the tokens look like an apposition: a role, an age, a relative clause."""
    if start >= end:
        return False
    first = tokens[start]
    if first.low in {"who", "which", "whose", "whom", "himself", "herself", "itself"} or first.low.isdigit():
        return True
    part = tokens[start:end]
    role = any(_bare(token.low) in cues.speaking for token in part[:6])
    plain = not any(token.low in cues.aux or token.kind == "q" for token in part)
    return (
        plain
        and (role or first.low in cues.determiners or first.capital)
        and first.low not in cues.prepositions
    )


def _inserted(tokens: Sequence[Token], comma: int, cues: Cues) -> bool:
    """Whether an adjunct stands between subject and verb: Odu, *during a visit*, said."""
    if comma + 1 >= len(tokens) or tokens[comma + 1].low not in cues.prepositions | cues.besides:
        return False
    core = leftward(tokens, comma, cues)
    return core is not None and (core.start == 0 or tokens[core.start - 1].low in cues.fences)


def _apposition_end(tokens: Sequence[Token], end: int, cues: Cues) -> int:
    """Return where the appositions after a phrase end; each stands between commas."""
    for _ in range(3):
        if end >= len(tokens) or tokens[end].kind != ",":
            return end
        close = next(
            (
                at
                for at in range(end + 1, min(len(tokens), end + REACH))
                if tokens[at].kind in {",", ".", ";", "—"}
            ),
            None,
        )
        if close is None or not _follows_as_apposition(tokens, end + 1, close, cues):
            return end
        end = close
    return end


def _follows_as_apposition(tokens: Sequence[Token], start: int, close: int, cues: Cues) -> bool:
    first = tokens[start]
    part = tokens[start:close]
    if first.low in {"who", "which", "whose"}:
        return True
    if first.low not in {"a", "an", "the"} and _bare(first.low) not in cues.people:
        return False
    role = any(_bare(token.low) in cues.speaking for token in part[:6])
    return role and not any(token.low in cues.aux or finite(token.low, cues) for token in part)


def _antecedent(tokens: Sequence[Token], relative: int, cues: Cues) -> Phrase | None:
    """Return what *who* or *which* before a verb stands for."""
    end = relative - 1 if relative and tokens[relative - 1].kind == "," else relative
    found = leftward(tokens, end, cues) if end else None
    return found._replace(last=relative, how="relative") if found else None


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


def _head(core: Sequence[Token], cues: Cues) -> Token:
    """Return the head noun of a core: the last word before its first preposition or participle."""
    for at, token in enumerate(core):
        if at and (token.low in cues.prepositions or (not token.capital and finite(token.low, cues))):
            return core[at - 1]
    return core[-1]


def finite(low: str, cues: Cues) -> bool:
    """Whether a word looks like a verb that would end a noun phrase."""
    known = cues.verbs.get(low)
    if known and any(
        verb.tense in {"past", "third"} and not verb.doubtful and not verb.particle for verb in known
    ):
        return True
    return low in cues.finite or (low.endswith("ed") and len(low) > 4 and low not in cues.adjectives)


def _bare(low: str) -> str:
    """Return the word without its possessive."""
    return low[:-2] if low.endswith("'s") else low.rstrip("'")

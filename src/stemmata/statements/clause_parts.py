"""Which stretch of a line is what was said, where commas part clauses."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.cues import Cues, Verb
from stemmata.statements.lines import Token
from stemmata.statements.runs import Source, is_finite

STOPS = frozenset({",", ":", "—", "–", ";"})
Parts = tuple[tuple[int, int], ...]


class Said(NamedTuple):
    """One attribution in a line, by token numbers: verb, source, what was said."""

    cue: tuple[int, int]
    source: Source
    parts: Parts
    frame: str
    verb: Verb | None


def left_of(tokens: Sequence[Token], at: int) -> Parts:
    """Return what stands before an inverted verb, from the last semicolon or colon on."""
    start = next((place + 1 for place in range(at - 1, -1, -1) if tokens[place].kind == ";"), 0)
    end = at
    while end > start and tokens[end - 1].kind in STOPS:
        end -= 1
    return ((start, end),) if start < end else ()


def right_of(tokens: Sequence[Token], at: int, verb: Verb, cues: Cues, *, quoted_only: bool) -> Parts:
    """Return what follows a verb behind a comma or colon, or the quotation that follows it at once."""
    limit = limit_of(tokens)
    for place in range(at, limit):
        token = tokens[place]
        if token.kind == "q" and not _as_name(tokens, place, cues):
            return ((place, limit),) if not quoted_only or token.capital else ()
        if token.kind == ":":
            return ((place + 1, limit),) if place + 1 < limit else ()
        if token.kind == ",":
            if quoted_only:
                return ((place + 1, limit),) if place + 1 < limit and tokens[place + 1].kind == "q" else ()
            skip = _relative_end(tokens, place, limit, cues)
            if skip is not None:
                return right_of(tokens, skip, verb, cues, quoted_only=False)
            at_once = place == at and at_once_said(tokens, place + 1, limit, verb, cues)
            if at_once or _begins_clause(tokens, place + 1, limit, verb, cues):
                return ((place + 1, limit),)
            return ()
        if token.kind == "w" and place > at and is_finite(token.low, cues) and not token.capital:
            return ()
    return ()


def _as_name(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether a quotation is a title that a noun before it bears: der Zeitung *„Bote“*."""
    return (
        at > 0
        and tokens[at - 1].capital
        and tokens[at - 1].kind == "w"
        and at + 1 < len(tokens)
        and tokens[at + 1].kind in {",", ":"}
    )


def _begins_clause(tokens: Sequence[Token], start: int, limit: int, verb: Verb, cues: Cues) -> bool:
    if start >= limit or not verb.frames & {"that", "to", "quote"}:
        return False
    token = tokens[start]
    if token.kind == "q" or token.low in cues.openers:
        return True
    if token.low in cues.fences or (token.low in cues.joins and token.low != "dass"):
        return False
    return any(
        token.low in cues.conjunctive | cues.aux or token.low == "zu" or is_finite(token.low, cues)
        for token in tokens[start:limit]
        if token.kind == "w" and not token.capital
    )


def at_once_said(tokens: Sequence[Token], start: int, limit: int, verb: Verb, cues: Cues) -> bool:
    """Whether a comma right behind a verb of saying opens what was said, whatever its verb's form: sagte, *es brenne*."""
    if start + 1 >= limit or "that" not in verb.frames:
        return False
    low = tokens[start].low
    return low not in cues.fences and low not in cues.joins and low not in cues.links - cues.determiners


def _relative_end(tokens: Sequence[Token], comma: int, limit: int, cues: Cues) -> int | None:
    """Return the comma that ends a relative clause or an apposition, where one stands behind ``comma``."""
    close = next((at for at in range(comma + 2, limit) if tokens[at].kind in {",", ":"}), None)
    if close is None or comma + 1 >= limit or tokens[comma + 1].low in cues.openers - cues.links:
        return None
    first, last = tokens[comma + 1], tokens[close - 1]
    inside = tokens[comma + 1 : close]
    verbs = [
        token for token in inside if token.kind == "w" and not token.capital and is_finite(token.low, cues)
    ]
    relative = first.low in cues.links and verbs and verbs[-1] is last
    apposed = not verbs and not any(token.low in cues.conjunctive | {"zu"} for token in inside)
    return close if relative or apposed else None


def limit_of(tokens: Sequence[Token]) -> int:
    """Return the token with which the line ends: a semicolon, or the last one."""
    return next((at for at, token in enumerate(tokens) if token.kind == ";"), len(tokens))


def around(tokens: Sequence[Token], start: int, end: int) -> Parts:
    """Return the sentence without what stands from ``start`` to ``end``."""
    parts = []
    for first, last in ((0, start), (end, limit_of(tokens))):
        low, high = first, last
        while low < high and tokens[low].kind in STOPS:
            low += 1
        while high > low and tokens[high - 1].kind in STOPS | {"."}:
            high -= 1
        if low < high:
            parts.append((low, high))
    return tuple(parts)


def quoted_behind(tokens: Sequence[Token], at: int) -> Parts:
    """Return the quotation that stands at a token or behind its comma."""
    place = at + 1 if at < len(tokens) and tokens[at].kind in STOPS else at
    return ((place, limit_of(tokens)),) if place < len(tokens) and tokens[place].kind == "q" else ()


def all_quoted(tokens: Sequence[Token], parts: Parts) -> bool:
    """Whether the parts are quotations and nothing else."""
    return bool(parts) and all(token.kind != "w" for start, end in parts for token in tokens[start:end])


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause that has token ``at``."""
    return next((place + 1 for place in range(at - 1, -1, -1) if tokens[place].kind in STOPS), 0)


def clause_opens(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether the clause of ``at`` opens with one of ``words`` and ends with the verb."""
    start = clause_start(tokens, at)
    return tokens[start].low in words and (at + 1 == len(tokens) or tokens[at + 1].kind != "w")

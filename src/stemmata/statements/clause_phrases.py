"""What stands *laut* somebody, *Odu zufolge*, *nach eigenen Angaben*, or beside *so Odu*."""

from collections.abc import Iterator, Sequence

from stemmata.statements.clause_parts import (
    Said,
    all_quoted,
    around,
    clause_start,
    left_of,
    quoted_behind,
)
from stemmata.statements.cues import Cues
from stemmata.statements.lines import Line, Token
from stemmata.statements.runs import Source, after, is_finite

OWN = frozenset({"seiner", "ihrer", "meiner", "unserer"})
"""Whose opinion it is, where no name says so."""


def by_phrases(line: Line, cues: Cues) -> Iterator[Said]:
    """Yield what stands *laut* somebody, *Odu zufolge*, *seiner Meinung nach*, and *so Odu*."""
    tokens = (
        line.tokens
        if not line.heard.isdisjoint(cues.openings.keys() | cues.after | cues.opinions | cues.asides)
        else ()
    )
    for at, token in enumerate(tokens):
        if token.kind != "w":
            continue
        said = (
            _phrase(tokens, at, cues)
            or _angaben(tokens, at, cues)
            or _aside(tokens, at, cues)
            or _behind(tokens, at, cues)
        )
        if said is not None:
            yield said


def _phrase(tokens: Sequence[Token], at: int, cues: Cues) -> Said | None:
    if tokens[at].low not in cues.openings:
        return None
    for phrase in sorted(cues.phrases, key=len, reverse=True):
        end = at + len(phrase)
        if tuple(token.low for token in tokens[at:end]) == phrase:
            source = after(tokens, end, cues)
            if source is None or source.low(tokens) in cues.customs:
                return None
            return Said((at, end), source, around(tokens, at, source.end), "according", None)
    return None


def _angaben(tokens: Sequence[Token], at: int, cues: Cues) -> Said | None:
    """Read *nach offiziellen Angaben*: an opinion noun behind *nach*, with a word or two between."""
    if tokens[at].low != "nach":
        return None
    noun = next(
        (here for here in range(at + 1, min(len(tokens), at + 4)) if tokens[here].low in cues.opinions), None
    )
    if noun is None or any(tokens[here].kind != "w" or tokens[here].capital for here in range(at + 1, noun)):
        return None
    owner = (
        after(tokens, noun + 1, cues)
        if noun + 1 < len(tokens) and tokens[noun + 1].low in {"des", "der", "von", "vom"}
        else None
    )
    source = owner or Source(at + 1, noun + 1)
    return Said((at, at + 1), source, around(tokens, at, source.end), "according", None)


def _aside(tokens: Sequence[Token], at: int, cues: Cues) -> Said | None:
    if tokens[at].low not in cues.asides or not at or tokens[at - 1].kind not in {",", "q"}:
        return None
    source = after(tokens, at + 1, cues)
    if source is None or (source.end < len(tokens) and tokens[source.end].kind == "w"):
        return None
    if any(is_finite(token.low, cues) for token in tokens[source.start : source.end] if not token.capital):
        return None
    left = left_of(tokens, at)
    return Said(
        (at, at + 1),
        source,
        (*left, *quoted_behind(tokens, source.end)),
        "quote" if all_quoted(tokens, left) else "aside",
        None,
    )


def _behind(tokens: Sequence[Token], at: int, cues: Cues) -> Said | None:
    """Read *dem Sprecher zufolge* and *seiner Ansicht nach*."""
    opinion = tokens[at].low in cues.opinions and at + 1 < len(tokens) and tokens[at + 1].low == "nach"
    if not opinion and tokens[at].low not in cues.after:
        return None
    end = at + 1 if opinion else at
    start = clause_start(tokens, at)
    for place in range(end - 1, start - 1, -1):
        if tokens[place].kind == "w" and not tokens[place].capital and is_finite(tokens[place].low, cues):
            start = place + 1
            break
    if opinion and at and tokens[at - 1].low in OWN:
        start = at - 1
    if start >= end:
        return None
    return Said(
        (at, at + 1) if not opinion else (at + 1, at + 2),
        Source(start, end),
        around(tokens, start, (at + 1 if not opinion else at + 2)),
        "according",
        None,
    )

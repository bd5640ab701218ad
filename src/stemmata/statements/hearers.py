"""Newsrooms that a statement was made to: they pass it on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from stemmata.model import Article, SpeakerKind
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.lines import Line
from stemmata.statements.named import resolve_body
from stemmata.statements.people import People
from stemmata.statements.reference import Ground, Reference, bare


def hearers(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], named: People, cues: Cues
) -> tuple[Reference | None, ...]:
    """Return for each statement the newsroom that its sentence says it was made to, or None."""
    ground = Ground(article, named, cues)
    starts = [line.span.start for line in lines]
    at = [max(0, bisect_right(starts, draft.span.start) - 1) for draft in drafts]
    told, seen = (
        {line: _told(ground, lines[line], phrases) for line in dict.fromkeys(at)}
        for phrases in (cues.hearers, cues.seen)
    )
    return tuple(
        _hearer(draft, told[line]) or _reader(draft, seen[line])
        for draft, line in zip(drafts, at, strict=True)
    )


def _reader(draft: Draft, found: Reference | None) -> Reference | None:
    """Keep the newsroom that saw the paper which is the source: a report *seen by* Radio Orla."""
    if found is None or found.place is None or draft.source is None or draft.core is None:
        return None
    return found if draft.source.contains(found.place) and not draft.core.overlaps(found.place) else None


def _hearer(draft: Draft, found: Reference | None) -> Reference | None:
    """Leave out a newsroom that is the source itself, or is part of what was said."""
    if found is None or found.place is None or draft.rule == "according":
        return None
    inside = any(span.contains(found.place) for span in draft.content)
    same = draft.source is not None and draft.source.overlaps(found.place)
    return None if inside or same else found


def _told(ground: Ground, line: Line, phrases: tuple[str, ...]) -> Reference | None:
    """Return the newsroom named right behind a word of telling."""
    if line.heard.isdisjoint(_firsts(phrases)):
        return None
    for match in _pattern(phrases).finditer(ground.text, *line.span):
        for name in ground.named.before(match.end() + 1, match.end()):
            found = resolve_body(ground, name.span, bare(name.text))
            if found.kind is SpeakerKind.MEDIA:
                says = f"The words were spoken to {found.name}, by the sentence."
                return found.again("hearer", says, 0.9, name.span)
    return None


@cache
def _firsts(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase.split()[0].lower() for phrase in phrases)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(f"[{phrase[0]}{phrase[0].upper()}]{re.escape(phrase[1:])}" for phrase in phrases)
    return re.compile(rf"\b(?:{words})\s+(?:[Tt]he\s+)?")

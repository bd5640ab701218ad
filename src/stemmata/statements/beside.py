"""Descriptions that a name stands beside: its lawyer, *Ana Torvik*; the *Orla Dispatch* newspaper."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemmata.model import Span, SpeakerKind
from stemmata.statements.draft import Draft
from stemmata.statements.named import resolve_body, resolve_name
from stemmata.statements.reference import Ground, Reference, bare
from stemmata.text.names import Name
from stemmata.text.places import state

LEAD = re.compile(r",\s+(?:(?:an?|the|its|his|her|their)\s+)?")
OWNERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})
MOST_BETWEEN = 4
"""Words between a description's comma and the name: its lawyer, *the former judge* Ana Torvik."""


def named_behind(ground: Ground, draft: Draft, words: Sequence[str], head: int) -> Reference | None:
    """Return whom the apposition behind a description names; a source who wants no name is nobody's."""
    name = _behind(ground, draft)
    low = bare(words[head].lower())
    if name is None or low in ground.cues.anonymous or (low.endswith("s") and low in ground.cues.people):
        return None
    inner = head < len(words) - 1
    if inner and low not in ground.cues.bodies and name.kind != "person":
        return None
    person = low in ground.cues.people and low not in ground.cues.bodies
    kind = "person" if person and name.kind == "other" else name.kind
    found = resolve_name(ground, draft, name.span, name.text, kind)
    called = " ".join(word for word in words if word.lower() not in OWNERS)
    says = f"The text calls {found.name} “{called}”."
    role = found.role or (called if found.kind is SpeakerKind.PERSON else None)
    return replace(found.again("apposition", says, 0.95, name.span), role=role)


def complement(ground: Ground, draft: Draft, words: Sequence[str], head: int) -> str:
    """Return where an anonymous source belongs: *at Borg & Sons* for a source at the contractor, Borg & Sons."""
    behind = words[head + 1 :]
    if len(behind) < 2:
        return ""
    name = _behind(ground, draft)
    place = name.text if name is not None and name.kind != "person" else " ".join(behind[1:])
    return f" {behind[0].lower()} {place}"


def named_ahead(ground: Ground, draft: Draft, words: Sequence[str], head: int) -> Reference | None:
    """Return the body whose name stands before what it is: the *Orla Dispatch* newspaper, the *OPN* news agency."""
    low = bare(words[head].lower())
    if draft.core is None or head != len(words) - 1 or low not in ground.cues.media | ground.cues.bodies:
        return None
    name = next(iter(ground.named.before(draft.core.end, draft.core.start)), None)
    if name is None or not (len(name.text.split()) > 1 or name.text.isupper()):
        return None
    if state(bare(name.text), ground.language) or name.text.endswith(("’s", "'s")):
        return None
    gap = ground.text[name.span.end : draft.core.end].split()
    if not gap or len(gap) > 2 or any(word[0].isupper() or word in {"’s", "'s"} for word in gap):
        return None
    found = resolve_body(ground, name.span, name.text)
    return replace(found, kind=SpeakerKind.MEDIA) if low in ground.cues.media else found


def _behind(ground: Ground, draft: Draft) -> Name | None:
    """Return the name in apposition behind the core of a source."""
    core, source = draft.core, draft.source
    if core is None or source is None or source.end <= core.end:
        return None
    lead = LEAD.match(ground.text, core.end, source.end)
    if lead is None:
        return None
    named = [name for name in ground.named.before(source.end, lead.end()) if name.kind != "place"]
    if not named or not _close(ground, Span(lead.end(), named[-1].span.start)):
        return None
    return named[-1]


def _close(ground: Ground, gap: Span) -> bool:
    cues = ground.cues
    between = gap.of(ground.text).lower().split()
    barred = cues.prepositions | cues.aux | cues.fences
    return len(between) <= MOST_BETWEEN and not barred.intersection(between)

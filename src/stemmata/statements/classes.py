"""Groups and people without a name: *U.S. officials*, *state media*, *a source at the firm*."""

import re
from collections.abc import Sequence

from stemmata.model import Span, SpeakerKind
from stemmata.statements.beside import complement
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import AGENTS, body_kind, qualified
from stemmata.statements.reference import Ground, Reference, bare
from stemmata.text.places import state

FIRST = 300
"""Mentions of names among which a capital is looked for."""
NEWER = frozenset(
    {"revised", "new", "latest", "recent", "official", "preliminary", "updated", "other", "earlier"}
)
"""Words that do not make a class another one."""


def class_of(
    ground: Ground, draft: Draft, words: Sequence[str], head: int, inside: Sequence[str]
) -> Reference:
    """Keep a group or person without a name as a class: *U.S. officials*, *state media*."""
    low = bare(words[head].lower())
    cues = ground.cues
    owners = [meant.name for name in inside if (meant := state(bare(name), ground.language))][:1]
    drop = cues.determiners | cues.vague
    first = next((at for at, word in enumerate(words[: head + 1]) if word.lower() not in drop), 0)
    first = next((at for at in range(first, head) if words[at].lower() not in NEWER), first)
    name = " ".join(words[first : head + 1])
    if low in cues.bodies and words[head + 1 : head + 2] == ["of"]:
        name = " ".join(words[first : head + 5])
    if low in cues.anonymous and not low.endswith("s"):
        name += complement(ground, draft, words, head)
    named = {part.lower() for owner in inside[:1] for part in owner.split()} if owners else set()
    parts = [bare(word.lower()).rstrip(".") for word in name.split()]
    plain = [part for part in parts if part not in named | NEWER and part + "." not in named]
    if low in cues.bodies - cues.people - cues.media and _possessive(words[0]):
        return _owned_body(ground, draft, words, head, owners)
    kind = SpeakerKind.MEDIA if low in cues.media and low not in cues.people else SpeakerKind.UNNAMED
    if kind is SpeakerKind.MEDIA and not owners:
        owners = _whose(ground, draft)
    says = f"The text does not name them: “{' '.join(words)}”."
    place: Span | None = draft.core
    written = _as_written(draft.core.of(ground.text), name) if draft.core else name
    return Reference(
        kind,
        _uncapped(ground, written),
        ("class", "".join(owners), *plain),
        None,
        "class",
        says,
        1.0,
        place,
    )


def _possessive(word: str) -> bool:
    return word[0].isupper() and word.endswith(("’s", "'s", "s’", "s'"))


def _owned_body(
    ground: Ground, draft: Draft, words: Sequence[str], head: int, owners: Sequence[str]
) -> Reference:
    """Return a body that is named by whose it is: *Orla's foreign ministry*."""
    name = " ".join(words[: head + 1])
    owner = owners[0] if owners else bare(words[0])
    key = ("body", *qualified(" ".join(words[1 : head + 1]), owner))
    kind = body_kind(name, ground.language)
    return Reference(kind, name, key, None, "named", f"The text speaks of {name}.", 0.95, draft.core)


def _whose(ground: Ground, draft: Draft) -> list[str]:
    """Return the first state that the sentence names: state media speak for theirs."""
    core = draft.core or draft.span
    for name in [*ground.named.before(core.start, draft.span.start)][::-1]:
        meant = state(bare(name.text), ground.language)
        if meant is not None:
            return [meant.name]
    return []


def _uncapped(ground: Ground, name: str) -> str:
    """Return a class without the capital that only its sentence gave it: *Experts* are experts."""
    if not name[:1].isupper():
        return name
    first = name.split(" ", maxsplit=1)[0]
    many = AGENTS.search(first)
    named = any(bare(first) in mention.text.split() for mention in ground.named.mentions[:FIRST])
    if not first[1:].islower() or (named and not many):
        return name
    return name[0].lower() + name[1:]


def _as_written(text: str, name: str) -> str:
    """Return the name with the apostrophes of plurals that it has in the text: the *hoteliers’* association."""
    if name in text:
        return name
    found = re.search(r"['’]?\s".join(re.escape(word) for word in name.split()), text)
    return found[0] if found else name

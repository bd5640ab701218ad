"""Sources without a name: the report, the ministry, a spokesman, officials, state media."""

from collections.abc import Iterator, Sequence

from stemmata.model import Span, SpeakerKind
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import body_kind, canonical, qualified, state_speaker
from stemmata.statements.named import resolve_body
from stemmata.statements.people import Person
from stemmata.statements.reference import Ground, Reference, bare
from stemmata.text.places import state

DEFINITE = frozenset({"the", "his", "her", "their", "its", "that", "this"})
COUNTRY = frozenset({"government", "country", "regime", "state", "nation"})
LAST = 200
"""Sources back over which a description looks."""
FIRST = 300
"""Mentions of names among which one is looked for that the text describes."""
APPOSED = 40
"""Characters behind a newsroom's name in which it may be called something: Radio Orla, *the state broadcaster*."""


def described(
    ground: Ground, draft: Draft, words: Sequence[str], head: int, inside: Sequence[str]
) -> Reference:
    """Return the speaker that a description stands for, or the class it names."""
    low = bare(words[head].lower())
    agent = _agent(ground, draft, words)
    if agent is not None:
        return agent
    if low in ground.cues.spokes and inside:
        return _spokesman(ground, draft, inside[-1])
    if low in ground.cues.spokes and (behind := _body_of_sentence(ground, draft)) is not None:
        return behind
    apposed = _apposed(ground, draft, words[: head + 1])
    if apposed is not None:
        return apposed
    owned = bool(inside) and head > 0 and words[0][0].isupper() and words[0].lower() not in DEFINITE
    if (words[0].lower() in DEFINITE and not inside) or (owned and low in ground.cues.people):
        found = _last_fitting(ground, draft, low, words[: head + 1], owned=owned)
        if found is not None:
            return found
    return _class(ground, draft, words, head, inside)


def _spokesman(ground: Ground, draft: Draft, body: str) -> Reference:
    meant = state_speaker(body, ground.language)
    name = canonical(bare(body), ground.language)
    if meant:
        says = f"A spokesman speaks for {meant[0]}."
        return Reference(
            SpeakerKind.GOVERNMENT, meant[0], ("state", meant[0]), None, "spokesman", says, 0.9, draft.core
        )
    key = ("body", *qualified(name, None))
    says = f"A spokesman speaks for {name}."
    return Reference(body_kind(name, ground.language), name, key, None, "spokesman", says, 0.9, draft.core)


def _body_of_sentence(ground: Ground, draft: Draft) -> Reference | None:
    """Return the body of which the paragraph just spoke: the firm rejected it, with *a spokesman* calling it odd."""
    for past, reference in reversed(ground.past[-LAST:]):
        if past.paragraph != draft.paragraph:
            return None
        if reference.kind in {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}:
            says = f"A spokesman speaks for {reference.name}, of which the paragraph speaks."
            return reference.again("spokesman", says, 0.8, draft.core)
    return None


def _agent(ground: Ground, draft: Draft, words: Sequence[str]) -> Reference | None:
    """Return who published the pictures or papers that speak: photos *published by state media*."""
    low = [word.lower() for word in words]
    if "by" not in low or low.index("by") + 1 >= len(words):
        return None
    agent = words[low.index("by") + 1 :]
    if bare(agent[-1].lower()) in ground.cues.media:
        return described(ground, draft, agent, len(agent) - 1, ())
    named = " ".join(agent)
    newsroom = named in ground.named.newsrooms or body_kind(named, ground.language) is SpeakerKind.MEDIA
    return (
        resolve_body(ground, draft.core or draft.span, named) if agent[0][0].isupper() and newsroom else None
    )


def _apposed(ground: Ground, draft: Draft, words: Sequence[str]) -> Reference | None:
    """Return the newsroom or body that the text somewhere calls by these words: X, *the state broadcaster*."""
    called = " ".join(word.lower() for word in words if word.lower() not in DEFINITE)
    if len(called.split()) < 2:
        return None
    for name in ground.named.mentions[:FIRST]:
        if name.kind in {"organisation", "other"} or name.text in ground.named.newsrooms:
            behind = ground.text[name.span.end : name.span.end + APPOSED].lower()
            if any(
                behind.startswith(f", {article}{called}") for article in ("the ", "a ", "an ", "its ", "")
            ):
                found = resolve_body(ground, name.span, name.text)
                says = f"The text calls {found.name} “{called}”."
                return found.again("apposition", says, 0.9, draft.core)
    return None


def _last_fitting(
    ground: Ground, draft: Draft, low: str, words: Sequence[str], *, owned: bool
) -> Reference | None:
    """Look back for the last speaker that the description fits, then for a person of that role."""
    if not owned:
        for _, reference in reversed(ground.past[-LAST:]):
            if _fits(ground, reference, low):
                says = f"“The {low}” is the last one that fits: {reference.name}."
                return reference.again("last-fitting", says, 0.85, draft.core)
        for name in ground.named.before(draft.span.start, 0):
            if low in ground.cues.bodies and name.kind == "organisation" and low in name.text.lower().split():
                found = resolve_body(ground, name.span, name.text)
                return found.again(
                    "last-fitting", f"“The {low}” is {found.name}, named before.", 0.85, draft.core
                )
    for person in _of_role(ground, low, words):
        says = f"“The {low}” is {person.name}, called {person.role}."
        return Reference(
            SpeakerKind.PERSON,
            person.name,
            ("person", *person.key),
            person.role,
            "role",
            says,
            0.85,
            draft.core,
        )
    return None


def _fits(ground: Ground, reference: Reference, low: str) -> bool:
    cues = ground.cues
    if low in cues.voices and low not in cues.media and reference.kind is not SpeakerKind.UNNAMED:
        return True
    if low in cues.media and reference.kind is SpeakerKind.MEDIA:
        return True
    if low in COUNTRY and reference.key[0] == "state":
        return True
    if low in cues.bodies and low in {part.lower() for part in reference.name.split()}:
        return True
    return low in cues.people and reference.role is not None and low in reference.role.lower().split()


def _of_role(ground: Ground, low: str, words: Sequence[str]) -> Iterator[Person]:
    """Yield the persons whose role has the head word and every small word of the description."""
    if low not in ground.cues.people:
        return
    wanted = {
        word.lower()
        for word in words
        if word[0].islower() and word.lower() not in DEFINITE and not word[0].isdigit()
    }
    for person in ground.named.persons[:FIRST]:
        role = set((person.role or "").lower().split())
        if low in role and (wanted - {"supreme", "top", "senior"}) <= role:
            yield person


def _class(ground: Ground, draft: Draft, words: Sequence[str], head: int, inside: Sequence[str]) -> Reference:
    """Keep a group or person without a name as a class: *U.S. officials*, *state media*."""
    low = bare(words[head].lower())
    cues = ground.cues
    owners = [meant for name in inside if (meant := state(bare(name), ground.language))][:1]
    drop = cues.determiners | cues.vague
    first = next((at for at, word in enumerate(words[: head + 1]) if word.lower() not in drop), 0)
    name = " ".join(words[first : head + 1])
    named = {part.lower() for owner in inside[:1] for part in owner.split()} if owners else set()
    parts = [bare(word.lower()).rstrip(".") for word in name.split()]
    plain = [part for part in parts if part not in named and part + "." not in named]
    kind = SpeakerKind.MEDIA if low in cues.media and low not in cues.people else SpeakerKind.UNNAMED
    says = f"The text does not name them: “{' '.join(words)}”."
    place: Span | None = draft.core
    return Reference(
        kind, name, ("class", *(owner.name for owner in owners), *plain), None, "class", says, 1.0, place
    )

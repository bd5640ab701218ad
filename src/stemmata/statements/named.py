"""Sources that have a name: persons, bodies, newsrooms, states."""

from collections.abc import Sequence
from itertools import islice

from stemmata.model import Span, SpeakerKind
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import body_kind, canonical, qualified, state_speaker
from stemmata.statements.people import Person, name_key, role_before, role_behind
from stemmata.statements.reference import Ground, Reference, bare
from stemmata.text.places import state

OWNER = 60
"""Characters back in which the state stands whose body is named: *Norway’s official* Transport Ministry."""
LAST = 200
"""Sources back over which a surname remembers its bearer."""
FORMS = ("Mr", "Mr.", "Mrs.", "Ms.", "Mrs", "Ms", "Dr", "Dr.")


def resolve_name(ground: Ground, draft: Draft, span: Span, text: str, kind: str) -> Reference:
    """Return the speaker that a name stands for."""
    plain = bare(text)
    called = () if kind == "organisation" else ground.named.called(plain)
    if called:
        return _person(ground, draft, span, called)
    meant = state_speaker(plain, ground.language)
    if meant is not None:
        return Reference(
            SpeakerKind.GOVERNMENT, meant[0], ("state", meant[0]), None, meant[1], meant[2], 1.0, span
        )
    if (
        kind == "person"
        and plain not in ground.named.bodies
        and canonical(plain, ground.language) not in ground.named.newsrooms
    ):
        return _unknown_person(ground, draft, span, plain)
    if kind == "other" and _behaves_as_person(ground, draft, span, plain):
        return _unknown_person(ground, draft, span, plain)
    return resolve_body(ground, span, plain)


def resolve_body(ground: Ground, span: Span, plain: str) -> Reference:
    """Return the organisation or newsroom of a name."""
    name = canonical(plain, ground.language)
    kind = SpeakerKind.MEDIA if name in ground.named.newsrooms else body_kind(name, ground.language)
    says = f"The text names {name}." if name == plain else f"“{plain}” is {name}."
    key = ("body", *qualified(name, _owner(ground, span)))
    return Reference(kind, name, key, None, "named", says, 1.0, span)


def _unknown_person(ground: Ground, draft: Draft, span: Span, plain: str) -> Reference:
    role = role_before(ground.text, span.start, ground.cues) or _apposition(ground, draft, span)
    key = name_key(plain)
    full = len(key) > 1
    says = f"The text names {plain}." if full else f"The text says only “{plain}”."
    return Reference(
        SpeakerKind.PERSON, plain, ("person", *key), role, "named" if full else "surname", says, 1.0, span
    )


def _person(ground: Ground, draft: Draft, span: Span, called: Sequence[Person]) -> Reference:
    """Choose among the persons a name may call: the one met last, if there are several."""
    chosen = called[-1]
    if len(called) > 1:
        order = {reference.key: at for at, (_, reference) in enumerate(ground.past[-LAST:])}
        chosen = max(called, key=lambda person: (order.get(("person", *person.key), -1), -person.first.start))
    role = (
        chosen.role or role_before(ground.text, span.start, ground.cues) or _apposition(ground, draft, span)
    )
    words = bare(span.of(ground.text))
    full = name_key(words) == chosen.key
    rule, sure = ("named" if full else "surname"), 1.0
    says = (
        f"The text names {chosen.name}."
        if full
        else f"“{words}” is {chosen.name}, named in full in the text."
    )
    if len(called) > 1:
        others = ", ".join(person.name for person in called if person is not chosen)
        rule, sure, says = "same-surname", 0.6, f"“{words}” may be {chosen.name}, met last, or {others}."
    return Reference(SpeakerKind.PERSON, chosen.name, ("person", *chosen.key), role, rule, says, sure, span)


def _behaves_as_person(ground: Ground, draft: Draft, span: Span, name: str) -> bool:
    """Whether a lone capital is treated as somebody: with a title, a role, an apposition."""
    if role_before(ground.text, span.start, ground.cues) or _apposition(ground, draft, span):
        return True
    return any(f"{title} {name}" in ground.text for title in FORMS)


def _apposition(ground: Ground, draft: Draft, span: Span) -> str | None:
    if draft.source is None or draft.source.end <= span.end:
        return None
    return role_behind(ground.text, span.end, ground.cues)


def _owner(ground: Ground, span: Span) -> str | None:
    """Return the state whose body it is, from the words before."""
    for name in islice(ground.named.before(span.start, span.start - OWNER), 2):
        gap = ground.text[name.span.end : span.start]
        meant = state(bare(name.text), ground.language)
        if meant and len(gap) < OWNER // 2 and not set(",;.:") & set(gap.rstrip(". ")):
            return meant.name
    return None

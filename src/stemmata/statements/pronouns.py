"""Sources that are a pronoun: he, she, it, they."""

import re

from stemmata.model import Span, SpeakerKind
from stemmata.statements.described import own_subject, subject_before
from stemmata.statements.draft import Draft
from stemmata.statements.named import resolve_body, sex
from stemmata.statements.people import Person, name_key, titled_names
from stemmata.statements.reference import Ground, Reference, bare, nobody

NEAR = 900
"""Characters back in which a pronoun looks for a name."""
LAST = 40
"""Statements back in which a pronoun looks for a speaker."""
PARAGRAPHS = 2
"""Paragraphs back in which a speaker is still *he* or *she*."""
BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.MEDIA})


def resolve_pronoun(ground: Ground, draft: Draft, low: str) -> Reference:
    """Return whom a pronoun stands for, or that it cannot be told."""
    cues = ground.cues
    if low in cues.he | cues.she:
        return (
            _in_sentence(ground, draft, low)
            or _speaker(ground, draft, low)
            or _named(ground, draft, low)
            or _none(draft, low)
        )
    if low in cues.it:
        return (
            _subject(ground, draft, low)
            or _body_before(ground, draft, low)
            or _past_body(ground, draft, low, BODIES)
            or _none(draft, low)
        )
    if low in cues.many:
        return _past_body(ground, draft, low, BODIES | {SpeakerKind.UNNAMED}) or _none(draft, low)
    return _none(draft, low)


def _in_sentence(ground: Ground, draft: Draft, low: str) -> Reference | None:
    """Return the nearest person named before the pronoun in its sentence."""
    place = _place(draft)
    back = max(0, place - NEAR)
    since = max(ground.text.rfind(". ", back, place), ground.text.rfind("\n", back, place), back)
    return _person_before(ground, draft, low, since, "pronoun-in-sentence")


def _speaker(ground: Ground, draft: Draft, low: str) -> Reference | None:
    """Return the last person who spoke, the outermost first."""
    for past, reference in ground.latest(LAST):
        near = past.paragraph >= draft.paragraph - PARAGRAPHS
        if reference.kind is SpeakerKind.PERSON and near and _agrees(ground, reference.name, low):
            if not _sexed(ground, low, reference.role or ""):
                continue
            says = f"“{low}” is {reference.name}, who was met last."
            return reference.again("pronoun", says, 0.75, draft.core)
    return None


def _named(ground: Ground, draft: Draft, low: str) -> Reference | None:
    return _person_before(ground, draft, low, max(0, _place(draft) - NEAR), "pronoun")


def _person_before(ground: Ground, draft: Draft, low: str, since: int, rule: str) -> Reference | None:
    for name in ground.named.before(_place(draft), since):
        if any(span.contains(name.span) for span in draft.content):
            continue  # "Ferrel's words, he said, suggest …": who speaks does not name himself in what he says
        called = ground.named.called(bare(name.text)) if name.kind in {"person", "other"} else ()
        if (
            len(called) == 1
            and _agrees(ground, called[0].name, low)
            and _first_agrees(ground, called[0], low)
        ):
            person = called[0]
            where = "named in the same sentence" if rule == "pronoun-in-sentence" else "who was met last"
            says = f"“{low}” is {person.name}, {where}."
            sure = 0.85 if rule == "pronoun-in-sentence" else 0.75
            return Reference(
                SpeakerKind.PERSON,
                person.name,
                ("person", *person.key),
                person.role,
                rule,
                says,
                sure,
                draft.core,
            )
    return None


def _subject(ground: Ground, draft: Draft, low: str) -> Reference | None:
    own = own_subject(ground, draft)
    found = own or subject_before(ground, draft)
    if found is None or found.kind not in BODIES | {SpeakerKind.UNNAMED}:
        return None
    where = "what was said" if own else "the sentence before"
    says = f"“{low}” is {found.name}, of which {where} speaks."
    return found.again("pronoun", says, 0.75, draft.core)


def _body_before(ground: Ground, draft: Draft, low: str) -> Reference | None:
    """Return the body that the sentence before opens with, in the same paragraph."""
    place = _place(draft)
    paragraph = max(ground.text.rfind("\n", max(0, place - NEAR), place) + 1, place - NEAR)
    bodies = [name for name in ground.named.before(place, paragraph) if name.kind == "organisation"]
    spoke = any(
        past.paragraph == draft.paragraph and reference.kind in BODIES
        for past, reference in ground.past[-LAST:]
    )
    if not bodies or spoke:
        return None
    found = resolve_body(ground, bodies[-1].span, bare(bodies[-1].text))
    return found.again("pronoun", f"“{low}” is {found.name}, of which the paragraph speaks.", 0.7, draft.core)


def _past_body(ground: Ground, draft: Draft, low: str, wanted: frozenset[SpeakerKind]) -> Reference | None:
    for past, reference in reversed(ground.past[-LAST:]):
        if reference.kind in wanted and reference.key[0] != "unnamed" and past.span.start < draft.span.start:
            says = f"“{low}” is the last speaker that fits: {reference.name}."
            return reference.again("pronoun", says, 0.7, draft.core)
    return None


def _none(draft: Draft, low: str) -> Reference:
    return nobody(f"The text does not tell for whom “{low}” stands.", 0.8, draft.core)


def _place(draft: Draft) -> int:
    core: Span = draft.core or draft.span
    return core.start


def _sexed(ground: Ground, low: str, role: str) -> bool:
    """Whether a role does not say that its bearer goes by the other pronoun: a *chairwoman* is no *he*."""
    words = role.lower().split()
    men = any(
        word in ground.cues.male or (word.endswith("man") and not word.endswith("woman")) for word in words
    )
    women = any(word in ground.cues.female or word.endswith("woman") for word in words)
    return not (women and not men) if low in ground.cues.he else not (men and not women)


def _first_agrees(ground: Ground, person: Person, low: str) -> bool:
    return _sexed(ground, low, person.role or "") and sex(ground, person.first) != (
        -1 if low in ground.cues.he else 1
    )


def _agrees(ground: Ground, name: str, low: str) -> bool:
    """Whether nothing in the article says that the person goes by the other pronoun."""
    last = name_key(name)[-1]
    parts = {part.lower() for part in re.split(r"[\s-]+", name)} | {last}
    women, men = titled_names(ground.text)
    return not (parts & men - women if low in ground.cues.she else parts & women - men)

"""Sources without a name: the report, the ministry, a spokesman, officials, state media."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemmata.model import Role, SpeakerKind
from stemmata.statements.beside import named_ahead, named_behind
from stemmata.statements.callings import heads
from stemmata.statements.classes import class_of
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import body_kind, canonical, qualified, state_speaker
from stemmata.statements.named import resolve_body, resolve_name
from stemmata.statements.nouns import finite
from stemmata.statements.people import WORD, Person
from stemmata.statements.reference import Ground, Reference, bare

DEFINITE = frozenset({"the", "his", "her", "their", "its", "that", "this"})
COUNTRY = frozenset({"government", "country", "regime", "state", "nation"})
LAST = 200
"""Sources back over which a description looks."""
FIRST = 300
"""Mentions of names among which one is looked for that the text describes."""
NEAR = 900
"""Characters back in which the sentence before is looked for."""
SPOKEN = 20
"""Statements back among which the subject of the sentence before is looked for."""
OPENING = 80
"""Characters of a sentence in which its subject stands."""
BOUNDARY = re.compile(r"[.!?][”’\"')]{0,2}\s+(?=[^\W\d_a-z]|[“\"‘«„])")
RUN = re.compile(r"-(?:run|owned|controlled|backed|funded)\b")
MARKS = '“"‘«„'
APPOSED = 40
"""Characters behind a newsroom's name in which it may be called something: Radio Orla, *the state broadcaster*."""


def described(
    ground: Ground, draft: Draft, words: Sequence[str], head: int, inside: Sequence[str]
) -> Reference:
    """Return the speaker that a description stands for, or the class it names."""
    low = bare(words[head].lower())
    found = named_behind(ground, draft, words, head) or _agent(ground, draft, words, low)
    found = found or named_ahead(ground, draft, words, head)
    if found is not None:
        return found
    if low in ground.cues.spokes and inside:
        return _spokesman(ground, draft, inside[-1])
    if low in ground.cues.spokes and (behind := _body_of_sentence(ground, draft)) is not None:
        return behind
    if low in ground.cues.spokes and (before := subject_before(ground, draft)) is not None:
        says = f"A spokesman speaks for {before.name}, of which the sentence before speaks."
        return before.again("spokesman", says, 0.8, draft.core)
    apposed = _apposed(ground, draft, words[: head + 1])
    if apposed is not None:
        return apposed
    if head and low in ground.cues.papers and _are_people(bare(words[head - 1].lower()), ground.cues):
        return described(ground, draft, words[:head], head - 1, inside)
    lead = words[0].lower() in DEFINITE or draft.role is Role.TITLE
    owned = head > 0 and words[0][0].isupper() and not lead and words[0].lower() not in ground.cues.vague
    owned = owned or (lead and bool(inside) and head == 1 and words[2:3] == ["of"])
    if (lead and not inside) or (owned and low in ground.cues.people):
        found = _last_fitting(ground, draft, low, words[: head + 1], owned=owned)
        if found is not None:
            return found
    chief = _chief(ground, draft, low, words[: head + 1]) if lead else None
    return chief or class_of(ground, draft, words, head, inside)


def _are_people(low: str, cues: Cues) -> bool:
    """Whether a word before *report* says whose it is: the *inspectors’* report."""
    return low.endswith("s") and low in cues.persons


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


def _agent(ground: Ground, draft: Draft, words: Sequence[str], head: str) -> Reference | None:
    """Return who published the pictures or wrote the papers that speak: a report *by auditors*."""
    low = [word.lower() for word in words]
    if "by" not in low or low.index("by") + 1 >= len(words):
        return None
    agent = words[low.index("by") + 1 :]
    if bare(agent[-1].lower()) in ground.cues.media:
        return described(ground, draft, agent, len(agent) - 1, ())
    before = low[low.index("by") - 1]
    if head in ground.cues.papers | ground.cues.voices and (before == head or before.endswith("ed")):
        return _author(ground, draft, agent)
    named = " ".join(agent)
    newsroom = named in ground.named.newsrooms or body_kind(named, ground.language) is SpeakerKind.MEDIA
    return (
        resolve_body(ground, draft.core or draft.span, named) if agent[0][0].isupper() and newsroom else None
    )


def _author(ground: Ground, draft: Draft, agent: Sequence[str]) -> Reference | None:
    core = draft.core or draft.span
    inside = [name for name in ground.named.before(core.end, core.start) if agent[0] in name.text.split()]
    if inside:
        return resolve_name(ground, draft, inside[-1].span, inside[-1].text, inside[-1].kind)
    if bare(agent[-1].lower()) in ground.cues.speaking:
        return described(ground, draft, agent, len(agent) - 1, ())
    return None


def own_subject(ground: Ground, draft: Draft) -> Reference | None:
    """Return the body that what was said opens with: *The auction house paid it*, it said."""
    start = draft.content[0].start
    before = draft.core is not None and start < draft.core.start
    return _opens_with(ground, draft, start) if draft.rule == "aside" and before else None


def subject_before(ground: Ground, draft: Draft) -> Reference | None:
    """Return the body that the sentence before opens with, in the same paragraph; quotations are passed over."""
    place = (draft.core or draft.span).start
    paragraph = max(ground.text.rfind("\n", max(0, place - NEAR), place) + 1, place - NEAR)
    starts = [paragraph, *(match.end() for match in BOUNDARY.finditer(ground.text, paragraph, place + 1))]
    before = [start for start in starts[:-1] if ground.text[start] not in MARKS]
    return _opens_with(ground, draft, before[-1]) if before else None


def _opens_with(ground: Ground, draft: Draft, start: int) -> Reference | None:
    for past, reference in reversed(ground.past[-SPOKEN:]):
        if past.core is not None and start <= past.core.start < start + len("The "):
            return None if reference.kind is SpeakerKind.PERSON else reference
    end = min(start + OPENING, (draft.core or draft.span).start)
    named = [name for name in ground.named.before(end, start) if name.kind == "organisation"]
    words = [word[0] for word in WORD.finditer(ground.text, start, end)]
    if named and ground.text[start : named[-1].span.start].lower() in {"", "the "}:
        found = resolve_body(ground, named[-1].span, bare(named[-1].text))
        return found.again("subject-before", f"The sentence before speaks of {found.name}.", 0.75, draft.core)
    cues = ground.cues
    head = next((at for at, word in enumerate(words[:4]) if word.lower() in cues.bodies | cues.media), None)
    if head is None or words[0].lower() not in DEFINITE or cues.prepositions.intersection(words[:head]):
        return None
    last = head + 1
    while (
        words[head + 1 : head + 2] == ["of"]
        and last < min(head + 4, len(words))
        and not _verbal(words[last], cues)
    ):
        last += 1
    inside = [name.text for name in ground.named.before(end, start) if name.text in " ".join(words[:last])]
    return described(ground, replace(draft, source=None), words[:last], head, inside)


def _verbal(word: str, cues: Cues) -> bool:
    return finite(word.lower(), cues) or word.lower() in cues.aux


def _apposed(ground: Ground, draft: Draft, words: Sequence[str]) -> Reference | None:
    """Return the newsroom or body that the text somewhere calls by these words: X, *the state broadcaster*."""
    called = " ".join(word.lower() for word in words if word.lower() not in DEFINITE)
    if len(called.split()) < 2:
        return None
    for name in ground.named.mentions[:FIRST]:
        if not ground.text.startswith(",", name.span.end):
            continue
        if name.kind in {"organisation", "other"} or name.text in ground.named.newsrooms:
            if draft.core and draft.core.start - name.span.end in {2, 3}:
                continue
            behind = RUN.sub("", ground.text[name.span.end : name.span.end + APPOSED].lower())
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
        for name in ground.named.before(draft.span.start, 0) if low in ground.cues.bodies else ():
            if name.kind == "organisation" and low in name.text.lower().split():
                found = resolve_body(ground, name.span, name.text)
                return found.again(
                    "last-fitting", f"“The {low}” is {found.name}, named before.", 0.85, draft.core
                )
    fitting = list(_of_role(ground, low, words))
    for person in fitting if not owned or len(fitting) == 1 else ():
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
    return low in cues.people and _is(cues, reference.role, low)


def _of_role(ground: Ground, low: str, words: Sequence[str]) -> Iterator[Person]:
    """Yield the persons whose role has the head word and every small word of the description."""
    if low not in ground.cues.people:
        return
    called = [person for person in ground.named.persons[:FIRST] if _is(ground.cues, person.role, low)]
    if not called:
        return
    named = {part for name in ground.named.mentions[:FIRST] for part in (*name.text.split(), name.text)}
    wanted = {
        word.lower()
        for word in words
        if bare(word) not in named and word.lower() not in DEFINITE and not word[0].isdigit()
    }
    for person in called:
        role = set((person.role or "").lower().split())
        if (wanted - {"supreme", "top", "senior"}) <= role:
            yield person


def _chief(ground: Ground, draft: Draft, low: str, words: Sequence[str]) -> Reference | None:
    """Return the one person who leads what a description says: the *board chief* is the head of the water board."""
    chiefs = ground.cues.chiefs
    body = {bare(word.lower()) for word in words[:-1]} - DEFINITE
    if low not in chiefs or not body:
        return None
    fitting = [
        person
        for person in ground.named.persons[:FIRST]
        if person.role and heads(person.role) & chiefs and body <= set(person.role.lower().split())
    ]
    if len(fitting) != 1:
        return None
    (person,) = fitting
    says = f"“{' '.join(words)}” is {person.name}, called {person.role}."
    key = ("person", *person.key)
    return Reference(SpeakerKind.PERSON, person.name, key, person.role, "role", says, 0.85, draft.core)


def _is(cues: Cues, role: str | None, low: str) -> bool:
    """Whether somebody of that role is what a word says; *union* is a body and fits no union leader."""
    if role is None:
        return False
    return low in role.lower().split() if low in cues.persons else low in heads(role)

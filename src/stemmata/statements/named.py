"""Sources that have a name: persons, bodies, newsrooms, states."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from stemmata.model import Span, SpeakerKind
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import body_kind, canonical, qualified, state_speaker
from stemmata.statements.people import Person, name_key, role_before, role_behind, titled_names, titles
from stemmata.statements.reference import Ground, Reference, bare
from stemmata.text.places import state

OWNER = 60
"""Characters back in which the state stands whose body is named: *Norway’s official* Transport Ministry."""
LAST = 200
"""Sources back over which a surname remembers its bearer."""
PLACED = 100_000
"""Characters of a text in which a name as a place is looked for: longer ones are lists."""
MENTIONS = 50
"""Mentions of a name among which one as a place is looked for."""
BESIDE = 40
"""Characters on either side of a name in which *husband* or *councilwoman* is said of it."""
SELVES = frozenset({"he", "she", "his", "her"})
LONGEST_TITLE = 20
"""Letters of a title at most."""
REMEMBERED = 64
"""Names of a text for which it is remembered whether they are a place's or have a title."""
FORMS = ("Mr", "Mr.", "Mrs.", "Ms.", "Mrs", "Ms", "Dr", "Dr.")


def resolve_name(ground: Ground, draft: Draft, span: Span, text: str, kind: str) -> Reference:
    """Return the speaker that a name stands for."""
    plain = bare(text)
    title = _title_before(ground, span)
    known = ground.named.surnamed if title else ground.named.called
    called = () if kind == "organisation" else known(plain)
    meant_so = [person for person in called if not _another(ground, title, person, plain)]
    if meant_so:
        return _person(ground, draft, span, meant_so)
    if called:
        return _another_bearer(ground, draft, span, plain, called[0])
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
    if kind in {"other", "place"} and _is_place(ground.text, plain):
        says = f"“{plain}” is a place in the text; its authorities are meant."
        return Reference(SpeakerKind.GOVERNMENT, plain, ("state", plain), None, "place", says, 0.8, span)
    return resolve_body(ground, span, plain)


def _title_before(ground: Ground, span: Span) -> str:
    """Return the title that stands right before a name, or begins it, in small letters; else nothing."""
    before = ground.text[max(0, span.start - BESIDE) : span.start].split()[-1:]
    for word in (*before, *span.of(ground.text).split()[:1]):
        low = word.lower().rstrip(".")
        if low in titles():
            return low
    return ""


def _another(ground: Ground, title: str, person: Person, plain: str) -> bool:
    """Whether a lone surname is another bearer's than the one named in full: *President Odu*, not his wife Ida Odu."""
    if name_key(plain) == person.key:
        return False
    gender = sex(ground, person.first)
    women, men = titled_names(ground.text)
    last = person.key[-1]
    if (gender < 0 and last in men - women) or (gender > 0 and last in women - men):
        return True
    if gender >= 0:
        return False
    offices = frozenset({title}) if title else _offices(ground.text, plain)
    offices -= ground.cues.he | ground.cues.she
    role = set((person.role or "").lower().replace(".", "").split())
    return bool(offices) and offices.isdisjoint(role)


@lru_cache(maxsize=REMEMBERED)
def _offices(text: str, name: str) -> frozenset[str]:
    """Return the titles in small letters that stand before a name in the text."""
    found: set[str] = set()
    at = text.find(f" {name}", 0, PLACED)
    for _ in range(MENTIONS):
        if at < 0:
            break
        if not text[at + len(name) + 1 : at + len(name) + 2].isalnum():
            found.update(text[max(0, at - LONGEST_TITLE) : at].rstrip(".").lower().split()[-1:])
        at = text.find(f" {name}", at + 1, PLACED)
    return titles() & found


def _another_bearer(ground: Ground, draft: Draft, span: Span, plain: str, other: Person) -> Reference:
    found = _unknown_person(ground, draft, span, plain)
    says = f"The text says only “{plain}”, and does not mean {other.name}."
    offices = _offices(ground.text, plain) - ground.cues.he - ground.cues.she
    role = found.role or min(offices, default=None)
    return replace(found, role=role, rule="another-bearer", says=says, sure=0.9)


def resolve_body(ground: Ground, span: Span, plain: str) -> Reference:
    """Return the organisation or newsroom of a name."""
    name = canonical(plain, ground.language)
    kind = SpeakerKind.MEDIA if name in ground.named.newsrooms else body_kind(name, ground.language)
    says = f"The text names {name}." if name == plain else f"“{plain}” is {name}."
    led, rest = _led_by_state(ground, name)
    key = ("body", *qualified(rest, led or _owner(ground, span)))
    return Reference(kind, name, key, None, "named", says, 1.0, span)


def _led_by_state(ground: Ground, name: str) -> tuple[str | None, str]:
    """Return the state that a body's name begins with, and the rest: *U.S.* Safety Commission."""
    words = name.split()
    for length in (2, 1):
        meant = state(" ".join(words[:length]), ground.language) if len(words) > length + 1 else None
        if meant is not None and meant.by in {"name", "people"}:
            return meant.name, " ".join(words[length:])
    return None, name


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
    called = _agreeing(ground, span, called)
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


def _agreeing(ground: Ground, span: Span, called: Sequence[Person]) -> Sequence[Person]:
    """Leave out those whom the title before the name cannot mean: *Mrs* Odu is not the husband."""
    title = ground.text[max(0, span.start - 6) : span.start].split()[-1:]
    title = title or span.of(ground.text).split()[:1]
    low = title[0].lower().rstrip(".") if title else ""
    if len(called) < 2 or low not in ground.cues.he | ground.cues.she:
        return called
    other = -1 if low in ground.cues.he else 1
    return [person for person in called if sex(ground, person.first) != other] or called


def sex(ground: Ground, first: Span) -> int:
    """Return 1 where the words beside a first mention say *he*, -1 for *she*, else 0."""
    beside = ground.text[max(0, first.start - BESIDE) : first.start].rpartition("\n")[2]
    beside += ground.text[first.end : first.end + BESIDE].partition("\n")[0]
    words = [word.strip(',.;:“”"').lower() for word in beside.split()]
    men = any(
        word in ground.cues.male or (word.endswith("man") and not word.endswith("woman")) for word in words
    )
    women = any(word in ground.cues.female or word.endswith("woman") for word in words)
    return men - women


def _behaves_as_person(ground: Ground, draft: Draft, span: Span, name: str) -> bool:
    """Whether a lone capital is treated as somebody: with a title, a role, an apposition."""
    if role_before(ground.text, span.start, ground.cues) or _apposition(ground, draft, span):
        return True
    return _titled(ground.text, name) or bool(_offices(ground.text, name)) or _speaks_of_self(ground, draft)


def _speaks_of_self(ground: Ground, draft: Draft) -> bool:
    """Whether what was said opens with *he* or *she*: Odu said *she* would stay."""
    start = draft.content[0].start
    words = ground.text[start : start + BESIDE].lower().split()[:2]
    first = words[1:2] if words[:1] == ["that"] else words[:1]
    return draft.rule == "clause" and bool(first) and first[0] in SELVES


@lru_cache(maxsize=REMEMBERED)
def _titled(text: str, name: str) -> bool:
    return any(f"{title} {name}" in text for title in FORMS)


@lru_cache(maxsize=REMEMBERED)
def _is_place(text: str, name: str) -> bool:
    """Whether the text has something *in* what the name names, and no more of a name behind."""
    at = text.find(name, 0, PLACED)
    for _ in range(MENTIONS):
        if at < 0:
            return False
        before, behind = text[max(0, at - 12) : at].split(), text[at + len(name) : at + len(name) + 2]
        ends = not behind[:1].isalnum() and behind[:1] not in {"’", "'", "-"} and not behind[1:].isupper()
        if ends and before[-1:] and before[-1].lower() in {"in", "near", "across"}:
            return True
        at = text.find(name, at + 1, PLACED)
    return False


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

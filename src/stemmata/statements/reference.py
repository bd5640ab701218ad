"""Whom the words for a source stand for, within one article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.model import Article, Span, SpeakerKind
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import body_kind, canonical, qualified, state_speaker
from stemmata.statements.people import WORD, People, Person, name_key, role_before, role_behind
from stemmata.text.places import state

WORDS = re.compile(r"(?:[^\W\d_]\.){2,6}(?![^\W_])|" + WORD.pattern)
NEAR = 900
"""Characters back in which a pronoun looks for a name."""
LAST = 40
"""Statements back in which a pronoun looks for a speaker."""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reference:
    """One source resolved: what it is, its name, the key by which articles agree, and why.

    ``key`` starts with its kind; ``sure`` is the factor that the step leaves of a statement's confidence.
    """

    kind: SpeakerKind
    name: str
    key: tuple[str, ...]
    role: str | None
    rule: str
    says: str
    sure: float
    place: Span | None


def references(article: Article, drafts: Sequence[Draft], named: People, cues: Cues) -> tuple[Reference, ...]:
    """Return for each draft, in order of the text, whom its source stands for."""
    resolver = _Resolver(article, named, cues, [])
    for draft in drafts:
        resolver.past.append((draft, resolver.resolve(draft)))
    return tuple(reference for _, reference in resolver.past)


@dataclass(frozen=True, slots=True)
class _Resolver:
    article: Article
    named: People
    cues: Cues
    past: list[tuple[Draft, Reference]]

    def resolve(self, draft: Draft) -> Reference:
        if draft.core is None or draft.source is None:
            return Reference(
                SpeakerKind.UNNAMED, UNKNOWN, ("unnamed", UNKNOWN), None, "unknown",
                "The text does not say whose words these are.", 1.0, None,
            )  # fmt: skip
        words = [word[0] for word in WORDS.finditer(self.article.text, *draft.core)]
        low = words[0].lower() if len(words) == 1 else ""
        if low in self.cues.pronouns | self.cues.he | self.cues.she | self.cues.it | self.cues.many:
            return self._pronoun(draft, low)
        return self._noun(draft, words)

    def _noun(self, draft: Draft, words: Sequence[str]) -> Reference:
        """Tell a name from a description by the head of the phrase."""
        core = draft.core or draft.span
        head = self._head(words)
        inside = [name for name in self.named.mentions if core.contains(name.span)] if words else []
        if words and words[head][0].isupper() and not (head == 0 and self._common(words[0])):
            whole = [person for person in self.named.persons if person.name in core.of(self.article.text)]
            if whole and not inside:
                return self._name(draft, core, whole[-1].name, "person")
            for name in reversed(inside):
                if words[head] in name.text or name.text in words[head]:
                    return self._name(draft, name.span, name.text, name.kind)
            return self._name(draft, core, self._capitals(words, head), "other")
        return self._description(draft, words, head, [name.text for name in inside])

    def _head(self, words: Sequence[str]) -> int:
        """Return the number of the head word: the last before the first preposition or participle."""
        for at, word in enumerate(words):
            low = word.lower()
            if at and (
                low in self.cues.prepositions or low in {"published", "released", "carried", "issued", "who"}
            ):
                return at - 1
        return len(words) - 1

    def _common(self, word: str) -> bool:
        """Whether a capital is only the sentence's: Officials said."""
        return word.lower() in self.cues.speaking | self.cues.papers | self.cues.vague

    def _capitals(self, words: Sequence[str], head: int) -> str:
        start = head
        while (
            start and words[start - 1][0].isupper() and words[start - 1].lower() not in self.cues.determiners
        ):
            start -= 1
        return " ".join(words[start : head + 1])

    def _name(self, draft: Draft, span: Span, text: str, kind: str) -> Reference:
        plain = _bare(text)
        called = self.named.called(plain)
        if called and kind != "organisation":
            return self._person(draft, span, called)
        meant = state_speaker(plain, self.article.language)
        if meant is not None:
            rule, says = meant[1], meant[2]
            return Reference(
                SpeakerKind.GOVERNMENT, meant[0], ("state", meant[0]), None, rule, says, 1.0, span
            )
        if kind == "person" or (kind == "other" and self._behaves_as_person(draft, span, plain)):
            role = role_before(self.article.text, span.start, self.cues) or self._apposition(draft, span)
            key = name_key(plain)
            rule = "named" if len(key) > 1 else "surname"
            says = f"The text names {plain}." if len(key) > 1 else f"The text says only “{plain}”."
            return Reference(SpeakerKind.PERSON, plain, ("person", *key), role, rule, says, 1.0, span)
        owner = self._owner(span)
        name = canonical(plain, self.article.language)
        said = f"The text names {name}." if name == plain else f"“{plain}” is {name}."
        return Reference(
            body_kind(name, self.article.language),
            name,
            ("body", *qualified(name, owner)),
            None,
            "named",
            said,
            1.0,
            span,
        )

    def _person(self, draft: Draft, span: Span, called: Sequence[Person]) -> Reference:
        """Choose among the persons a name may call: the one met last, if there are several."""
        chosen = called[-1]
        if len(called) > 1:
            past = [reference.key for _, reference in self.past if reference.key[0] == "person"]
            order = {key: at for at, key in enumerate(past)}
            chosen = max(
                called, key=lambda person: (order.get(("person", *person.key), -1), -person.first.start)
            )
        role = (
            chosen.role
            or role_before(self.article.text, span.start, self.cues)
            or self._apposition(draft, span)
        )
        full = name_key(_bare(span.of(self.article.text))) == chosen.key
        rule = "named" if full else "surname"
        says = (
            f"The text names {chosen.name}."
            if full
            else f"“{span.of(self.article.text)}” is {chosen.name}, named in full before."
        )
        if len(called) > 1:
            others = ", ".join(person.name for person in called if person is not chosen)
            rule, says = (
                "same-surname",
                f"“{span.of(self.article.text)}” may be {chosen.name}, met last, or {others}.",
            )
        sure = 1.0 if len(called) == 1 else 0.6
        return Reference(
            SpeakerKind.PERSON, chosen.name, ("person", *chosen.key), role, rule, says, sure, span
        )

    def _behaves_as_person(self, draft: Draft, span: Span, name: str) -> bool:
        """Whether a lone capital is treated as somebody: a title or role beside it, or a proper name of two parts."""
        if role_before(self.article.text, span.start, self.cues) or self._apposition(draft, span):
            return True
        return any(
            f"{title} {name}" in self.article.text
            for title in ("Mr", "Mr.", "Mrs.", "Ms.", "Mrs", "Ms", "Dr", "Dr.")
        )

    def _apposition(self, draft: Draft, span: Span) -> str | None:
        if draft.source is None or draft.source.end <= span.end:
            return None
        return role_behind(self.article.text, span.end, self.cues)

    def _owner(self, span: Span) -> str | None:
        """Return the state whose body it is, from the words before: *Norway’s* Transport Ministry."""
        for name in self.named.before(span.start, span.start - 60)[:2]:
            gap = self.article.text[name.span.end : span.start]
            meant = state(name.text, self.article.language)
            if meant and len(gap) < 25 and not set(",;.:") & set(gap.rstrip(". ")):
                return meant.name
        return None

    def _description(self, draft: Draft, words: Sequence[str], head: int, inside: Sequence[str]) -> Reference:
        """Resolve what has no name: the report, the ministry, a spokesman, officials, state media."""
        low = words[head].lower().removesuffix("'s") if words else ""
        definite = bool(words) and words[0].lower() in {"the", "his", "her", "their", "its", "that", "this"}
        if low in self.cues.spokes and inside:
            return self._spokes(draft, inside[-1])
        if definite and not inside:
            found = self._described(draft, low)
            if found is not None:
                return found
        return self._class(draft, words, head, low, inside)

    def _spokes(self, draft: Draft, body: str) -> Reference:
        meant = state_speaker(body, self.article.language)
        name = canonical(body, self.article.language)
        kind = SpeakerKind.GOVERNMENT if meant else body_kind(name, self.article.language)
        key = ("state", meant[0]) if meant else ("body", *qualified(name, None))
        shown = meant[0] if meant else name
        return Reference(
            kind, shown, key, None, "spokesman", f"A spokesman speaks for {shown}.", 0.9, draft.core
        )

    def _described(self, draft: Draft, low: str) -> Reference | None:
        """Look back for the last speaker that the description fits."""
        for _, reference in reversed(self.past):
            fits = (
                (low in self.cues.media | self.cues.voices and reference.kind is SpeakerKind.MEDIA)
                or (low in self.cues.bodies and low in {part.lower() for part in reference.name.split()})
                or (
                    low in self.cues.people
                    and reference.role is not None
                    and low in reference.role.lower().split()
                )
                or (
                    low in self.cues.bodies
                    and low in {"government", "country", "regime", "state", "nation"}
                    and reference.key[0] == "state"
                )
            )
            if fits:
                return self._again(draft, reference, low)
        for person in self.named.persons:
            if (
                low in self.cues.people
                and person.role
                and low in person.role.lower().split()
                and person.first.start < draft.span.start
            ):
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

    def _again(self, draft: Draft, reference: Reference, low: str) -> Reference:
        says = f"“The {low}” is the last one that fits: {reference.name}."
        return Reference(
            reference.kind,
            reference.name,
            reference.key,
            reference.role,
            "last-fitting",
            says,
            0.85,
            draft.core,
        )

    def _class(
        self, draft: Draft, words: Sequence[str], head: int, low: str, inside: Sequence[str]
    ) -> Reference:
        """Keep a group or person without a name as a class: *U.S. officials*, *state media*."""
        owners = [
            meant.name
            for name in inside
            if (meant := state(name.removesuffix("’s").removesuffix("'s"), self.article.language))
        ]
        drop = self.cues.determiners | self.cues.vague
        first = next((at for at, word in enumerate(words[: head + 1]) if word.lower() not in drop), 0)
        name = " ".join(words[first : head + 1])
        media = low in self.cues.media and low not in self.cues.people
        agent = self._by_agent(words)
        if agent is not None:
            name, media = agent, True
        kind = SpeakerKind.MEDIA if media else SpeakerKind.UNNAMED
        key = (
            "class",
            *owners[:1],
            *(part.lower().removesuffix("’s").removesuffix("'s") for part in name.split()),
        )
        says = f"The text does not name them: “{' '.join(words)}”."
        return Reference(kind, name, key, None, "class", says, 1.0, draft.core)

    def _by_agent(self, words: Sequence[str]) -> str | None:
        """Return who published the pictures that speak: photos *published by state media*."""
        low = [word.lower() for word in words]
        if "by" not in low:
            return None
        agent = words[low.index("by") + 1 :]
        return " ".join(agent) if agent and agent[-1].lower() in self.cues.media else None

    def _pronoun(self, draft: Draft, low: str) -> Reference:
        if low in self.cues.he | self.cues.she:
            return self._somebody(draft, low)
        wanted = {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.MEDIA}
        if low in self.cues.many:
            wanted |= {SpeakerKind.UNNAMED}
        for past, reference in reversed(self.past if low in self.cues.it | self.cues.many else []):
            if reference.kind in wanted and reference.name != UNKNOWN and past.span.start < draft.span.start:
                says = f"“{low}” is the last speaker that fits: {reference.name}."
                return Reference(
                    reference.kind,
                    reference.name,
                    reference.key,
                    reference.role,
                    "pronoun",
                    says,
                    0.7,
                    draft.core,
                )
        return self._nobody(draft, low)

    def _somebody(self, draft: Draft, low: str) -> Reference:
        """Resolve *he* and *she*: a name in the sentence, else the last person who spoke, else the last one named."""
        place = draft.core.start if draft.core else draft.span.start
        sentence = max(self.article.text.rfind(". ", 0, place), self.article.text.rfind("\n", 0, place))
        for since, rule in ((sentence, "pronoun-in-sentence"), (place - NEAR, "pronoun")):
            if rule == "pronoun":
                for past, reference in sorted(self.past[-LAST:], key=_outermost_last, reverse=True):
                    near = past.paragraph >= draft.paragraph - 2
                    if reference.kind is SpeakerKind.PERSON and near and self._agrees(reference.name, low):
                        return self._same(reference.name, reference.key, reference.role, low, draft, rule)
            for name in self.named.before(place, max(0, since)):
                plain = _bare(name.text)
                called = self.named.called(plain) if name.kind in {"person", "other"} else ()
                if len(called) == 1 and self._agrees(called[0].name, low):
                    return self._same(
                        called[0].name, ("person", *called[0].key), called[0].role, low, draft, rule
                    )
        return self._nobody(draft, low)

    def _agrees(self, name: str, low: str) -> bool:
        """Whether nothing in the article says that the person goes by the other pronoun."""
        last = name_key(name)[-1]
        text = self.article.text
        man = any(
            f"{title} {part}" in text
            for title in ("Mr", "Mr.")
            for part in name.split()
            if part.lower().startswith(last[:3])
        )
        woman = any(
            f"{title} {part}" in text
            for title in ("Mrs.", "Ms.", "Mrs", "Ms")
            for part in name.split()
            if part.lower().startswith(last[:3])
        )
        return not (man if low in self.cues.she else woman)

    def _same(
        self, name: str, key: tuple[str, ...], role: str | None, low: str, draft: Draft, rule: str
    ) -> Reference:
        where = "named in the same sentence" if rule == "pronoun-in-sentence" else "who was met last"
        says = f"“{low}” is {name}, {where}."
        return Reference(
            SpeakerKind.PERSON,
            name,
            key,
            role,
            rule,
            says,
            0.85 if rule == "pronoun-in-sentence" else 0.75,
            draft.core,
        )

    def _nobody(self, draft: Draft, low: str) -> Reference:
        says = f"The text does not tell for whom “{low}” stands."
        return Reference(
            SpeakerKind.UNNAMED, UNKNOWN, ("unnamed", UNKNOWN), None, "unknown", says, 0.8, draft.core
        )


def _bare(name: str) -> str:
    """Return a name without its possessive."""
    return name.removesuffix("’s").removesuffix("'s")


def _outermost_last(past: tuple[Draft, Reference]) -> tuple[int, int]:
    """Order statements by where they end, one that holds another after it."""
    return past[0].span.end, past[0].span.length

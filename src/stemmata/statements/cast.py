"""The speakers of all articles: who is the same, by which reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import Evidence, Place, Speaker, SpeakerKind, content_id
from stemmata.statements.kinds import SMALL
from stemmata.statements.reference import UNKNOWN, Reference

Key = tuple[str, ...]
NO_NAMES = frozenset({"unknown", "pronoun", "pronoun-in-sentence"})
"""Ways of resolving whose words are no name for anybody."""
MOST_REASONS = 12
"""Reasons kept for one speaker: one of each kind and alias is enough to check."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference in one article; ``scope`` is the event or family whose articles may call each other's people."""

    article: str
    scope: str
    words: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers, and the id that each mention has, in the order the mentions were given."""

    speakers: tuple[Speaker, ...]
    ids: tuple[str, ...]

    def by_id(self) -> Mapping[str, Speaker]:
        """Return the speakers by id."""
        return {speaker.id: speaker for speaker in self.speakers}


def find_cast(mentions: Sequence[Mention]) -> Cast:
    """Group the mentions into speakers: by full name, surname within an event, acronym, state."""
    joins = _Joins(mentions)
    keys = [joins.key(mention) for mention in mentions]
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for key, mention in zip(keys, mentions, strict=True):
        groups[key].append(mention)
    made = {key: _speaker(key, group, joins.reasons.get(key, ())) for key, group in groups.items()}
    speakers = tuple(sorted(made.values(), key=lambda speaker: speaker.id))
    return Cast(speakers, tuple(made[key].id for key in keys))


class _Joins:
    """Which keys stand for one speaker."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.reasons: dict[Key, tuple[str, ...]] = {}
        self._full: dict[tuple[str, str, str], set[Key]] = defaultdict(set)
        self._bodies: dict[str, dict[Key, str]] = defaultdict(dict)
        self._sorted: dict[str, list[Key]] = {}
        for mention in mentions:
            key = mention.reference.key
            if key[0] == "person" and len(key) > 2:
                self._full[mention.scope, "last", key[-1]].add(key)
                self._full[mention.scope, "first", key[1]].add(key)
            if key[0] == "body":
                self._bodies[mention.scope][key] = mention.reference.name

    def key(self, mention: Mention) -> Key:
        """Return the key of the speaker that a mention belongs to."""
        key = mention.reference.key
        if key[0] == "person":
            return self._person(key, mention)
        if key[0] == "body":
            return self._body(key, mention)
        if key[0] in {"state", "site"}:
            return key
        if mention.reference.name == UNKNOWN:
            return (*key, mention.article)
        return (*key, mention.scope)

    def _person(self, key: Key, mention: Mention) -> Key:
        if len(key) > 2:
            return self._longest(key, mention.scope)
        fitting = sorted(
            self._full[mention.scope, "last", key[1]] or self._full[mention.scope, "first", key[1]]
        )
        if len({self._longest(full, mention.scope) for full in fitting}) == 1:
            joined = self._longest(fitting[0], mention.scope)
            says = f"“{mention.reference.name}” is the only one of that name among the reports of the event."
            self._note(joined, says)
            return joined
        return (*key, mention.scope)

    def _longest(self, key: Key, scope: str) -> Key:
        """Return the fullest form of a name: given and family name agree, one has more between."""
        forms = [full for full in self._full[scope, "last", key[-1]] if full[1] == key[1]]
        return max(forms, key=lambda form: (len(form), form)) if forms else key

    def _body(self, key: Key, mention: Mention) -> Key:
        known = self._known(mention.scope)
        words = key[2:]
        if len(words) == 1:
            names = self._bodies[mention.scope]
            whole = [full for full in known if len(full) > 3 and _initials(names[full]) == words[0]]
            if len({full[2:] for full in whole}) == 1:
                owned = self._owned(whole[0], known)
                self._note(owned, f"“{mention.reference.name}” are the initials of {names[whole[0]]}.")
                return owned
        return self._owned(key, known)

    def _known(self, scope: str) -> Sequence[Key]:
        if scope not in self._sorted:
            self._sorted[scope] = sorted(self._bodies[scope])
        return self._sorted[scope]

    def _owned(self, key: Key, known: Sequence[Key]) -> Key:
        """Return the key with its state, when the same name has just one beside it."""
        if key[1]:
            return key
        owned = {full for full in known if full[1] and full[2:] == key[2:]}
        return next(iter(owned)) if len(owned) == 1 else key

    def _note(self, key: Key, says: str) -> None:
        self.reasons[key] = tuple(sorted({*self.reasons.get(key, ()), says}))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split() if word not in SMALL)


def _speaker(key: Key, group: Sequence[Mention], joined: Sequence[str]) -> Speaker:
    mentions = sorted(
        {Place(each.article, each.reference.place) for each in group if each.reference.place}, key=_place
    )
    smallest = (mentions[0].article, str(mentions[0].span.start)) if mentions else key
    name = _commonest(each.reference.name for each in group)
    kinds = Counter(each.reference.kind for each in group)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    role = _commonest(each.reference.role for each in group if each.reference.role)
    aliases = {each.words for each in group if each.words and each.reference.rule not in NO_NAMES} - {name}
    return Speaker(
        id=content_id("p", key[0], *smallest),
        was=(),
        name=name or UNKNOWN,
        kind=kind,
        role=role or None,
        aliases=tuple(sorted(aliases)) if kind is not SpeakerKind.UNNAMED or name != UNKNOWN else (),
        mentions=tuple(mentions),
        evidence=_reasons(group, joined),
    )


def _commonest(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], -len(word), word)) if counted else ""


def _reasons(group: Sequence[Mention], joined: Sequence[str]) -> tuple[Evidence, ...]:
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for each in group:
        if each.reference.place:
            places[each.reference.rule, each.reference.says].append(Place(each.article, each.reference.place))
        else:
            places[each.reference.rule, each.reference.says].extend(())
    kept = sorted(places)[:MOST_REASONS]
    found = [
        Evidence(rule, says, 1.0, tuple(sorted(set(places[rule, says]), key=_place)[:5]))
        for rule, says in kept
    ]
    return (*found, *(Evidence("same-event", says, 0.8) for says in joined[:MOST_REASONS]))


def _place(place: Place) -> tuple[str, int, int]:
    return place.article, place.span.start, place.span.end

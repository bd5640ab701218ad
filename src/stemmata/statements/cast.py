"""The speakers of all articles: who is the same, by which reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import Evidence, Place, Speaker, SpeakerKind, content_id
from stemmata.statements.joins import Joins, Key, Mention
from stemmata.statements.reference import UNKNOWN

NO_NAMES = frozenset({"unknown", "pronoun", "pronoun-in-sentence"})
"""Ways of resolving whose words are no name for anybody."""
MOST_REASONS = 12
"""Reasons kept for one speaker: one of each kind and alias is enough to check."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers, and the id that each mention has, in the order the mentions were given."""

    speakers: tuple[Speaker, ...]
    ids: tuple[str, ...]

    def by_id(self) -> Mapping[str, Speaker]:
        """Return the speakers by id."""
        return {speaker.id: speaker for speaker in self.speakers}


def find_cast(mentions: Sequence[Mention], roles: Mapping[str, str]) -> Cast:
    """Group the mentions into speakers: by full name, surname within an event, acronym, state.

    ``roles`` tells what a calling is about; people of one name whose callings conflict stay apart.
    """
    joins = Joins(mentions, roles)
    keys = [joins.key(mention) for mention in mentions]
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for key, mention in zip(keys, mentions, strict=True):
        groups[key].append(mention)
    made = {key: _speaker(key, group, joins.reasons.get(key, ())) for key, group in groups.items()}
    speakers = tuple(sorted(made.values(), key=lambda speaker: speaker.id))
    return Cast(speakers, tuple(made[key].id for key in keys))


def _speaker(key: Key, group: Sequence[Mention], joined: Sequence[str]) -> Speaker:
    mentions = sorted(
        {Place(each.article, each.reference.place) for each in group if each.reference.place}, key=_place
    )
    smallest = (mentions[0].article, str(mentions[0].span.start)) if mentions else key
    names = [each.reference.name for each in group]
    full = [name for name in names if " " in name] if key[0] == "person" and len(key) > 2 else []
    name = _commonest(full or names)
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

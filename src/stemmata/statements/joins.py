"""Which references of several articles stand for one speaker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import SpeakerKind
from stemmata.statements.callings import calling, heads
from stemmata.statements.kinds import SMALL
from stemmata.statements.reference import UNKNOWN, Reference

Key = tuple[str, ...]
ARTICLES = frozenset({"the", "a", "an", "its", "their"})
GENERAL = frozenset(
    {"state", "local", "national", "official", "government", "state-run", "country's", "public"}
)
"""Words that tell no body of a sort from another: *state* radio."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference in one article; ``scope`` is the event or family whose articles may call each other's people."""

    article: str
    scope: str
    words: str
    reference: Reference


class Joins:
    """Which keys stand for one speaker, and why."""

    def __init__(self, mentions: Sequence[Mention], roles: Mapping[str, str]) -> None:
        """Take in all mentions; ``roles`` tells what a calling is about."""
        self.reasons: dict[Key, tuple[str, ...]] = {}
        self._full: dict[tuple[str, str, str], set[Key]] = defaultdict(set)
        self._bodies: dict[str, dict[Key, str]] = defaultdict(dict)
        self._owned_classes: dict[tuple[str, Key], set[Key]] = defaultdict(set)
        self._media: dict[Key, str] = {}
        self._roles: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._heads: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._short: dict[tuple[str, Key], set[str]] = defaultdict(set)
        self._asked: dict[tuple[str, str, frozenset[str], bool], Key | None] = {}
        self._described: dict[tuple[str, frozenset[str]], set[Key]] = defaultdict(set)
        for mention in mentions:
            self._take(mention)
        self._sorted = {scope: sorted(bodies) for scope, bodies in self._bodies.items()}
        self._by_word: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for scope, bodies in self._sorted.items():
            for body in bodies:
                for word in set(body[2:]):
                    self._by_word[scope, word].append(body)
        self._newsrooms = sorted(self._media)
        self._namesakes = _namesakes(mentions, roles)

    def _take(self, mention: Mention) -> None:
        key, scope = mention.reference.key, mention.scope
        if key[0] == "person" and len(key) > 2:
            self._full[scope, "last", key[-1]].add(key)
            self._full[scope, "first", key[1]].add(key)
            role = mention.reference.role or ""
            for word in calling(role):
                self._roles[scope, word].add(key)
            for word in heads(role):
                self._heads[scope, word].add(key)
        elif key[0] == "person" and mention.reference.role:
            self._short[scope, key].update(heads(mention.reference.role))
        elif key[0] == "body":
            if mention.reference.rule == "apposition":
                self._described[scope, _plain(mention.words)].add(key)
            self._bodies[scope][key] = mention.reference.name
            if mention.reference.kind is SpeakerKind.MEDIA:
                self._media[key] = mention.reference.name
        elif key[0] == "class" and key[1]:
            self._owned_classes[scope, key[2:]].add(key)

    def key(self, mention: Mention) -> Key:
        """Return the key of the speaker that a mention belongs to."""
        key = mention.reference.key
        if key[0] == "person":
            return self._person(key, mention)
        if key[0] == "body":
            return self._body(key, mention)
        if key[0] == "class":
            return self._class(key, mention)
        if key[0] in {"state", "site"}:
            return key
        if mention.reference.name == UNKNOWN:
            return (*key, mention.article)
        return (*key, mention.scope)

    def _person(self, key: Key, mention: Mention) -> Key:
        words = tuple(sorted(key[1:]))
        body = next((full for full in self._by_word[mention.scope, key[-1]] if full[2:] == words), None)
        if body is not None and len(key) > 2:
            self._note(body, f"Other reports show that {mention.reference.name} is no person.")
            return body
        if len(key) > 2:
            return self._namesake(self._longest(key, mention.scope), mention.scope)
        fitting = sorted(
            self._full[mention.scope, "last", key[1]] or self._full[mention.scope, "first", key[1]]
        )
        others = {self._longest(full, mention.scope) for full in fitting}
        if len(others) > 1 or mention.reference.rule == "another-bearer":
            fitting = self._by_calling(others, key, mention.scope)
        if len({self._longest(full, mention.scope) for full in fitting}) == 1:
            joined = self._namesake(self._longest(fitting[0], mention.scope), mention.scope)
            says = f"“{mention.reference.name}” is the only one of that name among the reports of the event."
            self._note(joined, says)
            return joined
        return (*key, mention.scope)

    def _by_calling(self, bearers: set[Key], key: Key, scope: str) -> list[Key]:
        """Return those of one surname whose calling somebody of that name alone has in the event: *President* Odu."""
        callings = self._short.get((scope, key), set())
        return (
            sorted(bearers.intersection(*(self._heads.get((scope, word), set()) for word in callings)))
            if callings
            else []
        )

    def _longest(self, key: Key, scope: str) -> Key:
        """Return the fullest form of a name: given and family name agree, one has more between."""
        forms = [full for full in self._full[scope, "last", key[-1]] if full[1] == key[1]]
        return max(forms, key=lambda form: (len(form), form)) if forms else key

    def _namesake(self, key: Key, scope: str) -> Key:
        """Part people of one full name whose callings in different events have nothing in common."""
        sort = self._namesakes.get((key, scope))
        return (*key, f"({sort})") if sort else key

    def _body(self, key: Key, mention: Mention) -> Key:
        bearer = self._bearer(key, mention)
        if bearer is not None:
            return bearer
        everywhere = mention.reference.kind is SpeakerKind.MEDIA
        words = key[2:]
        if len(words) == 1:
            for names, known in self._circles(mention, everywhere=everywhere):
                whole = [full for full in known if len(full) > 3 and _initials(names[full]) == words[0]]
                if len({full[2:] for full in whole}) == 1:
                    owned = self._owned(whole[0], mention, everywhere=everywhere)
                    self._note(owned, f"“{mention.reference.name}” are the initials of {names[whole[0]]}.")
                    return owned
        return self._owned(key, mention, everywhere=everywhere)

    def _bearer(self, key: Key, mention: Mention) -> Key | None:
        """Return the person whose surname a single word is that one article could not tell from a firm's."""
        if len(key) != 3 or key[1] or mention.reference.kind is not SpeakerKind.ORGANISATION:
            return None
        fitting = {self._longest(full, mention.scope) for full in self._full[mention.scope, "last", key[2]]}
        if len(fitting) != 1 or mention.reference.name.isupper():
            return None
        says = f"“{mention.reference.name}” is the only one of that name among the reports of the event."
        self._note(next(iter(fitting)), says)
        return self._namesake(next(iter(fitting)), mention.scope)

    def _circles(
        self, mention: Mention, *, everywhere: bool
    ) -> tuple[tuple[Mapping[Key, str], Sequence[Key]], ...]:
        """Return the bodies named in the event, and for a newsroom all newsrooms too: they are the same everywhere."""
        near = (self._bodies[mention.scope], self._known(mention))
        return (near, (self._media, self._newsrooms)) if everywhere else (near,)

    def _known(self, mention: Mention) -> Sequence[Key]:
        return self._sorted.get(mention.scope, ())

    def _owned(self, key: Key, mention: Mention, *, everywhere: bool) -> Key:
        """Return the key with its state, when the same name has just one beside it."""
        if key[1]:
            return key
        for _, known in self._circles(mention, everywhere=everywhere):
            owned = {full for full in known if full[1] and full[2:] == key[2:]}
            if owned:
                return next(iter(owned)) if len(owned) == 1 else key
        return key

    def _class(self, key: Key, mention: Mention) -> Key:
        body = self._called(key, mention)
        if body is not None:
            says = f"“{mention.words}” is the only one among the reports of the event: {self._bodies[mention.scope][body]}."
            self._note(body, says)
            return body
        person = self._of_role(key, mention)
        if person is not None:
            says = f"“{mention.words}” is the only one of that role among the reports of the event."
            self._note(person, says)
            return person
        if not key[1]:
            owned = self._owned_classes[mention.scope, key[2:]]
            key = next(iter(owned)) if len(owned) == 1 else key
        if key[1] and mention.reference.kind is SpeakerKind.MEDIA:
            return key
        return (*key, mention.scope)

    def _called(self, key: Key, mention: Mention) -> Key | None:
        """Return the one body of the event that a description fits: *the ministry*, *state radio*."""
        called = self._described.get((mention.scope, _plain(mention.words)), set())
        if len(called) == 1:
            return next(iter(called))
        wanted = set(key[2:]) - GENERAL
        if not wanted or not mention.words:
            return None
        media = mention.reference.kind is SpeakerKind.MEDIA
        asked = (mention.scope, key[1], frozenset(wanted), media)
        if asked not in self._asked:
            self._asked[asked] = self._only(*asked)
        return self._asked[asked]

    def _only(self, scope: str, owner: str, wanted: frozenset[str], media: bool) -> Key | None:
        names = self._bodies[scope]
        fitting = [
            full
            for full in self._by_word[scope, min(wanted)]
            if wanted <= set(full[2:]) and (media or _head(names[full]) in wanted) and owner in {"", full[1]}
        ]
        return fitting[0] if len({full[2:] for full in fitting}) == 1 else None

    def _of_role(self, key: Key, mention: Mention) -> Key | None:
        """Return the one person of the event whose role a definite description has: *the transport minister*.

        A union is not its leader: what the description is has to be what the person is.
        """
        words = mention.words.split()
        owners = {word[:-2].lower() for word in words if word.endswith(("’s", "'s"))}
        if not words or not (words[0].lower() == "the" or owners) or words[-1].endswith("s"):
            return None
        wanted = set(key[2:]) - owners - GENERAL
        if not wanted:
            return None
        named = self._heads.get((mention.scope, key[-1]), set())
        bearers = named.intersection(*(self._roles.get((mention.scope, word), set()) for word in wanted))
        fitting = sorted({self._longest(full, mention.scope) for full in bearers})
        return self._namesake(fitting[0], mention.scope) if len(fitting) == 1 else None

    def _note(self, key: Key, says: str) -> None:
        self.reasons[key] = tuple(sorted({*self.reasons.get(key, ()), says}))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split() if word not in SMALL)


def _plain(words: str) -> frozenset[str]:
    return frozenset(words.lower().split()) - ARTICLES


def _head(name: str) -> str:
    """Return what a body is, by its name: a *union* for the Seafarers' Union of Orla."""
    words = name.lower().partition(" of ")[0].partition(" for ")[0].split()
    return words[-1] if words else ""


def _namesakes(mentions: Sequence[Mention], roles: Mapping[str, str]) -> dict[tuple[Key, str], str]:
    """Return, for people of one full name in several events, what part them where their callings conflict."""
    called: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        key, role = mention.reference.key, mention.reference.role
        if key[0] == "person" and len(key) > 2 and role:
            sorts = {roles[word] for word in role.lower().split() if word in roles}
            called[key][mention.scope] |= sorts
    found: dict[tuple[Key, str], str] = {}
    for key, scopes in called.items():
        first: set[str] = set()
        for scope in sorted(scopes):
            sorts = scopes[scope]
            if first and sorts and first.isdisjoint(sorts):
                found[key, scope] = min(sorts)
            else:
                first |= sorts
    return found

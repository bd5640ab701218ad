"""Who is named in one article, and by which parts of a name they may be called again."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from stemmata.model import Article, Role, Span
from stemmata.ports import Linguist
from stemmata.statements.cues import Cues
from stemmata.statements.kinds import canonical
from stemmata.statements.nouns import finite
from stemmata.text.languages import section, words_of
from stemmata.text.linguists import PLAIN
from stemmata.text.names import Name
from stemmata.text.words import fold

NAMED_IN = (Role.SUBTITLE, Role.BODY)
WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
APPOSED = re.compile(r",\s+(?:an?|the|its)\s([^,.;:()“”\"]{3,90})(?=[,.;])")
AHEAD = re.compile(r"\b([a-z]{3,20}),? $")
BEHIND = re.compile(r" ([a-z]{3,20})\b")
ROLE = re.compile(r",\s+((?:an?|the)\s)?([^,.;:()“”\"]{3,90})(?=[,.;])")
TITLED = re.compile(r"(M(?<!\wM)(?:rs?|s|iss))\.? ([^\W\d_]+)")
REMEMBERED = 300
"""Mentions of names looked back over at most."""
BEFORE = 60
"""Characters before a name in which its role may stand."""
LED = frozenset(
    {
        "administration",
        "campaign",
        "camp",
        "team",
        "government",
        "regime",
        "family",
        "cabinet",
        "office",
        "household",
    }
)
"""Bodies that are called after whoever leads them: the *Odu administration* makes Odu none."""
NOUNS = 3
"""Small nouns before a calling that say of what: the *state power company* chief Odu."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in full: the key by which articles agree, the first mention, the role beside it."""

    key: tuple[str, ...]
    name: str
    first: Span
    role: str | None


@dataclass(frozen=True, slots=True)
class People:
    """Everybody an article names in full, and every mention of a name in order.

    ``newsrooms`` are those the page credits, ``bodies`` the names that the text says are no person's.
    """

    mentions: tuple[Name, ...]
    starts: tuple[int, ...]
    persons: tuple[Person, ...]
    parts: Mapping[tuple[str, ...], tuple[Person, ...]]
    newsrooms: frozenset[str]
    bodies: frozenset[str]

    def called(self, text: str) -> tuple[Person, ...]:
        """Return the persons whose name has ``text``, a full name or its first or last part."""
        key = name_key(text)
        return self.surnamed(text) or self.parts.get((*key, "first")) or ()

    def surnamed(self, text: str) -> tuple[Person, ...]:
        """Return the persons whose whole or last name is ``text``: a title stands before no first name."""
        key = name_key(text)
        return self.parts.get(key) or self.parts.get((*key, "last")) or ()

    def before(self, place: int, since: int) -> Iterator[Name]:
        """Yield the mentions between two places, the nearest to ``place`` first, as far back as anybody remembers."""
        low, high = bisect_left(self.starts, since), bisect_left(self.starts, place)
        for at in range(high - 1, max(low, high - REMEMBERED) - 1, -1):
            yield self.mentions[at]


def people(article: Article, cues: Cues, linguist: Linguist = PLAIN) -> People:
    """Return the names of an article and the persons it names in full."""
    mentions = tuple(
        Name(span, span.of(article.text), kind)
        for block in article.spans(*NAMED_IN)
        for span, kind in linguist.names(article.text, block, article.language)
    )
    rooms = newsrooms(article)
    called = {name.text for name in mentions if name.kind == "person"}
    bodies = frozenset(
        name.text for name in mentions if name.text in called and is_body(article.text, name.span, cues)
    )
    none = rooms | bodies
    persons: dict[tuple[str, ...], Person] = {}
    for name in mentions:
        if name.kind != "person" or name.text in none:
            continue
        key = name_key(name.text)
        if len(key) > 1:
            known = persons.get(key)
            if known is None or known.role is None:
                role = role_before(article.text, name.span.start, cues) or role_behind(
                    article.text, name.span.end, cues
                )
                persons[key] = Person(
                    key, known.name if known else name.text, known.first if known else name.span, role
                )
    starts = tuple(name.span.start for name in mentions)
    return People(mentions, starts, tuple(persons.values()), _parts(persons.values()), rooms, bodies)


def _parts(persons: Iterable[Person]) -> Mapping[tuple[str, ...], tuple[Person, ...]]:
    """Return the persons by full name, and by last and first part of it."""
    found: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in persons:
        for key in (person.key, (person.key[-1], "last"), (person.key[0], "first")):
            found[key].append(person)
    return {key: tuple(named) for key, named in found.items()}


def is_body(text: str, span: Span, cues: Cues) -> bool:
    """Whether the words beside a name say that it is a firm or an office: *the operator,* X; X, *the ferry company*."""
    if _body_ahead(text, span.start, cues):
        return True
    if _body_behind(text, span.end, cues):
        return True
    match = APPOSED.match(text, span.end, span.end + BEFORE * 2) if text.startswith(",", span.end) else None
    if match is None:
        return False
    behind = [word[0].lower() for word in WORD.finditer(match[1])]
    return bool(set(behind[:5]) & cues.bodies) and not set(behind) & cues.persons


def _body_ahead(text: str, at: int, cues: Cues) -> bool:
    """Whether a word for a body, and none for a person, stands before a name: the *operator*, Orla Fern."""
    if not text.endswith(" ", 0, at):
        return False
    last = text[max(0, at - BEFORE) : at - 1].removesuffix(",").rpartition(" ")[2]
    if last.isalpha() and last not in cues.bodies:
        return False
    match = AHEAD.search(text, max(0, at - BEFORE), at)
    if match is None or match[1] not in cues.bodies:
        return False
    before = [word[0].lower() for word in WORD.finditer(text, max(0, at - BEFORE), at)]
    return cues.persons.isdisjoint(before[-8:])


def _body_behind(text: str, at: int, cues: Cues) -> bool:
    """Whether a word for a body stands right behind a name: the Orla Fern *hospital*."""
    match = BEHIND.match(text, at) if text.startswith(" ", at) else None
    return match is not None and match[1] in cues.bodies - cues.people - LED


def newsrooms(article: Article) -> frozenset[str]:
    """Return the names of newsrooms that the page credits or calls its own, in every form known."""
    names = {credit.agency for credit in article.credits} | {article.publisher or ""}
    if article.dateline and article.dateline.agency:
        names.add(article.dateline.agency)
    return frozenset(names | {canonical(name, article.language) for name in names}) - {""}


def name_key(name: str) -> tuple[str, ...]:
    """Return a name as folded words, hyphens and initials set aside: *Ana-Lis K. Ro* is *ana lis ro*."""
    parts = [fold(part) for part in name.replace("-", " ").replace("’s", "").split()]
    return tuple(part.strip(".,'") for part in parts if len(part.strip(".")) > 1) or tuple(parts)


def role_before(text: str, at: int, cues: Cues) -> str | None:
    """Return the role that stands right before a name: *harbour master* Odu."""
    window = text[max(0, at - BEFORE) : at]
    last = window.rstrip(". ").rpartition(" ")[2]
    if last.isalpha() and not _is_role(last, cues):
        return None
    found = list(WORD.finditer(window))
    gap = window[found[-1].end() :] if found else ","
    if not found or gap.strip(". ") or not _is_role(found[-1][0], cues):
        return None
    if "." in gap and found[-1][0].lower() not in titles():
        return None
    first = len(found) - 1
    while first > 0 and _joins_role(window, found, first, cues):
        first -= 1
    first = _with_nouns(window, found, first, cues)
    return window[found[first].start() :].strip() if _says_much(window[found[first].start() :]) else None


def role_behind(text: str, at: int, cues: Cues) -> str | None:
    """Return the role in apposition behind a name: Odu, *the harbour master*, ..."""
    match = ROLE.match(text, at, at + 110) if text.startswith(",", at) else None
    if match is None:
        return None
    words = [word[0].lower() for word in WORD.finditer(match[2])]
    return match[2].strip() if set(words[:4]) & cues.people and not set(words) & cues.aux else None


def _is_role(word: str, cues: Cues) -> bool:
    low = word.lower().removesuffix("'s")
    return low in cues.people or low.rstrip(".") in titles() or low.endswith(_endings())


@cache
def titles() -> frozenset[str]:
    """Return the titles of English that stand before names, in lower case."""
    table = section("en", "names")
    return frozenset(words_of(table, "titles")) if table else frozenset()


@cache
def _endings() -> tuple[str, ...]:
    """Return the ends of callings that no list has whole: school*teacher*."""
    table = section("en", "names")
    return words_of(table, "endings") if table else ()


def _joins_role(window: str, found: list[re.Match[str]], first: int, cues: Cues) -> bool:
    word = found[first - 1][0]
    gap = window[found[first - 1].end() : found[first].start()]
    if gap.strip() or word.lower() in cues.determiners | cues.fences | cues.prepositions | cues.aux | {"and"}:
        return False
    return (
        word[0].isupper()
        or _is_role(word, cues)
        or word.lower() in {"prime", "foreign", "deputy", "vice", "former"}
    )


def _with_nouns(window: str, found: list[re.Match[str]], first: int, cues: Cues) -> int:
    """Return where a role starts with the small nouns before it: after a mark or a small word, *harbour* master Odu."""
    for start in range(first - 1, max(-1, first - 1 - NOUNS), -1):
        word, low = found[start][0], found[start][0].lower()
        gap = window[found[start].end() : found[start + 1].start()]
        if gap != " " or not word.islower() or _is_small(low, cues) or finite(low, cues):
            return first
        before = (
            window[found[start - 1].end() : found[start].start()] if start else window[: found[0].start()]
        )
        if before.strip() or (start and _opens(found[start - 1][0].lower(), cues)):
            return start
    return first


def _opens(low: str, cues: Cues) -> bool:
    """Whether a noun phrase starts behind a word."""
    return any(low in words for words in (cues.determiners, cues.prepositions, cues.adverbs, cues.fences))


def _is_small(low: str, cues: Cues) -> bool:
    small = (cues.determiners, cues.fences, cues.prepositions, cues.aux, cues.adverbs, cues.joins)
    return low == "to" or any(low in words for words in small)


def _says_much(role: str) -> bool:
    return role.strip(" .").lower() not in {"mr", "mrs", "ms", "miss", "mx", "sir", "dr"}


@lru_cache(maxsize=8)
def titled_names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that stand behind Mrs or Ms, and those behind Mr."""
    found = TITLED.findall(text)
    women, men = (
        frozenset(name.lower() for title, name in found if (title == "Mr") is male) for male in (False, True)
    )
    return women, men

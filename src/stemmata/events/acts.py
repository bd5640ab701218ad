"""The kinds of act, read once from their data file."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from stemmata.text.stems import stem

FOLDER = Path(__file__).parent
UNKNOWN = "other"


@dataclass(frozen=True, slots=True)
class Acts:
    """One language's words for acts, by stem; ``again`` marks a follow-on of an earlier one.

    ``domain`` words belong to one trade and outvote the ``weak`` ones of many; ``turned`` ones take their kind from words beside them ("strike"). Kinds that are ``natural`` have
    no actor but what struck. ``locative`` words stand before places, ``bearers`` before names of ships and other things, ``looking_back``
    before days of another event, ``articles`` before a day that is part of a name ("the Dec. 20 collapse"), ``after`` behind the time since another event. ``media`` are words in the names of those who only pass news on. ``vague`` kinds are taken only where no other is told: every report says, many order.
    """

    kinds: Mapping[str, str]
    phrases: Mapping[str, str]
    vague: frozenset[str]
    plover: Mapping[str, str]
    again: frozenset[str]
    denied: frozenset[str]
    alleged: frozenset[str]
    media: frozenset[str]
    domain: Mapping[str, str] = field(default_factory=dict)
    turned: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    weak: frozenset[str] = frozenset()
    natural: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    bearers: frozenset[str] = frozenset()
    looking_back: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


NONE = Acts({}, {}, frozenset(), {}, frozenset(), frozenset(), frozenset(), frozenset())
WEAK = 0.4
"""What a word of many trades ("strike") counts of a word that tells of one kind."""


@cache
def acts(code: str) -> Acts:
    """Return the acts of the language ``code``; a language without its file has none."""
    path = FOLDER / f"acts.{code}.toml"
    if not code.isalpha() or not path.is_file():
        return NONE
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = _by_stem(table["kind"])
    return Acts(
        kinds=kinds,
        phrases={
            phrase: kind for kind, listed in table["phrase"].items() for phrase in str(listed).split("|")
        },
        vague=frozenset(str(table["vague"]).split()),
        plover={str(kind): str(name) for kind, name in table["plover"].items()},
        again=frozenset(str(table["again"]).split()),
        denied=frozenset(str(table["denied"]).split()),
        alleged=frozenset(str(table["alleged"]).split()),
        media=frozenset(str(table["media"]).split()),
        domain=_by_stem(table["domain"]),
        turned={stem(word): _turned(str(line)) for word, line in table["turned"].items()},
        weak=frozenset(stem(word) for word in str(table["weak"]).split()),
        natural=frozenset(str(table["natural"]).split()),
        locative=frozenset(str(table["locative"]).split()),
        bearers=frozenset(str(table["bearers"]).split()),
        looking_back=frozenset(str(table["looking_back"]).split()),
        articles=frozenset(str(table["articles"]).split()),
        after=frozenset(str(table["after"]).split()),
    )


def _turned(line: str) -> tuple[str, frozenset[str]]:
    """Read "walkout: union pay": the kind, and the words beside which a word tells of it."""
    kind, _, beside = line.partition(":")
    return kind.strip(), frozenset(stem(word) for word in beside.split())


def _by_stem(table: Mapping[str, object]) -> dict[str, str]:
    return {stem(word): kind for kind, listed in table.items() for word in str(listed).split()}


def tally(stems: Iterable[str], known: Acts) -> dict[str, float]:
    """Weigh the words of each kind of act."""
    found: dict[str, float] = defaultdict(float)
    for one in stems:
        if one in known.kinds:
            found[known.kinds[one]] += WEAK if one in known.weak else 1.0
    return dict(found)


def trades(stems: Iterable[str], known: Acts) -> Counter[str]:
    """Count the different words of each trade."""
    told = {*stems}
    found = Counter(known.domain[one] for one in told if one in known.domain)
    found.update(
        kind for word, (kind, beside) in known.turned.items() if word in told and not beside.isdisjoint(told)
    )
    return found


def leading(counts: Mapping[str, float], vague: frozenset[str]) -> str:
    """Return the kind most told of: any other before the vague ones, ties by name."""
    for among in (counts.keys() - vague, counts.keys() & vague):
        acted = sorted((-counts[kind], kind) for kind in among if counts[kind] > 0)
        if acted:
            return acted[0][1]
    return UNKNOWN

"""The kinds of act, read once from their data file."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stemmata.text.stems import stem

FOLDER = Path(__file__).parent
UNKNOWN = "other"


@dataclass(frozen=True, slots=True)
class Acts:
    """One language's words for acts, by stem; ``again`` marks a follow-on of an earlier one.

    ``media`` are words in the names of those who only pass news on. ``vague`` kinds are taken only where no other is told: every report says, many order.
    """

    kinds: Mapping[str, str]
    phrases: Mapping[str, str]
    vague: frozenset[str]
    plover: Mapping[str, str]
    again: frozenset[str]
    denied: frozenset[str]
    alleged: frozenset[str]
    media: frozenset[str]


NONE = Acts({}, {}, frozenset(), {}, frozenset(), frozenset(), frozenset(), frozenset())


@cache
def acts(code: str) -> Acts:
    """Return the acts of the language ``code``; a language without its file has none."""
    path = FOLDER / f"acts.{code}.toml"
    if not code.isalpha() or not path.is_file():
        return NONE
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {stem(word): kind for kind, listed in table["kind"].items() for word in str(listed).split()}
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
    )


def tally(stems: Iterable[str], known: Acts) -> Counter[str]:
    """Count the words of each kind of act."""
    return Counter(known.kinds[one] for one in stems if one in known.kinds)


def leading(counts: Mapping[str, float], vague: frozenset[str]) -> str:
    """Return the kind most told of: any other before the vague ones, ties by name."""
    for among in (counts.keys() - vague, counts.keys() & vague):
        acted = sorted((-counts[kind], kind) for kind in among if counts[kind] > 0)
        if acted:
            return acted[0][1]
    return UNKNOWN

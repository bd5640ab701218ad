"""Function words by which languages in one script are told apart."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """The commonest function words of one language, and the letters only it has among its neighbours."""

    code: str
    words: frozenset[str]
    letters: frozenset[str]


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the profile of every language that is told by its words, by code."""
    text = Path(__file__).with_name("profiles.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return tuple(
        Profile(code, frozenset(table[code]["words"].split()), frozenset(table[code].get("letters", "")))
        for code in sorted(table)
    )

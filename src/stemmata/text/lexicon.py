"""What a language's data say of names, made ready for finding them."""

import re
from dataclasses import dataclass
from functools import cache

from stemmata.text.languages import language, section, words_of

_UP = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is no small one, of any script with capitals or without."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words beside names, and the patterns of a run of capitals and of a token of it."""

    language: str
    small: frozenset[str]
    opening: frozenset[str]
    titles: frozenset[str]
    callings: frozenset[str]
    endings: tuple[str, ...]
    trades: frozenset[str]
    organisations: frozenset[str]
    geography: frozenset[str]
    things: frozenset[str]
    run: re.Pattern[str]
    token: re.Pattern[str]


@cache
def lexicon_of(code: str) -> Lexicon | None:
    """Return what is known of names in the language ``code``; None where it writes them like other words, or has no file."""
    table, known = section(code, "names"), language(code)
    if table is None or known is None:
        return None
    titles = frozenset(words_of(table, "titles"))
    dotted = "|".join(sorted(title.capitalize() for title in titles if f"{title}." in known.abbreviations))
    cap = rf"(?:(?:{dotted})\.|(?:{_UP}\.){{1,5}}|{_UP}\w{{0,40}}(?:(?:['’](?!s\b)|-)\w{{1,40}}){{0,4}})"
    small = "|".join(sorted(words_of(table, "joiners")))
    never = known.stopwords | known.starters | frozenset(words_of(table, "never"))
    return Lexicon(
        language=code,
        small=never,
        opening=frozenset(word[0].upper() + word[1:] for word in never if word[1:].islower()),
        titles=titles,
        callings=frozenset(words_of(table, "callings")),
        endings=words_of(table, "endings"),
        trades=frozenset(words_of(table, "trades")),
        organisations=frozenset(words_of(table, "organisations")),
        geography=frozenset(words_of(table, "geography")),
        things=frozenset(words_of(table, "things")),
        run=re.compile(
            rf"(?={_UP})\b{cap}(?:(?:(?<=s)['’])?[ \u00a0](?:(?:{small})[ \u00a0]){{0,2}}{cap}){{0,15}}"
        ),
        token=re.compile(cap),
    )

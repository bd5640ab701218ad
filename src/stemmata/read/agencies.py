"""Who is a news agency: the well-known ones as data, others by the way they are named."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CAPITALISED = r"[A-Z][\w’'&.-]{0,30}"
_HEAD = re.compile(r"[^\W_]+")
_KINDS = ("News", "Press", "Wire", "wire", "gentur", "genc", "GENC", "genz", "gênc")
"""Parts of the words by which agencies without a fixed name, and agencies as such, are called."""
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_NAMED = (
    rf"\b(?!(?:By|From|The|Source|Photo|Via|With|And|For|Copyright)\b)(?:{_CAPITALISED}\s){{1,5}}"
    r"(?:News\s(?:Agency|Service|Wire|Network)|Press\s(?:Agency|Service|Association|Bureau|Trust|International)|Newswire|Wire|"
    r"Wire\sService|Presse?-?[Aa]gentur|Press)"
)


@dataclass(frozen=True, slots=True)
class Agencies:
    """Well-known agencies, by the ways of writing them.

    ``names`` holds every way also in lower case, ``written`` only as newsrooms write it; ``sizes`` gives the numbers
    of words of the names that begin with a word; ``unspaced`` are names in scripts without spaces.
    """

    names: dict[str, str]
    written: dict[str, str]
    sizes: dict[str, tuple[int, ...]]
    unspaced: tuple[tuple[str, str], ...]
    heads: dict[str, tuple[str, ...]]
    """For each unbroken first word (``A`` of ``A.P.``) the first words that begin with it."""


@cache
def agencies() -> Agencies:
    """Return the agencies of ``agencies.toml``, read once."""
    table = tomllib.loads(Path(__file__).with_name("agencies.toml").read_text("utf-8"))
    written = {way: name for name, others in table["agencies"].items() for way in (*others, name)}
    sizes: dict[str, set[int]] = {}
    for way in written:
        sizes.setdefault(way.split()[0].rstrip("."), set()).add(len(_WORD.findall(way)))
    heads: dict[str, tuple[str, ...]] = {}
    for word in sorted(sizes):
        head = _HEAD.match(word)
        if head:
            heads[head[0]] = (*heads.get(head[0], ()), word)
    return Agencies(
        written | {way.lower(): name for way, name in written.items()},
        written,
        {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()},
        tuple((way, name) for way, name in written.items() if way[0] > "\u2e80"),
        heads,
    )


def known_agency(written: str) -> str | None:
    """Return the name credits are filed under if ``written`` is a well-known agency, whatever its case."""
    written = " ".join(written.split()).strip(" .,/()")
    names = agencies().names
    return (
        names.get(written) or names.get(written.lower()) or names.get(re.sub(r"^the ", "", written.lower()))
    )


def is_agency_name(written: str) -> bool:
    """Whether a line is nothing but the name of an agency, well known or one by its own name."""
    found = agency_in(written)
    return found is not None and found[2] - found[1] >= 0.8 * len(written.strip(" .()"))


def agency_in(text: str) -> tuple[str, int, int] | None:
    """Return the first agency named in a short stretch (filed name, start, end), well known or self-declared."""
    found = _known_in(text)
    if found:
        return found
    named = _named().search(text)
    return (named[0], named.start(), named.end()) if named else None


def _known_in(text: str) -> tuple[str, int, int] | None:
    """Return the first well-known agency, looked up by its words: the longest name that starts at a word."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    for at, (word, start, _) in enumerate(words):
        for size in agencies().sizes.get(word.removesuffix("’s").removesuffix("'s").rstrip("."), ()):
            if at + size <= len(words):
                end = words[at + size - 1][2]
                written = " ".join(text[start:end].split()).removesuffix("’s").removesuffix("'s")
                name = agencies().written.get(written) or agencies().written.get(written.rstrip("."))
                if name:
                    return name, start, start + len(text[start:end].removesuffix("’s").removesuffix("'s"))
    if not text.isascii():
        for written, name in agencies().unspaced:
            if (at := text.find(written)) >= 0:
                return name, at, at + len(written)
    return None


def hints_in(text: str) -> tuple[str, ...]:
    """Return the words on a page of which one stands wherever an agency is named, so that other lines can be passed."""
    known = agencies()
    heads = known.heads.keys() & set(_HEAD.findall(text))
    if not text.isascii():
        heads |= {way for way, _ in known.unspaced if way in text}
    firsts = {first for head in heads for first in known.heads.get(head, (head,)) if first in text}
    return tuple(sorted(firsts | {kind for kind in _KINDS if kind in text}))


_GENERIC = (
    r"\W{0,3}(?:(?:from|by|source:|with)\s)?(?:(?:news|wire|staff\sand|our|various|international)\s){0,2}"
    r"(?:agencies|agency\s(?:reports?|inputs?|staff)|wire\s(?:reports?|services?)|agenturen|agences|agencias|agenzie|agências)\W{0,3}"
)


def is_generic(line: str) -> bool:
    """Whether a line credits agencies without a name: ``From agencies``."""
    return 7 < len(line) < 40 and re.fullmatch(_GENERIC, line.lower()) is not None


def initials(name: str) -> str:
    """Return the first letters of a name's words: ``NPS`` for ``Northgate Press Service``."""
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word and word not in {"The", "of", "and"})


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_NAMED)

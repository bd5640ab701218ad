"""Who is a news agency: the well-known ones as data, others by the way they are named."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stemmata.kernels.lines import LineFinder, line_finder

_LONGEST = 90
"""Characters of the longest name an agency gives itself."""
_PREFIX = 2
"""Characters by which the names that may start at a place are looked up."""
_CAPITALISED = r"[A-ZÀ-Þ][\w’'&.-]{0,30}"
_RUN = re.compile(r"[^\W_]+")
_SHARED = frozenset(
    "The Press News Agency Agence Agencia Agência Agenzia Service National International Media Information South United Of And City"  # noqa: SIM905
    " European World Central Free New Global Business Field French Photo Stock Images Today".split()
)
"""Words that stand in many names, and in much else."""
_UNSPACED = "\u2e80"
"""From here on scripts part no words."""
_KINDS = ("Service", "Agency", "agentur", "ewswire", "Wire", "Bureau", "Association", "Agentur")
"""Parts of the words by which an agency calls itself one."""
_NAMELESS = ("genc", "genz", "gentur", "Agên", "agên", "wires", "ire s", "ire r", "وكالات")
"""Parts of the words that stand for agencies without a name."""


class Named(NamedTuple):
    """An agency named in a text: the name it is filed under, where it stands, and whether the way of writing is ambiguous."""

    agency: str
    start: int
    end: int
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Agencies:
    """Well-known agencies. ``starting`` holds for the first letters of a name all ways of writing that begin so, longest first."""

    names: dict[str, str]
    starting: dict[str, tuple[str, ...]]
    firsts: frozenset[str]
    """The first words of all ways of writing, by which most lines are passed over."""
    keys: frozenset[str]
    """For each way of writing its most telling word: one of them stands wherever an agency is named."""
    unspaced: tuple[str, ...]
    """Ways in scripts that part no words."""
    ambiguous: frozenset[str]
    pictures: frozenset[str]


@cache
def agencies() -> Agencies:
    """Return the agencies of ``agencies.toml``, read once."""
    table = tomllib.loads(Path(__file__).with_name("agencies.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    titled: dict[str, str] = {}
    unsure = set(_parted(table["ambiguous"]))
    for line in table["names"].strip().splitlines():
        name, _, others = line.partition(":")
        for way in (name, *_parted(others)):
            names.setdefault(way, name)
            names.setdefault(way.upper(), name)
            if way.isupper() and way.isalpha() and len(way) > 2:
                titled.setdefault(way.title(), name)
    for way in sorted(titled.keys() - names.keys()):
        names[way] = titled[way]
        unsure.add(way)
    starting: dict[str, list[str]] = {}
    for way in sorted(names, key=lambda way: (-len(way), way)):
        starting.setdefault(way[:_PREFIX], []).append(way)
    return Agencies(
        names,
        {prefix: tuple(ways) for prefix, ways in starting.items()},
        frozenset(found[0] for way in names if (found := _RUN.search(way))),
        frozenset(_telling(way) for way in names if _RUN.search(way)),
        tuple(sorted(way for way in names if way[0] > _UNSPACED)),
        frozenset(unsure),
        frozenset(_parted(table["pictures"])),
    )


def _telling(way: str) -> str:
    """Return the longest word of a name that others do not share."""
    words: list[str] = _RUN.findall(way)
    return max(words, key=lambda word: (word.title() not in _SHARED, len(word), word))


@cache
def _lower() -> dict[str, str]:
    found: dict[str, str] = {}
    for way, name in agencies().names.items():
        found.setdefault(way.lower(), name)
    return found


def _parted(listed: str) -> list[str]:
    return [way for part in listed.split(";") if (way := " ".join(part.split()))]


def known_agency(written: str) -> str | None:
    """Return the name credits are filed under if ``written`` is a well-known agency, whatever its case."""
    written = " ".join(written.split()).strip(" .,/()")
    names = agencies().names
    return (
        names.get(written)
        or _lower().get(written.lower())
        or _lower().get(written.lower().removeprefix("the "))
    )


def agency_at(text: str, at: int) -> Named | None:
    """Return the agency whose name starts at this very place, well known or one by its own name."""
    known = agencies()
    for way in known.starting.get(text[at : at + _PREFIX], ()):
        if text.startswith(way, at) and _ends(text, at + len(way), way):
            return Named(known.names[way], at, at + len(way), way in known.ambiguous)
    if text[at : at + 1].isupper() and _own_kind().search(text, at, at + _LONGEST):
        found = _called().match(text, at)
        return Named(found[0], at, found.end(), False) if found else None
    return None


def hints_in(text: str) -> tuple[str, ...]:
    """Return words of a stretch of which one stands wherever it names an agency, or agencies: other lines can be passed over."""
    if text.isascii() or not _lettered().search(text):
        return tuple(_plain_hints_in(text))
    known = agencies()
    found = known.keys.intersection(_RUN.findall(text))
    if _unspaced().search(text):
        found |= {way for way in known.unspaced if way in text}
    return (*sorted(found), *(kind for kind in (*_KINDS, *_NAMELESS) if kind in text))


def _plain_hints_in(text: str) -> Iterator[str]:
    """Yield the same, in no other order, for a stretch whose letters are all ASCII's: all are looked for at once."""
    hints, words = _plain_hints()
    last = -1
    for number, at in _plain_finder().places(text):
        if number != last:
            hint = hints[number]
            if number >= words or _stands_alone(text, at, at + len(hint)):
                last = number
                yield hint


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()


@cache
def _plain_hints() -> tuple[tuple[str, ...], int]:
    """Return those hints that are written in ASCII, and how many of them are whole words."""
    words, parts = (sorted(filter(str.isascii, agencies().keys)), filter(str.isascii, (*_KINDS, *_NAMELESS)))
    return (*words, *parts), len(words)


@cache
def _plain_finder() -> LineFinder:
    return line_finder((_plain_hints()[0],))


@cache
def _lettered() -> re.Pattern[str]:
    """Letters beyond ASCII, and all that is beyond the marks."""
    return re.compile(r"[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u1fff\u2070-\u209f\u2100-\U0010ffff]")


def _ends(text: str, end: int, way: str) -> bool:
    """Whether a name ends here: scripts without spaces go on at once, a possessive is set aside."""
    behind = text[end : end + 1]
    return way[-1] > "\u2e80" or not (
        behind.isalnum() or (behind in {"-", "&"} and text[end + 1 : end + 2].isalnum())
    )


def agency_in(text: str) -> tuple[str, int, int] | None:
    """Return the first agency named in a short stretch (filed name, start, end), well known or self-declared."""
    found = next(agencies_in(text), None)
    return found[:3] if found else None


def agencies_in(text: str) -> Iterator[Named]:
    """Yield the agencies named in a short stretch, in the order of the words they start with."""
    firsts, own = agencies().firsts, any(kind in text for kind in _KINDS)
    for word in _RUN.finditer(text):
        if (own or word[0] in firsts) and (found := agency_at(text, word.start())):
            yield found
    if not text.isascii() and _unspaced().search(text):
        yield from _unspaced_in(text)


def _unspaced_in(text: str) -> Iterator[Named]:
    """Yield names in scripts without spaces, which start anywhere."""
    for at, char in enumerate(text):
        if char > _UNSPACED and (found := agency_at(text, at)):
            yield found


def is_agency_name(written: str) -> bool:
    """Whether a line is nothing but the name of an agency, well known or one by its own name."""
    bare = written.strip(" .()[]—–-/")
    found = agency_at(bare, 0) or agency_at(bare, 4 if bare[:4].lower() == "the " else 0)
    return found is not None and found.end >= len(bare)


def is_picture_agency(name: str) -> bool:
    """Whether an agency deals in pictures: what it signs is no text."""
    return name in agencies().pictures


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:from|by|source:|with|con|avec|mit)\s)?(?:(?:news|wire|staff\sand|our|various|international|información de)\s){0,2}"
        r"(?:agencies|agency\s(?:reports?|inputs?|staff)|wire\s(?:reports?|services?)|agenturen|agences|agencias|agenzie|agências|وكالات)\W{0,3}"
    )


def is_generic(line: str) -> bool:
    """Whether a line credits agencies without a name: ``From agencies``."""
    return 5 < len(line) < 40 and _generic().fullmatch(line.lower()) is not None


def initials(name: str) -> str:
    """Return the first letters of a name's words: ``NPS`` for ``Northgate Press Service``."""
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word and word not in {"The", "of", "and"})


@cache
def _own_kind() -> re.Pattern[str]:
    return re.compile("|".join(_KINDS))


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\u2e7f]")  # what is not below: a fifth of the time to compile


@cache
def _called() -> re.Pattern[str]:
    """Match the name of an agency that says it is one: ``Northgate Press Service``."""
    return re.compile(
        rf"(?!(?:By|From|The|Source|Photo|Via|With|And|For|Copyright|Our|World|Press|News|Wire)\b)(?:{_CAPITALISED}\s){{1,5}}?"
        r"(?:News\s(?:Agency|Service|Wire)|Press\s(?:Agency|Service|Association|Bureau)|Newswire|Wire\sService|Wire"
        r"|[\w-]*(?:[Nn]achrichtenagentur|[Pp]resse-?[Aa]gentur))(?!\s?[A-Z]|\w)"
    )

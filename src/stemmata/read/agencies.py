"""Who is a news agency: the well-known ones as data, others by the way they are named."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CAPITALISED = r"[A-Z][\w’'&.-]{0,30}"
_NAMED = (
    rf"\b(?!(?:By|From|The|Source|Photo|Via|With|And|For|Copyright)\b)(?:{_CAPITALISED}\s){{1,5}}"
    r"(?:News\s(?:Agency|Service|Wire|Network)|Press\s(?:Agency|Service|Association|Bureau|Trust|International)|Newswire|Wire|"
    r"Wire\sService|Presse?-?[Aa]gentur|Press)"
)


@dataclass(frozen=True, slots=True)
class Agencies:
    """Well-known agencies. ``names`` maps each way of writing to the name credits are filed under."""

    names: dict[str, str]
    risky: frozenset[str]


@cache
def agencies() -> Agencies:
    """Return the agencies of ``agencies.toml``, read once."""
    table = tomllib.loads(files("stemmata.read").joinpath("agencies.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    for name, others in table["agencies"].items():
        for written in (name, *others):
            names.setdefault(written, name)
            names.setdefault(written.lower(), name)
    return Agencies(names, frozenset(table["plain"]["risky"]))


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
    found = _any().search(text)
    if found:
        return known_agency(found[0]) or found[0], found.start(), found.end()
    named = _named().search(text)
    return (named[0], named.start(), named.end()) if named else None


def initials(name: str) -> str:
    """Return the first letters of a name's words: ``NPS`` for ``Northgate Press Service``."""
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word and word not in {"The", "of", "and"})


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_NAMED)


@cache
def _any() -> re.Pattern[str]:
    written = {name for name in agencies().names if name != name.lower() or not name.isascii()} | {
        "dpa",
        "epd",
        "sda",
    }
    longest = sorted(written, key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")

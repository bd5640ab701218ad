"""Who signs the story."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from stemmata.read.agencies import agency_in, known_agency
from stemmata.read.days import days_in
from stemmata.read.phrases import phrases

_BY = r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Tt]ext|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Pp]osted by|[Aa]uthor:|[Rr]eporter:)"
_NAME = (
    r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*|(?:de|la|le|van|von|der|den|del|da|di|dos|el|al|bin|ibn|ter|ten|y|af|av)\b)"
)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{_BY}\s*:?\s+(?P<rest>\S.*)", re.DOTALL)


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"[A-ZÀ-ÞА-ЯЁ][\w’'.-]+(?:\s{_NAME}){{1,4}}")


def is_byline(line: str) -> bool:
    """Whether a line signs a story by saying so: ``By Jane Doe, Associated Press``."""
    found = _by().match(line) if len(line) <= 200 else None
    return found is not None and (found["rest"][:1].isupper() or agency_in(found["rest"]) is not None)


def is_person(line: str) -> bool:
    """Whether a line is nothing but a person's name."""
    line = line.strip(" ,.|•·")
    if not 4 <= len(line) <= 60 or not _person().fullmatch(line):
        return False
    words = line.split()
    return (
        len(words) >= 2
        and not any(word.title() in phrases().desks for word in words)
        and not is_outlet(line)
        and known_agency(line) is None
    )


def is_outlet(line: str) -> bool:
    """Whether a name ends as those of newspapers and sites do: ``Harbour Chronicle``."""
    return line.rstrip(" ,.|•·").rpartition(" ")[2].title() in phrases().outlets


@lru_cache(maxsize=4096)
def could_sign(line: str) -> bool:
    """Whether a line has the shape of a name, of a person or of a desk: two to five capitalised words."""
    return 4 <= len(line) <= 60 and _person().fullmatch(line.strip(" ,.|•·")) is not None


def authors_of(line: str) -> tuple[str, ...]:
    """Return the persons that a byline names."""
    found = _by().match(line)
    rest = (found["rest"] if found else line)[:300]
    day = next(days_in(rest), None)
    if day:
        rest = rest[: day.start]
    return persons(
        re.split(
            r"\s*(?:[,;|/•·&()\n]|\band\b|\bund\b|\bet\b|\by\b(?=\s[A-Z])|\s[-–—]\s|\bin\s[A-Z]|\bfor\b|\bof\b|@)\s*",
            rest,
        )
    )


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_BY}\s+(?=\w)")


def signed_part(line: str) -> tuple[int, int]:
    """Return where a line that is about something else says who signs: ``Posted on 3 May 2023 by Jane Doe``."""
    found = _signed().search(line) if len(line) <= 200 else None
    if found is None:
        return 0, 0
    day = next((day.start for day in days_in(line) if day.start > found.start()), len(line))
    return found.start(), found.start() + len(line[found.start() : day].rstrip(" ,|·•-–—"))


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Return those names that are a person's, without ``By`` and titles in capitals made readable."""
    kept = []
    for name in names:
        words = re.sub(r"\s+", " ", name).strip(" ,.|•·")
        words = re.sub(rf"^{_BY}\s+", "", words)
        if words.isupper():
            words = words.title()
        if is_person(words) and words not in kept:
            kept.append(words)
    return tuple(kept)

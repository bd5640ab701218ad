"""Who signs a line: the persons of a byline, and lines that are one."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from stemmata.read.agencies import agency_in, known_agency
from stemmata.read.days import Day, days_in
from stemmata.read.phrases import phrases

_BY = (
    r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa]v|AV|[Aa]f|[Tt]ext(?:e|o)?(?:\s[Bb]y|\svon|\s?:|\s?(?:&|und|and|et|\+)\s?(?:Fotos?|Photos?|Bilder?)\s?:)|TEXT\s?:|Words(?:\sby)?"
    r"|(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Pp]osted|[Pp]ublished|[Cc]ompiled|Article|Analysis|Opinion|Interview)\s[Bb]y|[Gg]eschrieben\svon|[Vv]erfasst\svon"
    r"|[Vv]eröffentlicht\svon|(?:[Ee]rstellt|[Ee]ingestellt|[Aa]ufgezeichnet)\svon|[Ee]ine?\s(?:Kolumne|Kommentar|Beitrag|Gastbeitrag|Analyse|Interview|Essay)\svon|[Pp]ublié\spar|[Éé]crit\spar|[Ee]scrito\spor|[Pp]ublicado\spor|[Aa]uthors?\s?:|[Aa]utore?s?\s?:|[Aa]utor(?:in|en|\*in|:in)?\s?:"
    r"|[Aa]uteurs?\s?:|[Rr]eporter\s?:|[Aa]utor(?:ka|zy)?\s?:|[Tt]ekst\s?:|Автор\s?:|Текст\s?:|بقلم\s?:?|كتب\s?:)"
)
_JUNIOR = frozenset({"Jr.", "Sr.", "jr.", "sr."})
_LINE = 200
"""Longest line, in characters, that is a byline."""
_NAMED = 300
_DATED = 120
"""Longest line, in characters, that holds but a date and a name."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of ``names.toml``."""

    particles: frozenset[str]
    no_names: frozenset[str]
    nobody: frozenset[str]
    offices: frozenset[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
    listed = {name: frozenset(" ".join(words.split()).split("; ")) for name, words in table.items()}
    return _Words(listed["particles"], listed["no_names"], listed["nobody"], listed["offices"])


def is_nobody(name: str) -> bool:
    """Whether a name is what page engines call whoever uploads: ``admin``."""
    return name.casefold() in _words().nobody or name.casefold().endswith("admin")


def is_office(name: str) -> bool:
    """Whether words beside a name only say what its bearer does: ``Staff Writer``."""
    return name.casefold() in _words().offices


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}{_BY}(?:\s*:?\s+|:|(?<=[a-z])(?=[A-ZÀ-Þ][\w.’'-]*\s[A-ZÀ-Þ]))(?P<rest>\S.*)", re.DOTALL
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W\d_]))*\.?(?:-[^\W\d_]+)?")


@lru_cache(maxsize=8192)
def _is_name(line: str) -> bool:
    """Whether a line has the shape of a name: two to five words of letters, with capitals but for particles."""
    words = line.split()
    if not 2 <= len(words) <= 6:
        return False
    capital = sum(word[0].isupper() for word in words)
    return (
        capital >= 2
        and words[0][0].isupper()
        and all(_word().fullmatch(word) for word in words)
        and all(word[0].isupper() or word in _words().particles for word in words)
    )


def is_byline(line: str) -> bool:
    """Whether a line signs a story by saying so: ``By Jane Doe, Associated Press``."""
    return len(line) <= _LINE and _says_by(line)


@lru_cache(maxsize=4096)
def _says_by(line: str) -> bool:
    found = _by().match(line)
    return found is not None and (found["rest"][:1].isupper() or agency_in(found["rest"]) is not None)


def is_person(line: str) -> bool:
    """Whether a line is nothing but a person's name."""
    line = _bare(line)
    if not 4 <= len(line) <= 60 or not _is_name(line):
        return False
    return (
        not _institution().search(line)
        and not any(
            word in _words().no_names or word.title() in phrases().desks for word in re.split(r"[\s-]", line)
        )
        and not is_outlet(line)
        and known_agency(line) is None
    )


@cache
def _institution() -> re.Pattern[str]:
    """What no person is called: ``EFC Harbour Rovers``, ``Deutscher Fischereiverband``."""
    return re.compile(
        r"^[A-ZÀ-Þ]{3,}\s\S*[a-zà-ÿ]|(?:schaft|heit|keit|verband|verein|anstalt|zeitung|verlag|stiftung|institut)(?:s|es)?(?!\w)"
    )


def is_outlet(line: str) -> bool:
    """Whether a name ends as those of newspapers and sites do: ``Harbour Chronicle``."""
    return line.rstrip(" ,.|•·").rpartition(" ")[2].title() in phrases().outlets


@lru_cache(maxsize=4096)
def could_sign(line: str) -> bool:
    """Whether a line has the shape of a name, of a person or of a desk: two to five capitalised words."""
    return 4 <= len(line) <= 60 and _is_name(_bare(line))


def authors_of(line: str) -> tuple[str, ...]:
    """Return the persons that a byline names."""
    return _authors_of(line) if len(line) <= _LINE else _named_in(line)


def _named_in(line: str) -> tuple[str, ...]:
    return persons(_led(part) for part in _parts(signed_words(line)))


_authors_of = lru_cache(maxsize=2048)(_named_in)
"""The same line is asked by several rules."""


def _led(part: str) -> str:
    """Return the capitalised words a part begins with: what ``Jane Doe is a reporter`` says further names nobody."""
    words = part.split()
    end = next(
        (at for at, word in enumerate(words) if not word[0].isupper() and word not in _words().particles),
        len(words),
    )
    return " ".join(words[:end]) if end > 1 else part


def signed_words(line: str) -> str:
    """Return what stands behind ``By``, up to a date; the line itself if nothing stands before the names."""
    found = _by().match(line)
    rest = (found["rest"] if found else line)[:_NAMED]
    day = next(days_in(rest), None)
    rest = rest[: day.start] if day else rest
    further = _further().search(rest)
    return rest[: further.start()] if further else rest


@cache
def _further() -> re.Pattern[str]:
    """The label of what comes next, or a weekday before a date: ``Jane Doe Source: AP``, ``Jane Doe Monday,``."""
    return re.compile(r"\s(?:[A-ZÀ-Þ]\w{2,20}:|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)(?=\s|$)")


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:[,;|/•·&()\n@+]|\s[-–—]\s|\b(?:[Aa]nd|AND|und|et|with|mit|avec|con|sowie)\b|\b[ye]\b(?=\s[A-ZÀ-Þ])|\b(?:in|for|of|For|at|aus|für|pour|para)\s[A-ZÀ-Þ][^,;|/•·&()\n@+]{0,60}?(?=[,;|/•·&()\n@+]|\b(?:[Aa]nd|und|et)\b|$))\s*"
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:datum|stand|date|autore?s?|autor(?:in|en)?|authors?|by|von|par|por|published|updated|posted|last|veröffentlicht|aktualisiert|on|at|am|um|uhr|le|el|the|fecha|publicado|et|est|edt|utc|gmt|pm|am)\b\.?:?"
        r"|\d{1,2}[:.h]\d{2}|\d+",
        re.IGNORECASE,
    )


def named_beside_day(line: str) -> tuple[int, int]:
    """Return where the only name stands in a line that else holds a date: ``28 Jan 2022 | Jane Doe``; (0, 0) if none does."""
    if len(line) > _DATED:
        return 0, 0
    days = list(days_in(line))
    for start, end in _between(line, days) if days else ():
        piece = _label().sub(lambda found: " " * len(found[0]), line[start:end])
        for found in re.finditer(r"[^,|/•·~()\n]+", piece):
            words = found[0].strip(" -–—:.")
            if is_person(words):
                at = start + found.start() + found[0].index(words)
                return at, at + len(words)
    return 0, 0


def _between(line: str, days: list[Day]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line around its dates."""
    at = 0
    for day in days:
        yield at, day.start
        at = max(at, day.end)
    yield at, len(line)


def _parts(words: str) -> list[str]:
    return _parting().split(words)


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_BY}\s+(?=\w)")


def signed_part(line: str) -> tuple[int, int]:
    """Return where a line that is about something else says who signs: ``Posted on 3 May 2023 by Jane Doe``."""
    found = _signed().search(line) if len(line) <= _LINE else None
    if found is None:
        return 0, 0
    day = next((day.start for day in days_in(line) if day.start > found.start()), len(line))
    return found.start(), found.start() + len(line[found.start() : day].rstrip(" ,|·•-–—"))


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Return those names that are a person's, without ``By`` and names in capitals made readable."""
    kept: dict[str, str] = {}
    for name in _readable(names):
        if is_person(name):
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def _readable(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        words = _bare(re.sub(r"\s+", " ", name))
        found = _by().match(words)
        words = _bare(found["rest"]) if found else words
        yield words.title() if words.isupper() and len(words) > 4 else words


def _bare(name: str) -> str:
    """Return a name without the marks around it; the stop of ``Jr.`` stays."""
    name = name.strip(" ,|•·:-–—\u00a0\u200b")
    return name if name[-3:] in _JUNIOR or re.search(r"\s[A-ZÀ-Þ]\.$", name) else name.rstrip(". ")

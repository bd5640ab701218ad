"""The forms in which newsrooms credit an agency in a line: what cues it, and the list of names behind the cue."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stemmata.read.agencies import Named, agency_at

GENERIC = "agencies"
"""What a credit without a name is filed under."""
STAFF = "staff"
"""What a sign-off is filed under that names persons and no agency."""


class Cue(NamedTuple):
    """Words of which one stands in every line of a form (lower case), the pattern up to the first name, and the kind of credit."""

    words: tuple[str, ...]
    pattern: str
    how: str


_PIECE = r"(?:story|report|article|post|piece|content|column|text|copy|dispatch)"
CUES = (
    Cue(
        ("©", "(c)", "copyright", "ⓒ", "저작권"),
        r"(?:©|\(c\)|ⓒ|\bcopyright\b|저작권자)(?:[\s\d,.:©ⓒ–-]|\(c\)|copyright|by\s){0,16}",
        "copyright",
    ),
    Cue(
        ("input", "report", "file", "contrib", "material", "information", "informa", "matériel", "материал"),
        r"\b(?:with|from|including|includes|contains|mit|con|com|avec|met|med|и?с(?:пользованием|пользованы)?|по)\s(?:additional\s|some\s|further\s|agentur)?"
        r"(?:inputs?|reports?|reporting|files?|contributions?|(?:agentur)?material|information|informations|información|informações|informazioni|материал(?:ам|ами|ов))"
        r"(?:\s(?:from|by|von|der|de|del|da|das|do|dos|di|van|fra|från))?\s",
        "footline",
    ),
    Cue(
        ("material ", "information ", "reporting ", "portions ", "content "),
        r"^\W{0,3}(?:some\s|additional\s|portions?\sof\s(?:this|the)\s\w+\s)?(?:material|information|reporting|content|reports?)"
        r"\s(?:is\s|was\s)?(?:from|by|provided\sby|supplied\sby)\s",
        "footline",
    ),
    Cue(
        ("publi", "appear", "post", "produc", "provid", "suppl", "distrib", "syndicat", "carried"),
        rf"(?:\bthis\s(?:\w+\s)?{_PIECE}\b[^.;\n]{{0,40}}?|^\W{{0,3}}(?:originally\s|first\s|re)?)"
        r"(?:originally\s|first\s|re)?\b(?:re)?(?:published|appeared|appears|posted|produced|provided|supplied|distributed|syndicated|carried)"
        r"(?:\sin\spartnership|\scourtesy|\swith\spermission|\shere)?(?:\son\s[A-Z]\w+\s\d{1,2}(?:,?\s\d{4})?,?)?\s(?:on|by|in|at|from|with|of)\s",
        "footline",
    ),
    Cue(("this report by", "this story by", "this article by"), rf"\bthis\s{_PIECE}\sby\s", "footline"),
    Cue(("distributed by", "syndicated by"), r"\b(?:distributed|syndicated)\sby\s", "footline"),
)
SOURCE = Cue(
    (":", "："),
    r"^\W{0,3}(?:source|sources|quellen?|fuentes?|fontes?|fonti|bron|bronnen|źródło|источники?|джерел[оа]|kaynak|zdroj|forrás|sursa|surse|källa"
    r"|kilde|lähde|πηγή|izvor|vir|sumber|nguồn|来源|來源|出典|출처|المصدر|منبع|स्रोत)\s?[:：]\s?",
    "footline",
)


@cache
def pattern_of(cue: Cue) -> re.Pattern[str]:
    """Return the compiled pattern of a cue."""
    return re.compile(cue.pattern, re.IGNORECASE)


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:the|la|le|les|los|las|el|der|die|das|den|da|do|dos|de|del|dem|von|from|by|news|wire|news\sagenc(?:y|ies)|agencia|agence|agenzia|agência|agentur"
        r"|nachrichtenagentur(?:en)?|staff\sand|staff|our|reporters?\sat|redazione|redacción|redação|rédaction|ИА|агентства?|وكالة|وكالات)\s|l[’'])",
        re.IGNORECASE,
    )


@cache
def _nameless() -> re.Pattern[str]:
    return re.compile(
        r"(?:news\s|wire\s|international\s|our\s|various\s)?(?:agencies|agency\s(?:inputs?|reports?|staff)|wires|wire\s(?:services?|reports?)|agencias|agences|agências|agenzie|agenturen)\b|وكالات",
        re.IGNORECASE,
    )


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"\s?[/&+|;·•,、=]\s?(?:and\s|und\s|et\s|y\s)?|\s[-–—]\s|\s(?:and|und|et|y|e|en|og|och|i|и|ve|with|mit|avec|con|com|via)\s|\sو\s?|[和及]",
        re.IGNORECASE,
    )


def is_nameless(written: str) -> bool:
    """Whether a stretch credits agencies without a name."""
    return _nameless().fullmatch(written.strip()) is not None


def listed(text: str, at: int, end: int) -> list[Named]:
    """Return the agencies named in a row from this very place: ``PTI and ANI``, ``the Canadian Press and Reuters``."""
    found: list[Named] = []
    while at < end:
        name = _named(text, at, end)
        if name is None:
            break
        found.append(name)
        joint = _joint().match(text, name.end, end)
        if not joint:
            break
        at = joint.end()
    return found


def _named(text: str, at: int, end: int) -> Named | None:
    """Return the agency, or the nameless agencies, that start here, articles and the like set aside."""
    for _ in range(4):
        if name := agency_at(text, at):
            return name if name.end <= end else None
        if nameless := _nameless().match(text, at, end):
            return Named(GENERIC, at, nameless.end(), False)
        filler = _filler().match(text, at, end)
        if not filler:
            return None
        at = filler.end()
    return None


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\s/](?:[A-Z]{2,4})(?:[\s/][A-Z]{2,4}){0,3}|[\s/][a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?|/[^\W\d_]{2,5}(?:[-/][^\W\d_]{2,4}){0,2}"
        r"|\s(?:news\s?wire|newswire|wire|staff|news|staff\sreports|reports|inputs?|staff\swriters?|news\sagency))?[^\w]{0,6}",
    )


def closes(line: str, at: int) -> bool:
    """Whether nothing stands between here and the line's end but marks and the initials of a desk: ``PTI JF PM``."""
    return len(line) - at < 30 and _closing().fullmatch(line, at) is not None


@cache
def _sign_off() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=[.(;!?”\"])|(?<=[.;!?”\"]\s)|(?<=[—–-]\s))\W{0,2}(?P<all>(?i:(?:additional\s|extra\s|further\s)?(?:reporting|writing|editing|compiled|written|reported|edited)"
        r"(?:\sand\s(?:writing|reporting|editing|edited))?\sby)\s(?=[A-ZÀ-Þdes]))"
    )


def sign_off(line: str) -> tuple[int, int] | None:
    """Return where ``Reporting by A in B; editing by C`` starts, and where its first name does."""
    found = _sign_off().search(line)
    if not found or not (line[found.end()].isupper() or agency_at(line, found.end())):
        return None
    return found.start("all"), found.end()


@cache
def _coded() -> re.Pattern[str]:
    return re.compile(
        r"bur-?[a-z]{2,4}(?:[-/][a-z]{2,4}){0,4}|[a-z]{2,3}(?:-[a-z]{2,3})?/[a-z]{2,4}/[a-z]{2,4}"
    )


def is_desk_code(line: str) -> bool:
    """Whether a line is the initials by which desks sign: ``bur-jof/eds/pm``."""
    return 5 < len(line) < 24 and _coded().fullmatch(line) is not None


@cache
def _outlet() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Tt]he\s)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|This|Our|Part|English|Spanish|French|German)[a-z]*\b)"
        r"(?P<name>[A-Z][\w’'&.-]*(?:\s(?:[A-Z][\w’'&.-]*|of|on|the|and|de|la)){0,5})"
    )


def outlet_at(line: str, at: int) -> Named | None:
    """Return the outlet named behind ``originally appeared in``: capitalised words up to a stop."""
    found = _outlet().match(line, at)
    if not found:
        return None
    name = re.split(r"\s(?:on|and|of|the)$|\.\s", found["name"])[0].rstrip(".’'")
    return Named(line[at : found.start("name")] + name, at, found.start("name") + len(name), False)


def names_behind(line: str) -> Iterator[int]:
    """Yield the places in a byline where the name of an agency may start: at its start and behind what parts names."""
    yield from (found.end() for found in _parting().finditer(line))


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(
        r"^\W{0,3}(?:(?i:by|from|von|par|por|di|door|av|af|da|via|text|texte|with|avec|mit|con|com|posted by|written by|author|reporter|source|story by)\s?:?\s+)?"
        r"|\s?[,|/•·()\[\];:]\s?|\s[-–—]{1,2}\s?|\s(?:and|und|et|y|e|with|avec|mit|con|com|for|via|für|pour|para|und)\s|\n"
    )

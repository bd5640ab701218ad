"""The credits of one line, by where the line stands: between title and story, behind the story, closing a paragraph."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from stemmata.read.agencies import Named, agency_at, hints_in
from stemmata.read.byline import is_person
from stemmata.read.credit_forms import (
    CUES,
    SOURCE,
    STAFF,
    closes,
    is_desk_code,
    listed,
    names_behind,
    outlet_at,
    pattern_of,
    sign_off,
)

_SHORT = 80
"""Longest line, in characters, that may be nothing but a credit."""
_ENDING = 70
"""Characters at the end of a paragraph in which an agency may sign it."""
_MENTIONED = 20
"""Characters at the start of a line in which ``Source:`` stands."""

Found = tuple[Named, str]
"""An agency named in a line, and how."""


@lru_cache(maxsize=4096)
def is_credit(line: str) -> bool:
    """Whether a short line is nothing but a credit: ``(AFP)``, ``Source: Xinhua``, ``With inputs from PTI``."""
    if len(line) > _SHORT or not (hints_in(line) or "/" in line):
        return False
    return is_desk_code(line) or any(find(line) for find in (_signed, _sourced, _with, _behind_inputs))


@lru_cache(maxsize=4096)
def is_entry(line: str) -> bool:
    """Whether a short line before a story does nothing but sign it with an agency: ``Jo Field, Associated Press``."""
    return (
        len(line) <= _SHORT
        and bool(hints_in(line))
        and (is_credit(line) or next(entry_line(line), None) is not None)
    )


def foot_line(line: str) -> Iterator[Found]:
    """Yield the credits of a line of its own behind the story."""
    for name in (*_sourced(line), *_signed(line), *_with(line)):
        yield name, "footline"
    yield from closing_line(line)
    if is_desk_code(line):
        yield Named(STAFF, 0, len(line), False), "footline"


def closing_line(line: str) -> Iterator[Found]:
    """Yield the credits in one of the last paragraphs of a story."""
    low = line.lower()
    for name in _ending(line):
        yield name, "footline"
    for cue in CUES:
        if _stands(cue.words, low):
            for found in pattern_of(cue).finditer(line):
                for name in listed(line, found.end(), len(line)) or _origin(line, found):
                    yield name, cue.how
    if "contributed" in low:
        yield from ((name, "footline") for name in _contributed(line))
    if " by " in low and (places := sign_off(line)):
        yield from ((name, "footline") for name in _signing_off(line, *places))


def _stands(words: Sequence[str], low: str) -> bool:
    """Whether one of the words stands in the line."""
    for word in words:  # noqa: SIM110 - half as fast again as any() over a generator
        if word in low:
            return True
    return False


def entry_line(line: str) -> Iterator[Found]:
    """Yield the credits of a line between title and story that is not known as a byline."""
    for name in (*_sourced(line), *_signed(line), *_with(line)):
        yield name, "byline"
    person, mark, _ = line.partition(",") if "," in line else line.partition("|")
    if (mark and is_person(person.strip())) or _behind_a_person(line) or _in_place(line):
        yield from byline(line)


def byline(line: str) -> Iterator[Found]:
    """Yield the agencies of a byline: parts of it that are nothing but an agency's name."""
    taken = 0
    for at in names_behind(line):
        if at < taken:
            continue
        names = listed(line, at, len(line))
        if names and _ends_part(line, names[-1].end) and not _is_unsure(names[0], line):
            taken = names[-1].end
            yield from ((name, "byline") for name in names)
    if not taken and (name := _behind_a_person(line)):
        yield name, "byline"


def _in_place(line: str) -> bool:
    """Whether a line is an agency and where it wrote, or its staff: ``Agence France-Presse in Senn``, ``Reuters Staff``."""
    names = listed(line, 0, len(line))
    end = _part_end().match(line, names[0].end) if len(names) == 1 and not names[0].ambiguous else None
    return end is not None and end.end() == len(line)


def source_line(line: str) -> Iterator[Found]:
    """Yield the agencies behind ``Source:`` in a line between title and story."""
    yield from ((name, "byline") for name in _sourced(line))


def _sourced(line: str) -> list[Named]:
    """Return the names behind ``Source:`` if nothing but a stop, a bar or a stroke stands behind them."""
    if len(line) > 200 or not any(sign in line[:_MENTIONED] for sign in SOURCE.words):
        return []
    found = pattern_of(SOURCE).match(line)
    names = listed(line, found.end(), len(line)) if found else []
    if names and (closes(line, names[-1].end) or _stops().match(line, names[-1].end)):
        return names
    return []


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"\s?[|•·(（)）,，;]|\s{2}|\n")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"[^\w©]{0,5}(?:(?:via|Via|VIA)\s)?")


def _signed(line: str) -> list[Named]:
    """Return the agencies that are the whole line: ``(AFP)``, ``— Reuters``, ``PTI JF PM``, ``via AFP``."""
    if len(line) > _SHORT:
        return []
    opening = _opening().match(line)
    at = opening.end() if opening else 0
    names = listed(line, at, len(line))
    if names and closes(line, names[-1].end) and (at or len(names) > 1 or not names[0].ambiguous):
        return names
    return []


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s(–—*-])(?i:with|avec|mit|con|com|met|med|z)\s")


def _with(line: str) -> list[Named]:
    """Return the agencies a short line ends with: ``Avec AFP``, ``Le Courrier avec AFP``, ``With PTI inputs``."""
    for found in _joined().finditer(line) if len(line) <= _SHORT else ():
        names = listed(line, found.end(), len(line))
        if names and closes(line, names[-1].end):
            return names
    return []


def _behind_inputs(line: str) -> list[Named]:
    """Return the agencies a short line ends with behind one of the cues."""
    low = line.lower()
    for cue in CUES:
        if _stands(cue.words, low):
            for found in pattern_of(cue).finditer(line):
                names = listed(line, found.end(), len(line))
                if names and closes(line, names[-1].end):
                    return names
    return []


@cache
def _after_sentence() -> re.Pattern[str]:
    return re.compile(r"[.!?。！？”\"»’')](?:\s?(?P<mark>[(\[（/]|[—–-]{1,2}\s?|Enditem\s\(?)|\s)")


def _ending(line: str) -> list[Named]:
    """Return the agencies that sign behind a paragraph's last sentence: ``… said. (AFP)``, ``… said. — Reuters``."""
    for found in _after_sentence().finditer(line, max(0, len(line) - _ENDING)):
        names = listed(line, found.end(), len(line))
        if names and closes(line, names[-1].end):
            return names if (found["mark"] or "")[:1] not in {"", "["} or not names[0].ambiguous else []
    return []


def _origin(line: str, cue: re.Match[str]) -> list[Named]:
    """Return the outlet that a cue says had the story first."""
    if not _first().search(cue[0]):
        return []
    outlet = outlet_at(line, cue.end())
    return [outlet] if outlet else []


@cache
def _first() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:originally|first)\b.{0,12}\b(?:published|appeared|posted)\b|\brepublished\s.*from\b",
        re.IGNORECASE,
    )


def _contributed(line: str) -> Iterator[Named]:
    """Yield the agencies at the head of a sentence that says who contributed."""
    for found in re.finditer(r"\bcontributed\b", line):
        end = found.start()
        head = max(line.rfind(". ", 0, end) + 2, line.rfind("; ", 0, end) + 2, 0)
        head = 0 if head == 1 else head
        yield from listed(line, head + len(line[head:]) - len(line[head:].lstrip(" (—–-*")), end)


def _signing_off(line: str, start: int, first: int) -> list[Named]:
    """Return the agencies a sign-off names, else the sign-off itself as the newsroom's own."""
    names = listed(line, first, len(line))
    for found in re.finditer(r"\s(?:for|of|at)\s|,\s", line[first:]):
        names = names or listed(line, first + found.end(), len(line))
    return names or [Named(STAFF, start, len(line), False)]


def _is_unsure(name: Named, line: str) -> bool:
    """Whether an ambiguous name is all there is."""
    return name.ambiguous and name.end - name.start == len(line.strip())


@cache
def _part_end() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s(?:staff|news|newswire|writers?|reporters?|correspondents?|videos?|sports|business|health|science"
        r"|in\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)){0,3}\s*(?:$|[,|/•·()\[\];:\n–—-]|\s(?:and|und|et|y|on|\d))",
        re.IGNORECASE,
    )


def _ends_part(line: str, at: int) -> bool:
    return _part_end().match(line, at) is not None


def _behind_a_person(line: str) -> Named | None:
    """Return the agency that closes a line behind a person's name with nothing between: ``JO FIELD Associated Press``."""
    for found in re.finditer(r"\s(?=[^\W\d_])", line) if len(line) <= _SHORT else ():
        name = agency_at(line, found.end())
        if name and name.end == len(line) and not name.ambiguous:
            person = re.sub(r"^(?:[Bb]y|BY)\s", "", line[: found.start()])
            return name if is_person(person.title() if person.isupper() else person) else None
    return None

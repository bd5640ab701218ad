"""The dateline at the head of a story: ``SEOUL, South Korea, June 3 (AP) —``."""

import re
from collections.abc import Sequence
from functools import cache

from stemmata.model import Block, Dateline, Role, Span
from stemmata.read.agencies import agencies, known_agency
from stemmata.read.dateline_forms import forms_for
from stemmata.read.days import days_in
from stemmata.read.phrases import phrases
from stemmata.read.places import Places

_PARAGRAPHS = 3
"""Body paragraphs in whose head a dateline is looked for: an editor's note may stand before it."""
_BEFORE = 4
"""Paragraphs before the story in which one is looked for that names its agency: the head of a running summary."""
_PASSED_OVER = frozenset({Role.CHROME, Role.TEASER, Role.SUBTITLE})
_LONGEST = 160
"""Characters at the head of a paragraph in which a dateline ends."""
_SIGNS = re.compile(r"[-—–―−‒_(/|:=＝【日]")
"""One of these stands in every dateline."""
_SLUGS = frozenset(
    [
        "CORRECTED",
        "CORRECTION",
        "CORRECTS",
        "REPEAT",
        "REPEATING",
        "RPT",
        "URGENT",
        "ADVISORY",
        "ATTENTION",
        "ATTN",
        "REFILE",
        "UPDATE",
        "FLASH",
        "BULLETIN",
        "MONDAY",
        "TUESDAY",
        "WEDNESDAY",
        "THURSDAY",
        "FRIDAY",
        "SATURDAY",
        "SUNDAY",
        "ON",
        "IN",
        "AT",
        "BY",
    ]
)
"""Words that open a wire's copy and are no place."""
_ANY_YEAR = 2000
"""A leap year: lends its number to a day without year while it is read."""
_WEAK_WORDS = 4
"""Most words of a place behind which neither region nor day nor agency stands: more are a headline in capitals."""


def find_dateline(text: str, blocks: Sequence[Block], places: Places) -> Dateline | None:
    """Return the dateline that stands alone before the story, or opens one of its first paragraphs or the one before it."""
    story = places.body[:_PARAGRAPHS]
    for number in (*places.datelines[:1], *story):
        if dateline := dateline_of(text, *blocks[number].span):
            return dateline
    for block in blocks[max(0, story[0] - _BEFORE) : story[0]] if story else ():
        dateline = dateline_of(text, *block.span) if block.role in _PASSED_OVER else None
        if dateline and dateline.agency and known_agency(dateline.agency):
            return dateline
    return None


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that opens the paragraph, or None."""
    head = text[start : min(end, start + _LONGEST)]
    if not _SIGNS.search(head, 0, 100):
        return None
    for form in forms_for(head):
        found = form.match(head)
        if found and (dateline := _read(found, start)):
            return dateline
    return None


def _read(found: re.Match[str], start: int) -> Dateline | None:
    """Turn a match into a dateline if its parts are what they look like."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    place = _place(parts.get("place") or parts.get("city") or parts.get("town") or "")
    named = next((parts[name] for name in ("paren", "stroke", "bare", "agency", "wire") if name in parts), "")
    dated = "paren" in parts and "day" in parts and place.split(",")[0].isupper()
    agency = _agency(named, certain=dated) if named else None
    known = agency is not None and known_agency(agency) is not None
    if (named and agency is None) or not (place or known) or ("bare" in parts and not _is_plain(found)):
        return None
    written = parts.get("day") or parts.get("on") or ""
    day = _day(written) if written else None
    if written and day is None and written.isascii() and not known:
        return None
    behind = found.string[found.end() :].lstrip()
    if place and not _is_place(place, agency, behind, strong=known or day is not None, known=known):
        return None
    return Dateline(place, agency, Span(start, start + len(found[0].rstrip(" |"))), day)


def _is_plain(found: re.Match[str]) -> bool:
    """Whether an agency without brackets is surely one: ``SENN, Pa. —`` names a state, not the Press Association."""
    name, before = found["bare"], found.string[: found.start("bare")].rstrip()[-1:]
    if name not in agencies().names:
        return False
    return (
        name not in agencies().ambiguous
        or found.groupdict().get("day") is not None
        or before not in {",", "."}
    )


def _place(written: str) -> str:
    """Return a place on one line, a region in brackets put behind a comma."""
    return re.sub(r"\s?,?\s?[(\[]([^()\[\]]*)[)\]]", r", \1", " ".join(written.split())).replace(" ,", ",")


def _is_place(place: str, agency: str | None, behind: str, *, strong: bool, known: bool) -> bool:
    """Whether what stands where a place does is one, by how it is written and by how the text goes on."""
    town = place.split(",", maxsplit=1)[0]
    words = re.findall(r"[^\W\d_]+", town.upper())
    barred = [word in phrases().not_places or word in _SLUGS for word in words]
    if not words or (len(town) < 3 and town.isascii()) or barred[0] * (len(words) == 1) or all(barred):
        return False
    if known:
        return True
    if (behind[:1].islower() and not (strong and town.isupper())) or (
        agency and not strong and not town.isupper()
    ):
        return False
    if strong or agency:
        return words[0] not in _SLUGS
    return not any(barred) and not re.search(r"[’']S\b", town) and _opens_a_story(place, words, behind)


def _opens_a_story(place: str, words: list[str], behind: str) -> bool:
    """Whether a place with nothing but a dash or colon behind it is followed by a sentence of a report."""
    if len(words) > _WEAK_WORDS or (
        len(words) == 1 and len(words[0]) < 4 and "," not in place and place.isascii()
    ):
        return False
    first = behind.split(" ", 6)[:6]
    return any(word != word.upper() for word in first[:4]) and not _speaks().search(" ".join(first))


@cache
def _speaks() -> re.Pattern[str]:
    """Match the words of one who speaks of himself: behind ``NAME:`` these make it a transcript."""
    return re.compile(
        r"\b(?:I|I[’']m|I[’']ve|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|Yes|No|Well|Thank|Thanks|OK|So|Okay|Right)\b"
    )


def _day(written: str) -> str | None:
    """Return a day as ISO, with two dashes for a year that is not given; None if it is none or has no month."""
    if found := next(days_in(written), None):
        return found.value[:10]
    lent = f"{_ANY_YEAR}年{written}" if written[-1] == "日" else f"{written} {_ANY_YEAR}"
    found = next(days_in(lent), None)
    return f"-{found.value[4:10]}" if found else None


def _agency(named: str, *, certain: bool) -> str | None:
    """Return the agency that the brackets of a dateline name: a known one, or what can only be the name of one.

    ``certain``: a place in capitals and a day stand before the brackets; a region would stand before the day.
    """
    named = named.strip()
    for part in re.split(r"\s*[/,;]\s*|\s+-\s+", named):
        if known := known_agency(part):
            return known
    if re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]{1,5}", named):
        return named
    if re.fullmatch(r"[A-Z]\w{2,20}(?:wire|press|fax|news|info|media)|[A-Z][a-z]+[A-Z]\w{2,16}", named):
        return named  # two words in one: no region is written so
    if certain and re.fullmatch(r"[A-Z][\w’'&.-]{2,24}(?:\s[A-Z][\w’'&.-]{1,24}){0,3}", named):
        return named
    if re.fullmatch(
        r"(?:[A-Z][\w’'&.-]+\s){1,5}(?:Agency|Service|Press|News|Newswire|Wire|Media|Agencies|Times|Post)",
        named,
    ):
        return named
    return None

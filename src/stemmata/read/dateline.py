"""The dateline at the head of a story: ``SEOUL, South Korea (AP) —``.

The grammar follows the agencies' published style: place in capitals (or in mixed case when an agency stands
behind it), a region, a day, the agency in brackets or between strokes, then a dash or a colon.
"""

import re
from collections.abc import Iterator
from functools import cache

from stemmata.model import Dateline, Span
from stemmata.read.agencies import known_agency
from stemmata.read.phrases import phrases

_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ]"
_CAPS = rf"(?:ST\.\s|MT\.\s|FT\.\s)?{_UPPER}(?:{_UPPER}|[’'.-](?={_UPPER}))+"
_PLACE_CAPS = rf"{_CAPS}(?:[\s/-]{{1,2}}(?:{_CAPS}|(?:of|de|del|la|el|al|the|and|upon)(?=\s))){{0,5}}"
_MIXED = rf"{_UPPER}[\w’'.-]{{1,24}}"
_PLACE_MIXED = rf"{_MIXED}(?:[\s/-]{{1,2}}(?:{_MIXED}|(?:of|de|del|la|el|al|the|and|upon)(?=\s))){{0,3}}"
_REGION = (
    rf"(?:,\s(?:{_UPPER}\.\s?{_UPPER}\.(?:\s?{_UPPER}\.)?|{_MIXED}(?:\s(?:{_MIXED}|of|and|the)){{0,3}}))"
)
_DAY = (
    r"(?:[,.]?\s(?:on\s)?(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
    r"(?:[^\W\d_]{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,12}\.?)(?:,?\s\d{4})?)"
)
_AGENCY = r"(?:\s?\((?P<paren>[^()\n]{2,60})\)|\.?\s?/(?P<stroke>[^/\n]{2,30})/)"
_DASH = r"(?:\s?\.?\s?(?:—|–|―|--|-{1,3}(?=\s)|_(?=\s)|−|‒)\s?-?\s?)"


@cache
def _in_capitals() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>{_PLACE_CAPS}{_REGION}?){_DAY}?(?:{_AGENCY}(?:{_DASH}|\.(?=\s))?|{_DASH}|:\s)"
    )


@cache
def _in_mixed_case() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>{_PLACE_MIXED}{_REGION}?)"
        rf"(?:{_DAY}?{_AGENCY}(?:{_DASH}|:\s|\.?(?=\s))|{_DAY}(?:{_DASH}|:\s))"
    )


@cache
def _agency_first() -> re.Pattern[str]:
    """Match ``(AFP) -`` and ``(ANSA) - ROMA, 14 MAG -``."""
    return re.compile(rf"\((?P<paren>[^()\n]{{2,40}})\){_DASH}(?:(?P<place>{_PLACE_CAPS}){_DAY}{_DASH})?")


@cache
def _in_east_asia() -> re.Pattern[str]:
    """Match ``(서울=연합뉴스) 김하늘 기자 =``, ``新华社北京8月6日电``, ``（中央社記者王小明台北6日電）``, ``【パリ共同】``."""
    han = r"[\u3005\u4e00-\u9fff]"
    return re.compile(
        r"[(\[（［【](?P<place>[^=＝\d\s()]{1,12})\s?[=＝]\s?(?P<paren>[^=＝()\[\]（）【】]{2,20})[)\]）］】]"
        r"(?:\s?[^=\n.]{2,20}(?:기자|특파원)\s?=)?"
        rf"|[(（【\[]?(?P<agency>{han}{{1,3}}(?:社|網|网))(?:(?:记者|記者)(?:{han}|、){{2,12}})?(?P<city>{han}{{2,6}}?)"
        r"(?:\d{1,2}月)?\d{1,2}日(?:电|電)(?:[（(][^（）()\n]{2,30}[)）])?[)）】\]]?"
        r"|【(?P<town>[^】=＝\d\s]{1,12}?)(?P<wire>共同|時事|新华社|新華社)】"
    )


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that opens the paragraph, or None."""
    head = text[start : min(end, start + 160)]
    for form in _forms_for(head):
        found = form.match(head)
        if found and (dateline := _read(found, start)):
            return dateline
    return None


def _forms_for(head: str) -> Iterator[re.Pattern[str]]:
    """Yield the forms that an opening may have, by its first characters: most paragraphs have none."""
    if head[:1].isupper():
        if head[1:2].isupper() or head[1:3] == ". " or head[2:4] == ". " or not head[1:2].islower():
            yield _in_capitals()
        if "(" in head or "/" in head or any(char.isdigit() for char in head):
            yield _in_mixed_case()
    elif head[:1] == "(" and head[1:2] < "\u1100":
        yield _agency_first()
    if head[:1] and (head[0] in "[（［【" or head[0] > "\u2e80" or head[1:2] > "\u2e80"):
        yield _in_east_asia()


def _read(found: re.Match[str], start: int) -> Dateline | None:
    """Turn a match into a dateline if its parts are what they look like."""
    parts = found.groupdict()
    place = " ".join((parts.get("place") or parts.get("city") or parts.get("town") or "").split())
    named = parts.get("paren") or parts.get("stroke") or parts.get("agency") or parts.get("wire")
    agency = _agency(named) if named else None
    if named and agency is None:
        return None
    if not place and (agency is None or known_agency(agency) is None):
        return None
    words = set(re.findall(r"[^\W\d_]+", place.split(",")[0].upper()))
    if words & phrases().not_places or (place and len(place) < 3 and place.isascii()):
        return None
    return Dateline(place, agency, Span(start, start + len(found[0].rstrip())))


def _agency(named: str) -> str | None:
    """Return the agency that the brackets of a dateline name: a known one, or capitals that can only be one."""
    named = named.strip()
    for part in re.split(r"\s*[/,;]\s*|\s+-\s+", named):
        if known := known_agency(part):
            return known
    if re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]{1,5}", named):
        return named
    if re.fullmatch(
        r"(?:[A-Z][\w’'&.-]+\s){1,5}(?:Agency|Service|Press|News|Newswire|Wire|Media|Agencies|Times|Post)",
        named,
    ):
        return named
    return None

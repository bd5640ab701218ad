"""The forms of a dateline, as patterns: place, region, day, agency, and what parts them from the story.

They follow the agencies' published style and common knowledge of newsrooms: place in capitals (or in mixed case where
an agency or a day stands behind it), a region, a day, the agency in brackets, between strokes or behind a comma, a dash.
"""

import re
from collections.abc import Iterator
from functools import cache

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЄҐ]"
_CAPS = rf"(?:ST\.\s|MT\.\s|FT\.\s)?{_UPPER}(?:{_UPPER}|[’'.-](?={_UPPER}))++"
_PART = r"(?:\s/?\s?|/\s?)"
_SMALL = r"(?:of|de|del|la|el|al|the|and|upon)(?=\s)"
_PLACE_CAPS = rf"{_CAPS}(?:{_PART}(?:{_CAPS}|{_SMALL})){{0,5}}"
_MIXED = rf"{_UPPER}[\w’'.-]{{1,24}}"
_PLACE_MIXED = rf"{_MIXED}(?:{_PART}(?:{_MIXED}|{_SMALL})){{0,3}}"
_NAMED = rf"(?:the\s)?(?:{_UPPER}\.\s?{_UPPER}\.?(?:\s?{_UPPER}\.)?|{_MIXED}(?:\s(?:{_MIXED}|of|and|the)){{0,3}})(?!\w)"
_REGION = rf"(?:\s?,\s?{_NAMED}|\s\({_NAMED}\)(?=[,\s][\s\[\d])|\s\[{_NAMED}\])"
_MONTH = r"[^\W\d_]{3,12}"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
_DATE = rf"{_WEEKDAY}(?:{_MONTH}\.?\s?\d{{1,2}}|\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:de\s)?{_MONTH}\b\.?)(?:,?\s(?:de\s)?\d{{4}})?"
_DAY = rf"(?:(?:\s?[,.]{{1,2}}\s?|\s)(?:-\s)?(?:on\s)?(?P<day>{_DATE}))"
_ON = _DAY.replace("<day>", "<on>")
_BARE = r"[^\W\d_][\w-]{1,14}(?:\s[A-ZА-ЯЁ][\w-]{2,14}){0,2}"
_AGENCY = r"(?:\s?,?\s?\((?P<paren>[^()\n]{2,60})\)|\.?\s?/(?P<stroke>[^/\n]{2,30})/)"
_DASH = r"(?:\s?\.?\s?(?:—|–|―|--|-{1,3}(?=\s)|_(?=\s)|−|‒)\s?-?\s?)"
_MARK = r"\*{0,6}"


@cache
def _in_capitals() -> re.Pattern[str]:
    return re.compile(
        rf"{_MARK}(?P<place>{_PLACE_CAPS}{_REGION}{{0,2}}){_DAY}?"
        rf"(?:,?{_AGENCY}(?:,?{_DASH}|[.:](?=\s))?|,?{_DASH}|:\s)"
    )


@cache
def _agency_between() -> re.Pattern[str]:
    """Match ``SENN, May 3, AFP –`` and ``SENN — SPA —``: no brackets around the agency."""
    return re.compile(
        rf"{_MARK}(?P<place>(?:{_PLACE_CAPS}|{_PLACE_MIXED}){_REGION}{{0,2}}){_DAY}?(?:[,.]\s?|\s?[-—–|]\s?)(?P<bare>{_BARE})"
        rf"(?:{_DASH}|\.(?=\s)|\s\|(?=\s))"
    )


@cache
def _in_mixed_case() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>{_PLACE_MIXED}{_REGION}{{0,2}})"
        rf"(?:{_DAY}?{_AGENCY}(?:{_DASH}|:\s|\.?(?=\s))|{_ON}(?:{_DASH}|:\s))"
    )


@cache
def _parted_twice() -> re.Pattern[str]:
    return re.compile(r"[-—–|,.]\s?[^\W\d_][\w\s-]{1,40}?\s?(?:[-—–|]|\.\s)")


@cache
def _agency_first() -> re.Pattern[str]:
    """Match ``(AFP) -``, ``May 3 (Reuters) -`` and ``(ANSA) - ROMA, 14 MAG -``."""
    return re.compile(
        rf"(?:(?P<day>{_DATE})\s)?\((?P<paren>[^()\n]{{2,40}})\){_DASH}"
        rf"(?:(?P<place>{_PLACE_CAPS}),?\s(?P<on>{_DATE}){_DASH})?"
    )


@cache
def _in_east_asia() -> re.Pattern[str]:
    """Match ``(서울=연합뉴스) 김하늘 기자 =``, ``新华社北京8月6日电``, ``（中央社記者王小明台北6日電）``, ``【パリ共同】``."""
    han = r"[\u3005\u4e00-\u9fff]"
    return re.compile(
        r"[(\[（［【](?P<place>[^=＝\d\s()]{1,12})\s?[=＝]\s?(?P<paren>[^=＝()\[\]（）【】]{2,20})[)\]）］】]"
        r"(?:\s?[^=\n.]{2,20}(?:기자|특파원)\s?=)?"
        rf"|[(（【\[]?(?P<agency>{han}{{1,3}}(?:社|網|网))(?:(?:记者|記者)(?:{han}|、){{2,12}})?(?P<city>{han}{{2,6}}?)"
        r"(?P<day>(?:\d{1,2}月)?\d{1,2}日)(?:电|電)(?:[（(][^（）()\n]{2,30}[)）])?[)）】\]]?"
        r"|【(?P<town>[^】=＝\d\s]{1,12}?)(?P<wire>共同|時事|新华社|新華社)】"
    )


@cache
def _in_arabic() -> re.Pattern[str]:
    """Match ``القاهرة 3 مايو (رويترز) -`` and ``أنقرة/ الأناضول -``."""
    word = r"[\u0620-\u064a\u0671-\u06d3]{2,14}"
    return re.compile(
        rf"(?P<place>{word}(?:\s{word}){{0,2}}?)(?:[،,]?\s(?P<day>[\d\u0660-\u0669]{{1,2}}\s{word})(?:\s\d{{4}})?)?"
        r"(?:\s?\((?P<paren>[^()\n]{2,30})\)|\s?/\s?(?P<bare>[^()\n/:–—-]{2,20}?))(?:\s?[-–—:]{1,2}\s?|(?=\s))"
    )


def forms_for(head: str) -> Iterator[re.Pattern[str]]:
    """Yield the forms that an opening may have, by its first characters: most paragraphs have none."""
    first = head[:1]
    digits = any(char.isdigit() for char in head)
    if first.isupper() or first == "*":
        if _parted_twice().search(head, 0, 100):
            yield _agency_between()
        if head[1:2].isupper() or head[1:3] == ". " or head[2:4] == ". " or not head[1:2].islower():
            yield _in_capitals()
        if digits or "(" in head or "/" in head or "|" in head:
            yield _in_mixed_case()
        if digits and "(" in head[:30]:
            yield _agency_first()
    elif (first == "(" and head[1:2] < "\u0600") or first.isdigit():
        yield _agency_first()
    if "\u0620" <= first <= "\u06d3":
        yield _in_arabic()
    if first and (first in "[（［【" or first > "\u2e80" or head[1:2] > "\u2e80"):
        yield _in_east_asia()

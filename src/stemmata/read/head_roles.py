"""What stands between a title and its story: byline, stamp, dateline, standfirst."""

import re
from functools import cache

from stemmata.model import Role
from stemmata.read.agencies import is_agency_name, is_generic
from stemmata.read.byline import could_sign, is_byline, is_outlet, is_person
from stemmata.read.credit_lines import is_entry
from stemmata.read.dateline import dateline_of
from stemmata.read.days import days_in
from stemmata.read.phrases import is_label, opens_like_chrome
from stemmata.read.sheet import Sheet, Trait
from stemmata.read.title import Title

_LISTED = (
    Trait.NAV
    | Trait.RELATED
    | Trait.FORM
    | Trait.SHARE
    | Trait.TAGS
    | Trait.FOOTER
    | Trait.COMMENTS
    | Trait.TABLE
    | Trait.LIST
    | Trait.HEADING
).value
"""Where a name that stands alone signs nothing, unless the markup says that it does."""
_SIGNED, _STANDFIRST = Trait.BYLINE.value, Trait.SUBTITLE.value
_BRIEF = 48
"""Longest line, in characters, that signs a story only because the page calls it its byline."""
CREDIT = 80
"""Longest line, in characters, that is nothing but a credit."""
RUN, _BELOW, BEHIND = 12, 20, 12
"""Paragraphs looked at: before the story, below the title, behind the story."""
HEAD = 30
"""Paragraphs before the story in which its byline, stamp and subtitle are looked for."""


@cache
def _stamp_word() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|date|publié|mis à jour|"
        r"veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|gepubliceerd))\b",
        re.IGNORECASE,
    )


def mark_head(sheet: Sheet, roles: list[Role], title: Title) -> None:
    """Mark byline, stamp and subtitle between title and story, and just behind the story."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    if not shown:
        return
    start = title.paragraphs[-1] if title.paragraphs else max(-1, shown[0] - HEAD)
    first = next((number for number in shown if number > start), shown[0])
    head = sorted(
        {
            *range(max(0, start - 3), min(start + _BELOW, first + 3)),
            *range(max(0, start, first - RUN), first + 3),
        }
    )
    head = [number for number in head if number < len(roles)]
    signs = [_sign(sheet, number, roles, start) for number in head]
    for number, sign in zip(head, signs, strict=True):
        if sign is not None:
            roles[number] = sign
    _mark_subtitle(sheet, roles, title, first)
    for number in range(shown[-1] + 1, min(shown[-1] + 6, len(roles))):
        sign = _sign(sheet, number, roles, start)
        if sign is Role.STAMP or (sign is Role.BYLINE and is_byline(sheet.line(number))):
            roles[number] = sign


def _sign(sheet: Sheet, number: int, roles: list[Role], title: int) -> Role | None:
    """Return BYLINE, STAMP or DATELINE if the paragraph is one."""
    line = sheet.line(number)
    if roles[number] in {Role.TITLE, Role.CAPTION} or len(line) > 250:
        return None
    traits = sheet.marks[number].traits if sheet.marks else 0
    day = next(days_in(line), None)
    called = bool(traits & _SIGNED) and (is_person(line) or (title < number <= title + 3 and _is_brief(line)))
    signed = is_byline(line) or called
    if (
        day
        and not signed
        and (day.end - day.start > 0.35 * len(line) or _stamp_word().match(line))
        and len(line) < 120
    ):
        return Role.STAMP
    if signed:
        return Role.BYLINE
    if roles[number] is Role.BODY:
        alone = dateline_of(sheet.text, *sheet.spans[number])
        return Role.DATELINE if alone and alone.span.end >= sheet.spans[number].end - 2 else None
    if number <= title or len(line) > CREDIT:
        return None
    if (
        not is_label(line)
        and not opens_like_chrome(line)
        and (
            (is_person(line) and not (traits & _LISTED and not traits & _SIGNED))
            or (number <= title + 3 and len(line.split()) <= 6 and is_person(line.partition(",")[0]))
            or (not sheet.marks and could_sign(line) and not is_outlet(line) and number <= title + 3)
        )
    ):
        return Role.BYLINE
    return Role.BYLINE if is_entry(line) or is_agency_name(line) or is_generic(line) else None


def _is_brief(line: str) -> bool:
    """Whether a line that the page calls its byline may be one, whoever signs there: ``Northgate News``, ``Newsroom``."""
    return (
        len(line) <= _BRIEF
        and line[:1].isupper()
        and line[-1].isalnum()
        and not is_label(line)
        and not opens_like_chrome(line)
    )


def _mark_subtitle(sheet: Sheet, roles: list[Role], title: Title, first: int) -> None:
    """Mark the standfirst: a sentence-like paragraph right behind the title and before byline or stamp."""
    if not title.paragraphs:
        return
    at = title.paragraphs[-1]
    signs = [
        number
        for number in range(at + 1, min(first + 4, len(roles)))
        if roles[number] in {Role.BYLINE, Role.STAMP}
    ]
    for number in range(at + 1, min(at + 4, len(roles))):
        line = sheet.line(number)
        named = bool(sheet.marks) and bool(sheet.marks[number].traits & _STANDFIRST)
        if (
            roles[number] not in {Role.BODY, Role.CHROME}
            or len(line.split()) < 5
            or is_label(line)
            or len(line) > 500
        ):
            continue
        before_sign = any(number < sign for sign in signs)
        if (before_sign and not opens_like_chrome(line)) or (named and roles[number] is Role.CHROME):
            roles[number] = Role.SUBTITLE
            return

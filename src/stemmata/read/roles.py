"""What each paragraph is to a reader, once it is known which ones are the story."""

import re
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from stemmata.model import Block, Role
from stemmata.read.agencies import agency_in, is_agency_name, is_generic
from stemmata.read.byline import could_sign, is_byline, is_outlet, is_person
from stemmata.read.credit_lines import is_credit, is_entry
from stemmata.read.dateline import dateline_of
from stemmata.read.days import days_in
from stemmata.read.features import lowered
from stemmata.read.phrases import holding, is_label, opens_like_chrome
from stemmata.read.sheet import Sheet, Trait
from stemmata.read.title import Title

_PICTURED = (Trait.CAPTION | Trait.FIGURE).value
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
_PICTURE_WORDS = (
    "photo", "image", "picture", "foto", "bild", "©", "getty", "shutterstock", "reuters", "afp", "/", "via", "handout",
    "file", "courtesy",
)  # fmt: skip
"""One of these stands in every caption that ``_picture`` finds."""
_ANNOUNCING = (
    "related", "more", "most", "read", "recommend", "trending", "popular", "top", "latest", "you m", "see also", "also",
    "don't miss", "up next", "in case", "around", "from the web", "from around", "sponsored", "promoted", "editor",
)  # fmt: skip
"""How labels begin behind which the headlines of other stories stand."""
_TEASER_WORDS = 16
_SENTENCE = 4
"""Words of a caption before a copyright sign: fewer make it the page's, or the story's."""
_SENTENCE_ENDS = frozenset('.!"”»。！」')
_CREDIT = 80
"""Longest line, in characters, that is nothing but a credit."""
_OPENING, _CLOSING = 3, 4
"""Paragraphs at either end of a story where a line that only credits an agency is none of its own."""
_HEAD = 30
"""Paragraphs before the story in which its byline, stamp and subtitle are looked for."""


@cache
def _stamp_word() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|date|publié|mis à jour|"
        r"veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|gepubliceerd))\b",
        re.IGNORECASE,
    )


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(
        r"(?:^\W{0,2}(?:photo|image|picture|file photo|file image|pictured|foto|bild|crédit photo)\b.{0,20}[:/])"
        r"|\((?:[^()]{0,40}\b(?:photo|image|via|getty|handout|file|courtesy)\b[^()]{0,60}|[^()]{0,40}/[^()]{2,40})\)\.?$"
        r"|(?:\bphoto(?:graph)?|image|picture|foto|bild)\s*(?:credit|by|:)[^.]{2,60}$"
        r"|(?:©|getty images|shutterstock|via reuters|/reuters|/afp|ap photo)[^.]{0,60}$",
        re.IGNORECASE,
    )


def first_roles(sheet: Sheet, body: NDArray[np.bool_]) -> list[Role]:
    """Tell story, captions and the rest apart."""
    roles = [Role.BODY if inside else Role.CHROME for inside in body.tolist()]
    _mark_links(sheet, roles)
    if not sheet.marks:
        _mark_teasers(sheet, roles)
    _mark_captions(sheet, roles)
    _mark_credits(sheet, roles)
    return roles


def _mark_credits(sheet: Sheet, roles: list[Role]) -> None:
    """Take lines that do nothing but credit an agency out of the story's two ends: ``(AFP)``, ``Source: Xinhua``."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    for numbers, stands_here in ((shown[:_OPENING], is_entry), (shown[-_CLOSING:], is_credit)):
        for number in numbers if len(shown) > 1 else ():
            if sheet.spans[number].length <= _CREDIT and stands_here(sheet.line(number)):
                roles[number] = Role.CHROME


def _mark_teasers(sheet: Sheet, roles: list[Role]) -> None:
    """Take out of the story of a plain text what a label such as ``Related articles`` announces: short lines, no sentences."""
    announced = False
    for number in range(len(roles)):
        line = sheet.line(number)
        if is_label(line):
            announced = line.lower().startswith(_ANNOUNCING)
        elif announced:
            announced = len(line.split()) < _TEASER_WORDS and line[-1] not in _SENTENCE_ENDS
            if announced and roles[number] is Role.BODY:
                roles[number] = Role.CHROME


def _mark_links(sheet: Sheet, roles: list[Role]) -> None:
    """Take out of the story what is one link and no sentence: the headline of another story set between paragraphs."""
    for number, mark in enumerate(sheet.marks):
        line = sheet.line(number)
        if (
            roles[number] is Role.BODY
            and mark.tag in {"p", "div", "section"}
            and mark.linked > 0.9 * len(line)
        ):
            alone = len(line) < 200 and line[-1] not in '.!?”"'
            roles[number] = Role.CHROME if alone else Role.BODY


def blocks_of(sheet: Sheet, first: list[Role], title: Title) -> tuple[Block, ...]:
    """Return every paragraph with its role, in order."""
    roles = list(first)
    for number in title.paragraphs:
        roles[number] = Role.TITLE
    _mark_head(sheet, roles, title)
    _mark_rest(sheet, roles)
    return tuple(Block(span, role) for span, role in zip(sheet.spans, roles, strict=True))


def _mark_captions(sheet: Sheet, roles: list[Role]) -> None:
    """Mark what stands under pictures: by markup, by its credit, or because the next line repeats it with a credit."""
    pictured = holding(lowered(sheet.text), sheet.spans, _PICTURE_WORDS)
    for number in range(len(roles)):
        mark = sheet.marks[number] if sheet.marks else None
        if mark and mark.traits & _PICTURED and roles[number] is not Role.BODY:
            roles[number] = Role.CAPTION
        elif number in pictured and sheet.spans[number].length < 600 and _is_caption(sheet.line(number)):
            roles[number] = Role.CAPTION
            if (
                number
                and sheet.line(number).startswith(sheet.line(number - 1))
                and not is_label(sheet.line(number - 1))
            ):
                roles[number - 1] = Role.CAPTION


def _is_caption(line: str) -> bool:
    found = _picture().search(line)
    if found is None or _is_credit_or_rights(line, found):
        return False
    return len(line.split()) > 3 or agency_in(line) is not None or "photo" in line.lower()


def _is_credit_or_rights(line: str, found: re.Match[str]) -> bool:
    """Whether a line that looks like a picture's credit has no picture: ``(dpa/anh)``, ``© 2024 Agence France-Presse``."""
    before = line[: found.start()].split()
    if "©" in found[0] and (len(before) < _SENTENCE or before[-1].lower() == "copyright"):
        return True
    return "photo" not in line.lower() and is_credit(line)


def _mark_head(sheet: Sheet, roles: list[Role], title: Title) -> None:
    """Mark byline, stamp and subtitle between title and story, and just behind the story."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    if not shown:
        return
    start = title.paragraphs[-1] if title.paragraphs else max(-1, shown[0] - _HEAD)
    first = next((number for number in shown if number > start), shown[0])
    head = range(max(0, start - 3), min(first + 3, len(roles)))
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
    signed = is_byline(line) or (bool(traits & Trait.BYLINE.value) and is_person(line))
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
    if (
        number > title
        and not is_label(line)
        and not opens_like_chrome(line)
        and (
            (is_person(line) and not (traits & _LISTED and not traits & Trait.BYLINE))
            or (number <= title + 3 and len(line.split()) <= 6 and is_person(line.partition(",")[0]))
            or (not sheet.marks and could_sign(line) and not is_outlet(line) and number <= title + 3)
        )
    ):
        return Role.BYLINE
    named = (
        number > title
        and len(line) <= _CREDIT
        and (is_entry(line) or is_agency_name(line) or is_generic(line))
    )
    return Role.BYLINE if named else None


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
        named = bool(sheet.marks) and bool(sheet.marks[number].traits & Trait.SUBTITLE.value)
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


def _mark_rest(sheet: Sheet, roles: list[Role]) -> None:
    """Tell the headlines of other stories from plain chrome."""
    for number, role in enumerate(roles):
        if role is Role.CHROME and _is_headline(sheet.line(number)):
            roles[number] = Role.TEASER


@lru_cache(maxsize=8192)
def _is_headline(line: str) -> bool:
    """Whether a line reads like a headline: some words, no full stop at its end, not about the page."""
    bare = line.lstrip("•-–—* ")
    words = bare.split()
    if not 4 <= len(words) <= 30 or len(line) > 250 or is_label(bare) or opens_like_chrome(bare):
        return len(words) == 1 and 12 <= len(bare) <= 60 and not bare.isascii()
    return bare[-1] not in ".:;," and not re.search(r"[|>»©]|\([cC]\)", bare)

"""What each paragraph is to a reader, once it is known which ones are the story."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.lines import LineFinder, line_finder
from stemmata.model import Block, Role, Span
from stemmata.read.agencies import is_agency_name, is_generic
from stemmata.read.byline import could_sign, is_byline, is_outlet, is_person
from stemmata.read.calls import is_call
from stemmata.read.captions import PICTURE_WORDS, is_caption
from stemmata.read.credit_lines import is_credit, is_entry
from stemmata.read.dateline import dateline_of
from stemmata.read.days import days_in
from stemmata.read.features import lowered
from stemmata.read.phrases import is_label, opens_like_chrome
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
_SIGNED, _STANDFIRST = Trait.BYLINE.value, Trait.SUBTITLE.value
_ANNOUNCING = (
    "related", "more", "most", "read", "recommend", "trending", "popular", "top", "latest", "you m", "see also", "also",
    "don't miss", "up next", "in case", "around", "from the web", "from around", "sponsored", "promoted", "editor",
)  # fmt: skip
"""How labels begin behind which the headlines of other stories stand."""
_TEASER_WORDS = 16
_SENTENCE_ENDS = frozenset('.!"”»。！」')
_ORNAMENT = 16
"""Characters of a line of asterisks, dashes or marks of no width."""
_BRIEF = 48
"""Longest line, in characters, that signs a story only because the page calls it its byline."""
_CREDIT = 80
"""Longest line, in characters, that is nothing but a credit."""
_OPENING, _CLOSING = 3, 4
"""Paragraphs at either end of a story where a line that only credits an agency is none of its own."""
_FEWEST = 4
"""Words of a headline, at least."""
_RUN, _BELOW, _BEHIND = 12, 20, 12
"""Paragraphs looked at: before the story, below the title, behind the story."""
_HEAD = 30
"""Paragraphs before the story in which its byline, stamp and subtitle are looked for."""


@cache
def _stamp_word() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|date|publié|mis à jour|"
        r"veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|gepubliceerd))\b",
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
    _mark_calls(sheet, roles)
    return roles


def _mark_calls(sheet: Sheet, roles: list[Role]) -> None:
    """Take the lines that call on readers off the end of the story."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    for number in reversed(shown[-_CLOSING:] if len(shown) > _CLOSING else ()):
        if not is_call(sheet.line(number)):
            return
        roles[number] = Role.CHROME


def _mark_credits(sheet: Sheet, roles: list[Role]) -> None:
    """Take lines that do nothing but credit an agency out of the story's two ends: ``(AFP)``, ``Source: Xinhua``."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    for numbers, stands_here in ((shown[:_OPENING], is_entry), (shown[-_CLOSING:], is_credit)):
        for number in numbers if len(shown) > 1 else ():
            if sheet.spans[number].length <= _CREDIT and stands_here(sheet.line(number)):
                roles[number] = Role.CHROME


def _mark_teasers(sheet: Sheet, roles: list[Role]) -> None:
    """Take out of the story of a plain text what a label such as ``Related articles`` announces: short lines, no sentences."""
    first, last = _ends(roles)
    announced = False
    for number in range(max(0, first - _RUN), last + 1):
        line = sheet.line(number)
        if is_label(line):
            announced = line.lower().startswith(_ANNOUNCING)
        elif announced:
            announced = line[-1] not in _SENTENCE_ENDS and line.count(" ") < _TEASER_WORDS - 1
            if announced and roles[number] is Role.BODY:
                roles[number] = Role.CHROME


def _ends(roles: Sequence[Role]) -> tuple[int, int]:
    """Return the first and the last paragraph of the story, or (0, -1)."""
    if Role.BODY not in roles:
        return 0, -1
    return roles.index(Role.BODY), len(roles) - 1 - list(reversed(roles)).index(Role.BODY)


def _mark_links(sheet: Sheet, roles: list[Role]) -> None:
    """Take out of the story what is one link and no sentence: the headline of another story set between paragraphs."""
    for number, role in enumerate(roles if sheet.marks else ()):
        if role is not Role.BODY:
            continue
        mark, line = sheet.marks[number], sheet.line(number)
        if mark.tag in {"p", "div", "section"} and mark.linked > 0.9 * len(line):
            alone = len(line) < 200 and line[-1] not in '.!?”"'
            roles[number] = Role.CHROME if alone else Role.BODY


def blocks_of(sheet: Sheet, first: list[Role], title: Title) -> tuple[Block, ...]:
    """Return every paragraph with its role, in order."""
    roles = list(first)
    for number in title.paragraphs:
        roles[number] = Role.TITLE
    _unmark_crumbs(sheet, roles, title)
    _mark_head(sheet, roles, title)
    _mark_rest(sheet, roles)
    return _blocks(sheet.spans, roles)


def _blocks(spans: Sequence[Span], roles: Sequence[Role]) -> tuple[Block, ...]:
    """Make the blocks field by field: calling the class for each of two hundred takes five times as long."""
    blocks = tuple(map(object.__new__, repeat(Block, len(spans))))
    for field, values in (("span", spans), ("role", roles)):
        deque(map(vars(Block)[field].__set__, blocks, values), maxlen=0)
    return blocks


def _unmark_crumbs(sheet: Sheet, roles: list[Role], title: Title) -> None:
    """Take for wrapping what leads to the title above it and repeats it: ``You are here » Sport » Title``."""
    if title.words and title.paragraphs:
        for number in range(title.paragraphs[0]):
            if roles[number] is not Role.BODY:
                continue
            line = sheet.line(number)
            if title.words in line and len(line) < 3 * len(title.words) + _CREDIT:
                roles[number] = Role.CHROME


def _mark_captions(sheet: Sheet, roles: list[Role]) -> None:
    """Mark what stands under pictures: by markup, by its credit, or because the next line repeats it with a credit."""
    for number, mark in enumerate(sheet.marks):
        if mark.traits & _PICTURED and roles[number] is not Role.BODY:
            roles[number] = Role.CAPTION
    first, last = _ends(roles)
    around = range(max(0, first - _HEAD), min(last + _BEHIND, len(roles)))
    for number in sorted(_pictured(sheet, around)):
        if sheet.spans[number].length < 600 and is_caption(sheet.line(number)):
            roles[number] = Role.CAPTION
            before = sheet.line(number - 1) if number else ""
            if before and sheet.line(number).startswith(before) and not is_label(before):
                roles[number - 1] = Role.CAPTION


def _pictured(sheet: Sheet, around: range) -> set[int]:
    """Return those paragraphs that hold one of the words of picture credits."""
    if not around:
        return set()
    low, spans = lowered(sheet.text), sheet.spans[around[0] : around[-1] + 1]
    starts, first = [span.start for span in spans], spans[0].start
    places = _picture_words().places(low[first : spans[-1].end])
    return {around[0] + bisect_right(starts, first + at) - 1 for _, at in places}


@cache
def _picture_words() -> LineFinder:
    return line_finder((PICTURE_WORDS,))


def _mark_head(sheet: Sheet, roles: list[Role], title: Title) -> None:
    """Mark byline, stamp and subtitle between title and story, and just behind the story."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    if not shown:
        return
    start = title.paragraphs[-1] if title.paragraphs else max(-1, shown[0] - _HEAD)
    first = next((number for number in shown if number > start), shown[0])
    head = sorted(
        {
            *range(max(0, start - 3), min(start + _BELOW, first + 3)),
            *range(max(0, start, first - _RUN), first + 3),
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
    if number <= title or len(line) > _CREDIT:
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


def _mark_rest(sheet: Sheet, roles: list[Role]) -> None:
    """Tell the headlines of other stories from plain chrome; a line without a letter or figure is an ornament."""
    text, spans = sheet.text, sheet.spans
    ascii_only = text.isascii()
    for number, (role, (start, end)) in enumerate(zip(roles, spans, strict=True)):
        if role is Role.BODY and end - start <= _ORNAMENT and not any(map(str.isalnum, text[start:end])):
            roles[number] = Role.CHROME
        elif role is Role.CHROME:
            if text.count(" ", start, end) >= _FEWEST - 1:
                if end - start <= 250 and _is_headline(text[start:end]):
                    roles[number] = Role.TEASER
            elif not ascii_only and 12 <= end - start <= 60 and _is_one_word(text[start:end]):
                roles[number] = Role.TEASER


def _is_headline(line: str) -> bool:
    """Whether a line of some words reads like a headline: no full stop at its end, not about the page."""
    bare = line.lstrip("•-–—* ")
    if not bare or bare[-1] in ".:;," or not _FEWEST - 1 <= bare.count(" ") < 30:
        return False
    if "|" in bare or ">" in bare or "»" in bare or "©" in bare or "(c)" in bare or "(C)" in bare:
        return False
    return not opens_like_chrome(bare) and not is_label(bare)


def _is_one_word(line: str) -> bool:
    """Whether a line is one run of letters in a script that parts no words."""
    return " " not in line and not line.isascii()

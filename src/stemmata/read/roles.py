"""What each paragraph is to a reader, once it is known which ones are the story."""

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.lines import LineFinder, line_finder
from stemmata.model import Block, Role, Span
from stemmata.read.calls import is_call
from stemmata.read.captions import PICTURE_WORDS, is_caption
from stemmata.read.credit_lines import is_credit, is_entry
from stemmata.read.features import lowered
from stemmata.read.head_roles import BEHIND, CREDIT, HEAD, RUN, mark_head
from stemmata.read.phrases import is_label, opens_like_chrome
from stemmata.read.sheet import Sheet, Trait
from stemmata.read.title import Title

_PICTURED = (Trait.CAPTION | Trait.FIGURE).value
_ANNOUNCING = (
    "related", "more", "most", "read", "recommend", "trending", "popular", "top", "latest", "you m", "see also", "also",
    "don't miss", "up next", "in case", "around", "from the web", "from around", "sponsored", "promoted", "editor",
)  # fmt: skip
"""How labels begin behind which the headlines of other stories stand."""
_TEASER_WORDS = 16
_SENTENCE_ENDS = frozenset('.!"”»。！」')
_ORNAMENT = 16
"""Characters of a line of asterisks, dashes or marks of no width."""
_OPENING, _CLOSING = 3, 4
"""Paragraphs at either end of a story where a line that only credits an agency is none of its own."""
_FEWEST = 4
"""Words of a headline, at least."""


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
            if sheet.spans[number].length <= CREDIT and stands_here(sheet.line(number)):
                roles[number] = Role.CHROME


def _mark_teasers(sheet: Sheet, roles: list[Role]) -> None:
    """Take out of the story of a plain text what a label such as ``Related articles`` announces: short lines, no sentences."""
    first, last = _ends(roles)
    announced = False
    for number in range(max(0, first - RUN), last + 1):
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
    mark_head(sheet, roles, title)
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
            if title.words in line and len(line) < 3 * len(title.words) + CREDIT:
                roles[number] = Role.CHROME


def _mark_captions(sheet: Sheet, roles: list[Role]) -> None:
    """Mark what stands under pictures: by markup, by its credit, or because the next line repeats it with a credit."""
    for number, mark in enumerate(sheet.marks):
        if mark.traits & _PICTURED and roles[number] is not Role.BODY:
            roles[number] = Role.CAPTION
    first, last = _ends(roles)
    around = range(max(0, first - HEAD), min(last + BEHIND, len(roles)))
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

"""What a pack says of the paragraphs of one page, and whether its rules fit the page at all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemmata.model import Block, Role
from stemmata.read.body import body_of
from stemmata.read.looks import length
from stemmata.read.sheet import Sheet
from stemmata.read.sites.marking import part_of
from stemmata.read.sites.pack import Layout
from stemmata.read.title import Title

_ROLES = {
    "leave": Role.CHROME,
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "byline": Role.BYLINE,
    "stamp": Role.STAMP,
    "caption": Role.CAPTION,
    "story": Role.BODY,
}
STORYLESS = frozenset(
    {"forum", "link-list", "media", "no-article", "product", "search-results", "section-front"}
)
"""Reasons why a page is refused that only say that no story was found; a pack that finds one knows better."""
_FEWEST = 12
"""Words of a story that rules must find to fit a page: as many as ``ReadSettings.fewest_words`` asks of any story."""
_LONGEST = 400
"""Longest line, in characters, that is held against the lines of a pack."""
_HEAD = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.STAMP, Role.DATELINE})


class Told(NamedTuple):
    """For each paragraph whether it is story, and its role if the pack has a word on it."""

    whole: bool
    """Whether the pack says what the story is; else it only helps to find it."""
    inside: NDArray[np.bool_]
    roles: tuple[Role | None, ...]

    def title(self, sheet: Sheet, found: Title) -> Title:
        """Return the title the pack names, or the one that was ``found`` without it."""
        if Role.TITLE not in self.roles:
            left = any(self.roles[number] is Role.CHROME for number in found.paragraphs)
            return Title(None, (), found.site) if left else found
        number = self.roles.index(Role.TITLE)
        return Title(" ".join(sheet.line(number).split()), (number,), found.site)

    def blocks(self, found: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks with the roles the pack gives; a byline, stamp or dateline found in its story stays one."""
        return tuple(
            block
            if role is None or (role is Role.BODY and block.role in _HEAD)
            else replace(block, role=role)
            for block, role in zip(found, self.roles, strict=True)
        )


def told_by(layout: Layout, sheet: Sheet) -> Told | None:
    """Return what a layout says of a page laid out by it, or None if its rules do not fit the page.

    Rules that name the story fit if they find one; those that only name what to leave, or a title, if they find that.
    """
    between = _between(layout, sheet)
    if between is None:
        return None
    roles = tuple(_role(layout, sheet, number, number in between) for number in range(len(sheet.spans)))
    inside = np.array([role is Role.BODY for role in roles], np.bool_)
    if layout.is_whole:
        words = sum(length(sheet.line(number)) for number in np.flatnonzero(inside).tolist())
        return Told(True, inside, roles) if words >= _FEWEST else None
    if not any(roles):
        return None
    untold = np.array([role is None for role in roles], np.bool_)
    return Told(False, body_of(sheet)[0] & untold, roles)


def _role(layout: Layout, sheet: Sheet, number: int, between: bool) -> Role | None:
    """Return what a layout says a paragraph is; only ``between`` the lines that bound the story can it be story."""
    if _fits((*layout.leave_lines, *layout.begins_after, *layout.ends_before), sheet, number):
        return Role.CHROME
    part = part_of(sheet.marks[number].traits) if sheet.marks else None
    if part not in {None, "story"}:
        return _ROLES[part]
    told = part == "story" if layout.rules[-1] else layout.is_whole
    return Role.BODY if told and between else None


def _between(layout: Layout, sheet: Sheet) -> range | None:
    """Return the paragraphs between the lines that a layout names; None if the page has no such line."""
    first, last = 0, len(sheet.spans)
    if layout.begins_after:
        first = next((n + 1 for n in range(last) if _fits(layout.begins_after, sheet, n)), -1)
    if layout.ends_before:
        last = next((n for n in range(max(0, first), last) if _fits(layout.ends_before, sheet, n)), -1)
    return range(first, last) if first >= 0 and last >= 0 else None


def _fits(lines: Sequence[str], sheet: Sheet, number: int) -> bool:
    """Whether a paragraph reads as one of the lines, ``*`` standing for anything."""
    if not lines or sheet.spans[number].length > _LONGEST:
        return False
    words = " ".join(sheet.line(number).split())
    return any(_reads_as(line, words) for line in lines)


def _reads_as(line: str, words: str) -> bool:
    first, *rest = line.split("*")
    if not rest:
        return words == line
    if not words.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        at = words.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return words.endswith(rest[-1]) and len(words) - len(rest[-1]) >= at

"""What a page looks like from afar: which lines are prose, which are headlines, which list other pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from stemmata.model import Block, Page, Role
from stemmata.read.claims import Claims
from stemmata.read.features import lowered
from stemmata.read.phrases import is_label
from stemmata.read.sheet import Sheet

_ENDS = (".", "!", "?", "。", "！", "？", "…", "।", "؟", ":")
_CLOSING = "\"”’'»)」』]"
_LINKED = 0.8
"""Share of a line inside links from which it is a link to another page."""
_PARTLY = 0.25
"""The same where headline and summary stand in one paragraph."""
_SUMMARY = 45
"""Words of the longest summary below a headline."""
_PROSE = 8
"""Words from which a finished line is prose."""
_CREDITING = ("photo", "foto", "bild", "image", "picture", "crédit", "사진", "©", "getty images")
"""The words of pictures' credits: one of ``_credit``."""
_ASIDE = (Role.CAPTION, Role.STAMP, Role.BYLINE)


class Line(NamedTuple):
    """One paragraph: its words, how many they are, and what kind of line it is."""

    words: str
    size: float
    role: Role
    linked: bool
    """Whether it is a link."""
    finished: bool
    """Whether it ends as sentences do."""
    headline: bool
    """Whether it could be the headline of another story."""
    listed: bool
    """Whether it stands in a list of stories: a linked headline, or the summary below one."""
    caption: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """A page from afar. ``names`` are its headings and the parts of its title; ``kinds`` what its markup calls it."""

    lines: tuple[Line, ...]
    names: tuple[str, ...]
    kinds: frozenset[str]
    address: str
    text: str
    """The whole page, folded, with every character in its place."""
    starts: tuple[int, ...]
    paid: bool

    def prose(self, *, beside: frozenset[int] = frozenset()) -> float:
        """Return the words of finished sentences that are neither in a list nor in one of the lines ``beside``."""
        return sum(
            line.size for number, line in enumerate(self.lines) if is_prose(line) and number not in beside
        )

    @property
    def listed(self) -> int:
        """The number of headlines of other stories in lists."""
        return sum(line.listed and line.headline for line in self.lines)


def is_prose(line: Line) -> bool:
    """Whether a line tells something: a finished sentence of some length, no link, no caption, no part of a list."""
    return (
        line.finished
        and line.size >= _PROSE
        and not (line.linked or line.listed or line.caption)
        and line.role not in _ASIDE
    )


def looks_of(page: Page, sheet: Sheet, blocks: Sequence[Block], claims: Claims) -> Looks:
    """Look at a page from afar."""
    lines = [_line(sheet, number, block) for number, block in enumerate(blocks)]
    return Looks(
        tuple(_with_lists(lines, marked=bool(sheet.marks))),
        _names(sheet, blocks),
        frozenset({*claims.kinds, sheet.head.meta("og:type").lower()} - {""}),
        (page.url or claims.canonical).lower(),
        folded(sheet.text),
        tuple(span.start for span in sheet.spans),
        any(_unpaid().search(block) for block in sheet.head.ld),
    )


def folded(text: str) -> str:
    """Return a text in lower case with straight apostrophes, as the phrases are written."""
    return lowered(text).replace("’", "'").replace("\xa0", " ")


def length(text: str) -> float:
    """Return the number of words; in scripts without spaces two characters count as a word."""
    wide = 0 if text.isascii() or not _beyond().search(text) else _wide(text)
    return len(text.split()) + wide / 2


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\u2e7f]")


def _wide(text: str) -> int:
    """Count the characters of scripts without spaces: the pattern of them all would take two milliseconds to compile."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return int(np.count_nonzero((codes >= 0x2E80) & (codes <= 0xD7FF)))


def is_linked(sheet: Sheet, number: int) -> bool:
    """Whether a paragraph is a link to another page."""
    return bool(sheet.marks) and sheet.marks[number].linked > _LINKED * sheet.spans[number].length


def is_partly_linked(sheet: Sheet, number: int, size: float) -> bool:
    """Whether a short paragraph of ``size`` words begins with a link: a headline and its summary in one."""
    linked = sheet.marks[number].linked if sheet.marks else 0
    return linked > _PARTLY * sheet.spans[number].length and 6 < size <= _SUMMARY


@cache
def _unpaid() -> re.Pattern[str]:
    return re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?false', re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:photo|foto|bild|image|picture|imagen|crédit|사진)s?(?: credit| by)?\s?[:=/]|\([^()/]{3,40}/[^()/]{2,40}\)\W?$"
        r"|^\d{1,3}\s?(?:/|of|von|de|sur)\s?\d{1,3}\b|©|getty images",
        re.IGNORECASE,
    )


def _may_be_credit(words: str) -> bool:
    """Whether a line has what a picture's credit cannot do without."""
    if words[:1].isdigit() or ("(" in words and "/" in words):
        return True
    low = words.lower()
    for word in _CREDITING:  # noqa: SIM110 - half as fast again as any() over a generator
        if word in low:
            return True
    return False


def _line(sheet: Sheet, number: int, block: Block) -> Line:
    words = sheet.line(number)
    linked = is_linked(sheet, number)
    size = length(words[:4000])
    finished = words.rstrip(_CLOSING).endswith(_ENDS)
    mark = sheet.marks[number] if sheet.marks else None
    partly = is_partly_linked(sheet, number, size)
    headline = 4 <= size <= 30 and (linked or not finished) and not is_label(words)
    caption = (
        block.role is Role.CAPTION
        or bool(mark and mark.tag == "figcaption")
        or (len(words) < 400 and _may_be_credit(words) and _credit().search(words) is not None)
    )
    listed = (headline and linked) or partly
    return Line(words, size, block.role, linked, finished, headline or partly, listed, caption)


def _with_lists(lines: Sequence[Line], *, marked: bool) -> list[Line]:
    """Mark the summaries below headlines, and in plain text the headlines above them."""
    pairs = [
        number
        for number in range(1, len(lines))
        if _is_summary(lines[number], lines[number - 1], marked=marked)
    ]
    if not marked and len(pairs) < 5:
        return [*lines]
    found = list(lines)
    for number in pairs:
        found[number] = lines[number]._replace(listed=True, headline=False)
        found[number - 1] = found[number - 1]._replace(listed=True)
    return found


def _is_summary(line: Line, above: Line, *, marked: bool) -> bool:
    """Whether a line is the one-sentence summary of the headline above it."""
    if line.size > _SUMMARY or line.linked or line.listed or not above.headline or above.caption:
        return False
    if marked:
        return above.listed
    inner = line.words.rstrip(_CLOSING)[:-1]
    return line.finished and not any(end + " " in inner for end in ".!?")


def _names(sheet: Sheet, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the headings of the page and the parts of its title, folded."""
    titles = [
        sheet.line(number)
        for number, block in enumerate(blocks)
        if block.role is Role.TITLE or (sheet.marks and sheet.marks[number].tag in {"h1", "h2"})
    ]
    first = [] if sheet.marks else [span.of(sheet.text) for span in sheet.spans[:14]]
    parts = _between().split(sheet.head.title)
    named = (_greeting().sub("", folded(name)).strip(" .!…") for name in (*parts, *titles, *first))
    parted = (part for name in named for part in {name: 0, **dict.fromkeys(_between().split(name))})
    return tuple(dict.fromkeys(part.strip(" .!…") for part in parted if 1 < len(part) < 120))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s(?:[-–—|·•»«]|::)\s|\s?\|\s?")


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(r"^(?:oops|sorry|ups|oups|uh-oh|hoppla|vaya|désolé|leider)\W{1,4}")

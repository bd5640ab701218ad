"""Live blogs: many short reports with the times they came in, newest first.

They are refused: their entries are of different hours and often of different happenings, so that neither one day of
writing nor one origin could be told of the whole. A summary that names times inside its sentences is an article.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from stemmata.kernels.texts import figured
from stemmata.model import Block, Page, Role
from stemmata.read.looks import folded, is_linked, length
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet
from stemmata.read.walls import walls

_LONGEST = 250
"""Words of the longest entry; what more stands below it before the next is a story with a list of times beside it."""
_NEAR = 3
"""Paragraphs below its time among which an entry's words stand."""
_INDENT = 15
"""Characters at the head of an entry among which the first figure of its time stands."""


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?(?:(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)(?![\d.:,/%])|(?P<played>\d{1,3})(?:\+\d{1,2})?['’′](?!\w))"
        r"\s{0,2}(?P<half>[ap]\.?\s?m\b\.?)?",
        re.IGNORECASE,
    )


def live_blog(page: Page, sheet: Sheet, blocks: Sequence[Block], settings: ReadSettings) -> str:
    """Say why the page is a live blog, or nothing."""
    entries = list(_entries(sheet, blocks, _timed(sheet), settings.fewest_entries))
    times = [minutes for _, minutes in entries]
    if len(times) < settings.fewest_entries:
        return ""
    marked = any('"LiveBlogPosting"' in block for block in sheet.head.ld)
    called = _called(page, sheet, blocks)
    falling = (
        sum(one >= two for one, two in pairwise(times)) >= 0.8 * (len(times) - 1) and times[0] > times[-1]
    )
    if not (marked or called or (falling and len(times) >= settings.fewest_alone)):
        return ""
    if _words_beside(sheet, blocks, [number for number, _ in entries]) >= (
        settings.surely_story if marked else settings.story_above
    ):
        return ""
    why = (
        "is marked as a live blog"
        if marked
        else f"is called “{called}”"
        if called
        else "runs from late to early"
    )
    return f"The page {why}: {len(times)} entries with the times they came in, of several happenings."


def _timed(sheet: Sheet) -> list[int]:
    """Return the paragraphs at the head of a line that may begin with a time: most pages have hardly one."""
    text, begins = sheet.text, _begins().match
    return [
        number
        for number in figured(text, sheet.spans, _INDENT)
        if begins(text, start := sheet.spans[number].start) and (not start or text[start - 1] == "\n")
    ]


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(r"[^\n\d]{0,14}\d{1,2}[^\n\d]{0,3}\d?\d?\s?[:.h'’′]")


def _entries(
    sheet: Sheet, blocks: Sequence[Block], timed: Sequence[int], fewest: int
) -> Iterator[tuple[int, int]]:
    """Yield the place of each entry and its time in minutes: a line that begins with one, and has words behind it or right below."""
    for number in timed if len(timed) >= fewest else ():
        if is_linked(sheet, number):
            continue
        line = sheet.line(number)
        found = _clock().match(line[:60])
        if found is not None and _told(sheet, blocks, number, line[found.end() :]):
            yield number, _minutes(found)


def _told(sheet: Sheet, blocks: Sequence[Block], number: int, rest: str) -> bool:
    """Whether an entry's words stand behind its time or in the paragraphs below."""
    if length(rest[:400]) >= 5:
        return True
    below = range(number + 1, min(number + 1 + _NEAR, len(blocks)))
    return length(rest) <= 4 and any(
        not is_linked(sheet, at) and length(sheet.line(at)[:400]) >= 5 for at in below
    )


def _minutes(found: re.Match[str]) -> int:
    if found["played"]:
        return int(found["played"])
    half = (found["half"] or "").lower()[:1]
    hour = int(found["hour"]) % 12 + 12 * (half == "p") if half else int(found["hour"])
    return 60 * hour + int(found["minute"])


def _called(page: Page, sheet: Sheet, blocks: Sequence[Block]) -> str:
    """Return the words by which title or address call the page a live blog."""
    words = walls()["live-blog"]
    titles = [block.span.of(sheet.text) for block in blocks if block.role is Role.TITLE]
    names = [folded(name) for name in (sheet.head.title, sheet.head.meta("og:title"), *titles)]
    for name in names:
        if found := next((word for word in words.openings if name.startswith(word)), ""):
            return found
        if found := next((word for word in words.says if word in name), ""):
            return found.strip()
    address = (page.url or "").lower()
    return next(
        (
            word
            for word in ("/live/", "/live-", "liveblog", "liveticker", "/directo/", "/direct/")
            if word in address
        ),
        "",
    ).strip("/-")


def _words_beside(sheet: Sheet, blocks: Sequence[Block], entries: Sequence[int]) -> float:
    """Return the words of the story above the first entry, and of entries so long that they are a story of their own."""
    beside = held = 0.0
    for number, block in enumerate(blocks):
        held = 0.0 if number in entries else held
        if block.role is not Role.BODY:
            continue
        words = length(block.span.of(sheet.text)[:4000])
        held += words
        beside += words if number < entries[0] or held > _LONGEST else 0
    return beside

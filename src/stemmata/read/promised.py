"""What the head of a page promises of its story, found again in its paragraphs: title, summary, the text itself."""

import json
import re
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stemmata.read.features import Floats
from stemmata.read.measures import HEADINGS, TAGS, Measures
from stemmata.read.sheet import Head, Sheet, Trait

PROMISED = (
    "title_here", "title_best", "title_before", "title_after", "title_gap", "title_prose", "h1_gap",
    "summary_here", "text_here", "text_missing", "text_known", "heading_gap", "headings_share",
)  # fmt: skip

_KEY = 40
"""Characters of a paragraph's beginning that are looked for in what the head promises."""
_FEWEST = 10
"""Characters that a paragraph's beginning must have to be looked for."""
_MOST = 400_000
"""Longest JSON-LD block looked at, in characters."""
_LONGEST_TITLE = 300
_FAR = 80.0
"""Paragraphs since the last heading where there is none."""


def measure_promised(sheet: Sheet, page: Measures) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``PROMISED``."""
    title = _titles(sheet, page, page.lines.low)
    best, at = float(title.max()), int(np.argmax(title))
    gap = np.arange(-at, len(title) - at, dtype=float) if best > 0 else np.zeros(len(title))
    running: Floats = np.cumsum(page.prose)
    summary, text = _found(sheet, page, page.lines.low)
    known = float((text * page.share).sum())
    headings = HEADINGS[page.tags]
    return np.column_stack([
        title, np.full(len(title), best), (gap > 0).astype(float), (gap < 0).astype(float), _signed_log(gap),
        _signed_log((running - running[at]) * float(best > 0)), np.log1p(_since(page.tags == TAGS.index("h1"))),
        summary, text, (known > 0.1) * (1 - text) * (page.prose > 0), np.full(len(title), known),
        np.log1p(_since(headings)), np.cumsum(headings) / max(1, headings.sum()),
    ])  # fmt: skip


def _signed_log(column: Floats) -> Floats:
    """Return the logarithm of the size, with the sign."""
    return np.asarray(np.sign(column) * np.log1p(np.abs(column)))


def _since(flags: NDArray[np.bool_]) -> Floats:
    """Return how many paragraphs ago the last flag stood, at most 60."""
    number = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, number, -1))
    return np.where(last >= 0, np.minimum(number - last, 60), _FAR)


def _titles(sheet: Sheet, page: Measures, low: str) -> Floats:
    """Score how likely each heading is the story's: it says what the head calls the page, it is an ``h1``, no link."""
    told = [
        _spaced(name.lower())
        for name in (sheet.head.meta("og:title", "twitter:title"), sheet.head.title)
        if name
    ]
    headed = page.stands_in(Trait.HEADING | Trait.TITLE)
    score = np.zeros(len(sheet.spans))
    for number in np.flatnonzero(headed).tolist():
        start, end = sheet.spans[number]
        words = _spaced(low[start : min(end, start + _LONGEST_TITLE)])
        if len(words) >= 8:
            inside = any(words in name or name in words for name in told)
            alike = any(words[:20] == name[:20] for name in told)
            score[number] = 3.0 if inside else 2.0 if alike else 0.0
            score[number] += (sheet.marks[number].tag == "h1") - 0.5 * (sheet.marks[number].linked > 0)
    return np.maximum(score, 0)


def _found(sheet: Sheet, page: Measures, low: str) -> tuple[Floats, Floats]:
    """Tell which paragraphs begin as the summary or stand in the text that the head gives."""
    summary, text = np.zeros(len(sheet.spans)), np.zeros(len(sheet.spans))
    told = _spaced(sheet.head.meta("og:description", "description", "twitter:description").lower())
    body = max(_bodies(sheet.head), key=len, default="")
    for number in np.flatnonzero(page.words >= 3).tolist() if told or body else ():
        start = sheet.spans[number].start
        key = _spaced(low[start : min(sheet.spans[number].end, start + _KEY + 10)])[:_KEY]
        if len(key) >= _FEWEST:
            text[number] = key in body
            summary[number] = bool(told) and (key in told or told[:30] in key)
    return summary, text


def _spaced(text: str) -> str:
    return " ".join(text.split())


@cache
def _article_body() -> re.Pattern[str]:
    return re.compile(r'"articleBody"\s{0,9}:\s{0,9}"((?:[^"\\]++|\\.)*+)"', re.DOTALL)


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<[^>]{0,300}>|&(?:nbsp|#160);")


def _bodies(head: Head) -> Iterator[str]:
    """Yield what the page's JSON-LD gives as the story's text, without tags, in lower case."""
    for block in head.ld:
        if "articleBody" in block and len(block) < _MOST:
            for raw in _article_body().findall(block):
                try:
                    body = json.loads(f'"{raw}"', strict=False)
                except ValueError:
                    body = raw
                yield _spaced(_markup().sub(" ", body).lower())

"""What the head of a page promises of its story, found again in its paragraphs: title, summary, the text itself."""

import json
import re
from collections.abc import Iterator
from functools import cache

from stemmata.kernels.lines import LinePage
from stemmata.read.features import Floats
from stemmata.read.measures import MEANING
from stemmata.read.sheet import Head, Sheet

PROMISED = (
    "title_here", "title_best", "title_before", "title_after", "title_gap", "title_prose", "h1_gap",
    "summary_here", "text_here", "text_missing", "text_known", "heading_gap", "headings_share",
)  # fmt: skip

_MOST = 400_000
"""Longest JSON-LD block looked at, in characters."""


def measure_promised(sheet: Sheet, page: LinePage, table: Floats, at: int) -> None:
    """Fill the columns ``PROMISED`` of a table."""
    head = sheet.head
    named = [_spaced(name.lower()) for name in (head.meta("og:title", "twitter:title"), head.title) if name]
    summary = _spaced(head.meta("og:description", "description", "twitter:description").lower())
    page.measure_promised(MEANING, named, summary, max(_bodies(head), key=len, default=""), table, at)


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

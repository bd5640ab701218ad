"""Where in the bytes of a page its headline begins."""

import re
from functools import cache
from html import unescape

_MOST = 8
"""Headings looked at."""
_LONGEST = 1_500
"""Bytes of a heading looked at, tags included."""


@cache
def _tag() -> re.Pattern[bytes]:
    return re.compile(rb"<[^<>]*+>")


def headline_in(content: bytes, low: bytes) -> int | None:
    """Return where the heading of the first rank begins that says most of the page's title, or else one of the second.

    ``low`` is the content in small letters. None if the page has no heading that says anything.
    """
    title = _title(content, low)
    for rank in (b"<h1", b"<h2"):
        places = _places(low, rank)
        scored = [(_alike(title, _heading(content, low, at)), -number) for number, at in enumerate(places)]
        if scored and (rank == b"<h1" or max(scored)[0] > 0.5):
            return places[-max(scored)[1]]
    return None


def _places(low: bytes, rank: bytes) -> list[int]:
    found: list[int] = []
    at = low.find(rank)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = low.find(rank, at + 3)
    return found


def _title(content: bytes, low: bytes) -> frozenset[str]:
    at = low.find(b"<title")
    return _words(content[at : low.find(b"</title", at)][:_LONGEST]) if at >= 0 else frozenset()


def _heading(content: bytes, low: bytes, at: int) -> frozenset[str]:
    return _words(content[at : low.find(b"</h", at, at + _LONGEST)])


def _words(markup: bytes) -> frozenset[str]:
    text = unescape(_tag().sub(b" ", markup).decode("utf-8", "replace"))
    return frozenset(re.findall(r"\w{3,}", text.lower()))


def _alike(title: frozenset[str], heading: frozenset[str]) -> float:
    """Return the share of a heading's words that the title has, less for a heading of one word."""
    return len(title & heading) / max(len(heading), 2)

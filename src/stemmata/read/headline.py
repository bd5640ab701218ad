"""Where in the bytes of a page its headline begins."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import islice

from stemmata.kernels.seek import find_folded

_MOST = 8
"""Headings looked at."""
_ENOUGH = 0.35
"""Share of the title that a heading of a lower rank says if it is the headline; the rest names the site."""
_PLENTY = 0.6
"""Share of the title from which a heading of the first rank is the headline, whatever the others say."""
_LONGEST = 1_500
"""Bytes of a heading looked at, tags included."""


@cache
def _tag() -> re.Pattern[bytes]:
    return re.compile(rb"<[^<>]*+>")


def headline_in(content: bytes) -> int | None:
    """Return where the heading begins that says most of the page's title; one of the first rank unless it says little.

    None if the page has no heading that says anything.
    """
    title = _title(content)
    first = _best(title, content, _places(content, b"<h1"))
    if first and (first[0] >= _PLENTY or not title):
        return first[1]
    lower = (_best(title, content, _places(content, rank)) for rank in (b"<h2", b"<h3"))
    said = [one for one in lower if one and one[0] >= _ENOUGH]
    return max([first, *said] if first else said, key=lambda one: one[0], default=(0, None))[1]


def _best(title: frozenset[str], content: bytes, places: Iterator[int]) -> tuple[float, int] | None:
    """Return how much of the title the best of some headings says, and where it begins; of equals the first."""
    best: tuple[float, int] | None = None
    for at in islice(places, _MOST):
        said = _alike(title, _heading(content, at))
        if best is None or said > best[0]:
            best = said, at
        if said >= _PLENTY:
            break
    return best


def _places(content: bytes, rank: bytes) -> Iterator[int]:
    at = find_folded(content, rank)
    while at >= 0:
        yield at
        at = find_folded(content, rank, at + 3)


def _title(content: bytes) -> frozenset[str]:
    at = find_folded(content, b"<title")
    return _words(content[at : find_folded(content, b"</title", at)][:_LONGEST]) if at >= 0 else frozenset()


def _heading(content: bytes, at: int) -> frozenset[str]:
    return _words(content[at : find_folded(content, b"</h", at, at + _LONGEST)])


def _words(markup: bytes) -> frozenset[str]:
    text = unescape(_tag().sub(b" ", markup).decode("utf-8", "replace"))
    return frozenset(re.findall(r"\w{3,}", text.lower()))


def _alike(title: frozenset[str], heading: frozenset[str]) -> float:
    """Return the share of the title's letters that stand in words the heading has, too."""
    return sum(map(len, title & heading)) / max(1, sum(map(len, title)))

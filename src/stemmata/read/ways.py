"""What each way of opening an element tells: asked once, and remembered across the pages of a process.

A way is a tag and the values of the attributes in ``TELLING``, parted by NULs; a tag alone has none of them.
An element that is no block has no tag in its way, and of its attributes only what may hide it or says that it names an author.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from stemmata.model import Span
from stemmata.read.sheet import Moment
from stemmata.read.traits import hidden, signing, traits_of

TELLING = ("class", "id", "role", "itemprop", "rel", "style", "hidden")
HIDING = ("class", "style", "hidden")
SIGNING = ("itemprop", "rel")
"""Attributes that tell of an element inside a line if they speak of an author."""
UNSEEN = -1
_MANY = 3
"""Class names on one element from which their choice and order are a mark of their own."""
_COUNTED = 4
"""Class names of one element that are counted; what follows them is mostly state."""
_LINK_RELS = ("canonical", "syndication-source", "original-source", "amphtml")
_LONGEST = 60
"""Characters that no moment needs."""
_KEPT = 200
"""Class names of a page that are kept, the most frequent first."""


class Look(NamedTuple):
    """What an element's tag and attributes tell of it."""

    traits: int
    """The traits it gives to what stands in it; ``UNSEEN`` if it is never shown."""
    names: tuple[str, ...] = ()
    row: int | None = None
    """A number for its row of class names, if it has three or more."""


def way_of(tag: str, names: Mapping[str, str]) -> str:
    """Return the way of a block; an attribute without a value is one that is not there, but for ``hidden``."""
    values = [names.get(name, "") for name in TELLING]
    if names.get("hidden") == "":
        values[-1] = "hidden"
    return "\0".join((tag, *values)) if any(name in names for name in TELLING) else tag


def way_inside(names: Mapping[str, str]) -> str:
    """Return the way of an element that is no block."""
    told = {
        name: value
        for name, value in names.items()
        if name in HIDING or (name in SIGNING and "author" in value)
    }
    return way_of("", told)


@lru_cache(maxsize=50_000)
def look(way: str) -> Look:
    """Return what a way tells."""
    tag, *values = way.split("\0")
    if tag in {"html", "body"}:
        return Look(0)
    names = {name: value for name, value in zip(TELLING, values, strict=False) if value}
    if hidden(names):
        return Look(UNSEEN)
    if not tag:
        return Look(signing(names))
    called = names.get("class", "").split()
    row = crc32(" ".join(called).encode("utf-8", "replace")) if len(called) >= _MANY else None
    return Look(traits_of(tag, names), tuple(called[:_COUNTED]), row)


def class_names(looks: Iterable[Look]) -> tuple[str, ...]:
    """Return the most frequent class names, each way of opening a block counted once."""
    counts = Counter(chain.from_iterable(one.names for one in looks))
    return tuple(sorted(sorted(counts), key=counts.__getitem__, reverse=True)[:_KEPT])


def class_rows(looks: Iterable[Look]) -> tuple[int, ...]:
    """Return the numbers of all rows of class names, sorted."""
    return tuple(sorted({one.row for one in looks if one.row is not None}))


def title_of(titles: Iterable[str]) -> str:
    """Return what the first title says, its white space evened."""
    return " ".join(next(iter(titles), "").split())


def metas_of(metas: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return names in small letters, with contents as they are meant."""
    return tuple((name.lower(), content.strip()) for name, content in metas)


def links_of(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the kinds and addresses of those links that say where the page or its source is."""
    return tuple((rel, href) for rels, href in links for rel in rels.lower().split() if rel in _LINK_RELS)


def moments_of(moments: Iterable[tuple[str, int]]) -> tuple[Moment, ...]:
    """Return the moments that ``time`` elements give; what is long is no moment."""
    given = ((value.strip(), paragraph) for value, paragraph in moments)
    return tuple(Moment(value, paragraph) for value, paragraph in given if 0 < len(value) < _LONGEST)


def signers_of(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return where the elements that name an author have words, each place once."""
    found = dict.fromkeys(
        Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in ranges
    )
    return tuple(span for span in found if span.start < span.end)

"""What a page's markup says of its date, read from its bytes alone: some ten thousand pages a CPU-second.

A whole page is laid out at a few hundred a CPU-second. The statements of its date stand in a few places that can be
found by looking for bytes: ``meta`` tags, JSON-LD, and microdata. They are given back as the same ``Head`` that the
whole reading gives, so that everything behind it is shared.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from stemmata.read.sheet import Head

_MOST_TAG = 2_000
"""Bytes in which a ``meta`` tag ends, if it says a date."""
_MOST_HEAD = 20_000
"""Bytes before which the ``html`` tag stands."""
_MOST_TAGS = 400
"""Tags looked at; pages have some thirty."""
_LD = b"application/ld+json"
_MOST_BLOCKS = 40
"""JSON-LD blocks looked at."""


@cache
def _meta() -> re.Pattern[bytes]:
    return re.compile(rb"<meta[^<>]{0,%d}+>" % _MOST_TAG, re.IGNORECASE)


@cache
def _telling() -> re.Pattern[bytes]:
    """Parts of the names of those ``meta`` tags that may say a date, and of the one that names the page's engine."""
    return re.compile(rb"date|time|publi|created|issued|modif|generator")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(
        r"""([\w:.-]{1,60})\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,200}))"""
    )


@cache
def _scripted() -> re.Pattern[bytes]:
    return re.compile(
        rb"date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|pub_?date|firstpublished\w{0,9}"
    )


@cache
def _value() -> re.Pattern[bytes]:
    return re.compile(
        rb"""[\w-]{0,9}\\?["']?\s{0,3}:\s{0,3}\\?["'](2\d{3}-\d\d-\d\d(?:[t ][\d:.]{5,12}(?:z|[+-]\d\d:?\d\d)?)?)"""
    )


def scripted(content: bytes) -> tuple[str, ...]:
    """Return what the page's scripts call the time of publication, of this page or of others."""
    low = content.lower()
    given = (_value().match(low, found.end()) for found in _scripted().finditer(low))
    return tuple(dict.fromkeys(one[1].decode("ascii", "replace") for one in given if one))


def skimmed(content: bytes) -> Head:
    """Return the part of a page's head that may say its date."""
    return Head(language=_language(content), metas=tuple(_metas(content)), ld=tuple(_ld(content)))


def attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of a tag by their names in small letters; of two with one name the first."""
    found = dict[str, str]()
    for name, double, single, bare in _attribute().findall(tag.decode("utf-8", "replace")):
        found.setdefault(name.lower(), unescape(double or single or bare).strip())
    return found


def _language(content: bytes) -> str:
    low = content[:_MOST_HEAD].lower()
    at = low.find(b"<html")
    return attributes(low[at : low.find(b">", at) + 1][:_MOST_TAG]).get("lang", "") if at >= 0 else ""


def _metas(content: bytes) -> Iterator[tuple[str, str]]:
    telling = _telling()
    for number, tag in enumerate(_meta().finditer(content)):
        if number >= _MOST_TAGS:
            return
        if telling.search(tag[0].lower()):
            told = attributes(tag[0])
            name = told.get("property") or told.get("name") or told.get("itemprop") or ""
            yield name.lower(), told.get("content", "")


def _ld(content: bytes) -> Iterator[str]:
    at = content.find(_LD)
    for _ in range(_MOST_BLOCKS):
        if at < 0:
            return
        start = content.find(b">", at) + 1
        end = content.find(b"</script", start)
        if start and end > 0:
            block = content[start:end]
            if b"date" in block or b"Date" in block:
                yield block.decode("utf-8", "replace")
        at = content.find(_LD, max(end, at + len(_LD)))

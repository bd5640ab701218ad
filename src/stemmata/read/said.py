"""The dates that a page's markup and its address state, as stamps with their origin."""

import re
from collections.abc import Iterator
from functools import cache

from stemmata.model import Stamp
from stemmata.read.claims import Claims
from stemmata.read.days import iso
from stemmata.read.sheet import Head

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "article.published", "published-date", "cxenseparse:recs:publishtime", "article_date_original",
    "originalpublicationdate", "rnews:datepublished", "dcterms.issued", "dc.date.issued", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "citation_publication_date",
)  # fmt: skip
_SOME_DATE = (
    "date", "dc.date", "dc.date.created", "dcterms.created", "dcterms.date", "sailthru.date", "datecreated", "created",
    "release_date", "displaydate", "uploaddate", "article:created_time", "dcterms:created",
)  # fmt: skip
"""Names under which some pages give the day of publication, others that of a change."""
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)


@cache
def _in_url() -> re.Pattern[str]:
    return re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def said(head: Head, claims: Claims) -> Iterator[Stamp]:
    """Yield what is said of the day of publication, the surest names first."""
    for value in claims.published:
        if day := iso(value):
            yield Stamp(day, None, "json-ld")
    yield from _named(head, _PUBLISHED)


def vaguely_said(head: Head) -> Iterator[Stamp]:
    """Yield what is said of a day that may be the one of publication."""
    yield from _named(head, _SOME_DATE)


def changed(head: Head, claims: Claims) -> Iterator[Stamp]:
    """Yield what is said of the last change."""
    for value in claims.modified:
        if day := iso(value):
            yield Stamp(day, None, "json-ld:modified")
    yield from _named(head, _MODIFIED)


def addressed(url: str) -> Iterator[Stamp]:
    """Yield the day in the page's address, if it has one."""
    found = _in_url().search(url)
    if found and (day := iso("-".join(found.groups()))):
        yield Stamp(day, None, "url")


def _named(head: Head, names: tuple[str, ...]) -> Iterator[Stamp]:
    for name in names:
        if day := iso(head.meta(name)):
            yield Stamp(day, None, f"meta:{name}")

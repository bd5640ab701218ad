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
)  # fmt: skip
"""The names most pages use, the surest first."""
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
_EMBEDDED = frozenset(
    {"og:video:release_date", "video:release_date", "music:release_date", "book:release_date"}
)
"""Names of days of something else."""


@cache
def _telling() -> dict[str, re.Pattern[str]]:
    """Parts of the names of other ``meta`` tags, which each page engine calls as it likes."""
    return {
        "modified": re.compile(r"modif|updat|lastm|last-m|chang|revis|edit(?!or)"),
        "published": re.compile(r"publi.{0,12}(?:date|time|on$|at$)|pub[-_.]?(?:date|time)|(?:date|time).{0,6}publi|issued|firstpub|originalpub"),
        "some": re.compile(r"date|creat|time_?stamp"),
        "other": re.compile(r"expir|event|start|end|birth|valid|refresh|cache|until|crawl|build|reading|available"),
    }  # fmt: skip


@cache
def _in_url() -> re.Pattern[str]:
    year, month, day = (
        r"(?P<year>(?:19|20)\d{2})",
        r"(?P<month>0?[1-9]|1[0-2])",
        r"(?P<day>0?[1-9]|[12]\d|3[01])",
    )
    return re.compile(
        rf"(?<!\d){year}(?P<by>[/_.-]){month}(?P=by){day}(?![\d.])(?:(?<!/\d)(?<!/\d\d)|(?=/|$))"
        r"|(?<![\da-f-])(?P<row>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\da-f])"
        r"|(?<![\d-])(?P<first>[0-3]?\d)-(?P<second>[01]?\d)-(?P<last>(?:19|20)\d{2})(?![\d-])"
    )


def said(head: Head, claims: Claims) -> Iterator[Stamp]:
    """Yield what is said of the day of publication, the surest names first."""
    for value in claims.published:
        if day := iso(value):
            yield Stamp(day, None, "json-ld")
    yield from _named(head, _PUBLISHED)
    yield from _called(head, "published", ("modified",))


def vaguely_said(head: Head) -> Iterator[Stamp]:
    """Yield what is said of a day that may be the one of publication: some pages give that of a change here."""
    yield from _called(head, "some", ("modified", "published"))


def changed(head: Head, claims: Claims) -> Iterator[Stamp]:
    """Yield what is said of the last change."""
    for value in claims.modified:
        if day := iso(value):
            yield Stamp(day, None, "json-ld:modified")
    yield from _named(head, _MODIFIED)
    yield from _called(head, "modified", ())


def addressed(url: str) -> Iterator[Stamp]:
    """Yield the day in the page's address, if it has one: ``/2023/08/06/``, ``20230806``, or ``06-08-2023`` as most countries write."""
    for found in _in_url().finditer(url.partition("?")[0]):
        told = found["row"] or "-".join(found.group("year", "month", "day")) if not found["last"] else ""
        if day := iso(told or ".".join(found.group("first", "second", "last"))):
            yield Stamp(day, None, "url")
            return


def filed(url: str) -> Stamp | None:
    """Return the day under which the page's engine filed it when it was made: ``/2023/08/06/`` in its address."""
    found = _in_url().search(url.partition("?")[0])
    day = iso("-".join(found.group("year", "month", "day"))) if found and found["by"] == "/" else None
    return Stamp(day, None, "url") if day else None


def _named(head: Head, names: tuple[str, ...]) -> Iterator[Stamp]:
    for name in names:
        if day := iso(head.meta(name)):
            yield Stamp(day, None, f"meta:{name}")


def _called(head: Head, kind: str, but: tuple[str, ...]) -> Iterator[Stamp]:
    """Yield what stands under names that speak of one kind of day and not of others, in page order."""
    telling = _telling()
    for name, content in head.metas:
        if (
            telling[kind].search(name)
            and not telling["other"].search(name)
            and not any(telling[other].search(name) for other in but)
            and name not in _EMBEDDED
            and (day := iso(content))
        ):
            yield Stamp(day, None, f"meta:{name}")

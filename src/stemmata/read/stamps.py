"""Every date a page states of itself, ranked by how far such statements are to be trusted."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stemmata.model import Block, Page, Role, Span, Stamp
from stemmata.read.claims import Claims
from stemmata.read.days import days_in, iso
from stemmata.read.sheet import Sheet

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "published-date", "cxenseparse:recs:publishtime",
    "article_date_original", "originalpublicationdate", "rnews:datepublished", "datecreated", "created", "release_date", "displaydate",
)  # fmt: skip
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


def stamps_of(
    page: Page, sheet: Sheet, blocks: Sequence[Block], claims: Claims, language: str
) -> tuple[Stamp, ...]:
    """Return the page's statements of its own date, best first, each value and origin once."""
    found = dict.fromkeys(
        (
            *_machine(sheet, claims),
            *_times(sheet, blocks),
            *_visible(sheet, blocks, language),
            *_row(page),
            *_changed(sheet, claims),
            *_address(page.url or ""),
        )
    )
    return tuple(found)


def _machine(sheet: Sheet, claims: Claims) -> Iterator[Stamp]:
    for value in claims.published:
        if day := iso(value):
            yield Stamp(day, None, "json-ld")
    for name in _PUBLISHED:
        if day := iso(sheet.head.meta(name)):
            yield Stamp(day, None, f"meta:{name}")


def _changed(sheet: Sheet, claims: Claims) -> Iterator[Stamp]:
    for value in claims.modified:
        if day := iso(value):
            yield Stamp(day, None, "json-ld:modified")
    for name in _MODIFIED:
        if day := iso(sheet.head.meta(name)):
            yield Stamp(day, None, f"meta:{name}")


def _times(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[Stamp]:
    """Yield the ``time`` elements of the head of the story: from the title to the first paragraphs."""
    title = next((number for number, block in enumerate(blocks) if block.role is Role.TITLE), 0)
    first = next((number for number, block in enumerate(blocks) if block.role is Role.BODY), 0)
    for moment in sheet.head.moments:
        if title - 6 <= moment.paragraph <= first + 3 and (day := iso(moment.value)):
            number = moment.paragraph
            near = number < len(blocks) and blocks[number].role in {Role.STAMP, Role.BYLINE}
            yield Stamp(day, blocks[number].span if near else None, "time")


def _visible(sheet: Sheet, blocks: Sequence[Block], language: str) -> Iterator[Stamp]:
    american = sheet.head.language.lower() in {"en-us", "en_us"}
    for block in blocks:
        if block.role in {Role.STAMP, Role.BYLINE}:
            for day in days_in(block.span.of(sheet.text)[:300], american=american):
                yield Stamp(day.value, Span(block.span.start + day.start, block.span.start + day.end), "text")


def _row(page: Page) -> Iterator[Stamp]:
    if page.claimed_date and (day := iso(page.claimed_date)):
        yield Stamp(day, None, page.claimed_by)


def _address(url: str) -> Iterator[Stamp]:
    found = _in_url().search(url)
    if found and (day := iso("-".join(found.groups()))):
        yield Stamp(day, None, "url")

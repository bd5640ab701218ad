"""Every date a page states of itself, ranked by how far such statements are to be trusted."""

from collections.abc import Iterator, Sequence

from stemmata.model import Block, Media, Page, Role, Span, Stamp
from stemmata.read.claims import Claims
from stemmata.read.days import days_in, first_in, iso
from stemmata.read.local import moment_of
from stemmata.read.published import published
from stemmata.read.said import addressed, changed, said, vaguely_said
from stemmata.read.sheet import Sheet


def stamps_of(
    page: Page, sheet: Sheet, blocks: Sequence[Block], claims: Claims, language: str
) -> tuple[Stamp, ...]:
    """Return the page's statements of its own date, best first, each value and origin once."""
    first = next(_first(page, sheet, blocks, claims), None)
    others = (
        *said(sheet.head, claims),
        *vaguely_said(sheet.head),
        *_times(sheet, blocks),
        *_visible(sheet, blocks, language),
        *_row(page),
        *changed(sheet.head, claims),
        *addressed(page.url or ""),
    )
    if first is None:
        return tuple(dict.fromkeys(others))
    return (first, *dict.fromkeys(other for other in others if not _same(first, other)))


def _same(one: Stamp, other: Stamp) -> bool:
    """Whether two stamps are one statement: the same moment from the same place, whatever the offset it is given with."""
    return one.origin == other.origin and moment_of(one.value) == moment_of(other.value)


def _first(page: Page, sheet: Sheet, blocks: Sequence[Block], claims: Claims) -> Iterator[Stamp]:
    """Yield what ``publication_date`` finds, with its place in the text if it stands there."""
    if page.media is not Media.HTML:
        return
    if found := published(page.content, page.url, sheet.head, claims, page.charset):
        words = " ".join(found.words.split())
        yield Stamp(found.stamp.value, _place(words, sheet, blocks), found.stamp.origin)


def _place(words: str, sheet: Sheet, blocks: Sequence[Block]) -> Span | None:
    """Return where the words of a date stand: in a stamp or a byline if they do, else anywhere."""
    if not words:
        return None
    lines = [block.span for block in blocks if block.role in {Role.STAMP, Role.BYLINE}]
    for span in (*lines, Span(0, len(sheet.text))):
        at = sheet.text.find(words, *span)
        if at >= 0:
            return Span(at, at + len(words))
    return None


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
    first = first_in(sheet.head.language)
    for block in blocks:
        if block.role in {Role.STAMP, Role.BYLINE}:
            for day in days_in(block.span.of(sheet.text)[:300], first=first):
                yield Stamp(day.value, Span(block.span.start + day.start, block.span.start + day.end), "text")


def _row(page: Page) -> Iterator[Stamp]:
    if page.claimed_date and (day := iso(page.claimed_date)):
        yield Stamp(day, None, page.claimed_by)

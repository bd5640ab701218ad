"""READ: one page in, one article out, or the reason why there is none."""

from hashlib import sha256

from stemmata.model import Article, Block, Media, Page, Unread, content_id
from stemmata.read.authors import authors_of_page, signed_spans
from stemmata.read.body import body_of
from stemmata.read.claims import Claims, claims_of, declared_of, host
from stemmata.read.cover import uncovered
from stemmata.read.credits import credits_of
from stemmata.read.dateline import find_dateline
from stemmata.read.decode import binary_kind, decode
from stemmata.read.dom import lay_out_html
from stemmata.read.layout import marks_of
from stemmata.read.places import places_of
from stemmata.read.plain import lay_out_text
from stemmata.read.refusal import nothing_shown, refusal_of
from stemmata.read.roles import blocks_of, first_roles
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet
from stemmata.read.stamps import stamps_of
from stemmata.read.title import Title, find_title
from stemmata.text.identify import identify

_LANGUAGE = 800
"""Characters of the story by which its language is told: some hundred words."""


def read_page(page: Page, settings: ReadSettings | None = None) -> Article | Unread:
    """Read a page: its visible text, what each paragraph of it is, and what it states of itself."""
    settings = settings or ReadSettings()
    answer = _read(page, _lay_out(page, settings), settings)
    if isinstance(answer, Unread) and page.media is Media.HTML and answer.reason in {"needs-script", "empty"}:
        again = _read(page, _lay_out(uncovered(page), settings), settings)
        return again if isinstance(again, Article) else answer
    return answer


def _lay_out(page: Page, settings: ReadSettings) -> Sheet | Unread:
    """Turn bytes into paragraphs, or say why that cannot be."""
    content = page.content
    if not content.strip():
        return Unread(page.source, "empty", "The page holds nothing.")
    if kind := binary_kind(content):
        return Unread(page.source, "binary", f"This is not a page of text but {kind}.")
    if len(content) > settings.most_bytes:
        return _too_long(page, f"{len(content):,} bytes", f"{settings.most_bytes:,}")
    text = decode(content, page.charset, page.media)
    if _odd(text) > settings.most_odd:
        return Unread(
            page.source, "undecodable", "The bytes make no text in UTF-8 or in the charset the page declares."
        )
    sheet = lay_out_html(text) if page.media is Media.HTML else lay_out_text(text)
    if not sheet.spans:
        return nothing_shown(page, text)
    if len(sheet.text) > settings.most_visible:
        return _too_long(page, f"{len(sheet.text):,} characters of text", f"{settings.most_visible:,}")
    return sheet


def _too_long(page: Page, size: str, most: str) -> Unread:
    return Unread(page.source, "too-long", f"The page has {size}; pages of more than {most} are not read.")


def _odd(text: str) -> float:
    """Return the share of replacement and control characters in the first stretch of a text."""
    head = text[:20_000]
    odd = sum(head.count(char) for char in "\ufffd\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x1a\x1b")
    return odd / max(len(head), 1)


def _read(page: Page, sheet: Sheet | Unread, settings: ReadSettings) -> Article | Unread:
    if isinstance(sheet, Unread):
        return sheet
    inside, _ = body_of(sheet)
    claims = claims_of(sheet.head)
    roles = first_roles(sheet, inside)
    title = find_title(page, sheet, roles, claims)
    blocks = blocks_of(sheet, roles, title)
    if refused := refusal_of(page, sheet, blocks, claims, settings):
        return refused
    return _article(page, sheet, blocks, title, claims, settings)


def _article(
    page: Page, sheet: Sheet, blocks: tuple[Block, ...], title: Title, claims: Claims, settings: ReadSettings
) -> Article:
    digest = sha256(page.content).hexdigest()
    places = places_of(blocks)
    story = "\n".join(blocks[number].span.of(sheet.text) for number in places.body[:8])
    language = identify(story[:_LANGUAGE])
    signed = signed_spans(sheet.text, blocks, places)
    dateline = find_dateline(sheet.text, blocks, places)
    return Article(
        id=content_id("a", page.url or digest, sheet.text),
        source=page.source,
        sources=(page.source,),
        url=page.url,
        site=host(page.url) or page.site or host(sheet.head.meta("og:url") or claims.canonical) or title.site,
        publisher=next(iter(claims.publishers), None) or claims.site or title.site,
        fetched=page.fetched,
        sha256=digest,
        title=title.words,
        authors=authors_of_page(sheet, blocks, places, signed, claims) or page.authors,
        byline=next(iter(signed), None),
        text=sheet.text,
        blocks=blocks,
        dateline=dateline,
        credits=credits_of(sheet.text, blocks, places, dateline),
        declared=declared_of(sheet.head, claims),
        language=language,
        stamps=stamps_of(page, sheet, blocks, claims, language),
        layout=marks_of(sheet, blocks, title, settings),
    )

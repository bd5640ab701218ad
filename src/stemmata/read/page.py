"""READ: one page in, one article out, or the reason why there is none."""

from collections.abc import Callable
from hashlib import sha256

from stemmata.model import Article, Block, Dateline, Media, Page, Unread, content_id
from stemmata.read.authors import authors_of_page, signed_spans
from stemmata.read.body import body_of
from stemmata.read.claims import Claims, claims_of, declared_of, host
from stemmata.read.cover import uncovered
from stemmata.read.credits import credits_of
from stemmata.read.dateline import find_dateline
from stemmata.read.decode import binary_kind, decode, is_taken_for_utf8
from stemmata.read.dom import lay_out_html, lay_out_utf8
from stemmata.read.layout import marks_of
from stemmata.read.places import places_of
from stemmata.read.plain import lay_out_text
from stemmata.read.refusal import nothing_shown, refusal_of
from stemmata.read.roles import blocks_of, first_roles
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet
from stemmata.read.sites import (
    STORYLESS,
    Pack,
    Told,
    any_packs,
    layouts_on,
    looks_by,
    outdated,
    pack_for,
    told_by,
    used,
    with_note,
)
from stemmata.read.stamps import stamps_of
from stemmata.read.title import Title, find_title
from stemmata.read.ways import Look, look
from stemmata.text.identify import identify

_HEAD = 20_000
"""Characters by which it is told whether bytes make a text."""
_LANGUAGE = 800
"""Characters of the story by which its language is told: some hundred words."""


def read_page(page: Page, settings: ReadSettings | None = None) -> Article | Unread:
    """Read a page: its visible text, what each paragraph of it is, and what it states of itself."""
    settings = settings or ReadSettings()
    sheet = _lay_out(page, settings)
    if any_packs(settings.packs) and (pack := pack_for(_hosts(page, sheet), settings.packs)):
        return _by_pack(pack, page, sheet, settings)
    return _as_any(page, sheet, settings)


def _as_any(page: Page, sheet: Sheet | Unread, settings: ReadSettings) -> Article | Unread:
    """Read a page as any other; once more with nothing hidden if it hides its story."""
    answer = _read(page, sheet, settings)
    if isinstance(answer, Unread) and page.media is Media.HTML and answer.reason in {"needs-script", "empty"}:
        again = _read(page, _lay_out(uncovered(page), settings), settings)
        return again if isinstance(again, Article) else answer
    return answer


def _by_pack(pack: Pack, page: Page, sheet: Sheet | Unread, settings: ReadSettings) -> Article | Unread:
    """Read a page by the rules for its site; as any other, and say so, where they do not fit it."""
    for layout in layouts_on(pack, page.fetched):
        laid = _lay_out(page, settings, looks_by(layout))
        told = told_by(layout, laid) if isinstance(laid, Sheet) else None
        read = _read(page, laid, settings, told) if told else None
        if isinstance(read, Article):
            return with_note(read, used(pack, layout))
    return with_note(_as_any(page, sheet, settings), outdated(pack, page.fetched))


def _hosts(page: Page, sheet: Sheet | Unread) -> tuple[str | None, ...]:
    """Return by what a page's site may be known: its address, its row, what the page says is its address."""
    if isinstance(sheet, Unread):
        return ()
    canonical = next((href for rel, href in sheet.head.links if rel == "canonical"), "")
    return host(page.url), page.site, host(sheet.head.meta("og:url")), host(canonical)


def _lay_out(page: Page, settings: ReadSettings, asked: Callable[[str], Look] = look) -> Sheet | Unread:
    """Turn bytes into paragraphs, or say why that cannot be."""
    content = page.content
    if not content or content.isspace():
        return Unread(page.source, "empty", "The page holds nothing.")
    if kind := binary_kind(content):
        return Unread(page.source, "binary", f"This is not a page of text but {kind}.")
    if len(content) > settings.most_bytes:
        return _too_long(page, f"{len(content):,} bytes", f"{settings.most_bytes:,}")
    sheet = _of_utf8(page, settings, asked) or _of_text(page, settings, asked)
    if isinstance(sheet, Unread):
        return sheet
    if not sheet.spans:
        return nothing_shown(page, decode(content, page.charset, page.media))
    if len(sheet.text) > settings.most_visible:
        return _too_long(page, f"{len(sheet.text):,} characters of text", f"{settings.most_visible:,}")
    return sheet


def _of_utf8(page: Page, settings: ReadSettings, asked: Callable[[str], Look]) -> Sheet | None:
    """Lay out an HTML page from its bytes, where they are UTF-8 and make sense."""
    if page.media is not Media.HTML or not is_taken_for_utf8(page.content, page.charset, page.media):
        return None
    head = page.content[: 4 * _HEAD].decode("utf-8", "replace")
    return lay_out_utf8(page.content, asked) if _odd(head) <= settings.most_odd else None


def _of_text(page: Page, settings: ReadSettings, asked: Callable[[str], Look]) -> Sheet | Unread:
    text = decode(page.content, page.charset, page.media)
    if _odd(text) > settings.most_odd:
        return Unread(
            page.source, "undecodable", "The bytes make no text in UTF-8 or in the charset the page declares."
        )
    return lay_out_html(text, asked) if page.media is Media.HTML else lay_out_text(text)


def _too_long(page: Page, size: str, most: str) -> Unread:
    return Unread(page.source, "too-long", f"The page has {size}; pages of more than {most} are not read.")


def _odd(text: str) -> float:
    """Return the share of replacement and control characters in the first stretch of a text."""
    head = text[:_HEAD]
    odd = sum(head.count(char) for char in "\ufffd\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x1a\x1b")
    return odd / max(len(head), 1)


def _read(
    page: Page, sheet: Sheet | Unread, settings: ReadSettings, told: Told | None = None
) -> Article | Unread:
    """Read a page that is laid out; a pack for its site may have ``told`` of some paragraphs what they are."""
    if isinstance(sheet, Unread):
        return sheet
    inside = told.inside if told else body_of(sheet)[0]
    claims = claims_of(sheet.head)
    roles = first_roles(sheet, inside)
    title = find_title(page, sheet, roles, claims)
    title = told.title(sheet, title) if told else title
    blocks = blocks_of(sheet, roles, title)
    blocks = told.blocks(blocks) if told else blocks
    refused = refusal_of(page, sheet, blocks, claims, settings)
    if refused and not (told and told.whole and refused.reason in STORYLESS):
        return refused
    return _article(page, sheet, blocks, title, claims, settings)


def _persons(authors: tuple[str, ...], dateline: Dateline | None) -> tuple[str, ...]:
    """Leave the agency of the dateline out of the authors."""
    return tuple(name for name in authors if not (dateline and dateline.agency == name))


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
        authors=_persons(authors_of_page(sheet, blocks, places, signed, claims) or page.authors, dateline),
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

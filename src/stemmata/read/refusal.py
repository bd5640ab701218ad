"""Pages that carry no story, and the reason why.

A page with enough connected prose is an article, whatever boxes stand around it; only live blogs are told before.
Any other page is looked at from afar (``looks.py``) and asked for the signs of each kind in turn. Every sign wants two
witnesses at least, words and shape or words and markup, because a refused article is lost.
"""

from collections.abc import Callable, Sequence

from stemmata.model import Block, Page, Role, Unread
from stemmata.read.claims import Claims
from stemmata.read.lists import front, link_list, searched
from stemmata.read.live import live_blog
from stemmata.read.looks import Looks, is_linked, is_partly_linked, is_prose, length, looks_of
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet
from stemmata.read.walls import named, said, walls

Sign = Callable[[Looks, ReadSettings], str]
"""Says in one sentence why a page is of a kind, or returns an empty string."""

_STORIES = ("Article", "Posting", "Report", "Review")
_ADDRESS_FORUM = ("viewtopic", "/forum", "showthread", "/thread", "//forum.", "//boards.")
_ADDRESS_GALLERY = (
    "galler",
    "/photos/",
    "/fotos",
    "/bilder",
    "/photo/",
    "/pictures/",
    "/galer",
    "/diaporama",
    "fotostrecke",
    "slideshow",
)
_CONNECTED = 12
"""Words from which a paragraph that follows another of the story is counted as connected prose."""
_LONG = 30
"""Words from which a paragraph is prose on its own."""


def refusal_of(
    page: Page, sheet: Sheet, blocks: Sequence[Block], claims: Claims, settings: ReadSettings
) -> Unread | None:
    """Return why there is no story on the page, or None if there is one."""
    if says := live_blog(page, sheet, blocks, settings):
        return Unread(page.source, "live-blog", says)
    if _connected(sheet, blocks, settings.surely_story) >= settings.surely_story:
        return None
    looks = looks_of(page, sheet, blocks, claims)
    for kind, sign in SIGNS:
        if says := sign(looks, settings):
            return Unread(page.source, kind, says)
    story = sum(length(block.span.of(sheet.text)) for block in blocks if block.role is Role.BODY)
    if story >= settings.fewest_words:
        return None
    if _promised(looks) and looks.prose() < settings.most_beside:
        says = "The page is marked as an article, but as it was saved it holds no story: a script would put it there."
        return Unread(page.source, "needs-script", says)
    says = f"No story was found: fewer than {settings.fewest_words} words read as one."
    return Unread(page.source, "no-article", says)


def nothing_shown(page: Page, text: str) -> Unread:
    """Return why a page shows no text at all: it is empty, or it waits for a script and says so to who has none."""
    at = text.lower().find("<noscript")
    if at >= 0 and any(words in text[at : at + 2000].lower() for words in walls()["needs-script"].says):
        says = "The page shows no text and asks for JavaScript: its story is put there by a script."
        return Unread(page.source, "needs-script", says)
    return Unread(page.source, "empty", "The page shows no text.")


def _connected(sheet: Sheet, blocks: Sequence[Block], enough: float) -> float:
    """Return the words of the story's paragraphs that are long or follow one another, counted up to ``enough``."""
    words, above = 0.0, False
    for number, block in enumerate(blocks):
        here = block.role is Role.BODY and not is_linked(sheet, number)
        if here:
            size = length(block.span.of(sheet.text)[:4000])
            headed = number > 0 and is_linked(sheet, number - 1)
            listed = headed or is_partly_linked(sheet, number, size)
            words += size if size >= (_CONNECTED if above else _LONG) and not listed else 0
        if words >= enough:
            break
        above = here
    return words


def _needs_script(looks: Looks, settings: ReadSettings) -> str:
    found = said(looks, walls()["needs-script"].says)
    if not found.phrases or looks.prose(beside=found.lines) >= settings.fewest_words:
        return ""
    return f"The page says “{found.phrases[0]}” and shows nothing else: its story is put there by a script."


def _consent(looks: Looks, settings: ReadSettings) -> str:
    name, found = named(looks, "consent"), said(looks, walls()["consent"].says, longest=120)
    if looks.prose(beside=found.lines) >= settings.fewest_words or len(found.phrases) + 2 * bool(name) < 2:
        return ""
    if not name and looks.listed >= settings.fewest_listed:
        return ""
    words = name or found.phrases[0]
    return f"The page asks for consent or a check before it shows its story: it says “{words}” and has no story beside."


def _error(looks: Looks, settings: ReadSettings) -> str:
    name, found = named(looks, "error-page") or _code(looks), said(looks, walls()["error-page"].says)
    rest = looks.prose(beside=found.lines)
    if rest >= settings.most_beside or len(found.phrases) + 2 * bool(name) < 2:
        return ""
    return f"The page is an error message: it says “{name or found.phrases[0]}” and holds {rest:.0f} words of prose beside."


def _code(looks: Looks) -> str:
    """Return a heading that is the number of an HTTP error with few words around it."""
    codes = {"400", "401", "403", "404", "410", "429", "451", "500", "502", "503", "504"}
    for name in looks.names:
        words = name.replace(":", " ").split()
        if len(words) <= 6 and (set(words[:1]) & codes or (len(words) < 4 and set(words[-1:]) & codes)):
            return name
    return ""


def _login(looks: Looks, settings: ReadSettings) -> str:
    name, found = named(looks, "login"), said(looks, walls()["login"].says)
    if not name or not found.phrases or looks.prose(beside=found.lines) >= settings.fewest_words:
        return ""
    return f"The page is a form to log in: its heading is “{name}” and it asks for “{found.phrases[0]}”."


def _product(looks: Looks, settings: ReadSettings) -> str:
    found = said(looks, walls()["product"].says, longest=25)
    named_so = bool({"Product", "product", "og:product", "ProductGroup"} & looks.kinds)
    if _promised(looks) or len(found.phrases) + named_so < 2 or looks.prose() >= settings.surely_story:
        return ""
    return (
        f"The page sells something: it says “{found.phrases[0]}” and is not marked as an article."
        if found.phrases
        else ""
    )


def _forum(looks: Looks, settings: ReadSettings) -> str:
    found = said(looks, walls()["forum"].says, longest=12)
    marked = bool({"DiscussionForumPosting", "QAPage"} & looks.kinds)
    marked = marked or any(part in looks.address for part in _ADDRESS_FORUM)
    longest = max((line.size for line in looks.lines if is_prose(line)), default=0.0)
    if not marked or not found.phrases or longest > _LONG:
        return ""
    return f"The page is a thread of a forum: short posts, and buttons such as “{found.phrases[0]}”."


def _gallery(looks: Looks, settings: ReadSettings) -> str:
    captions = sum(line.caption and line.size >= 3 and not line.linked for line in looks.lines)
    marked = "ImageGallery" in looks.kinds or any(part in looks.address for part in _ADDRESS_GALLERY)
    called = named(looks, "gallery")
    most = settings.most_beside if marked or called else settings.fewest_words
    if captions < settings.fewest_captions or looks.prose() >= most:
        return ""
    return f"The page is a row of {captions} pictures with captions and holds no story beside them."


def _media(looks: Looks, settings: ReadSettings) -> str:
    kinds = {
        "VideoObject",
        "AudioObject",
        "PodcastEpisode",
        "RadioEpisode",
        "video",
        "video.other",
        "video.episode",
    }
    marked, called = sorted(kinds & looks.kinds), named(looks, "media")
    rest = looks.prose()
    if rest >= (settings.most_beside if marked else settings.fewest_words) or not (marked or called):
        return ""
    why = f"it is marked as {marked[0]}" if marked else f"its heading begins “{called[:40]}”"
    return f"The page is a film or sound with {rest:.0f} words of text: {why}."


def _promised(looks: Looks) -> bool:
    """Whether the markup calls the page an article."""
    return any(word in kind for kind in looks.kinds for word in (*_STORIES, "article"))


def _paywall(looks: Looks, settings: ReadSettings) -> str:
    words = walls()["paywall"]
    cut = said(looks, words.cut, longest=40)
    if not cut.phrases:
        return ""
    also = said(looks, words.says, longest=40)
    teaser = looks.prose(beside=cut.lines | also.lines)
    if teaser > settings.most_teaser or len(cut.phrases) + bool(also.phrases) + looks.paid < 2:
        return ""
    return f"The page shows {teaser:.0f} words of its story and keeps the rest for others: it says “{cut.phrases[0]}”."


SIGNS: tuple[tuple[str, Sign], ...] = (
    ("needs-script", _needs_script),
    ("consent", _consent),
    ("error-page", _error),
    ("login", _login),
    ("search-results", searched),
    ("product", _product),
    ("forum", _forum),
    ("gallery", _gallery),
    ("media", _media),
    ("paywall", _paywall),
    ("section-front", front),
    ("link-list", link_list),
)
"""The signs of each kind, those that are surest first."""

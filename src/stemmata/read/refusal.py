"""Pages that carry no story, and the reason why."""

from collections.abc import Sequence

from stemmata.model import Block, Page, Role, Unread
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet

_CONSENT = (
    "cookie",
    "consent",
    "captcha",
    "are you a robot",
    "enable javascript",
    "access denied",
    "verify you are human",
)

_FEWEST_LINES = 6
_PARAGRAPH = 20
"""Words from which a finished sentence shows that a page is more than headlines."""


def refusal_of(page: Page, sheet: Sheet, blocks: Sequence[Block], settings: ReadSettings) -> Unread | None:
    """Return why there is no story on the page, or None if there is one."""
    story = [block.span.of(sheet.text) for block in blocks if block.role is Role.BODY]
    if _is_list(story):
        return Unread(
            page.source,
            "link-list",
            f"The page is a list of {len(story)} headlines without a story of its own.",
        )
    words = 0.0
    for block in blocks:
        if block.role is Role.BODY:
            words += _length(block.span.of(sheet.text))
            if words >= settings.fewest_words:
                return None
    low = sheet.text[:5000].lower()
    headlines = sum(block.role is Role.TEASER for block in blocks)
    if any(word in low for word in _CONSENT) and len(sheet.text) < 6000:
        return Unread(
            page.source, "consent", "The page asks for consent or a check before it shows its story."
        )
    if headlines >= 8:
        return Unread(
            page.source,
            "link-list",
            f"The page is a list of {headlines} headlines without a story of its own.",
        )
    return Unread(
        page.source,
        "no-article",
        f"No story was found: fewer than {settings.fewest_words} words read as one.",
    )


def _is_list(story: Sequence[str]) -> bool:
    """Whether what looks most like a story is headlines: short lines, hardly one of which ends as a sentence does."""
    if len(story) < _FEWEST_LINES:
        return False
    ends = (".", "!", "?", "。", "！", "？", "…", "।", "؟")
    finished = [line for line in story if line.rstrip("\"”’'»)」』").endswith(ends)]
    return len(finished) < 0.15 * len(story) and all(_length(line) < _PARAGRAPH for line in finished)


def _length(text: str) -> float:
    """Return the number of words; in scripts without spaces two characters count as a word."""
    wide = 0 if text.isascii() else sum("\u2e80" <= char <= "\ud7ff" for char in text)
    return len(text.split()) + wide / 2

"""One entry of a feed to a page: only where the feed carries the whole text."""

import html
import re
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import cache

from stemmata.model import Media, Page, Unread
from stemmata.sources.refused import too_long
from stemmata.sources.settings import SourceSettings
from stemmata.sources.texts import whole


@dataclass(slots=True)
class Entry:
    """What a feed says of one story. ``content`` is the text it gives as the whole, ``summary`` any other."""

    title: str = ""
    url: str = ""
    date: str = ""
    content: str = ""
    summary: str = ""
    plain: bool = False
    """Whether the content is text without markup."""
    authors: list[str] = field(default_factory=list)
    too_long: bool = False


def page_of_entry(entry: Entry, source: str, settings: SourceSettings) -> Page | Unread:
    """Return the page of an entry, or ``summary-only`` where the feed gives no more than the first lines."""
    content = entry.content if entry.content.strip() else _whole_summary(entry.summary, settings)
    if entry.too_long or len(content) > settings.largest:
        return too_long("The entry", settings.largest).unread(source)
    if not content.strip():
        says = f"The feed gives only a summary of {_shown(entry)}. Save the page itself to have it read."
        return Unread(source, "summary-only", whole(says))
    media = Media.TEXT if entry.plain or not _markup().search(content) else Media.HTML
    return Page(
        source=source,
        content=whole(content).encode(),
        media=media,
        url=_address(entry.url),
        title=_words(entry.title) or None,
        claimed_date=iso_moment(entry.date) or None,
        charset="utf-8",
        authors=tuple(dict.fromkeys(name for one in entry.authors if (name := _name(one)))),
        claimed_by="feed",
    )


def iso_moment(value: str) -> str:
    """Return a date of a feed or a mail as ISO writes it; a date of another form stays as it is.

    A mail date without a zone (``-0000``) is in UTC (RFC 5322, section 3.3).
    """
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return whole(value).strip()


def _whole_summary(summary: str, settings: SourceSettings) -> str:
    """Return a summary that is the whole story: long, and not breaking off. Many feeds have no other field for it."""
    words = _words(summary)
    if _breaks_off().search(words):
        return ""
    count = len(words.split()) + len(_unspaced().findall(words)) // 2
    return summary if count >= settings.whole_summary else ""


def _shown(entry: Entry) -> str:
    return f"“{_words(entry.title)[:120]}”" if entry.title.strip() else (_address(entry.url) or "this story")


def _words(markup: str) -> str:
    """Return the words of a piece of markup, or of plain text."""
    return " ".join(whole(html.unescape(_markup().sub(" ", markup))).split())


def _name(author: str) -> str:
    """Return who wrote it: of RSS's ``mail@address (Name)`` the name."""
    words = _words(author)
    address, _, rest = words.partition(" ")
    return rest.strip("() ") if "@" in address else words


def _address(value: str) -> str | None:
    text = "".join(whole(value).split())
    return text if text.lower().startswith(("http://", "https://")) else None


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<[/!]?[a-zA-Z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->")


@cache
def _breaks_off() -> re.Pattern[str]:
    """The end of a text that is cut: dots, or the words that lead to the rest."""
    return re.compile(
        r"(?:\.\.\.|…|\[[….]{1,3}\]|(?:continue reading|read more|weiterlesen|lire la suite|leer más)\W{0,5})$",
        re.I,
    )


@cache
def _unspaced() -> re.Pattern[str]:
    """Letters of scripts that put no space between words."""
    return re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

"""What a source hands over, before anybody has read it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Media(StrEnum):
    """What the bytes of a page are."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came: its bytes, and what its source says of it.

    ``source`` is a path, a URL, ``file#line`` for rows or the row's own id. ``charset`` is what the
    source declares (an HTTP header), not what the page says of itself. ``title``, ``authors``, ``site``, ``url``
    and ``claimed_date`` come from a row's columns or a feed's entry and are claims; ``claimed_by`` says which
    (``row`` or ``feed``).
    """

    source: str
    content: bytes = field(repr=False)
    media: Media
    url: str | None = None
    site: str | None = None
    title: str | None = None
    claimed_date: str | None = None
    fetched: str | None = None
    charset: str | None = None
    authors: tuple[str, ...] = ()
    claimed_by: str = "row"


@dataclass(frozen=True, slots=True)
class Unread:
    """One input that could not be read. ``reason`` is a short code, ``says`` a sentence."""

    source: str
    reason: str
    says: str

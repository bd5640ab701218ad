"""Safari's ``.webarchive``: a page saved with its pictures as a property list."""

import plistlib
import struct
from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError

from stemmata.model import Media, Page, Unread
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.texts import whole

_DAMAGED = "It is no whole webarchive. Was the copy cut short?"
_FAULTS = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)
"""What Python's reader of property lists raises for files that are none."""
_SIZES = 3
"""How many times the longest page a whole archive, pictures and all, may be: a property list is read at once."""


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield the main page; frames and pictures are left."""
    largest = reader.settings.largest
    raw = stream.read(_SIZES * largest + 1)
    if len(raw) > _SIZES * largest:
        raise too_long("The page with its pictures", _SIZES * largest)
    main = _main(raw)
    content = main.get("WebResourceData")
    if not isinstance(content, bytes):
        raise Refused("bad-webarchive", _DAMAGED)
    if len(content) > largest:
        raise too_long("The page", largest)
    if main.get("WebResourceMIMEType") not in {"text/html", "application/xhtml+xml"}:
        raise Refused("no-pages", "What was saved is no page of HTML.")
    charset = _word(main, "WebResourceTextEncodingName")
    yield Page(opened.name, content, Media.HTML, url=_word(main, "WebResourceURL"), charset=charset)


def _main(raw: bytes) -> Mapping[str, object]:
    """Return the main resource of an archive."""
    try:
        archive: object = plistlib.loads(raw)
    except _FAULTS as error:
        raise Refused("bad-webarchive", _DAMAGED) from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise Refused("bad-webarchive", _DAMAGED)
    return main


def _word(main: Mapping[str, object], name: str) -> str | None:
    value = main.get(name)
    return whole(value).strip() or None if isinstance(value, str) else None

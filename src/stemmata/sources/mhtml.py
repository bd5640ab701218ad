"""MHTML (``.mhtml``, ``.mht``): a page saved with its pictures as a mail message of many parts (RFC 2557).

Read line by line: of all parts only the page itself is kept, so a page with a hundred megabytes of pictures costs
no more memory than its text.
"""

import binascii
import quopri
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser

from stemmata.model import Media, Page, Unread
from stemmata.sources.entries import iso_moment
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.texts import whole

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_LINE = 1 << 16
_HEADER = 1 << 18
"""Bytes in which the header of a message or a part must end."""
_MOST_BOUNDS = 32
"""Parts may hold parts: browsers write one level, mail programs up to three."""
_ENCODED = 3
"""Bytes that stand for one where all are written ``=XX``."""


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield the page of the message: its first part of HTML, which browsers write first."""
    top = _header(stream)
    if not top.keys():
        raise Refused("bad-mhtml", "It does not begin with the header of a saved page.")
    part, content = _page(stream, top, reader.settings.largest)
    yield Page(
        source=opened.name,
        content=content,
        media=Media.HTML,
        url=_address(top["Snapshot-Content-Location"]) or _address(part["Content-Location"]),
        fetched=iso_moment(str(top["Date"] or "")) or None,
        charset=part.get_content_charset(),
    )


def _page(stream: Stream, top: Message, largest: int) -> tuple[Message, bytes]:
    """Return the header and the content of the first part of HTML."""
    bounds: set[bytes] = set()
    part: Message | None = top
    while part is not None:
        if part.get_content_type() in _HTML:
            return part, _content(stream, part, bounds, largest)
        if (bound := part.get_boundary()) and len(bounds) < _MOST_BOUNDS:
            line = b"--" + bound.encode("latin-1", "replace")
            bounds |= {line, line + b"--"}
        part = _next(stream, bounds)
    raise Refused("no-pages", "No part of the saved page is HTML.")


def _next(stream: Stream, bounds: set[bytes]) -> Message | None:
    """Return the header of the part that begins next; None at the end."""
    while line := stream.readline(_LINE):
        if line.startswith(b"--") and line.rstrip() in bounds:
            return _header(stream)
    return None


def _header(stream: Stream) -> Message:
    """Return the header at this place of the stream, up to its empty line."""
    lines: list[bytes] = []
    size = 0
    while (line := stream.readline(_LINE)) and line.strip():
        size += len(line)
        if size > _HEADER:
            raise Refused("bad-mhtml", "The header of the page, or of a part of it, has no end.")
        lines.append(line)
    return BytesHeaderParser().parsebytes(b"".join(lines) + b"\n")


def _content(stream: Stream, part: Message, bounds: set[bytes], largest: int) -> bytes:
    """Return the bytes of a part, up to the line that ends it."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(_LINE):
        if line.startswith(b"--") and line.rstrip() in bounds:
            break
        size += len(line)
        if size > _ENCODED * largest:
            raise too_long("The page", largest)
        lines.append(line)
    content = _decoded(b"".join(lines), str(part["Content-Transfer-Encoding"] or "").strip().lower())
    if len(content) > largest:
        raise too_long("The page", largest)
    return content


def _decoded(content: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return quopri.decodestring(content)
    if encoding != "base64":
        return content
    try:
        return binascii.a2b_base64(content)
    except binascii.Error as error:
        raise Refused("bad-mhtml", "The page in it is not base64, as it says.") from error


def _address(value: object) -> str | None:
    """Return a web address; what browsers write for pages without one is none."""
    text = "".join(whole(str(value or "")).split())
    return text if text.lower().startswith(("http://", "https://", "file:", "ftp:")) else None

"""An HTTP answer as an archive keeps it: its header, and its body as it was before it was packed for the way."""

import io
import re
import zlib
from dataclasses import dataclass
from functools import cache

from fastwarc.stream_io import BrotliReader, ZstdReader

_ENDS = (b"\r\n\r\n", b"\n\n")
_LONGEST_CHUNK_LINE = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """The header of an HTTP answer. ``media`` and ``charset`` are those of its Content-Type, in small letters."""

    status: int | None
    media: str
    charset: str | None
    encodings: tuple[str, ...]
    """How the body was packed, outermost first: ``chunked``, ``gzip``, ``deflate``, ``br``, ``zstd``."""
    length: int | None
    size: int
    """Bytes of the header itself, its empty line included."""


def answer_of(block: bytes) -> Answer | None:
    """Return the header at the beginning of a record's block; None where there is none."""
    if not block.startswith(b"HTTP/"):
        return None
    ends = [(where, len(end)) for end in _ENDS if (where := block.find(end)) >= 0]
    if not ends:
        return None
    where, width = min(ends)
    status, *lines = block[:where].decode("latin-1").splitlines()
    fields = _fields(lines)
    media, charset = content_type(fields.get("content-type", ""))
    encodings = (fields.get("transfer-encoding", ""), fields.get("content-encoding", ""))
    length = fields.get("content-length", "")
    return Answer(
        status=_status(status),
        media=media,
        charset=charset,
        encodings=tuple(word for line in encodings for word in reversed(_words(line))),
        length=int(length) if length.isascii() and length.isdigit() and len(length) < 18 else None,
        size=where + width,
    )


def content_type(value: str) -> tuple[str, str | None]:
    """Return the media type and the charset that a Content-Type field gives."""
    media, _, rest = value.partition(";")
    found = _charset().search(rest)
    return media.strip().lower(), (found[1] or found[2]).lower() if found else None


def unwrapped(body: bytes, encodings: tuple[str, ...], largest: int) -> bytes:
    """Return a body as it was before it was packed, cut behind ``largest`` + 1 bytes.

    Archives often keep the header of a packed answer beside a body already unpacked: what does not unpack is
    returned as it is.
    """
    for encoding in encodings:
        unpack = _UNPACKERS.get(encoding)
        body = unpack(body, largest + 1) if unpack else body
    return body


def _fields(lines: list[str]) -> dict[str, str]:
    """Return the fields by their names in small letters; of a field given twice, the first, as browsers do."""
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _status(line: str) -> int | None:
    word = line.partition(" ")[2][:3]
    return int(word) if len(word) == 3 and word.isascii() and word.isdigit() else None


def _words(line: str) -> list[str]:
    return [word for part in line.lower().split(",")[:4] if (word := part.strip().removeprefix("x-"))]


@cache
def _charset() -> re.Pattern[str]:
    return re.compile(r"""charset\s{0,4}=\s{0,4}(?:"([^"]{1,60})"|'?([^\s;'"]{1,60}))""", re.I)


def _unchunked(body: bytes, most: int) -> bytes:
    """Join the chunks of RFC 9112, section 7.1; what is not chunked comes back as it is."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\n", place, place + _LONGEST_CHUNK_LINE)
        size = _chunk_size(body[place:end]) if end >= 0 else None
        if size is None and not parts:
            return body
        if not size:
            return b"".join(parts)[:most]
        parts.append(body[end + 1 : end + 1 + size])
        place = end + 1 + size
        place += 2 if body[place : place + 2] == b"\r\n" else body[place : place + 1] == b"\n"


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() and len(digits) < 16 else None
    except ValueError:
        return None


def _ungzipped(body: bytes, most: int) -> bytes:
    return _inflated(body, most, (31,)) if body.startswith(b"\x1f\x8b") else body


def _undeflated(body: bytes, most: int) -> bytes:
    """Unpack ``deflate``, which servers send with and without the wrapper that the standard asks for."""
    return _inflated(body, most, (15, -15))


def _inflated(body: bytes, most: int, windows: tuple[int, ...]) -> bytes:
    for window in windows:
        try:
            return zlib.decompressobj(window).decompress(body, most)
        except zlib.error:
            continue
    return body


def _unbrotlied(body: bytes, most: int) -> bytes:
    try:
        return BrotliReader(io.BytesIO(body)).read(most)
    except OSError:
        return body


def _unzstd(body: bytes, most: int) -> bytes:
    try:
        return ZstdReader(io.BytesIO(body)).read(most)
    except OSError:
        return body


_UNPACKERS = {
    "chunked": _unchunked,
    "gzip": _ungzipped,
    "deflate": _undeflated,
    "br": _unbrotlied,
    "zstd": _unzstd,
}

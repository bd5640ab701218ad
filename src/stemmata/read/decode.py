"""From bytes to text, as browsers do it, with one deliberate difference.

The order is: byte order mark, UTF-16 that shows by its zero bytes, then UTF-8 wherever the bytes are valid
UTF-8 beyond ASCII (a browser would believe a contradicting header here; in ten thousand news pages the
header is what is wrong), then the charset the source declares, then the one the page declares in its
first kilobyte, then windows-1252.
"""

import codecs

from stemmata.model import Media
from stemmata.read.charsets import codec_of, own_codec

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a sound, film or picture file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)


_ESCAPED, _ESCAPE = "iso2022_jp", b"\x1b$"
"""The one charset of the web all of whose bytes are ASCII, and what begins its Japanese."""


def binary_kind(content: bytes) -> str | None:
    """Return what kind of non-text the bytes are, or None if they may be text."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:4096]
    if b"\x00" in head and _utf16(head) is None and not _bom(head):
        return "binary data"
    return None


def is_taken_for_utf8(content: bytes, charset: str | None, media: Media) -> bool:
    """Whether ``decode`` takes the bytes for UTF-8 if they are: they show no other charset."""
    other = _bom(content) or _utf16(content[:4096]) or _is_escaped(content, charset, media)
    return not other


def decode(content: bytes, charset: str | None, media: Media) -> str:
    """Return the text of the bytes with line ends ``\\n``. Bytes without meaning become U+FFFD."""
    text = _decode(content, charset, media)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(content: bytes, charset: str | None, media: Media) -> str:
    marked = _bom(content)
    if marked:
        mark, name = marked
        return content[len(mark) :].decode(name, "replace")
    name = _utf16(content[:4096]) or ""
    if name:
        return content.decode(name, "replace")
    if _is_escaped(content, charset, media):
        return content.decode(_ESCAPED, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content, charset, media)


def _is_escaped(content: bytes, charset: str | None, media: Media) -> bool:
    return _ESCAPE[:1] in content and _ESCAPE in content and _ESCAPED in _declared(content, charset, media)


def _decode_legacy(content: bytes, charset: str | None, media: Media) -> str:
    """Decode what is not valid UTF-8: a declared charset, UTF-8 with a few wounds, or windows-1252."""
    if _mostly_utf8(content):
        return content.decode("utf-8", "replace")
    for name in _declared(content, charset, media):
        if name and name != "utf-8":
            return content.decode(name, "replace")
    return content.decode("cp1252", "replace")


def _declared(content: bytes, charset: str | None, media: Media) -> tuple[str | None, ...]:
    """Return what the source says of the charset, then what the page says."""
    return codec_of(charset), own_codec(content) if media is Media.HTML else None


def _bom(content: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _BOMS if content.startswith(mark)), None)


def _utf16(head: bytes) -> str | None:
    """Return the UTF-16 kind that zero bytes in every other place show, or None."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    low, high = head[1::2].count(0), head[0::2].count(0)
    if low > 0.6 * pairs and high == 0:
        return "utf-16-le"
    if high > 0.6 * pairs and low == 0:
        return "utf-16-be"
    return None


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with few wounds: four sound characters beyond ASCII for each broken one."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return sound >= 4 * broken

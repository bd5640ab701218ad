"""What a file is: by its name, then by its first bytes."""

import re
from enum import Enum

from stemmata.model import Media
from stemmata.sources.refused import Refused
from stemmata.sources.settings import SourceSettings


class Kind(Enum):
    """What a file's name promises."""

    HTML = "html"
    TEXT = "text"
    ROWS = "rows"
    FORMAT = "format"
    """A format that carries pages, but none that stemmata reads."""
    FURNITURE = "furniture"
    """What lies around saved pages: pictures, styles, scripts, our own case files."""
    UNKNOWN = "unknown"


_SUFFIXES = {
    Kind.HTML: "html htm xhtml xht shtml",
    Kind.TEXT: "txt text md markdown",
    Kind.ROWS: "jsonl ndjson jsonlines",
    Kind.FORMAT: "pdf doc docx odt rtf epub mht mhtml maff webarchive warc wacz arc json csv tsv parquet "
    "arrow xml rss atom zip tar tgz 7z rar bz2 xz zst eml xls xlsx ods ppt pptx",
    Kind.FURNITURE: "css js mjs map png jpg jpeg gif webp avif svg ico bmp tif tiff woff woff2 ttf otf eot "
    "mp3 mp4 m4a m4v mov avi webm ogg wav flac db db-wal db-shm db-journal sqlite lock log bak swp tmp "
    "py pyc so o a c h cpp java class rs go ts tsx exe dll bin dat iso toml yaml yml ini cfg sh",
}
_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "packed twice (gzip inside gzip)"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"(\xb5/\xfd", "packed with zstd"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"WARC/", "a WARC archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
)

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_PLAIN = bytes(code for code in range(256) if code not in _CONTROL)
_BOMS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}

_HTML_HEAD = re.compile(
    r"\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?(?:<!--.{0,4000}?-->\s{0,64})?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]{0,400})?>", re.I)
_OURS = re.compile(r"""<meta\s[^>]{0,80}name=["']?generator["']?\s[^>]{0,80}content=["']?stemmata\b""", re.I)


def kind_of_name(name: str) -> Kind:
    """Return what a file's name promises; ``.gz`` is looked through."""
    return _KINDS.get(suffix_of(name)[1:], Kind.UNKNOWN)


def suffix_of(name: str) -> str:
    """Return the suffix with its dot, in small letters; ``.gz`` is looked through."""
    stem, dot, suffix = name.lower().removesuffix(".gz").rpartition(".")
    return dot + suffix if stem else ""


def promises_pages(kind: Kind) -> bool:
    """Whether a reader who sees a file's name expects pages in it."""
    return kind in {Kind.HTML, Kind.TEXT, Kind.ROWS, Kind.FORMAT}


def media_of(kind: Kind, head: bytes) -> Media:
    """Return what a page is: its name decides, unless its first bytes speak plainly against it."""
    text = decoded_head(head)
    if is_html(text.removeprefix("\ufeff")):
        return Media.HTML
    return Media.HTML if kind is Kind.HTML and _TAG.search(text) else Media.TEXT


def is_html(text: str) -> bool:
    """Whether a text begins as an HTML page does: with its doctype, its root or one of its two parts."""
    return _HTML_HEAD.match(text) is not None


def opens_rows(head: bytes) -> bool:
    """Whether a file begins as rows do: with the whole, or the beginning, of an object on its first line."""
    first = head.lstrip().split(b"\n", 1)[0].rstrip()
    return first.startswith(b"{") and len(first) > 1 and (first.endswith(b"}") or len(first) > len(head) // 2)


def refuse_binary(head: bytes, settings: SourceSettings) -> None:
    """Raise ``Refused`` where the first bytes of a file cannot be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic) and not (len(magic) < 3 and head.isascii()):
            raise Refused("binary", f"It is {name}, not a page of text.")
    if is_wide(head):
        return
    control = len(head.translate(None, _PLAIN))
    if control > settings.most_control * len(head):
        raise Refused("binary", "Its bytes are not text.")


def refuse_wide(head: bytes) -> None:
    """Raise ``Refused`` where rows are not UTF-8 as JSON asks, but UTF-16 or UTF-32."""
    if is_wide(head):
        raise Refused("bad-utf8", "Its rows are UTF-16 or UTF-32. Save it as UTF-8.")


def refuse_own_report(head: bytes) -> None:
    """Raise ``Refused`` for a report that stemmata itself wrote: reading it would make it its own source."""
    if _OURS.search(decoded_head(head)):
        raise Refused("own-report", "It is a report that stemmata wrote, not a page.")


def decoded_head(head: bytes) -> str:
    """Return the head as text good enough to look for tags in."""
    return head.decode(wide_codec(head) or "utf-8", "replace")


def wide_codec(head: bytes) -> str | None:
    """Return Python's name of UTF-16 or UTF-32 where the bytes are one of these, else None."""
    wide = next((name for bom, name in _BOMS.items() if head.startswith(bom)), None)
    if wide is None and is_wide(head):
        wide = "utf-16-be" if head[:1] == b"\x00" else "utf-16-le"
    return wide


def is_wide(head: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32: by their mark, or NULs at every other place."""
    if head.startswith(tuple(_BOMS)):
        return True
    half = len(head) // 2
    return half > 1 and any(
        head[here::2].count(0) > 0.8 * half and not head[1 - here :: 2].count(0) for here in (0, 1)
    )

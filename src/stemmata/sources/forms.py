"""In which form an input holds its pages: told by its first bytes, and by its name where bytes leave it open."""

import re
from enum import StrEnum
from functools import cache

from stemmata.sources.columns import Columns
from stemmata.sources.sniff import Kind, decoded_head, is_html, is_wide, kind_of_name, opens_rows, suffix_of


class Form(StrEnum):
    """How pages lie in an input; all but ``PAGE`` may hold many."""

    PAGE = "page"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WARC = "warc"
    ZIP = "zip"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    FEED = "feed"
    JSON_FEED = "json-feed"


_MAGIC = (
    (b"WARC/", Form.WARC),
    (b"PAR1", Form.PARQUET),
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
)
_ZSTD = b"(\xb5/\xfd"
DELIMITERS = ",;\t|"
"""What may stand between the columns of a CSV file; of two that give as many columns, the first."""


def form_of(head: bytes, name: str, columns: Columns) -> Form:
    """Return the form of an input from its first bytes (unpacked) and its name (``-`` for standard input)."""
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if head.startswith(_ZSTD) and name.lower().endswith(".warc.zst"):
        return Form.WARC
    suffix = suffix_of(name)
    if head.startswith(b"bplist0") and (suffix == ".webarchive" or b"WebMainResource" in head):
        return Form.WEBARCHIVE
    if suffix in {".mht", ".mhtml"} or _mhtml_head().match(head):
        return Form.MHTML
    return _form_of_text(head, suffix, kind_of_name(name), columns)


def _form_of_text(head: bytes, suffix: str, kind: Kind, columns: Columns) -> Form:
    text = decoded_head(head).removeprefix("\ufeff")
    if kind is Kind.ROWS:
        return Form.JSONL
    if is_html(text):
        return Form.PAGE
    if suffix == ".webarchive" and "<plist" in text:
        return Form.WEBARCHIVE
    if kind is not Kind.HTML and _feed_head().match(text):
        return Form.FEED
    if _json_feed(text):
        return Form.JSON_FEED
    if suffix in {".csv", ".tsv"}:
        return Form.CSV
    if kind is Kind.UNKNOWN or suffix == ".json":
        return _form_of_rows(head, text, suffix, columns)
    return Form.PAGE


def _form_of_rows(head: bytes, text: str, suffix: str, columns: Columns) -> Form:
    """Return whether a text that no name speaks for holds rows."""
    if opens_rows(head) or (is_wide(head) and opens_rows(text.encode("utf-8", "replace"))):
        return Form.JSONL
    return Form.CSV if suffix != ".json" and delimiter_of(_first_line(text), columns) else Form.PAGE


def delimiter_of(line: str, columns: Columns) -> str | None:
    """Return what parts the columns of a first line that names a page's text; None where none does."""
    names = {columns.html.lower(), columns.text.lower()}
    best, most = None, 1
    for delimiter in DELIMITERS:
        cells = [cell.strip(" \"'\r\n").lower() for cell in line.split(delimiter)]
        if len(cells) > most and names & set(cells) and all(map(_could_name, cells)):
            best, most = delimiter, len(cells)
    return best


def _could_name(cell: str) -> bool:
    """Whether a cell may be the name of a column, and is no part of a sentence."""
    return len(cell) < 60 and len(cell.split()) < 4 and not cell.endswith(".")


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _json_feed(text: str) -> bool:
    return text.lstrip().startswith("{") and "//jsonfeed.org/version/" in text


@cache
def _mhtml_head() -> re.Pattern[bytes]:
    """Header lines of a mail message, one of which says that parts belong together as a page."""
    return re.compile(
        rb"(?=(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type|X-[\w-]{1,40}):[ \t])"
        rb"(?:[!-9;-~]{1,80}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,40}?"
        rb"Content-Type:\s{0,4}multipart/related",
        re.I,
    )


@cache
def _feed_head() -> re.Pattern[str]:
    """The root of RSS 0.9x, 1.0, 2.0 or Atom, behind a declaration, comments and style sheets."""
    return re.compile(
        r"\s{0,64}(?:<\?[^>]{0,400}\?>\s{0,64}|<!--.{0,4000}?-->\s{0,64}|"
        r"<!DOCTYPE\s[^>\[]{0,400}(?:\[[^\]]{0,4000}\]\s{0,9})?>\s{0,64}){0,8}"
        r"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]",
        re.S,
    )

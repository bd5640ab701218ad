"""One file, one page."""

from stemmata.model import Media, Page
from stemmata.sources.opened import Stream
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, media_of, refuse_binary, refuse_own_report, suffix_of

READ = "HTML, plain text, WARC, WACZ, ZIP, MHTML, webarchive, RSS and Atom, JSON Feed, JSONL, CSV and Parquet"
"""What stemmata reads, as a reader says it."""
_READ_SUFFIXES = {".warc", ".wacz", ".zip", ".mht", ".mhtml", ".webarchive", ".rss", ".atom", ".parquet"}
_TABLES = {".json", ".arrow", ".xls", ".xlsx", ".ods"}


def page_of(name: str, kind: Kind, stream: Stream, settings: SourceSettings, *, named: bool) -> Page:
    """Return a file's page, or raise ``Refused`` where it holds none.

    ``kind`` is what its name promises; a text under a name that promises nothing is taken if the user ``named`` it.
    """
    content = stream.read(settings.largest + 1)
    if len(content) > settings.largest:
        raise too_long("It", settings.largest)
    if not content.strip():
        raise Refused("empty", "There is nothing but white space in it." if content else "It is empty.")
    return Page(name, content, _media(name, kind, content[: settings.looked_at], settings, named=named))


def _media(name: str, kind: Kind, head: bytes, settings: SourceSettings, *, named: bool) -> Media:
    media = media_of(kind, head)
    if media is Media.HTML:
        refuse_own_report(head)
    elif kind is Kind.FORMAT:
        raise _unread_format(suffix_of(name))
    refuse_binary(head, settings)
    if media is Media.TEXT and kind is Kind.UNKNOWN and not named:
        _refuse_any_text(suffix_of(name))
    return media


def _unread_format(suffix: str) -> Refused:
    if suffix in _READ_SUFFIXES:
        return Refused("format", f"It is called {suffix}, but does not begin as such files do. Is it whole?")
    cure = " Save it as CSV, or write one JSON object a line and call it .jsonl." if suffix in _TABLES else ""
    return Refused("format", f"stemmata does not read such {suffix} files; it reads {READ}.{cure}")


def _refuse_any_text(suffix: str) -> None:
    """Raise ``Refused`` for a text in a folder that some other suffix calls something else."""
    if suffix:
        raise Refused("unknown-kind", f"A text called {suffix} may be anything. Name it to have it read.")

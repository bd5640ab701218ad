"""One file, one page."""

from stemmata.model import Media, Page
from stemmata.sources.opened import Stream
from stemmata.sources.refused import Refused, megabytes
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, media_of, opens_rows, refuse_binary, refuse_own_report, suffix_of
from stemmata.sources.walk import Found, shown


def holds_rows(found: Found, stream: Stream, settings: SourceSettings) -> bool:
    """Whether a file holds one page a line: by its name, and by its beginning where it is called ``.json``."""
    if found.kind is not Kind.FORMAT or suffix_of(found.path.name) != ".json":
        return found.kind is Kind.ROWS
    return opens_rows(stream.peek(settings.looked_at)[: settings.looked_at])


def page_of(found: Found, stream: Stream, settings: SourceSettings) -> Page:
    """Return a file's page, or raise ``Refused`` where it holds none."""
    content = stream.read(settings.largest + 1)
    if len(content) > settings.largest:
        raise Refused("too-large", f"It is larger than {megabytes(settings.largest)} unpacked, the limit.")
    if not content.strip():
        raise Refused("empty", "There is nothing but white space in it." if content else "It is empty.")
    return Page(shown(found.path), content, _media(found, content[: settings.looked_at], settings))


def _media(found: Found, head: bytes, settings: SourceSettings) -> Media:
    media = media_of(found.kind, head)
    if media is Media.HTML:
        refuse_own_report(head)
    elif found.kind is Kind.FORMAT:
        raise _unread_format(suffix_of(found.path.name))
    refuse_binary(head, settings)
    if media is Media.TEXT and found.kind is Kind.UNKNOWN and not found.named:
        _refuse_any_text(suffix_of(found.path.name))
    return media


def _unread_format(suffix: str) -> Refused:
    cure = " Write one object a line and call it .jsonl." if suffix in {".json", ".csv", ".tsv"} else ""
    says = f"stemmata does not read {suffix} files; it reads HTML, plain text and JSONL.{cure}"
    return Refused("format", says)


def _refuse_any_text(suffix: str) -> None:
    """Raise ``Refused`` for a text in a folder that some other suffix calls something else."""
    if suffix:
        raise Refused("unknown-kind", f"A text called {suffix} may be anything. Name it to have it read.")

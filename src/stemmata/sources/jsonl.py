"""JSONL: one page a line."""

import json
from collections.abc import Iterator

from stemmata.model import Page, Unread
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.rows import Row
from stemmata.sources.sniff import refuse_binary, refuse_wide


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield a page for each row, and an ``Unread`` named ``name#line`` for each that is none."""
    settings = reader.settings
    head = stream.peek(settings.looked_at)[: settings.looked_at]
    if not head:
        raise Refused("empty", "There is nothing in it.")
    refuse_wide(head)
    refuse_binary(head, settings)
    lines = enumerate(_lines(stream, settings.largest), 1)
    rows = ((number, _row(line, settings.largest)) for number, line in lines)
    yield from reader.rows.pages(rows, opened.name, settings)


def _row(line: bytes | None, largest: int) -> Row | Refused | None:
    """Return what one line holds; None for a blank one, ``line`` is None for one beyond the limit."""
    if line is None:
        return too_long("The row", largest)
    try:
        return None if line.isspace() else _object(line)
    except Refused as refused:
        return refused


def _lines(stream: Stream, largest: int) -> Iterator[bytes | None]:
    """Yield each line, or None for one longer than ``largest``, of which never more is held than that."""
    while line := stream.readline(largest + 1):
        if len(line) <= largest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield None


def _object(line: bytes) -> Row:
    """Return the object of one line, or raise ``Refused``."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(
            "bad-utf8", f"The row is not UTF-8: its byte {error.start + 1} stands alone."
        ) from error
    except json.JSONDecodeError as error:
        raise Refused(
            "bad-json", f"The row is not JSON: {error.msg} at character {error.pos + 1}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(
            "bad-json", "The row is JSON beyond all bounds: nested too deep, or a number too long."
        ) from error
    if not isinstance(row, dict):
        raise Refused("bad-row", "The row is JSON, but not an object with named columns.")
    return row

"""CSV: one page a row, whatever parts the columns."""

import codecs
import csv
import io
from collections.abc import Iterator

from stemmata.model import Page, Unread
from stemmata.sources.columns import Columns
from stemmata.sources.forms import DELIMITERS, delimiter_of
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.rows import Row, no_text_column
from stemmata.sources.sniff import refuse_binary, wide_codec

_STRETCH = 1 << 16


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield a page for each row, named ``name#line`` by the line it begins on, or by its own id."""
    settings = reader.settings
    head = stream.peek(settings.looked_at)[: settings.looked_at]
    if not head.strip():
        raise Refused("empty", "There is nothing in it.")
    refuse_binary(head, settings)
    lines = _Lines(stream, _codec(head), settings.largest)
    first = next(lines)
    delimiter = delimiter_of(first, reader.columns) or max(DELIMITERS, key=first.count)
    names = _names(first, delimiter, reader.columns)
    reader.rows.tell_unused(names, opened.name)
    yield from reader.rows.pages(_rows(lines, delimiter, names, settings.largest), opened.name, settings)


class _Lines:
    """The lines of a file, of which never more is held than ``largest`` characters for one row."""

    def __init__(self, stream: Stream, codec: str, largest: int) -> None:
        raw = io.BufferedReader(_Unclosed(stream), _STRETCH)
        self._text = io.TextIOWrapper(raw, encoding=codec, errors="replace", newline="")
        self._largest = largest
        self._size = 0
        self.count = 0

    def begin_row(self) -> int:
        """Return the number of the line that comes next, with which a row begins."""
        self._size = 0
        return self.count + 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._largest + 1)
        if not line:
            raise StopIteration
        self.count += 1
        self._size += len(line)
        if self._size > self._largest:
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(_STRETCH)
            raise too_long("The row", self._largest)
        return line


class _Unclosed(io.RawIOBase):
    """A stream that somebody else opened, and closes."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _codec(head: bytes) -> str:
    """Return the charset: UTF-16 that shows, UTF-8 where the head is that, else what spreadsheets write."""
    if wide := wide_codec(head):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _names(first: str, delimiter: str, columns: Columns) -> list[str]:
    """Return the names of the columns; ours also where they are written in other letters."""
    ours = {name.lower(): name for name in columns.names()}
    cells = next(csv.reader([first], delimiter=delimiter), [])
    names = [ours.get(cell.strip().lower(), cell.strip()) for cell in cells]
    fitted = columns.in_row(names)
    if fitted.html not in names and fitted.text not in names:
        raise no_text_column(names, columns)
    return names


def _rows(
    lines: _Lines, delimiter: str, names: list[str], largest: int
) -> Iterator[tuple[int, Row | Refused | None]]:
    """Yield each row by the names of its columns with the line it begins on; what cannot be read, refused."""
    csv.field_size_limit(largest)
    table = csv.reader(lines, delimiter=delimiter)
    while True:
        number = lines.begin_row()
        try:
            cells = next(table)
        except StopIteration:
            return
        except Refused as refused:
            yield number, refused
        except csv.Error as error:
            yield number, Refused("bad-csv", f"The row is not CSV: {error}.")
        else:
            yield number, _row(names, cells) if cells else None


def _row(names: list[str], cells: list[str]) -> Row:
    """Return cells by their names; of two columns of one name the first, of cells that are not there nothing."""
    return dict(reversed(list(zip(names, cells, strict=False))))

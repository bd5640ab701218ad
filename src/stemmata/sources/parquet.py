"""Parquet: one page a row, read a few rows and only the needed columns at a time."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from stemmata.model import Page, Unread
from stemmata.sources.opened import Stream, apart
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused
from stemmata.sources.rows import Row, no_text_column

_BUFFER = 1 << 20


def pages(opened: Opened, _stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield a page for each row, named ``name#row`` or by its own id; a file that breaks in the middle is told of."""
    if opened.file is None:
        raise Refused(
            "no-file", "Parquet has its index at its end and cannot be piped or packed. Name the file."
        )
    try:
        with (
            apart(opened.file) as handle,
            pq.ParquetFile(handle, buffer_size=_BUFFER, pre_buffer=False) as file,
        ):
            names = _names(file, reader)
            reader.rows.tell_unused(file.schema_arrow.names, opened.name)
            rows = _rows(file, names, reader.settings.batch)
            yield from reader.rows.pages(rows, opened.name, reader.settings)
    except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise Refused("bad-parquet", "It is no whole Parquet file, or holds what cannot be read.") from error
    finally:
        opened.raw.read_through()


def _names(file: pq.ParquetFile, reader: Reader) -> list[str]:
    """Return the columns that are used and there, or raise ``Refused`` where none holds a page."""
    there = file.schema_arrow.names
    columns = reader.columns.in_row(there)
    if columns.html not in there and columns.text not in there:
        raise no_text_column(there, reader.columns)
    return sorted(columns.names() & set(there))


def _rows(file: pq.ParquetFile, names: list[str], batch: int) -> Iterator[tuple[int, Row | Refused]]:
    number = 0
    for rows in file.iter_batches(batch_size=batch, columns=names, use_threads=False):
        for row in _unpacked(rows):
            number += 1
            yield number, row


def _unpacked(rows: pa.RecordBatch) -> list[Row | Refused]:
    """Return rows as Python has them; where one holds what Python has not, that one refused."""
    try:
        return list(rows.to_pylist())
    except ValueError:
        if rows.num_rows == 1:
            return [
                Refused("bad-row", "The row holds text that is not UTF-8, or a moment beyond all calendars.")
            ]
        return [row for number in range(rows.num_rows) for row in _unpacked(rows.slice(number, 1))]

"""Rows on their way: drawn when they are asked for, kept for whoever asks again."""

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from typing import IO

import pyarrow as pa

from stemmata.engines.packing import from_bytes, to_bytes
from stemmata.errors import StemmataError


class Frame:
    """Batches of one schema, drawn from ``batches`` once; beyond ``held`` bytes they lie in a temporary file."""

    def __init__(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, held: int) -> None:
        self.schema = schema
        self._coming = iter(batches)
        self._room = held
        self._broken = False
        self._kept: list[pa.RecordBatch | tuple[int, int]] = []
        self._file: IO[bytes] | None = None

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield all batches that have rows, in their order; several may draw at a time."""
        position = 0
        while position < len(self._kept) or self._draw():
            batch = self._kept[position]
            yield batch if isinstance(batch, pa.RecordBatch) else self._fetched(*batch)
            position += 1

    def _draw(self) -> bool:
        """Take in the next batch, if there is one."""
        if self._broken:
            raise StemmataError("These rows broke off when they were first asked for.")
        self._broken = True
        batch = next((batch for batch in self._coming if batch.num_rows), None)
        self._broken = False
        if batch is None:
            return False
        if names_and_types(batch.schema) != names_and_types(self.schema):
            raise TypeError(f"columns {batch.schema} came where these were promised: {self.schema}")
        self._room -= batch.nbytes
        self._kept.append(batch if self._room >= 0 else self._stored(batch))
        return True

    def _stored(self, batch: pa.RecordBatch) -> tuple[int, int]:
        raw = to_bytes(batch, compression="lz4")
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="stemmata-")  # noqa: SIM115 - lives as long as the frame
                weakref.finalize(self, self._file.close)
            start = self._file.seek(0, os.SEEK_END)
            self._file.write(raw)
            self._file.flush()
        except OSError as error:
            raise StemmataError(
                f"Cannot write to the temporary folder {tempfile.gettempdir()}: {error.strerror}. "
                "Make room there, or name another folder in TMPDIR."
            ) from error
        return start, len(raw)

    def _fetched(self, start: int, size: int) -> pa.RecordBatch:
        if self._file is None:
            raise StemmataError("The temporary file of a frame has gone.")
        return from_bytes(os.pread(self._file.fileno(), size, start))


def names_and_types(schema: pa.Schema) -> list[tuple[str, pa.DataType]]:
    """Return what two schemas must share to be one: nullability is a note, not a form."""
    return [(field.name, field.type) for field in schema]

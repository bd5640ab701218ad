"""What does not fit in memory lies in a temporary file."""

import os
import tempfile
import weakref
from typing import IO, NamedTuple

from stemmata.errors import StemmataError


class Place(NamedTuple):
    """Where some bytes lie, and how many they are."""

    start: int
    size: int


class Attic:
    """Bytes put away in a file without a name, which goes when nobody holds this any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None

    def put(self, raw: bytes) -> Place:
        """Put bytes away."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="stemmata-")  # noqa: SIM115 - lives as long as this
                weakref.finalize(self, self._file.close)
            start = self._file.seek(0, os.SEEK_END)
            self._file.write(raw)
            self._file.flush()
        except OSError as error:
            raise StemmataError(
                f"Cannot write to the temporary folder {tempfile.gettempdir()}: {error.strerror}. "
                "Make room there, or name another folder in TMPDIR."
            ) from error
        return Place(start, len(raw))

    def get(self, place: Place) -> bytes:
        """Return the bytes that were put there."""
        if self._file is None:
            raise StemmataError("The temporary file of a frame has gone.")
        return os.pread(self._file.fileno(), place.size, place.start)

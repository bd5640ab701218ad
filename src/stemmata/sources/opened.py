"""One file, opened with care: never a device, never without end, hashed as it goes by."""

import gzip
import hashlib
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from stemmata.sources.refused import Refused, not_a_file, refused_by_system

_GZIP = b"\x1f\x8b"
_BUFFER = 1 << 16


class Stream(Protocol):
    """What readers ask of an opened file, packed or not."""

    def read(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...
    def peek(self, size: int, /) -> bytes: ...


class Hashed(io.RawIOBase):
    """A stream that keeps the SHA-256 of what has gone by."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._digest = hashlib.sha256()
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        chunk = self._raw.read(len(buffer)) or b""
        buffer[: len(chunk)] = chunk
        self._digest.update(chunk)
        self._ended = self._ended or not chunk
        return len(chunk)

    @property
    def sha256(self) -> str | None:
        """The digest of all bytes, or None where reading stopped before the end."""
        return self._digest.hexdigest() if self._ended else None


@contextmanager
def opened(path: Path) -> Iterator[Hashed]:
    """Open a regular file, or raise ``Refused``, also for what goes wrong inside the block."""
    with told():
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb", buffering=0) as raw:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise not_a_file()
            yield Hashed(raw)


@contextmanager
def told() -> Iterator[None]:
    """Turn what the system, or gzip, will not do inside the block into ``Refused``."""
    try:
        yield
    except EOFError as error:
        says = "The gzip file breaks off before its end. Was the download cut short?"
        raise Refused("truncated-gzip", says) from error
    except (zlib.error, gzip.BadGzipFile) as error:
        raise Refused("bad-gzip", f"The gzip file is damaged: {error}.") from error
    except OSError as error:
        raise refused_by_system(error) from error


def unpacked(raw: Hashed) -> Stream:
    """Return the bytes as they were before gzip, if it packed them; the first two bytes tell, not the name."""
    stream = io.BufferedReader(raw, _BUFFER)
    if stream.peek(2)[:2] == _GZIP:
        return gzip.GzipFile(fileobj=stream, mode="rb")
    return stream

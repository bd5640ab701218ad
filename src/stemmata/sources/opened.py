"""One file, opened with care: never a device, never without end, hashed as it goes by."""

import gzip
import hashlib
import io
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol, cast

from stemmata.sources.refused import Refused, megabytes, not_a_file, refused_by_system
from stemmata.sources.settings import SourceSettings

GZIP = b"\x1f\x8b"
_BUFFER = 1 << 16
_LOOKED_INTO = 1 << 20


class Stream(Protocol):
    """What readers ask of an opened file, packed or not."""

    def read(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...
    def peek(self, size: int, /) -> bytes: ...


class Hashed(io.RawIOBase):
    """A stream that keeps the SHA-256 of what has gone by, and how many bytes (``size``) that was."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._digest = hashlib.sha256()
        self._ended = False
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        chunk = self._raw.read(len(buffer)) or b""
        buffer[: len(chunk)] = chunk
        self._digest.update(chunk)
        self.size += len(chunk)
        self._ended = self._ended or not chunk
        return len(chunk)

    @property
    def sha256(self) -> str | None:
        """The digest of all bytes, or None where reading stopped before the end."""
        return self._digest.hexdigest() if self._ended else None

    @property
    def file(self) -> IO[bytes]:
        """The stream underneath, for readers that go about in a file; what they read is not counted here."""
        return self._raw

    def read_through(self) -> None:
        """Take the digest of a file in which a reader went about."""
        self._raw.seek(0)
        self._digest, self.size = hashlib.sha256(), 0
        while self.read(_BUFFER):
            pass


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


class Limited:
    """What came out of a packed file, all streams from it together; stops a few kilobytes that unpack without end."""

    def __init__(self, packed: Callable[[], int], settings: SourceSettings) -> None:
        self._packed = packed
        self._settings = settings
        self._size = 0

    def stream(self, file: IO[bytes]) -> "IO[bytes]":
        """Return a stream of what is unpacked that raises ``Refused`` where it is too much."""
        return cast(IO[bytes], _Unpacked(file, self))

    def count(self, size: int) -> None:
        """Count bytes that came out."""
        self._size += size
        refuse_bomb(self._size, self._packed(), self._settings)


class _Unpacked(io.RawIOBase):
    def __init__(self, file: IO[bytes], limited: Limited) -> None:
        self._file = file
        self._limited = limited

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        chunk = self._file.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._limited.count(len(chunk))
        return len(chunk)


def refuse_bomb(unpacked: int, packed: int, settings: SourceSettings) -> None:
    """Raise ``Refused`` where so many bytes came out of so few that they cannot be pages."""
    if unpacked > settings.unpacked_freely and unpacked > settings.most_ratio * packed:
        raise Refused(
            "bomb",
            f"{megabytes(unpacked)} came out of {megabytes(packed)}: no pages pack so well. The rest is left.",
        )


def buffered(raw: Hashed) -> io.BufferedReader:
    """Return the bytes as they lie, with a look ahead."""
    return io.BufferedReader(raw, _BUFFER)


def head_of(stream: Stream, size: int) -> bytes:
    """Return the first bytes of a stream without taking them; those inside, where gzip packed it."""
    head = stream.peek(_BUFFER)
    if not head.startswith(GZIP):
        return head[:size]
    try:
        return zlib.decompressobj(31).decompress(head, size)
    except zlib.error:
        return b""


def unpacked(raw: Hashed, packed: io.BufferedReader, settings: SourceSettings) -> Stream:
    """Return the bytes as they were before gzip, if it packed them; the first two bytes tell, not the name."""
    if packed.peek(2)[:2] != GZIP:
        return packed
    limited = Limited(lambda: raw.size, settings)
    return io.BufferedReader(
        _Unpacked(cast(IO[bytes], gzip.GzipFile(fileobj=packed, mode="rb")), limited), _BUFFER
    )


def apart(file: IO[bytes]) -> IO[bytes]:
    """Return a second handle of a file, for readers that close what they are given."""
    return os.fdopen(os.dup(file.fileno()), "rb")


def opens_whole(packed: io.BufferedReader, record: re.Pattern[bytes]) -> bool:
    """Whether gzip packed many records as one: a second ``record`` begins in the first of its members."""
    head = packed.peek(_BUFFER)
    if not head.startswith(GZIP):
        return False
    try:
        return record.search(zlib.decompressobj(31).decompress(head, _LOOKED_INTO), 1) is not None
    except zlib.error:
        return False

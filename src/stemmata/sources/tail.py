"""A stream that remembers its last bytes, so that reading can go back a little where it went wrong."""

import re
from collections import deque

from stemmata.sources.opened import Stream

_CHUNK = 1 << 16
_OVERLAP = 64
"""Bytes of a chunk looked at again with the next one: longer than any mark that is looked for."""


class Tail:
    """A stream one may go back in by up to ``remembered`` bytes; what lies underneath still gives each byte once."""

    def __init__(self, stream: Stream, remembered: int) -> None:
        self._stream = stream
        self._remembered = remembered
        self._behind: deque[bytes] = deque()
        self._ahead: deque[bytes] = deque()
        self._held = 0
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most ``size`` and never more than a chunk."""
        size = _CHUNK if size < 0 else min(size, _CHUNK)
        chunk = self._ahead.popleft() if self._ahead else self._stream.read(size)
        if len(chunk) > size:
            self._ahead.appendleft(chunk[size:])
            chunk = chunk[:size]
        self._place += len(chunk)
        self._behind.append(chunk)
        self._held += len(chunk)
        while self._held > self._remembered:
            self._held -= len(self._behind.popleft())
        return chunk

    def tell(self) -> int:
        """Return how many bytes lie before this place."""
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go back to a place, or as near to it as is remembered. Nobody may go forward."""
        if whence != 0 or offset > self._place:
            raise OSError("A stream cannot be gone forward in.")
        while self._behind and self._place > offset:
            chunk = self._behind.pop()
            self._held -= len(chunk)
            self._place -= len(chunk)
            self._ahead.appendleft(chunk)
        while self._place < offset:
            self.read(offset - self._place)
        return self._place

    def close(self) -> None:
        """Leave the stream open: it belongs to who opened it."""

    def find(self, mark: re.Pattern[bytes]) -> int | None:
        """Go forward to where ``mark`` next stands and return that place; None if it stands nowhere more."""
        before = b""
        while chunk := self.read(_CHUNK):
            window = before + chunk
            if found := mark.search(window):
                return self.seek(self._place - len(window) + found.start())
            before = window[-_OVERLAP:]
        return None

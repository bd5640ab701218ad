"""Texts that a program hands over."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from stemmata.model import Input, Media, Page, Unread

_HALF = re.compile("[\ud800-\udfff]")


class Texts:
    """A source over plain texts, called ``text 1``, ``text 2`` and so on."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._contents = [whole(text).encode() for text in texts]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Each text, with the SHA-256 of its UTF-8."""
        return tuple(
            Input(_name(number), sha256(content).hexdigest())
            for number, content in enumerate(self._contents, 1)
        )

    def pages(self) -> Iterator[Page | Unread]:
        """Yield one page for each text."""
        for number, content in enumerate(self._contents, 1):
            yield Page(_name(number), content, Media.TEXT, charset="utf-8")


def whole(text: str) -> str:
    """Return a text that every file can hold: half a surrogate pair becomes U+FFFD, and no offset moves."""
    return _HALF.sub("\ufffd", text)


def printable(text: str) -> str:
    """Return a name as a terminal may show it: nothing in it that moves the cursor or hides what stands beside it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _name(number: int) -> str:
    return f"text {number}"

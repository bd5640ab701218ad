"""Texts that a program already holds."""

import re
from collections.abc import Iterator, Sequence

from stemmata.model import Input, Media, Page

_HALF = re.compile("[\ud800-\udfff]")


class Texts:
    """A source over plain texts, called ``text 1``, ``text 2`` and so on."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Nothing: no file was opened."""
        return ()

    def pages(self) -> Iterator[Page]:
        """Yield each text as a page."""
        for number, text in enumerate(self._texts, 1):
            yield Page(f"text {number}", whole(text).encode(), Media.TEXT, charset="utf-8")


def whole(text: str) -> str:
    """Return a text that every file can hold: half a surrogate pair becomes U+FFFD, and no offset moves."""
    return _HALF.sub("\ufffd", text)

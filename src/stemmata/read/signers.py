"""Elements inside a line that name an author, as the walk in Python meets them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_MOST = 64
"""Such elements of a page, at most, as in the compiled reader: more are a list of people."""


@dataclass(slots=True)
class _Signer:
    """An open element: its tag, how many elements of that tag are open from it on, and where it begins."""

    tag: str
    depth: int
    start: int


@dataclass(slots=True)
class Signers:
    """Those that are open, the innermost last, and where others stood: paragraph, start and end in it."""

    waiting: list[_Signer] = field(default_factory=list)
    found: list[tuple[int, int, int]] = field(default_factory=list)

    def open(self, tag: str, words: Sequence[str], *, signs: bool) -> None:
        """Take the start of an element that stands inside a line of so many words."""
        if signs and len(self.found) < _MOST and len(self.waiting) < _MOST:
            self.waiting.append(_Signer(tag, 1, len(folded(words))))
        elif self.waiting and self.waiting[-1].tag == tag:
            self.waiting[-1].depth += 1

    def close(self, tag: str, paragraph: int, words: Sequence[str]) -> None:
        """Take the end of an element inside a line."""
        if self.waiting and self.waiting[-1].tag == tag:
            self.waiting[-1].depth -= 1
            if not self.waiting[-1].depth:
                self._note(paragraph, self.waiting.pop(), len(folded(words)))

    def end_paragraph(self, paragraph: int, text: str) -> None:
        """Take the end of a paragraph, which ends what is open in it."""
        for signer in self.waiting:
            self._note(paragraph, signer, len(text))
        self.waiting.clear()

    def _note(self, paragraph: int, signer: _Signer, end: int) -> None:
        if end > signer.start:
            self.found.append((paragraph, signer.start, end))


def folded(words: Iterable[str]) -> str:
    """Return the words of a paragraph, its white space evened."""
    return " ".join("".join(words).replace("\x00", "").split())

"""What is done to a whole text at once before it is measured: small letters, and where its lines stand."""

from collections.abc import Callable
from typing import TypeVar

from stemmata.kernels import backend

Pair = TypeVar("Pair", bound=tuple[int, int])


def slow_lowered(text: str) -> str:
    """Do what ``lowered`` does in plain Python."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[:1] or char for char in text)


def slow_text_lines(text: str, make: type[Pair]) -> list[Pair]:
    """Do what ``text_lines`` does in plain Python."""
    pairs, at = list[Pair](), 0
    for line in text.split("\n"):
        if words := line.strip():
            start = at if len(words) == len(line) else at + line.index(words)
            pairs.append(tuple.__new__(make, (start, start + len(words))))
        at += len(line) + 1
    return pairs


def slow_figured(text: str, spans: tuple[tuple[int, int], ...], reach: int) -> list[int]:
    """Do what ``figured`` does in plain Python."""
    return [
        number
        for number, (start, _) in enumerate(spans)
        if any(map(str.isdecimal, text[start : start + reach]))
    ]


_lowered: Callable[[str], str | None] | None = getattr(backend.LOOPS, "lowered", None)
_text_lines: Callable[[str, type[Pair]], list[Pair]] = getattr(backend.LOOPS, "text_lines", slow_text_lines)
_figured: Callable[[str, tuple[tuple[int, int], ...], int], list[int]] = getattr(
    backend.LOOPS, "figured", slow_figured
)


def lowered(text: str) -> str:
    """Lower the case without moving any character."""
    if _lowered is None or text.isascii():
        return slow_lowered(text)
    low = _lowered(text)
    return slow_lowered(text) if low is None else low


def text_lines(text: str, make: type[Pair]) -> list[Pair]:
    """Return where the words of each line stand, without white space around them, as pairs; blank lines are left out."""
    return _text_lines(text, make)


def figured(text: str, spans: tuple[tuple[int, int], ...], reach: int) -> list[int]:
    """Return the numbers of the paragraphs that have a figure among their first characters, or right behind them."""
    return _figured(text, spans, reach)

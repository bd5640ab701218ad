"""Words with their places: the kernels' rule, one text at a time."""

from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from stemmata.kernels import fold as _fold
from stemmata.kernels import tokenise
from stemmata.model import Span

REMEMBERED = 100_000
"""Characters up to which a text's words are remembered: every stage asks for those of the same stretches."""


class Word(NamedTuple):
    """One word: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of ``text``, or of the stretch ``span`` of it, in order, by the kernels' rule.

    A letter of Han, kana or Thai is a word of its own. A word that the stretch cuts counts as far as it
    stands inside.
    """
    if span is None:
        return _remembered(text) if len(text) <= REMEMBERED else _found(text, 0)
    if len(text) > REMEMBERED:
        return _found(span.of(text), span.start)
    every = _remembered(text)
    first = bisect_left(every, span.start, key=attrgetter("start"))
    last = bisect_left(every, span.end, lo=first, key=attrgetter("start"))
    cut = (first > 0 and every[first - 1].end > span.start) or (
        last > first and every[last - 1].end > span.end
    )
    return _found(span.of(text), span.start) if cut else every[first:last]


@lru_cache(maxsize=64)
def _remembered(text: str) -> tuple[Word, ...]:
    return _found(text, 0)


def _found(text: str, by: int) -> tuple[Word, ...]:
    tokens = tokenise((text,))
    return tuple(
        Word(start + by, end + by, fold(text[start:end]))
        for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    )


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the form by which a word is looked up: the kernels' folding, remembered."""
    return _fold(word)

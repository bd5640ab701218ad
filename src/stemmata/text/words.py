"""Words with their places: the kernels' rule, one text at a time."""

from functools import lru_cache
from typing import NamedTuple

from stemmata.kernels import fold as _fold
from stemmata.kernels import tokenise
from stemmata.model import Span


class Word(NamedTuple):
    """One word: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of ``text``, or of the stretch ``span`` of it, in order, by the kernels' rule."""
    part, by = (text, 0) if span is None else (span.of(text), span.start)
    tokens = tokenise((part,))
    return tuple(
        Word(start + by, end + by, fold(part[start:end]))
        for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    )


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the form by which a word is looked up: the kernels' folding, remembered."""
    return _fold(word)

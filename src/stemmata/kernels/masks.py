"""A short line made the mark it leaves on every page of its kind: names and figures cut out, small letters."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from stemmata.kernels import backend

_compiled: Callable[[str, bool], str | None] | None = getattr(backend.LOOPS, "mask", None)


def mask(line: str, *, label: bool) -> str:
    """Return a line's mark; of a ``label`` no name is cut: ``Photos by Anna Kern, 12 of 30`` is ``photos by *, # of #``."""
    made = _compiled(line, label) if _compiled else None
    return slow_mask(line, label=label) if made is None else made


@lru_cache(maxsize=8192)
def slow_mask(line: str, *, label: bool) -> str:
    """Do the same in plain Python."""
    return cut_figures((line if label else _named().sub("*", line)).lower())


def cut_figures(phrase: str) -> str:
    """Put one sign for each row of figures, and for each row of words that were cut; even the white space."""
    if phrase.isalpha():
        return phrase
    numbers, figures, stars = _rows()
    return " ".join(stars.sub("*", figures.sub("#", numbers.sub("#", phrase))).split())


@cache
def _named() -> re.Pattern[str]:
    """Capitalised words behind the first one."""
    return re.compile(r"(?<=\s)[A-ZÀ-Þ][\w’'.-]*")


@cache
def _rows() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"\d+(?:[.,:/-]\d+)*(?:[ #]+\d+(?:[.,:/-]\d+)*)*"),
        re.compile(r"#(?:\s?#)+"),
        re.compile(r"\*(?:\s\*)+"),
    )

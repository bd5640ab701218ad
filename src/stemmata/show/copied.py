"""Two pages of a heap and what they share, on a terminal."""

import textwrap
from collections.abc import Iterator

from stemmata.model import CopiedPages
from stemmata.show.words import count

WIDTH = 80
"""Columns of the answer."""
_LONGEST = 220
"""Characters shown of a stretch: about three lines."""


def copied_pages(found: CopiedPages) -> str:
    """Return the names of the pages, how much they share, and the beginning and end of each stretch."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: CopiedPages) -> Iterator[str]:
    words = sum(stretch.words for stretch in found.stretches)
    pieces = count(len(found.stretches), "stretch", "stretches")
    yield f"{found.left} = {found.right}"
    yield f"  {count(words, 'word')} in {pieces}"
    for stretch, printed in zip(found.stretches, found.printed, strict=True):
        told = f"{stretch.kind}, {count(stretch.words, 'word')}: “{_short(' '.join(printed.split()))}”"
        yield textwrap.fill(
            told, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )


def _short(text: str) -> str:
    half = _LONGEST // 2
    return (
        text
        if len(text) <= _LONGEST
        else f"{text[:half].rpartition(' ')[0]} … {text[-half:].partition(' ')[2]}"
    )

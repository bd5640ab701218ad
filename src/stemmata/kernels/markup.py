"""HTML taken apart by the compiled kernel: tokens and tree after the WHATWG standard, the text in reading order.

Without the compiled kernels there is no ``read_markup``: the room that reads pages has a slower way of its own.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypedDict

from stemmata.kernels import backend


class Laid(TypedDict):
    """A page laid out flat. Offsets are in code points; one entry for each paragraph, seven in ``homes``."""

    text: str
    starts: list[int]
    ends: list[int]
    tags: list[str]
    traits: list[int]
    linked: list[int]
    homes: list[int]
    shapes: list[int]
    counts: list[int]
    """For each way, how many shown blocks were opened so."""
    language: str
    metas: list[tuple[str, str]]
    links: list[tuple[str, str]]
    titles: list[str]
    data: list[str]
    """The inside of each script of JSON-LD."""
    moments: list[tuple[str, int]]
    signers: list[tuple[int, int]]
    """Where elements that are no blocks, but were given a bit, begin and end."""


class MarkupPage(Protocol):
    """A page that has been taken apart and is yet to be laid out."""

    def ways(self) -> list[str]:
        """Return each distinct way of opening an element: its tag and telling attributes, parted by NULs."""

    def lay_out(self, traits: Sequence[int], /) -> Laid:
        """Return the page, given the bits that each way adds to all that stands in it; below 0 it is never shown."""


def compiled_reader() -> Callable[[str], MarkupPage] | None:
    """Return the function that takes a page apart, or None where the kernels are not compiled."""
    return getattr(backend.LOOPS, "read_markup", None)


def compiled_utf8_reader() -> Callable[[bytes], MarkupPage | None] | None:
    """Return the function that does the same from bytes of UTF-8, and gives None for what is none; None as above."""
    return getattr(backend.LOOPS, "read_markup_utf8", None)

"""The measures of a page's paragraphs: known phrases, shapes of lines, markup, neighbours, shared words.

A text comes with its lower case, of the same length, and the places where its paragraphs start and end: rising, none
empty. Every measure gives one row a paragraph; what its columns are, the room that reads pages names.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import backend
from stemmata.kernels.columns import Bytes, Counts, Numbers

Table = NDArray[np.float64]

ODD, BLANK, UPPER, LOWER, PLAIN, IDEOGRAPH, FIGURE, STOP, COMMA, QUOTE, BAR = range(11)
"""The kinds of characters that a ``Book`` tells apart: three of letters, ideographs, figures, marks."""


class Markup(NamedTuple):
    """What the markup says of all paragraphs, one value a paragraph.

    ``homes`` has a row for each kind of home, ``columns`` one for each of: characters, the share of them in links,
    words, 1 where it ends as sentences do, words of prose, share of the page's prose.
    """

    tags: Counts
    traits: Counts
    homes: Counts
    columns: Table


class Meaning(NamedTuple):
    """What the numbers of traits and tags mean."""

    traits: int
    """How many bits there are."""
    inside: int
    """The traits that speak for a paragraph as far as they hold prose; all others speak against it."""
    story: int
    """The bit of an element that is named as the story's text."""
    article: int
    list_item: int
    """The number of its tag."""
    tags: int
    """How many there are."""


class Lending(NamedTuple):
    """How a story lends its words to the paragraphs that are compared with it."""

    sure: float
    """Probability from which a paragraph of eight words is of the story."""
    edge: float
    """Share of the story's mass that makes its first or last paragraph."""
    longest: int
    """Characters of a paragraph whose words are compared."""


class _Finder(Protocol):
    def count(
        self, low: str, starts: Counts, ends: Counts, flat: bool, opening: int, /
    ) -> tuple[Table, Table]: ...


class _Book(Protocol):
    def measure(self, text: str, low: str, starts: Counts, ends: Counts, /) -> Table: ...


class _Loops(Protocol):
    """What both backends have."""

    def LineFinder(self, phrases: list[str], groups: list[int], count: int, /) -> _Finder: ...  # noqa: N802 - a class of theirs

    def LineBook(  # noqa: N802 - a class of theirs
        self,
        labels: list[str],
        openings: list[str],
        terms: list[str],
        edges: str,
        bullets: str,
        kinds: Bytes,
        /,
    ) -> _Book: ...

    def measure_marks(
        self, tags: Counts, traits: Counts, homes: Counts, columns: Table, meaning: tuple[int, ...], /
    ) -> Table: ...

    def measure_kin(
        self,
        tags: Counts,
        traits: Counts,
        homes: Counts,
        columns: Table,
        meaning: tuple[int, ...],
        guess: Numbers,
        /,
    ) -> Table: ...

    def measure_context(
        self,
        low: str,
        starts: Counts,
        ends: Counts,
        guess: Numbers,
        words: Numbers,
        sure: float,
        edge: float,
        longest: int,
        /,
    ) -> Table: ...


def _choose() -> _Loops:
    if hasattr(backend.LOOPS, "measure_context"):
        return cast(_Loops, backend.LOOPS)
    from stemmata.kernels import lines_reference  # noqa: PLC0415 - loaded only where it is needed

    return cast(_Loops, lines_reference)


_LOOPS = _choose()


class Finder:
    """Finds many phrases in one pass over a text."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        """Take phrases, in groups that are counted apart."""
        phrases = [phrase for group in groups for phrase in group]
        numbers = [number for number, group in enumerate(groups) for _ in group]
        self._finder = _LOOPS.LineFinder(phrases, numbers, len(groups))

    def count(
        self, low: str, starts: Counts, ends: Counts, *, flat: bool = False, opening: int = 0
    ) -> tuple[Table, Table]:
        """Count for each group and paragraph where a phrase begins, and tell which paragraphs a phrase opens.

        Both are one row a group. A phrase never overlaps itself; it opens a paragraph where it begins within its first
        ``opening`` characters. ``flat`` takes a line end for a space.
        """
        return self._finder.count(low, starts, ends, flat, opening)


class Book:
    """The phrases by which paragraphs are known that speak of the page, and the kinds of characters.

    A label is a whole line, without the characters ``edges`` around it; an opening stands behind ``bullets``; terms
    stand anywhere. ``kinds`` gives one of the kinds above for each code point of the first plane.
    """

    def __init__(
        self,
        *,
        labels: Sequence[str],
        openings: Sequence[str],
        terms: Sequence[str],
        edges: str,
        bullets: str,
        kinds: Bytes,
    ) -> None:
        """Make the phrases ready to be looked for."""
        self._book = _LOOPS.LineBook([*labels], [*openings], [*terms], edges, bullets, kinds)

    def measure(self, text: str, low: str, starts: Counts, ends: Counts) -> Table:
        """Return what can be told of each paragraph without markup: 42 columns."""
        return self._book.measure(text, low, starts, ends)


def measure_marks(page: Markup, meaning: Meaning) -> Table:
    """Return what the markup tells of each paragraph, and of the elements it stands in: 29 columns, one more for each trait, 18 of groups."""
    return _LOOPS.measure_marks(*page, meaning)


def measure_kin(page: Markup, meaning: Meaning, guess: Numbers) -> Table:
    """Return what a first guess of the story tells of each paragraph's relatives: 16 columns."""
    return _LOOPS.measure_kin(*page, meaning, guess)


def measure_context(
    low: str, starts: Counts, ends: Counts, guess: Numbers, words: Numbers, lending: Lending
) -> Table:
    """Return where each paragraph stands to a first guess of the story, and what words they share: 24 columns."""
    return _LOOPS.measure_context(low, starts, ends, guess, words, *lending)

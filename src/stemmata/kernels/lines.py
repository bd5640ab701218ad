"""The measures of a page's paragraphs: known phrases, shapes of lines, markup, neighbours, shared words, promises kept.

Every measure fills columns of a table that has one row a paragraph; what the columns are, the room that reads pages names.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import backend
from stemmata.kernels.columns import Bytes, Numbers

Table = NDArray[np.float64]

ODD, BLANK, UPPER, LOWER, PLAIN, IDEOGRAPH, FIGURE, STOP, COMMA, QUOTE, BAR = range(11)
"""The kinds of characters that a ``LineBook`` tells apart: three of letters, ideographs, figures, marks."""


class Meaning(NamedTuple):
    """What the numbers of traits and tags mean. Traits are bits of one number, and so are sets of tags."""

    traits: int
    """How many there are."""
    inside: int
    """Those that speak for a paragraph as far as they hold prose; all others speak against it."""
    story: int
    """The place of the bit of elements named as the story's text."""
    article: int
    headed: int
    """Those of headings and titles."""
    tags: int
    """How many there are, the one for all others among them."""
    list_item: int
    h1: int
    headings: int
    """The tags of headings."""


class Lending(NamedTuple):
    """How a story lends its words to the paragraphs that are compared with it."""

    sure: float
    """Probability from which a paragraph of eight words is of the story."""
    edge: float
    """Share of the story's mass that makes its first or last paragraph."""
    longest: int
    """Characters of a paragraph whose words are compared."""


class LineBook(Protocol):
    """The phrases by which paragraphs are known that speak of the page, and the kinds of characters."""


class LineFinder(Protocol):
    """Phrases in groups that are counted apart."""

    def places(self, text: str, /) -> list[tuple[int, int]]:
        """Return every place of every phrase, overlapping ones too: the number of the phrase and the place, in this order."""


class LinePage(Protocol):
    """A page to be measured: first its words, which the other measures start from. ``at`` is a measure's first column."""

    def measure_words(self, book: LineBook, table: Table, at: int, /) -> None:
        """Fill 42 columns with what can be told of each paragraph without markup."""

    def measure_marks(self, meaning: tuple[int, ...], table: Table, at: int, /) -> None:
        """Fill 29 columns, one more for each trait, and 18: the markup of paragraphs and of the elements they stand in."""

    def measure_promised(
        self, meaning: tuple[int, ...], titles: list[str], summary: str, story: str, table: Table, at: int, /
    ) -> None:
        """Fill 13 columns with what stands here of what the head says of the story, in lower case, white space evened."""

    def measure_talk(self, speech: LineFinder, named: LineFinder, table: Table, at: int, /) -> None:
        """Fill 9 columns: where the page speaks. Speech: addresses, the reader, the makers; named: its site, who signs."""

    def measure_text_talk(self, speech: LineFinder, table: Table, at: int, /) -> None:
        """Fill 6 columns: the same of a plain text, which names nobody."""

    def measure_context(
        self, guess: Numbers, lending: tuple[float, float, int], table: Table, at: int, /
    ) -> None:
        """Fill 24 columns: where each paragraph stands to a first guess of the story, and what words they share."""

    def measure_kin(self, meaning: tuple[int, ...], guess: Numbers, table: Table, at: int, /) -> None:
        """Fill 16 columns with what a first guess tells of each paragraph's relatives."""

    def brief(self, traits: int, most: float, /) -> list[int]:
        """Return the paragraphs that have one of the traits and at most so many words."""

    def words(self) -> Numbers:
        """Return how many words each paragraph has."""


class _Loops(Protocol):
    """What both backends have."""

    def LinePage(  # noqa: N802 - a class of theirs
        self, text: str, low: str, spans: Sequence[object], marks: Sequence[object], tags: dict[str, int], /
    ) -> LinePage: ...

    def LineFinder(self, phrases: list[str], groups: list[int], count: int, /) -> LineFinder: ...  # noqa: N802

    def LineBook(  # noqa: N802
        self,
        labels: list[str],
        openings: list[str],
        terms: list[str],
        edges: str,
        bullets: str,
        kinds: Bytes,
        /,
    ) -> LineBook: ...


def _choose() -> _Loops:
    if hasattr(backend.LOOPS, "LinePage"):
        return cast(_Loops, backend.LOOPS)
    from stemmata.kernels import lines_reference  # noqa: PLC0415 - loaded only where it is needed

    return cast(_Loops, lines_reference)


_LOOPS = _choose()


def line_page(
    text: str,
    low: str,
    spans: Sequence[object],
    marks: Sequence[object] = (),
    tags: dict[str, int] | None = None,
) -> LinePage:
    """Return a page to be measured.

    ``low`` is the text in lower case, of the same length. Spans are pairs of numbers, rising, none empty. Marks, one a
    paragraph or none at all, are a tag, a number of traits, the characters in links, and seven numbers of homes;
    ``tags`` gives their numbers, those not listed share the next.
    """
    return _LOOPS.LinePage(text, low, spans, marks, tags or {})


def line_finder(groups: Sequence[Sequence[str]]) -> LineFinder:
    """Return phrases, in groups that are counted apart, ready to be looked for."""
    phrases = [phrase for group in groups for phrase in group]
    return _LOOPS.LineFinder(
        phrases, [number for number, group in enumerate(groups) for _ in group], len(groups)
    )


def line_book(
    *,
    labels: Sequence[str],
    openings: Sequence[str],
    terms: Sequence[str],
    edges: str,
    bullets: str,
    kinds: Bytes,
) -> LineBook:
    """Return the phrases of a page's wrapping, ready to be looked for.

    A label is a whole line, without the characters ``edges`` around it; an opening stands behind ``bullets``; terms
    stand anywhere. ``kinds`` gives one of the kinds above for each code point of the first plane.
    """
    return _LOOPS.LineBook([*labels], [*openings], [*terms], edges, bullets, kinds)

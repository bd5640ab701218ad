"""What the markup says of all paragraphs of a page, as columns of numbers that every measure starts from."""

from dataclasses import dataclass

import numpy as np

from stemmata.read.features import WORDS, Floats, Ints
from stemmata.read.nesting import Home
from stemmata.read.sheet import Sheet, Trait

TAGS = (
    "p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "h5", "h6", "section", "article", "th",
    "dd", "dt", "aside", "header", "footer", "button", "label", "center", "span", "pre", "body", "other",
)  # fmt: skip
_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}
HEADINGS = np.array([len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() for tag in TAGS])
BITS = tuple(trait for trait in Trait)
_MASKS = np.array([int(bit) for bit in BITS], np.int64)
INSIDE = np.array([bit in {Trait.ARTICLE, Trait.MAIN, Trait.STORY} for bit in BITS])
"""Traits that speak for a paragraph as far as they hold prose; all others speak against it."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """One value a paragraph in every column."""

    tags: Ints
    """The number of the tag in ``TAGS``; those not listed share one."""
    homes: Ints
    """One row for each field of ``Home``."""
    bits: Floats
    """One column for each trait of ``BITS``: 1 where the paragraph has it."""
    size: Floats
    """Characters, at least 1."""
    linked: Floats
    """Share of the characters that stand in links."""
    words: Floats
    ends: Floats
    """1 where it ends as sentences do."""
    prose: Floats
    """Words, where the paragraph reads like prose and less than half of it is linked; else 0."""
    share: Floats
    """Share of the page's prose."""

    def home(self, name: str) -> Ints:
        """Return the numbers of one kind of home."""
        return np.asarray(self.homes[Home._fields.index(name)])


def measures_of(sheet: Sheet, words: Floats) -> Measures:
    """Return the columns of a page with markup, given the columns ``WORDS``."""
    tags, traits, linked, homes = zip(*sheet.marks, strict=True)
    known, other = _TAG_NUMBERS.get, len(TAGS) - 1
    size = np.array([max(end - start, 1) for start, end in sheet.spans], float)
    share_linked = np.minimum(np.array(linked) / size, 1)
    prose = np.expm1(words[:, WORDS.index("prose")]) * (share_linked < 0.5)
    return Measures(
        np.array([known(tag, other) for tag in tags], np.int64),
        np.array(homes, np.int64).T,
        (np.array(traits, np.int64)[:, None] & _MASKS > 0).astype(float),
        size,
        share_linked,
        np.expm1(words[:, WORDS.index("words")]),
        words[:, WORDS.index("ends")],
        prose,
        prose / max(float(prose.sum()), 1.0),
    )

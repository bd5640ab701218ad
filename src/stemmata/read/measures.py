"""What the markup says of all paragraphs of a page, as columns of numbers that every measure starts from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.lines import Markup, Meaning
from stemmata.read.features import WORDS, Floats, Ints, Lines
from stemmata.read.sheet import Sheet, Trait

TAGS = (
    "p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "h5", "h6", "section", "article", "th",
    "dd", "dt", "aside", "header", "footer", "button", "label", "center", "span", "pre", "body", "other",
)  # fmt: skip
_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}
HEADINGS = np.array([len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() for tag in TAGS])
BITS = tuple(trait for trait in Trait)
MEANING = Meaning(
    traits=len(BITS),
    inside=(Trait.ARTICLE | Trait.MAIN | Trait.STORY).value,
    story=BITS.index(Trait.STORY),
    article=BITS.index(Trait.ARTICLE),
    list_item=TAGS.index("li"),
    tags=len(TAGS),
)
"""What the kernel has to know of tags and traits. Article, main part and story speak for a paragraph; all others against it."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """One value a paragraph in every column."""

    lines: Lines
    markup: Markup
    """The columns as the kernel reads them."""
    tags: Ints
    """The number of the tag in ``TAGS``; those not listed share one."""
    words: Floats
    prose: Floats
    """Words, where the paragraph reads like prose and less than half of it is linked; else 0."""
    share: Floats
    """Share of the page's prose."""

    def stands_in(self, traits: Trait) -> NDArray[np.bool_]:
        """Tell which paragraphs have one of the traits."""
        return np.asarray((self.markup.traits & traits.value) != 0)


def measures_of(sheet: Sheet, lines: Lines, words: Floats) -> Measures:
    """Return the columns of a page with markup, given the columns ``WORDS``."""
    tags, traits, linked, homes = zip(*sheet.marks, strict=True)
    known, other = _TAG_NUMBERS.get, len(TAGS) - 1
    numbers = np.array([known(tag, other) for tag in tags], np.int64)
    columns = np.empty((6, len(tags)))
    size, share_linked, spoken, ends, prose, share = columns
    size[:] = lines.ends - lines.starts
    np.minimum(np.array(linked) / size, 1, out=share_linked)
    np.expm1(words[:, WORDS.index("words")], out=spoken)
    ends[:] = words[:, WORDS.index("ends")]
    np.multiply(np.expm1(words[:, WORDS.index("prose")]), share_linked < 0.5, out=prose)
    np.divide(prose, max(float(prose.sum()), 1.0), out=share)
    rows = np.ascontiguousarray(np.array(homes, np.int64).T).reshape(-1)
    return Measures(
        lines, Markup(numbers, np.array(traits, np.int64), rows, columns), numbers, spoken, prose, share
    )  # fmt: skip

"""What the numbers of tags and traits mean to the measures of a page with markup."""

from stemmata.kernels.lines import LinePage, Meaning, line_page
from stemmata.read.features import lowered
from stemmata.read.sheet import Sheet, Trait

TAGS = (
    "p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "h5", "h6", "section", "article", "th",
    "dd", "dt", "aside", "header", "footer", "button", "label", "center", "span", "pre", "body", "other",
)  # fmt: skip
_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS[:-1])}
BITS = tuple(trait for trait in Trait)
MEANING = Meaning(
    traits=len(BITS),
    inside=(Trait.ARTICLE | Trait.MAIN | Trait.STORY).value,
    story=BITS.index(Trait.STORY),
    article=BITS.index(Trait.ARTICLE),
    headed=(Trait.HEADING | Trait.TITLE).value,
    tags=len(TAGS),
    list_item=TAGS.index("li"),
    h1=TAGS.index("h1"),
    headings=sum(
        1 << number for number, tag in enumerate(TAGS) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
    ),
)
"""What the kernel has to know of tags and traits. Article, main part and story speak for a paragraph; all others against it."""


def marked_lines_of(sheet: Sheet) -> LinePage:
    """Return the paragraphs of a page with markup as the kernels read them."""
    return line_page(sheet.text, lowered(sheet.text), sheet.spans, sheet.marks, _TAG_NUMBERS)

"""An outlet's own edition of an agency's story: words added under the outlet's own name are not the agency's."""

from stemmata.lineage.pairs import Pair
from stemmata.model import Article

_LETTERS = 6  # fewest letters of an outlet's name: a shorter one stands inside other words


def own_edition(pair: Pair) -> str | None:
    """Return the name of the outlet whose own reporting the late text adds, if it shows.

    It shows where an added sentence names the outlet of its page ("she told the Courier"), or where the page has an
    author, no dateline, and credits the agency at its foot only.
    """
    if not pair.added:
        return None
    for page in pair.late.state.articles:
        if _names_itself(pair, page) or _by_its_own(page):
            return page.publisher or page.site
    return None


def _names_itself(pair: Pair, page: Article) -> bool:
    if page.id != pair.late.state.story.article.id:
        return False
    own = [name for name in (_letters(page.publisher or ""), _main(page.site or "")) if len(name) >= _LETTERS]
    said = (_letters(sentence.span.of(page.text)) for place in pair.added for sentence in pair.late.at[place])
    return any(name in sentence for sentence in said for name in own)


def _by_its_own(page: Article) -> bool:
    at_foot = bool(page.credits) and all(credit.how in {"footline", "image"} for credit in page.credits)
    return bool(page.authors) and at_foot and page.dateline is None and bool(page.publisher or page.site)


def _main(site: str) -> str:
    """Return the letters of a site's name without its last part."""
    return _letters(site.rsplit(".", 1)[0].removeprefix("www."))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

"""Who retells another outlet's report names it: "the Examiner reported", "told the Examiner"."""

from stemmata.lineage.outlets import is_own_page_of
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Place
from stemmata.text.citing import cited, mentions, names_of

_PAGES = 8  # pages of a state that are looked at
_NAMED = 0.3  # amount where a name stands without a word that says what was had from there


def _look(pair: Pair) -> Mark | None:
    ours, theirs = pair.early.state.articles[:_PAGES], pair.late.state.articles[:_PAGES]
    for name in sorted({name for page in ours for name in names_of(page.publisher)}):
        if any(is_own_page_of(name, page) for page in theirs):
            continue
        found = [(not telling, page.id, span) for page in theirs for telling, span in mentions(name, page)]
        if found:
            named, page_id, span = min(found)
            has = "names" if named else "says that it has something from"
            says = f"{pair.late.name} {has} {name}, whose page {pair.early.name} is."
            return Mark(_NAMED if named else 1.0, says, (Place(page_id, span),))
    return None


def cites(pair: Pair) -> bool:
    """Whether the late page says that it has something from the outlet whose page the early one is."""
    mark = _look(pair)
    return mark is not None and mark.amount == 1


def cited_outlet(pair: Pair) -> str | None:
    """Return the outlet of the early page that the late one says it has something from, as its page gives its name."""
    if not cites(pair):
        return None
    ours, theirs = pair.early.state.articles[:_PAGES], pair.late.state.articles[:_PAGES]
    return next((page.publisher for page in ours if any(cited(late, page) for late in theirs)), None)


CITES = Sign("names-its-outlet", 10.0, _look)

"""Which agency a text names as its source."""

from stemmata.lineage.named import credits_of
from stemmata.lineage.outlets import is_own_page_of
from stemmata.lineage.states import State
from stemmata.model import How


def agencies(state: State) -> tuple[str, ...]:
    """Return the agencies named by the pages of a state, each once, in order of standing."""
    return tuple(dict.fromkeys(agency for agency, _ in state.credits))


def is_own_page(state: State) -> bool:
    """Whether one of its pages belongs to the very agency it names."""
    return any(
        is_own_page_of(agency, article) for article in state.articles for agency, _ in credits_of([article])
    )


def is_second_hand(state: State) -> bool:
    """Whether a page shows that its words passed through other hands: an outlet's, a scraper's, or none credited.

    Only such pages are cut: an agency's own text that is short is an early version.
    """
    return not agencies(state) or any(witness.how is not How.CLEAN for witness in state.witnesses)


def may_be_cut(state: State) -> bool:
    """Whether a text that is short may have been cut: one page shows it, and its words passed through other hands.

    Two outlets do not cut a story at the same words; what both carry is a version. Fronts of templates count as one.
    """
    fronts = {
        "" if witness.how is How.WRAPPED else page.site or page.publisher or page.id
        for witness, page in zip(state.witnesses, state.articles, strict=True)
    }
    return is_second_hand(state) and len(fronts) < 2

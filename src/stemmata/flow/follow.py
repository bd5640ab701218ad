"""One phrase through a whole case."""

from stemmata.flow.settings import Settings
from stemmata.model import Case, Term
from stemmata.terms import trace_terms

_SETTINGS = Settings()


def follow(case: Case, phrase: str, settings: Settings = _SETTINGS) -> Term:
    """Return the first use and the history of ``phrase`` over the articles of a case."""
    (term,) = trace_terms(
        (phrase,), case.articles, case.written, case.nodes, case.links, case.origins, settings.terms
    )
    return term

"""The agencies that pages name for their words."""

from collections.abc import Sequence

from stemmata.model import Article, Credit, Place

_OF_PICTURES = "image"


def credits_of(articles: Sequence[Article]) -> tuple[tuple[str, Place], ...]:
    """Return agencies that pages name for their words, the dateline's first, with where they do."""
    found = [
        (article.dateline.agency, Place(article.id, article.dateline.span))
        for article in articles
        if article.dateline is not None and article.dateline.agency
    ]
    for article in articles:
        named = [
            credit for credit in article.credits if credit.how != _OF_PICTURES and is_name(credit.agency)
        ]
        found.extend((credit.agency, Place(article.id, credit.span)) for credit in sorted(named, key=_order))
    return tuple(found)


def is_name(agency: str) -> bool:
    """Whether a credit names someone: "agencies" and "wires" name nobody."""
    return agency != agency.lower() or agency.lower() == agency.upper()


def _order(credit: Credit) -> tuple[int, int]:
    ranks = ("dateline", "byline", "footline", "copyright", "inline")
    return (ranks.index(credit.how) if credit.how in ranks else len(ranks), credit.span.start)

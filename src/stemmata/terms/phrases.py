"""Phrases worth following: those in quotation marks in which the variants of one claim differ."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Claim, Differs, Statement
from stemmata.terms.find import key_of
from stemmata.terms.settings import TermSettings

_SETTINGS = TermSettings()


def phrases_of(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    articles: Sequence[Article],
    settings: TermSettings = _SETTINGS,
) -> tuple[str, ...]:
    """Return the quoted phrases of every claim whose wording differs inside quotation marks, sorted.

    Of spellings that compare alike the first in order is kept.
    """
    texts = {article.id: article.text for article in articles}
    by_id = {statement.id: statement for statement in statements}
    kept: dict[tuple[str, ...], str] = {}
    for phrase in sorted(_quoted(claims, by_id, texts)):
        key = key_of(phrase)
        if settings.fewest_words <= len(key) <= settings.most_words:
            kept.setdefault(key, phrase)
    return tuple(sorted(kept.values()))


def _quoted(
    claims: Sequence[Claim], statements: dict[str, Statement], texts: dict[str, str]
) -> Iterator[str]:
    for claim in claims:
        if not any(one.kind is Differs.WORDING for one in claim.differences):
            continue
        for name in claim.statements:
            statement = statements[name]
            for span in statement.quoted:
                yield " ".join(span.of(texts[statement.article]).split()).strip(" ,.;:!?“”\"'‘’")

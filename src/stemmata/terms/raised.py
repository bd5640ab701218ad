"""Phrases worth following: those in quotation marks in which the variants of a claim differ."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Claim, Differs, Statement
from stemmata.terms.settings import TermSettings
from stemmata.terms.uses import Key, phrase_key
from stemmata.text.words import words

_SETTINGS = TermSettings()
RAISING = frozenset({Differs.WORDING, Differs.QUOTATION})


def phrases_of(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    articles: Sequence[Article],
    settings: TermSettings = _SETTINGS,
) -> tuple[str, ...]:
    """Return the quoted phrases in which variants of a claim differ, one form of each, in order."""
    spoken = {statement.id: statement for statement in statements}
    texts = {article.id: article.text for article in articles}
    forms: dict[Key, str] = {}
    for statement in _differing(claims, spoken):
        for span in statement.quoted:
            phrase = _bare(span.of(texts[statement.article]))
            key = phrase_key(phrase)
            if settings.fewest <= len(key) <= settings.most:
                forms[key] = min(forms.get(key, phrase), phrase)
    return tuple(sorted(forms.values()))


def _differing(claims: Sequence[Claim], spoken: dict[str, Statement]) -> Iterator[Statement]:
    for claim in claims:
        for difference in claim.differences:
            if difference.kind in RAISING:
                yield from (spoken[name] for name in difference.statements if name in spoken)


def _bare(phrase: str) -> str:
    """Return the phrase from its first word to its last, without the marks around."""
    found = words(phrase)
    return " ".join(phrase[found[0].start : found[-1].end].split()) if found else ""

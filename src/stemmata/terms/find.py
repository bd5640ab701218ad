"""Where a phrase stands in a text, whatever its case, spelling convention and quotation marks."""

from collections.abc import Iterator

from stemmata.model import Article, Role, Span
from stemmata.text.spelling import spelling
from stemmata.text.words import Word, words

READ = (Role.TITLE, Role.SUBTITLE, Role.DATELINE, Role.BODY, Role.CAPTION)
"""Blocks whose words count as the page's own; chrome, teasers and stamps speak of other stories."""


def key_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared."""
    return tuple(spelling(word.folded) for word in words(phrase))


class Reader:
    """The words of one article, looked up by phrase."""

    def __init__(self, article: Article) -> None:
        self._blocks = [_spelled(article.text, span) for span in article.spans(*READ)]

    def uses(self, key: tuple[str, ...]) -> Iterator[Span]:
        """Yield every place where the words of ``key`` stand in a row within one block."""
        if not key:
            return
        for found, spelled in self._blocks:
            for at, word in enumerate(spelled):
                if word == key[0] and tuple(spelled[at : at + len(key)]) == key:
                    yield Span(found[at].start, found[at + len(key) - 1].end)


def _spelled(text: str, span: Span) -> tuple[tuple[Word, ...], list[str]]:
    found = words(text, span)
    return found, [spelling(word.folded) for word in found]

"""Where phrases stand: word by word, whatever the case, spelling or quotation marks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import Article, Span
from stemmata.terms.settings import TermSettings
from stemmata.text.spelling import spelling
from stemmata.text.words import words

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a phrase stands."""

    article: str
    span: Span


def phrase_key(phrase: str) -> Key:
    """Return the words of a phrase as they are compared."""
    return tuple(spelling(word.folded) for word in words(phrase))


def find_uses(
    keys: Sequence[Key], articles: Sequence[Article], settings: TermSettings
) -> Mapping[Key, tuple[Use, ...]]:
    """Return the uses of each phrase, by article and place."""
    starts: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(set(keys)):
        if key:
            starts[key[0]].append(key)
    found: dict[Key, list[Use]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.id):
        for span in article.spans(*settings.roles) if starts else ():
            for key, use in _within(article, span, starts):
                found[key].append(use)
    return {key: tuple(found[key]) for key in keys}


def _within(article: Article, span: Span, starts: Mapping[str, Sequence[Key]]) -> Iterator[tuple[Key, Use]]:
    found = words(article.text, span)
    forms = [spelling(word.folded) for word in found]
    for at, form in enumerate(forms):
        for key in starts.get(form, ()):
            end = at + len(key)
            if tuple(forms[at:end]) == key:
                yield key, Use(article.id, Span(found[at].start, found[end - 1].end))

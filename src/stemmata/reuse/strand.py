"""The words of one article in a row, each with what comparing needs to know of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import hash_word
from stemmata.model import Article, Role, Span
from stemmata.text.languages import language
from stemmata.text.quotes import quotations
from stemmata.text.senses import keys_of
from stemmata.text.sentences import sentences
from stemmata.text.spelling import spelling
from stemmata.text.words import Word, words

STORY = (Role.TITLE, Role.SUBTITLE, Role.BODY)
SURROUNDINGS = (Role.CAPTION, Role.TEASER, Role.CHROME)
FUNCTION = 0.1
NAME = 0.4
PLAIN = 1.0
NOUNS_ARE_CAPITALS = 0.4
"""Share of capitals inside sentences above which capitals do not mark names (German, headlines)."""

LONGEST = 500_000
"""Characters of one article that are compared: a book of 80,000 words. It bounds the time any page can take."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``first`` to ``last`` (exclusive) of a strand; ``span`` has the marks around them too."""

    first: int
    last: int
    span: Span
    body: bool


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One article's words in a row. All sequences run over the words; ``paragraph`` numbers blocks."""

    article: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    """Folded, in one spelling convention."""
    keys: Sequence[str]
    """What the forms of one word share."""
    base: Sequence[float]
    """What kind of word it is: function word, name or plain."""
    paragraph: Sequence[int]
    sentence: Sequence[int]
    quoted: Sequence[bool]
    sentences: Sequence[Sentence]
    spread: Mapping[str, int]
    """In how many sentences a key stands."""
    telling: Mapping[str, Sequence[int]] = field(repr=False)
    """In which sentences of the body each key stands that is no function word."""
    ids: NDArray[np.uint64] = field(repr=False)
    """A hash of each word, and the paragraph of each, for the kernels."""
    blocks: NDArray[np.int32] = field(repr=False)

    def words_span(self, first: int, last: int) -> Span:
        """Return where the words from ``first`` to ``last`` (exclusive) stand."""
        return Span(self.starts[first], self.ends[last - 1])

    def span(self, first: int, last: int) -> Span:
        """Return the same, and with whole sentences the marks around them."""
        opening, closing = self.sentences[self.sentence[first]], self.sentences[self.sentence[last - 1]]
        start = opening.span.start if first == opening.first else self.starts[first]
        return Span(start, closing.span.end if last == closing.last else self.ends[last - 1])


def lay_out(article: Article, roles: Sequence[Role]) -> Strand:
    """Lay the words of the blocks that have one of ``roles`` in a row, without the dateline."""
    found: list[Word] = []
    paragraph: list[int] = []
    held: list[Sentence] = []
    laid = list(stretches(article, roles))
    for number, span, body in laid:
        for sentence in sentences(article.text, span, article.language):
            first = len(found)
            found += words(article.text, sentence)
            paragraph += [number] * (len(found) - first)
            if len(found) > first:
                held.append(Sentence(first, len(found), sentence, body))
    return _strand(article, found, paragraph, held, [span for _, span, _ in laid])


def stretches(article: Article, roles: Sequence[Role]) -> Iterator[tuple[int, Span, bool]]:
    """Yield number, span and whether it is body of every block with one of ``roles``, less the dateline.

    Of an article longer than ``LONGEST`` only its beginning is compared.
    """
    dateline = article.dateline.span if article.dateline else None
    left = LONGEST
    for number, block in enumerate(article.blocks):
        if block.role in roles and left > 0:
            span = Span(block.span.start, min(block.span.end, block.span.start + left))
            left -= span.length
            if dateline and span.contains(dateline):
                span = Span(dateline.end, span.end)
            yield number, span, block.role is Role.BODY


def _strand(
    article: Article,
    found: Sequence[Word],
    paragraph: list[int],
    held: list[Sentence],
    paragraphs: Sequence[Span],
) -> Strand:
    common = _function_words(article.language)
    row = [spelling(word.folded) for word in found]
    names = _names(article.text, found, held)
    keys = keys_of(row, [word.folded in names for word in found], article.language)
    base = [
        0.0 if not key else FUNCTION if word.folded in common else NAME if word.folded in names else PLAIN
        for word, key in zip(found, keys, strict=True)
    ]
    numbers = [number for number, one in enumerate(held) for _ in range(one.first, one.last)]
    return Strand(
        article=article.id,
        starts=[word.start for word in found],
        ends=[word.end for word in found],
        words=row,
        keys=keys,
        base=base,
        paragraph=paragraph,
        sentence=numbers,
        quoted=_quoted(article.text, found, paragraphs),
        sentences=held,
        spread=_spread(keys, held),
        telling=_telling(keys, base, held),
        ids=np.fromiter(map(_word_id, row), np.uint64, len(row)),
        blocks=np.fromiter(paragraph, np.int32, len(paragraph)),
    )


@lru_cache(maxsize=65_536)
def _word_id(word: str) -> int:
    return hash_word(word)


def _function_words(code: str) -> frozenset[str]:
    known = language(code)
    return known.stopwords if known else frozenset()


def _names(text: str, found: Sequence[Word], held: Sequence[Sentence]) -> frozenset[str]:
    """Return the words written with a capital inside sentences of the body, where that tells names apart."""
    inside = [word for one in held if one.body for word in found[one.first + 1 : one.last]]
    names = {word.folded for word in inside if text[word.start].isupper()}
    capitals = sum(word.folded in names for word in inside)
    return frozenset(names) if capitals < NOUNS_ARE_CAPITALS * len(inside) else frozenset()


def _quoted(text: str, found: Sequence[Word], paragraphs: Sequence[Span]) -> list[bool]:
    """Tell of each word whether it stands inside quotation marks."""
    marks = iter(quotations(text, paragraphs))
    inside, quoted = next(marks, None), []
    for word in found:
        while inside is not None and inside.outer.end <= word.start:
            inside = next(marks, None)
        quoted.append(inside is not None and inside.inner.start <= word.start)
    return quoted


def _spread(keys: Sequence[str], held: Sequence[Sentence]) -> dict[str, int]:
    spread: dict[str, int] = defaultdict(int)
    for one in held:
        for key in set(keys[one.first : one.last]):
            spread[key] += 1
    return spread


def _telling(keys: Sequence[str], base: Sequence[float], held: Sequence[Sentence]) -> dict[str, list[int]]:
    telling: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        if one.body:
            for key in {keys[place] for place in range(one.first, one.last) if base[place] > FUNCTION}:
                telling[key].append(number)
    return telling

"""One article as LINEAGE compares it: its story words, sentence by sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemmata.lineage.notes import is_note
from stemmata.model import Article, Span
from stemmata.text.quotes import Quotation, quotations
from stemmata.text.sentences import sentences
from stemmata.text.spelling import spelling
from stemmata.text.stems import stem
from stemmata.text.words import words

_ENDS = ".!?…。！？।:;\"'”’»)]"  # what may close a paragraph of running text
_PULLED = 30  # most words of a pull quotation: a line of the story printed again as an ornament
_LONGEST = 20_000  # words after which no more is compared: no news story is longer, and a broken page may be
_MANY = 400  # paragraphs above which nobody looks for pull quotations
_OUTSIDE = frozenset({"footline", "byline", "copyright", "image"})


class Token(NamedTuple):
    """One word of the story: where it stands, its reading, its word form and whether it is quoted."""

    start: int
    end: int
    word: str
    stem: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, the tokens ``first`` to ``last`` (exclusive) and its paragraph."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Story:
    """The words of an article's body, dateline, credits and crossheads set aside.

    ``notes`` are paragraphs about the text itself. ``words`` is what two pages of one text state have in common: folded, in one spelling convention.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quotation, ...]
    words: tuple[str, ...]
    notes: tuple[Span, ...]

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the words of one sentence."""
        return self.tokens[sentence.first : sentence.last]


def read_story(article: Article, crosshead: int, chrome: Sequence[Span] = ()) -> Story:
    """Read an article's body into sentences and words, ``chrome`` left out; ``crosshead`` as in the settings."""
    quotes = quotations(article.text, article.body)
    inside = [quote.inner for quote in quotes]
    away = [*_set_aside(article), *chrome]
    tokens: list[Token] = []
    parts: list[Sentence] = []
    for number, paragraph in enumerate(_told(article, crosshead)):
        for part in sentences(article.text, paragraph, article.language):
            first = len(tokens)
            if first >= _LONGEST:
                break
            span = Span(part.start, min(part.end, part.start + _LONGEST * 8))
            tokens.extend(_tokens(article.text, span, away, inside))
            if len(tokens) > first:
                parts.append(Sentence(span, first, len(tokens), number))
    notes = tuple(paragraph for paragraph in article.body if is_note(article.text, paragraph))
    return Story(article, tuple(tokens), tuple(parts), quotes, tuple(token.word for token in tokens), notes)


def _told(article: Article, crosshead: int) -> list[Span]:
    """Return the paragraphs that tell the story: no crossheads, no notes about the text, nothing printed twice."""
    told = [
        paragraph
        for paragraph in _from_dateline(article)
        if not _is_crosshead(article.text, paragraph, crosshead) and not is_note(article.text, paragraph)
    ]
    if len(told) > _MANY:
        return told
    folded = [_folded(article.text, paragraph) for paragraph in told]
    return [paragraph for number, paragraph in enumerate(told) if not _printed_twice(folded, number)]


def _folded(text: str, paragraph: Span) -> str:
    whole = Span(paragraph.start, min(paragraph.end, paragraph.start + _LONGEST))
    return f" {' '.join(word.folded for word in words(text, whole))} "


def _from_dateline(article: Article) -> tuple[Span, ...]:
    """Return the paragraphs from the dateline on: what little stands before it belongs to the page."""
    if article.dateline is None:
        return article.body
    story = tuple(paragraph for paragraph in article.body if paragraph.end > article.dateline.span.start)
    return (
        story
        if 2 * sum(each.length for each in story) > sum(each.length for each in article.body)
        else article.body
    )


def _printed_twice(folded: list[str], number: int) -> bool:
    """Whether a short paragraph stands again inside a longer one, or before: a pull quotation."""
    line = folded[number]
    return line.count(" ") <= _PULLED and any(
        line in other and (len(other) > len(line) or place < number)
        for place, other in enumerate(folded)
        if place != number
    )


def _set_aside(article: Article) -> list[Span]:
    """Return what stands in the body but is not story: the dateline, credits at its foot."""
    away = [credit.span for credit in article.credits if credit.how in _OUTSIDE]
    return [article.dateline.span, *away] if article.dateline else away


def _is_crosshead(text: str, paragraph: Span, most: int) -> bool:
    stretch = Span(paragraph.start, min(paragraph.end, paragraph.start + 40 * most))
    closed = text[max(paragraph.start, paragraph.end - 3) : paragraph.end].rstrip()[-1:] in _ENDS
    return not closed and stretch.end == paragraph.end and len(words(text, stretch)) <= most


def _tokens(text: str, span: Span, away: list[Span], inside: list[Span]) -> Iterable[Token]:
    skip = [part for part in away if part.overlaps(span)]
    marked = [part for part in inside if part.overlaps(span)]
    for start, end, folded in words(text, span):
        if not any(part.start <= start < part.end for part in skip):
            quoted = any(part.start <= start < part.end for part in marked)
            reading = spelling(folded)
            yield Token(start, end, reading, stem(reading), quoted)

"""Where a story begins: the sentences a reader takes the news from."""

from stemmata.model import Article, Role, Span
from stemmata.text.languages import language
from stemmata.text.sentences import sentences
from stemmata.text.stems import stem
from stemmata.text.words import words

FEWEST_SHARED = 2
"""Content words that the title and a paragraph must share for the story to begin there."""
LONGEST = 4000
"""Characters of one sentence that are read; what is longer is a list or a page without stops."""
QUOTED = frozenset('"“„«»‘')
"""What a title that is a quotation opens with."""
CLOSED = frozenset(".!?\"”»…'’")
"""What a paragraph of running text ends with, and a list of sections does not."""
PARAGRAPHS = 12
"""Paragraphs looked at; appeals and notices before a story are no longer."""


def opening(article: Article, most: int = 2) -> tuple[Span, ...]:
    """Return the story's first sentences, ``most`` of them at most, from the paragraph its title speaks of.

    A page may put an appeal or a note before its story: the first paragraph that shares words with the
    title opens it; where none does, the first paragraph does. A title that is a quotation says nothing of
    this: its words stand where they were spoken.
    """
    paragraphs = article.body
    start = _start(article, paragraphs)
    found: list[Span] = []
    for paragraph in paragraphs[start:]:
        near = Span(paragraph.start, min(paragraph.end, paragraph.start + LONGEST * most))
        found.extend(sentences(article.text, near, article.language)[: most - len(found)])
        if len(found) >= most:
            break
    return tuple(found)


def content(text: str, span: Span, code: str) -> frozenset[str]:
    """Return the stems of the words that carry content in a stretch of text of the language ``code``."""
    known = language(code)
    stops = known.stopwords if known else frozenset[str]()
    near = Span(span.start, min(span.end, span.start + LONGEST))
    return frozenset(stem(word.folded) for word in words(text, near) if word.folded not in stops)


def _start(article: Article, paragraphs: tuple[Span, ...]) -> int:
    titles = article.spans(Role.TITLE)
    if titles and titles[0].of(article.text).lstrip()[:1] in QUOTED:
        return next((at for at, span in enumerate(paragraphs) if span.of(article.text)[-1:] in CLOSED), 0)
    title = content(article.text, titles[0], article.language) if titles else _titled(article)
    for place, paragraph in enumerate(paragraphs[:PARAGRAPHS]):
        if len(title & content(article.text, paragraph, article.language)) >= FEWEST_SHARED:
            return place
    return 0


def _titled(article: Article) -> frozenset[str]:
    title = article.title or ""
    return content(title, Span(0, len(title)), article.language)

"""What several pages of one site repeat around unlike stories is chrome, whatever it looks like on one page.

A second look at pages already read: articles in, articles out, some body blocks made chrome and noted in
``repeated``. What is noted can be undone (``as_read``), so the answer depends on the set of pages alone and not on
which came first. A paragraph stays in the story where the pages that share it tell the same story (an update, a
second address), where their stories go on with one matter (its standing background), where its own words tie it to
its story, and where an agency is credited in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from stemmata.model import Article, Block, Network, Role, Span
from stemmata.sites.settings import RepeatSettings
from stemmata.text.words import words

LONG = 6
"""Letters from which a word tells what a text is about, in most languages with spaces."""
SENTENCE = 40
"""Characters from which a paragraph that ends as sentences do is one."""
SPACED = 2.0
"""Mean letters a word from which a script parts its words; below, runs of three signs stand in for long words."""


class Told(NamedTuple):
    """What a page tells: its body paragraphs by their key, with how long they are, and its long words."""

    article: Article
    body: Mapping[str, Span]
    keys: frozenset[str]
    """The keys of all its paragraphs, whatever their role."""


def set_repeats_apart(
    articles: Sequence[Article], networks: Sequence[Network], settings: RepeatSettings
) -> tuple[Article, ...]:
    """Return the articles, paragraphs that a site repeats around unlike stories made chrome; in the same order."""
    found = {article.id: as_read(article) for article in articles}
    for network in networks:
        if len(network.articles) > 1:
            group = [found[one] for one in sorted(network.articles)]
            found.update((article.id, article) for article in _set_apart(group, settings))
    return tuple(found[article.id] for article in articles)


def as_read(article: Article) -> Article:
    """Return the article as its page alone was read."""
    if not article.repeated:
        return article
    again = set(article.repeated)
    blocks = tuple(Block(one.span, Role.BODY) if one.span in again else one for one in article.blocks)
    return replace(article, blocks=blocks, repeated=())


def _set_apart(group: Sequence[Article], settings: RepeatSettings) -> Iterator[Article]:
    """Yield those of a site's articles that carry repeated paragraphs, without them."""
    pages = [_told(article) for article in group]
    carriers: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for key in page.keys:
            carriers[key].append(number)
    judge = _Judge(pages, carriers, settings)
    for number, page in enumerate(pages):
        spans = [span for key, span in page.body.items() if judge.is_chrome(number, key)]
        if spans and _words_left(page, spans) >= settings.left:
            yield _without(page.article, spans)


class _Judge:
    """Says which paragraphs of a site are chrome; compares two pages at most once."""

    def __init__(
        self, pages: Sequence[Told], carriers: Mapping[str, Sequence[int]], settings: RepeatSettings
    ) -> None:
        self._pages, self._carriers, self._settings = pages, carriers, settings
        self._unlike: dict[tuple[int, int], bool] = {}

    def is_chrome(self, number: int, key: str) -> bool:
        """Whether an unlike story carries the paragraph too, and its own story does not speak of the same."""
        others = [other for other in self._carriers[key] if other != number]
        if not others or self._credited(number, key):
            return False
        after = [other for other in others if other > number]
        row = (after + [other for other in others if other < number])[: self._settings.tried]
        wanted = self._settings.sentence_pages if _is_sentence(key) else 1
        unlike = sum(1 for _ in islice((one for one in row if self._are_unlike(number, one)), wanted))
        return unlike == wanted and not self._is_tied(number, key)

    def _credited(self, number: int, key: str) -> bool:
        page = self._pages[number]
        span = page.body[key]
        return any(span.overlaps(credit.span) and credit.how != "image" for credit in page.article.credits)

    def _are_unlike(self, one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        known = self._unlike.get(pair)
        if known is None:
            known = self._unlike[pair] = _are_unlike(
                self._pages[pair[0]], self._pages[pair[1]], self._settings
            )
        return known

    def _is_tied(self, number: int, key: str) -> bool:
        """Whether the paragraph's own long words stand in the rest of its story, which no other page repeats."""
        page = self._pages[number]
        own = _long_words(page.body[key].of(page.article.text))
        rest = _about(page, [other for other in page.body if len(self._carriers[other]) == 1])
        return len(own) > 0 and len(own & rest) >= self._settings.tied * len(own)


def _told(article: Article) -> Told:
    keys = {block.span: _key(block.span.of(article.text)) for block in article.blocks}
    body = {keys[span]: span for span in reversed(article.body) if keys[span]}
    return Told(article, body, frozenset(filter(None, keys.values())))


def _key(line: str) -> str:
    """Return what two writings of one standing line have in common: numbers, case and spaces set aside."""
    return re.sub(r"\d+", "#", " ".join(line.casefold().split())) if any(map(str.isalpha, line)) else ""


def _is_sentence(key: str) -> bool:
    """Whether a paragraph reads as a statement: what a newsroom sets under every story of a kind may be one."""
    return len(key) > SENTENCE and key.rstrip("\"”’'»)」』").endswith(
        (".", "!", "?", "。", "！", "？", "…", "।", "؟")
    )


def _are_unlike(one: Told, other: Told, settings: RepeatSettings) -> bool:
    """Whether two pages tell two stories on different matters; false where too little is left to tell."""
    left, right = _rest(one, other), _rest(other, one)
    common = sum(one.body[key].length for key in one.body.keys() & other.body.keys())
    if common > settings.same * (common + min(_length(one, left), _length(other, right))):
        return False
    if min(_count(one, left), _count(other, right)) < settings.fewest:
        return False
    here, there = _about(one, left), _about(other, right)
    return len(here & there) <= settings.kin * min(len(here), len(there))


def _rest(page: Told, other: Told) -> list[str]:
    return [key for key in page.body if key not in other.keys]


def _length(page: Told, keys: Sequence[str]) -> int:
    return sum(page.body[key].length for key in keys)


def _count(page: Told, keys: Sequence[str]) -> int:
    return sum(len(words(page.article.text, page.body[key])) for key in keys)


def _about(page: Told, keys: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(_words_of(page, key) for key in keys))


def _words_of(page: Told, key: str) -> frozenset[str]:
    return _long_words(page.body[key].of(page.article.text))


@lru_cache(maxsize=4096)
def _long_words(line: str) -> frozenset[str]:
    folded = [word.folded for word in words(line)]
    if sum(map(len, folded)) < SPACED * len(folded):
        run = "".join(folded)
        return frozenset(run[at : at + 3] for at in range(len(run) - 2))
    return frozenset(word for word in folded if len(word) >= LONG)


def _words_left(page: Told, spans: Sequence[Span]) -> int:
    gone = set(spans)
    return sum(len(words(page.article.text, span)) for span in page.article.body if span not in gone)


def _without(article: Article, spans: Sequence[Span]) -> Article:
    keys = {_key(span.of(article.text)) for span in spans}
    gone = tuple(sorted(span for span in article.body if _key(span.of(article.text)) in keys))
    held = set(gone)
    blocks = tuple(Block(one.span, Role.CHROME) if one.span in held else one for one in article.blocks)
    return replace(article, blocks=blocks, repeated=gone)

"""Every passage that stands in two articles: post, pair, align."""

from functools import partial
from typing import TypeVar

import pyarrow as pa

from stemmata.model import Article, Passage
from stemmata.ports import Engine
from stemmata.reuse.candidates import POSTINGS, post
from stemmata.reuse.comparing import Laid, compare_laid, in_one_language, laid
from stemmata.reuse.notices import set_notices_apart
from stemmata.reuse.settings import ReuseSettings
from stemmata.tables import pack, schema_of, unpack

F = TypeVar("F")


def find_reuse(articles: F, engine: Engine[F], settings: ReuseSettings) -> F:
    """Find every passage that stands in two articles: post, pair, align; then set notices apart from stories."""
    postings = engine.each(partial(post, settings), articles, POSTINGS)
    pairs = engine.pairs(postings, key="key", row="article", most=settings.most)
    passages = engine.meet(partial(align, settings), pairs, articles, schema_of(Passage))
    return set_notices_apart(passages, articles, engine, settings)


def align(settings: ReuseSettings, pairs: pa.RecordBatch, rows: pa.RecordBatch) -> pa.RecordBatch:
    """Return the passages of every pair; each article is laid out once, in each language it is taken to be in."""
    articles = {article.id: article for article in unpack(Article, rows)}
    stories: dict[tuple[str, str], Laid] = {}
    found: list[Passage] = []
    for left, right in zip(*(pairs.column(side).to_pylist() for side in ("left", "right")), strict=True):
        one, two = in_one_language(articles[left], articles[right])
        for article in (one, two):
            if (article.id, article.language) not in stories:
                stories[article.id, article.language] = laid(article, settings)
        found += compare_laid(stories[one.id, one.language], stories[two.id, two.language], settings)
    return pack(Passage, found)

"""Every passage that stands in two articles: post, pair, align."""

from functools import partial
from typing import TypeVar

import pyarrow as pa

from stemmata.model import Article, Passage
from stemmata.ports import Engine
from stemmata.reuse.candidates import POSTINGS, post
from stemmata.reuse.comparing import compare_laid, laid
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
    """Return the passages of every pair; each article is laid out once."""
    stories = {article.id: laid(article, settings) for article in unpack(Article, rows)}
    lefts, rights = pairs.column("left").to_pylist(), pairs.column("right").to_pylist()
    found = [
        passage
        for left, right in zip(lefts, rights, strict=True)
        for passage in compare_laid(stories[left], stories[right], settings)
    ]
    return pack(Passage, found)

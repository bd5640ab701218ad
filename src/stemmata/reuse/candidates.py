"""What an article posts so that others find it: runs of its words, its quotations, its names in threes."""

from bisect import bisect
from collections.abc import Sequence, Set
from itertools import combinations, product

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from stemmata import kernels
from stemmata.model import Article, Span
from stemmata.reuse.particulars import Particular, particulars
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import STORY, stretches
from stemmata.tables import unpack
from stemmata.text.quotes import quotations

Keys = NDArray[np.uint64]

POSTINGS = pa.schema(
    [pa.field("key", pa.uint64(), nullable=False), pa.field("article", pa.string(), nullable=False)]
)
QUOTED, NAMED, SPREAD = (np.uint64(kernels.hash_word(word)) for word in ("quoted", "named", "spread"))
"""Salts that keep the kinds of key apart."""
LEVELS = (1, 2, 3, 4)
BRANCHES = 8


def post(settings: ReuseSettings, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the keys of every article of a batch (``POSTINGS``); two articles that share one may meet."""
    articles = unpack(Article, batch)
    stories = [[span for _, span, _ in stretches(article, STORY)] for article in articles]
    texts = [
        "\n".join(span.of(article.text) for span in story)
        for article, story in zip(articles, stories, strict=True)
    ]
    tokens = kernels.tokenise(texts)
    shingles = kernels.shingle(tokens, settings.shingle)
    keys: list[Keys] = []
    for row, (article, story) in enumerate(zip(articles, stories, strict=True)):
        runs = shingles.hashes[shingles.rows[row] : shingles.rows[row + 1]]
        parts = (
            _winnowed(runs, settings.window),
            _spread(article.id, runs, settings.sketch),
            _quoted(article, story, settings.quoted_shingle),
            _named(texts[row], list(particulars(texts[row], article.language, tokens, row)), settings),
        )
        keys.append(_distinct(np.concatenate(parts)))
    return _posted(articles, keys)


def _posted(articles: Sequence[Article], keys: Sequence[Keys]) -> pa.RecordBatch:
    names = [article.id for article, one in zip(articles, keys, strict=True) for _ in range(len(one))]
    flat = np.concatenate([np.empty(0, np.uint64), *keys])
    column = pa.Array.from_buffers(pa.uint64(), len(flat), [None, pa.py_buffer(flat)])
    return pa.RecordBatch.from_arrays([column, pa.array(names, pa.string())], schema=POSTINGS)


def _distinct(keys: Keys) -> Keys:
    """Return the keys sorted, each once.

    ``np.unique`` would load NumPy's masked arrays, as ``pa.array`` of an array does: 10 ms of a start.
    """
    found = np.sort(keys)
    fresh = np.ones(len(found), bool)
    fresh[1:] = found[1:] != found[:-1]
    return found[fresh]


def _winnowed(runs: Keys, window: int) -> Keys:
    """Keep the least of every ``window`` neighbours (winnowing: Schleimer, Wilkerson and Aiken 2003)."""
    if len(runs) <= window:
        return runs
    least: Keys = np.lib.stride_tricks.sliding_window_view(runs, window).min(axis=1)
    return least


def _spread(article: str, runs: Keys, count: int) -> Keys:
    """Return the least runs of a text (its sketch), each once per level, in one of the level's branches.

    When every run of a text stands in more articles than a key may have, as in the hundredth reprint of one
    story, the articles still meet in small groups: a level has ``BRANCHES ** level`` groups, and an article's
    groups at two levels have nothing to do with each other, so that the groups hang together.
    """
    least = _distinct(runs)[:count]
    branches = [kernels.hash_word(f"{article}{level}") % BRANCHES**level for level in LEVELS]
    salts = np.array(
        [kernels.hash_word(f"{level}x{one}") for level, one in zip(LEVELS, branches, strict=True)], np.uint64
    )
    return _mixed(least[:, None], salts[None, :] ^ SPREAD).ravel()


def _quoted(article: Article, story: Sequence[Span], width: int) -> Keys:
    """Return every run of ``width`` words inside one quotation."""
    inside = [quotation.inner.of(article.text) for quotation in quotations(article.text, story)]
    return kernels.shingle(kernels.tokenise(inside), width).hashes ^ QUOTED


def _named(text: str, told: Sequence[Particular], settings: ReuseSettings) -> Keys:
    """Return the names and numbers of each paragraph, and of all, in threes; if there are many, those of the least hashes.

    Also a name of the text beside a number that says something, years and single figures aside.
    """
    breaks = [place for place, letter in enumerate(text) if letter == "\n"]
    paragraphs: dict[int, set[int]] = {}
    for one in told:
        paragraphs.setdefault(bisect(breaks, one.start), set()).add(one.key)
    whole = {one.key for one in told}
    groups = [
        *(sorted(held)[: settings.names] for held in paragraphs.values()),
        sorted(whole)[: settings.all_names],
    ]
    threes = [three for held in groups for three in combinations(held, 3)]
    ends = np.array(threes, dtype=np.uint64).reshape(-1, 3)
    twos = np.array(_counted(told, whole, settings.counted_names), dtype=np.uint64).reshape(-1, 2)
    return np.concatenate(
        [_mixed(_mixed(ends[:, 0], ends[:, 1]), ends[:, 2] ^ NAMED), _mixed(twos[:, 0], twos[:, 1] ^ NAMED)]
    )


def _counted(told: Sequence[Particular], whole: Set[int], most: int) -> list[tuple[int, int]]:
    """Return names beside numbers, of each kind so many of the least hashes."""
    figures = {one.key: one.figure for one in told if one.figure}
    telling = sorted(key for key, figure in figures.items() if _tells(figure))
    return [*product(sorted(whole - figures.keys())[:most], telling[:most])]


LONGEST_YEAR = 4


def _tells(figure: str) -> bool:
    """Whether a number is no year and has two figures at least."""
    year = len(figure) == LONGEST_YEAR and figure[:2] in {"19", "20"}
    return not year and figure[1:2].isdigit()


def _mixed(one: Keys, two: Keys) -> Keys:
    """Hash two keys to one."""
    state = one * np.uint64(kernels.hash_word("mix") | 1) + two
    return state ^ (state >> np.uint64(29))

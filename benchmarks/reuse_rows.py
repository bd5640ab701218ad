"""Rows of the shared texts, and texts as articles."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from stemmata.model import Article, Block, Role, Span, content_id
from stemmata.text.identify import identify

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Return the rows of a packed JSONL file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def plain(name: str, text: str) -> Article:
    """Return a text as an article whose every line is body."""
    blocks = tuple(Block(span, Role.BODY) for span in _lines(text))
    return Article(
        id=content_id("a", name), source=name, sources=(name,), url=None, site=None, publisher=None, fetched=None,
        sha256="", title=None, authors=(), byline=None, text=text, blocks=blocks, dateline=None, credits=(),
        declared=(), language=identify(text), stamps=(),
    )  # fmt: skip


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1

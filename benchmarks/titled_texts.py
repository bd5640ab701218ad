"""Texts of the shared data as articles: a title, then paragraphs of body."""

from collections.abc import Sequence

from stemmata.model import Article, Block, Role, Span


def titled(name: str, paragraphs: Sequence[str]) -> Article:
    """Return the first paragraph as title, the others as body; white space runs become one space."""
    text, blocks = "", []
    for place, paragraph in enumerate(paragraphs):
        told = " ".join(paragraph.split())
        if told:
            start = len(text) + (2 if text else 0)
            text += ("\n\n" if text else "") + told
            blocks.append(Block(Span(start, start + len(told)), Role.BODY if place else Role.TITLE))
    return Article(
        id=name, source=name, sources=(name,), url=None, site=None, publisher=None, fetched=None, sha256="",
        title=paragraphs[0] or None, authors=(), byline=None, text=text, blocks=tuple(blocks), dateline=None,
        credits=(), declared=(), language="en", stamps=(),
    )  # fmt: skip

"""A story as lines: sentences whose quotations are kept whole, cut into tokens."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stemmata.kernels.cues import cut, heard
from stemmata.model import Article, Role, Span
from stemmata.ports import Linguist
from stemmata.text.linguists import PLAIN
from stemmata.text.quotes import Quotation, quotations

DASHES = "—–-: \u00a0"
STOPS = frozenset(".!?…;:")
LONGEST = 250
"""Tokens of one line at most."""
READ = (Role.TITLE, Role.SUBTITLE, Role.BODY)


class Token(NamedTuple):
    """One word, mark or whole quotation. ``kind``: ``w`` word, ``q`` quotation, else the mark itself.

    ``low`` of a quotation is its last character.
    """

    start: int
    end: int
    low: str
    kind: str
    capital: bool


@dataclass(frozen=True)
class Line:
    """One sentence of a story; ``paragraph`` counts the paragraphs that are read.

    Its words and tokens are found when they are asked for: most sentences say nothing of a speaker.
    """

    text: str
    span: Span
    quotations: tuple[Quotation, ...]
    paragraph: int
    role: Role

    @cached_property
    def heard(self) -> frozenset[str]:
        """Every word of the sentence in small letters, to tell quickly what it cannot hold."""
        return heard(self.text, *self.span)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return tuple(_tokens(self.text, self.span, self.quotations))


def lines(article: Article, linguist: Linguist = PLAIN) -> tuple[Line, ...]:
    """Return the sentences of title, subtitle and body, in order; a sentence ends outside quotation marks only."""
    blocks = [block for block in article.blocks if block.role in READ]
    found = quotations(article.text, [block.span for block in blocks])
    made: list[Line] = []
    starts = [each.outer.start for each in found]
    for number, block in enumerate(blocks):
        low, high = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        inside = found[low:high]
        start = _after_dateline(article, block.span)
        for span in _whole(
            linguist.sentences(article.text, Span(start, block.span.end), article.language), inside
        ):
            quoted = tuple(
                inside[
                    bisect_left(starts, span.start, low, high) - low : bisect_left(
                        starts, span.end, low, high
                    )
                    - low
                ]
            )
            made.extend(_lines(article.text, span, quoted, number, block.role))
    return tuple(made)


def _lines(text: str, span: Span, quoted: tuple[Quotation, ...], number: int, role: Role) -> Iterator[Line]:
    """Yield the sentence as a line; one longer than any sentence is cut, so that no line costs more than its length."""
    line = Line(text, span, quoted, number, role)
    if span.length <= LONGEST or len(line.tokens) <= LONGEST:
        yield line
        return
    tokens = line.tokens
    starts = [each.outer.start for each in quoted]
    for first in range(0, len(tokens), LONGEST):
        part = tokens[first : first + LONGEST]
        whole = Span(part[0].start, part[-1].end)
        inside = quoted[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
        yield Line(text, whole, inside, number, role)


def _after_dateline(article: Article, block: Span) -> int:
    """Return where the paragraph starts once its dateline and dash are passed."""
    start = block.start
    if article.dateline and block.contains(article.dateline.span):
        start = article.dateline.span.end
        while start < block.end and article.text[start] in DASHES:
            start += 1
    return start


def _whole(spans: Sequence[Span], quoted: Sequence[Quotation]) -> Iterator[Span]:
    """Yield the sentences, joined where a boundary falls inside a quotation."""
    at, held = 0, None
    for span in spans:
        held = span if held is None else Span(held.start, span.end)
        while at < len(quoted) and quoted[at].outer.end <= held.end:
            at += 1
        if at < len(quoted) and quoted[at].outer.start < held.end:
            continue
        yield held
        held = None
    if held is not None:
        yield held


def _tokens(text: str, span: Span, quoted: Sequence[Quotation]) -> list[Token]:
    found: list[Token] = []
    at = span.start
    for quotation in quoted:
        cut(text, at, quotation.outer.start, False, Token, found)
        said = quotation.inner.of(text)
        found.append(Token(*quotation.outer, said[-1:], "q", capital=said[:1].isupper()))
        at = quotation.outer.end
    cut(text, at, span.end, True, Token, found)
    return found

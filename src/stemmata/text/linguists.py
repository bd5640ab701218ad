"""The two that find sentences and names: our own rules, and any pipeline of spaCy's documented form."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from stemmata.model import Span
from stemmata.ports import Linguist
from stemmata.text.names import names
from stemmata.text.sentences import sentences

KINDS = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "other", "MISC": "other", "PRODUCT": "other", "EVENT": "other", "WORK_OF_ART": "other",
}  # fmt: skip
"""What the labels of spaCy's trained pipelines name; dates, amounts and the like are no names."""
REMEMBERED = 64
"""Stretches whose analysis is kept: each is asked for its sentences and for its names."""
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which Python strings may hold and pipelines choke on."""
LONGEST = 100_000
"""Characters of a stretch at most that a pipeline is given: spaCy's own limit is ten times that, its memory is not."""


class Stretch(Protocol):
    """A sentence or an entity of an analysed text, in spaCy's words."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def label_(self) -> str: ...


class Analysed(Protocol):
    """An analysed text, as spaCy's ``Doc``."""

    @property
    def sents(self) -> Iterable[Stretch]: ...
    @property
    def ents(self) -> Iterable[Stretch]: ...
    def has_annotation(self, attr: str, /) -> bool: ...


class Pipeline(Protocol):
    """A pipeline, as spaCy's ``Language``: called with a text, it analyses it."""

    @property
    def lang(self) -> str: ...
    def __call__(self, text: str, /) -> Analysed: ...


class Plain:
    """Our own rules."""

    def sentences(self, text: str, span: Span, language: str) -> tuple[Span, ...]:
        """Return the sentences of a stretch."""
        return sentences(text, span, language)

    def names(self, text: str, span: Span, language: str) -> tuple[tuple[Span, str], ...]:
        """Return the names in a stretch, each with what it names."""
        return tuple((name.span, name.kind) for name in names(text, span, language))


PLAIN: Linguist = Plain()


class Piped:
    """A pipeline that the user has installed; our own rules answer where it cannot: another language, no boundaries."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Take the loaded pipeline; it is asked about one paragraph at a time."""
        self._lang = pipeline.lang
        self._analysed: Callable[[str], Analysed] = lru_cache(maxsize=REMEMBERED)(pipeline)

    def sentences(self, text: str, span: Span, language: str) -> tuple[Span, ...]:
        """Return the sentences of a stretch."""
        doc = self._read(text, span, language)
        if doc is None or not doc.has_annotation("SENT_START"):
            return PLAIN.sentences(text, span, language)
        return tuple(one for one in _placed(text, span, doc.sents) if one.length)

    def names(self, text: str, span: Span, language: str) -> tuple[tuple[Span, str], ...]:
        """Return the names in a stretch, each with what it names."""
        doc = self._read(text, span, language)
        if doc is None or not doc.has_annotation("ENT_IOB"):
            return PLAIN.names(text, span, language)
        known = [ent for ent in doc.ents if ent.label_ in KINDS]
        placed = zip(_placed(text, span, known), known, strict=True)
        return tuple((one, KINDS[ent.label_]) for one, ent in placed if one.length)

    def _read(self, text: str, span: Span, language: str) -> Analysed | None:
        if language != self._lang or not 0 < span.length <= LONGEST:
            return None
        return self._analysed(HALVES.sub("\ufffd", span.of(text)))


def _placed(text: str, span: Span, found: Iterable[Stretch]) -> Iterator[Span]:
    """Yield stretches as spans into the whole text, without white space and possessives at their ends."""
    for each in found:
        start, end = span.start + each.start_char, span.start + each.end_char
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if text[start:end].endswith(("’s", "'s")) and each.label_:
            end -= 2
        yield Span(start, end)

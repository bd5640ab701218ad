"""Who is named by the elements inside a line that are marked as naming an author: persons, and pen names."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from stemmata.model import Block, Role, Span
from stemmata.read.byline import authors_of, is_nobody, is_office, is_person, signed_words
from stemmata.read.credit_forms import is_nameless
from stemmata.read.days import days_in
from stemmata.read.phrases import is_label, opens_like_chrome
from stemmata.read.places import Places
from stemmata.read.sheet import Sheet, Trait

_ABOVE, _BELOW = 3, 5
"""Paragraphs above the title, and behind the story, in which an element may name who signs it."""
_LONGEST, _PEN = 120, 30
"""Characters of the longest such element, and of the longest pen name."""
_INTO = 2
"""Short paragraphs at the head of the story that may name who signs it."""
_SHORT, _LABEL = 80, 16
"""Characters of the longest paragraph that names its author, and of a label above one."""
_LEFT = (Trait.EMBED | Trait.CAPTION).value
_FEWEST = 3
"""Paragraphs of a story that its last one may sign."""
_TOLD = frozenset({Role.TITLE, Role.CAPTION})
_OTHERS = Trait.COMMENTS.value
_AWAY = (Trait.COMMENTS | Trait.RELATED | Trait.ASIDE | Trait.NAV | Trait.EMBED).value
"""Where others sign: those who comment; and, behind the story, those of other stories."""


class Signed(NamedTuple):
    """The persons that elements name, and the names that are no person's: pen names, desks."""

    persons: tuple[str, ...] = ()
    pens: tuple[str, ...] = ()


def signed_inside(sheet: Sheet, blocks: Sequence[Block], places: Places) -> Signed:
    """Return who is named by elements between title and story; where there are none, right behind the story."""
    if not sheet.marks or not places.body:
        return Signed()
    below = {number + by for number in places.title for by in (1, 2)}
    starts = [span.start for span in sheet.spans]
    for near in _where(sheet, blocks, places):
        inside = [span for span in sheet.head.signers if bisect_right(starts, span.start) - 1 in near]
        marked = _marked(sheet, near, below, places.body[0])
        if found := _named(sheet.text, inside) or _named(sheet.text, list(marked)):
            return found
    return Signed()


def _where(sheet: Sheet, blocks: Sequence[Block], places: Places) -> Iterator[list[int]]:
    """Yield the paragraphs between title and story, then those right behind the story, without what is another's."""
    first, last = places.body[0], places.body[-1]
    top = max((number for number in places.title if number < first), default=first - _ABOVE)
    for start, end, elsewhere in (
        (max(0, top - _ABOVE), first + _INTO, _OTHERS),
        (last + 1, last + 1 + _BELOW, _AWAY),
    ):
        yield [
            number
            for number in range(start, min(end, len(blocks)))
            if not sheet.marks[number].traits & elsewhere
            and blocks[number].role not in _TOLD
            and (blocks[number].role is not Role.BODY or blocks[number].span.length <= _SHORT)
        ]


def signed_below(sheet: Sheet, places: Places) -> tuple[str, ...]:
    """Return the person whose name is the last paragraph of the story, or closes it in brackets: ``(Jane Doe)``."""
    if not sheet.marks or len(places.body) < _FEWEST:
        return ()
    line = sheet.line(places.body[-1])[-_SHORT:]
    alone = line if len(line) < _SHORT else ""
    closing = _closing().search(line)
    names = authors_of(alone if is_person(alone) else closing[1] if closing else "")
    return names if len(names) == 1 else ()


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[.!?\"”’»]\s\(([^()]{4,60})\)[\s+*.]{0,6}$")


def _marked(sheet: Sheet, numbers: Sequence[int], below: Container[int], first: int) -> Iterator[Span]:
    """Yield the short paragraphs that are marked as naming an author and do, or say so, or stand below a label that does.

    Where the story itself is so marked, the mark says nothing.
    """
    telling = Trait.BYLINE & ~sheet.marks[first].traits
    for number in numbers:
        mark, span = sheet.marks[number], sheet.spans[number]
        line = sheet.line(number) if span.length <= _SHORT else ""
        label = sheet.line(number - 1)[: _LABEL + 1] if number else ""
        named = mark.traits & telling and not mark.traits & _LEFT and authors_of(line)
        if named or (number in below and _one_word(line)) or (line and _said().fullmatch(label)):
            yield span


def _one_word(line: str) -> bool:
    """Whether a line says by whom the story is, in one word: ``by tidegauge``."""
    words = signed_words(line)
    return words != line and " " not in words.strip()


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:by|von|par|por|author|autor(?:in|en)?|auteur|autores?|words|text|(?:written|posted|published) by|veröffentlicht von)\s?:?",
        re.IGNORECASE,
    )


def _named(text: str, spans: Sequence[Span]) -> Signed | None:
    """Return who is named, each by the smallest element that does so."""
    people, pens, taken = dict[str, None](), dict[str, None](), list[Span]()
    for span in sorted(spans, key=lambda span: (span.length, span.start)):
        if any(span.overlaps(one) for one in taken) or span.length > _LONGEST:
            continue
        line = span.of(text)
        names, pen = authors_of(line), _pen(line)
        if names or pen:
            taken.append(span)
    for span in sorted(taken):
        line = span.of(text)
        people.update(dict.fromkeys(authors_of(line)))
        if not authors_of(line):
            pens[_pen(line)] = None
    return Signed(tuple(people), tuple(pens)) if taken else None


def _pen(line: str) -> str:
    """Return the pen name that an element holds, or an empty string."""
    name = signed_words(line).strip(" ,|~·•–—-:/")
    if not 1 < len(name) <= _PEN or len(name.split()) > 3 or line.rstrip().endswith(":"):
        return ""
    if (
        is_nameless(name)
        or is_nobody(name)
        or is_office(name)
        or is_label(name)
        or opens_like_chrome(name)
        or "@" in name
    ):
        return ""
    return "" if next(days_in(line), None) or not re.search(r"[^\W\d_]{2}", name) else name

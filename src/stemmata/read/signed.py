"""Who is named by the elements inside a line that are marked as naming an author: persons, and pen names."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from stemmata.model import Block, Role, Span
from stemmata.read.byline import authors_of, is_nobody, is_person, signed_words
from stemmata.read.credit_forms import is_nameless
from stemmata.read.days import days_in
from stemmata.read.phrases import is_label, opens_like_chrome
from stemmata.read.places import Places
from stemmata.read.sheet import Sheet, Trait

_ABOVE, _BELOW = 3, 5
"""Paragraphs above the title, and behind the story, in which an element may name who signs it."""
_LONGEST, _PEN = 120, 30
"""Characters of the longest such element, and of the longest pen name."""
_SHORT, _LABEL = 80, 16
"""Characters of the longest paragraph that names its author, and of a label above one."""
_LEFT = (Trait.EMBED | Trait.CAPTION).value
_FEWEST = 3
"""Paragraphs of a story that its last one may sign."""
_OTHERS = Trait.COMMENTS.value
_AWAY = (Trait.COMMENTS | Trait.RELATED | Trait.ASIDE | Trait.NAV | Trait.EMBED).value
"""Where others sign: those who comment; and, behind the story, those of other stories."""


class Signed(NamedTuple):
    """The persons that elements name, and the names that are no person's: pen names, desks."""

    persons: tuple[str, ...] = ()
    pens: tuple[str, ...] = ()


def signed_inside(sheet: Sheet, blocks: Sequence[Block], places: Places) -> Signed:
    """Return who is named by elements between title and story; where there are none, right behind the story."""
    if not sheet.head.signers or not places.body:
        return Signed()
    first, last = places.body[0], places.body[-1]
    top = max((number for number in places.title if number < first), default=first - _ABOVE)
    starts = [block.span.start for block in blocks]
    for numbers, elsewhere in (
        (range(max(0, top - _ABOVE), first), _OTHERS),
        (range(last + 1, min(len(blocks), last + 1 + _BELOW)), _AWAY),
    ):
        near = [number for number in numbers if not sheet.marks[number].traits & elsewhere]
        inside = [
            span
            for span in sheet.head.signers
            if (number := bisect_right(starts, span.start) - 1) in near
            and blocks[number].role is not Role.CAPTION
        ]
        if found := _named(sheet.text, inside) or _named(sheet.text, list(_marked(sheet, near))):
            return found
    return Signed()


def signed_below(sheet: Sheet, places: Places) -> tuple[str, ...]:
    """Return the person whose name is the last paragraph of the story, or closes it in brackets: ``(Jane Doe)``."""
    if not sheet.marks or len(places.body) < _FEWEST:
        return ()
    line = sheet.line(places.body[-1])[-_SHORT:]
    alone = line if len(line) < _SHORT else ""
    closing = _closing().search(line)
    name = alone if is_person(alone) else closing[1] if closing else ""
    return (name,) if is_person(name) else ()


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[.!?\"”’»]\s\(([^()]{4,60})\)[\s+*.]{0,6}$")


def _marked(sheet: Sheet, numbers: Sequence[int]) -> Iterator[Span]:
    """Yield the short paragraphs that are marked as naming an author, and those below a label that says so."""
    for number in numbers:
        mark, span = sheet.marks[number], sheet.spans[number]
        if (span.length <= _SHORT and mark.traits & Trait.BYLINE and not mark.traits & _LEFT) or (
            number and sheet.spans[number - 1].length <= _LABEL and _said().fullmatch(sheet.line(number - 1))
        ):
            yield span


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:by|von|par|por|author|autor(?:in|en)?|auteur|autores?|words|text|written by)\s?:?",
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
    if is_nameless(name) or is_nobody(name) or is_label(name) or opens_like_chrome(name) or "@" in name:
        return ""
    return "" if next(days_in(line), None) or not re.search(r"[^\W\d_]{2}", name) else name

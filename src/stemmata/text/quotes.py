"""Stretches in quotation marks, in every convention, with odd marks kept within their paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemmata.model import Span

MARK = re.compile("``|''|[\"“”„‟＂«»‹›‘’‚‛'「」『』]")
CLOSERS = {
    "“": "”“\"", "„": "“”\"", "‟": "”\"", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
    "``": "''\"",
    '"': "\"”“", "＂": "＂", "‘": "’'", "‚": "‘’'", "‛": "’'", "'": "'’", "’": "’", "''": "''",
}  # fmt: skip
SINGLE = frozenset("‘’‚‛'")
FARTHEST = 20
"""Characters of white space looked over for what stands before an opening mark."""
OPENING = tuple('"“„‟«»「『＂`')
ENDED = frozenset('.!?…"”»')
STOPPED = frozenset(".,!?…;:)]}’'%")
"""What may stand before a mark that closes, besides letters and figures."""
BEFORE = frozenset("([{—–-/…")
ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)


class Quotation(NamedTuple):
    """A stretch in quotation marks: with them, without them, and whether its closing mark is there.

    A quotation that goes on in the next paragraph is one quotation a paragraph; all but the last
    are not closed.
    """

    outer: Span
    inner: Span
    closed: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the paragraphs, in order. For nested ones, ask again inside."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1].start if number + 1 < len(paragraphs) else len(text)
        goes_on = text[following : following + 1] in OPENING
        found.extend(_within(text, paragraph, goes_on=goes_on))
    return tuple(found)


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def _within(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Quotation]:
    marks = [_mark(text, paragraph, match.start(), match.end()) for match in MARK.finditer(text, *paragraph)]
    later = _closers_left(marks)
    at = 0
    while at < len(marks):
        opener = marks[at]
        at += 1
        if not opener.opens:
            continue
        closer = _closer(text, marks, at, opener) if _may_close(opener, later, at) else None
        if closer is not None:
            last = marks[closer]
            yield Quotation(Span(opener.start, last.end), Span(opener.end, last.start), closed=True)
            at = closer + 1
        elif opener.sign not in SINGLE and _leads(text, paragraph, opener, goes_on=goes_on):
            yield Quotation(Span(opener.start, paragraph.end), Span(opener.end, paragraph.end), closed=False)
            return


def _mark(text: str, paragraph: Span, start: int, end: int) -> _Mark:
    """Tell by its neighbours which way a mark may look."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    sign = text[start:end]
    free = before.isspace() or before in BEFORE or before in "\"“‘'«„:,"
    wide = sign in "「」『』«»‹›"
    opens = sign in CLOSERS and (wide or (free and not after.isspace()))
    closes = wide or not before.isspace()
    if sign in SINGLE:
        inside = before.isalnum() and after.isalnum()
        opens = opens and after.isalnum() and not inside and not ELIDED.match(text, end) and sign != "’"
        closes = closes and not after.isalnum()
    elif sign in {"“", "„", "‟", "``"}:
        opens = not after.isspace() and (sign != "“" or free or not before.isalnum())
        closes = closes and not after.isalnum() and (before.isalnum() or before in STOPPED)
    elif sign == '"' and before.isspace():
        closes = _after_inner(text, paragraph, start) and not after.isalnum()
    elif sign == "”":
        opens = free and not after.isspace() and before.isspace()
        closes = not after.isalnum()
    return _Mark(start, end, sign, opens, closes)


def _after_inner(text: str, paragraph: Span, start: int) -> bool:
    """Whether a mark stands a space behind the closing mark of a quotation inside: *the sign read ‘Stop,’ "*."""
    at = start - 1
    while at > paragraph.start and text[at].isspace() and start - at <= 3:
        at -= 1
    return at > paragraph.start and text[at] in "'’" and not text[at - 1].isspace()


def _closers_left(marks: Sequence[_Mark]) -> dict[str, int]:
    """Return for each sign its last place among the marks as a closer."""
    return {mark.sign: at for at, mark in enumerate(marks) if mark.closes}


def _may_close(opener: _Mark, later: dict[str, int], at: int) -> bool:
    return any(later.get(sign, -1) >= at for sign in _closing(opener.sign))


def _closing(sign: str) -> tuple[str, ...]:
    return ("''", '"') if sign == "``" else ("''",) if sign == "''" else tuple(CLOSERS[sign])


def _closer(text: str, marks: Sequence[_Mark], at: int, opener: _Mark) -> int | None:
    """Return the mark that closes the opener, or None when another opens first or none does."""
    signs = _closing(opener.sign)
    for place in range(at, len(marks)):
        mark = marks[place]
        if mark.sign in signs and mark.closes:
            if opener.sign in SINGLE and _possessive(text, marks, place, signs):
                continue
            return place
        if mark.sign == opener.sign and mark.opens and opener.sign not in "「『«»‹›":
            return None
    return None


def _possessive(text: str, marks: Sequence[_Mark], place: int, signs: Sequence[str]) -> bool:
    """Whether a single mark after an s is an apostrophe: a better closer follows before a new opener."""
    mark = marks[place]
    if text[mark.start - 1] not in "sS" or not re.match(r"\s[a-z]", text[mark.end : mark.end + 2]):
        return False
    for later in marks[place + 1 : place + 6]:
        if later.opens and later.sign in SINGLE:
            return False
        if later.closes and later.sign in signs:
            return True
    return False


def _leads(text: str, paragraph: Span, opener: _Mark, *, goes_on: bool) -> bool:
    """Whether an opener without a closer still looks like a quotation that goes on.

    It opens its clause, or its sentence where the next paragraph opens with a mark too (``goes_on``).
    """
    at = opener.start - 1
    while at >= paragraph.start and text[at].isspace() and at > opener.start - FARTHEST:
        at -= 1
    return at < paragraph.start or text[at] in ",:—–" or (goes_on and text[at] in ENDED)

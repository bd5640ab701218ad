"""Where one sentence ends and the next begins: one pass of one pattern over the text."""

import re
from functools import cache

from stemmata.model import Span
from stemmata.text.languages import Language, language

END = re.compile(
    r"""[.!?…]+["'”’»“«‘)\]]{0,4}(?=\s)   # a stop, with what closes after it, before white space
      | [。！？｡]+[”’」』）》"]{0,4}       # full-width stops need no space
      | \n[^\S\n]*\n                    # an empty line
    """,
    re.VERBOSE,
)
OPENERS = "\"'“‘«„([—–-"
QUOTES = '"“‘«„'
INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")
LONGEST_ABBREVIATION = 12


def sentences(text: str, span: Span, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of the stretch ``span`` of ``text``, without the white space around them."""
    known = _known(language)
    found: list[Span] = []
    start = _skip(text, span.start, span.end)
    for match in END.finditer(text, start, span.end):
        stop, end = match.span()
        if start < end and _ends(text, stop, end, span.end, known):
            found.append(_trimmed(text, start, end))
            start = _skip(text, end, span.end)
    if start < span.end:
        found.append(_trimmed(text, start, span.end))
    return tuple(found)


def _ends(text: str, stop: int, end: int, limit: int, known: Language | None) -> bool:
    """Whether the stop at ``stop`` (with its closers up to ``end``) ends a sentence."""
    mark = text[stop]
    if mark not in ".…!?":
        return True
    following = _skip(text, end, limit)
    while following < limit and text[following] in OPENERS:
        following += 1
    if following < limit and text[following].islower():
        return False
    if mark != "." or text[stop : stop + 2] == ".." or end - stop > 1:
        return True
    return not _abbreviated(text, stop, following, known)


def _abbreviated(text: str, stop: int, following: int, known: Language | None) -> bool:
    """Whether the full stop belongs to an abbreviation that the sentence goes on after."""
    head = text[max(0, stop - LONGEST_ABBREVIATION) : stop + 1].split()
    token = head[-1].lstrip(OPENERS).lower() if head else ""
    if known and token in known.abbreviations:
        return True
    if not INITIALS.match(token) and not (known and token in known.closers):
        return False
    if known is None or len(token) == 2:
        return True
    if text[following - 1] in QUOTES:
        return False
    upcoming = re.match(r"\w+", text[following : following + 20])
    return not (upcoming and upcoming[0].lower() in known.starters and upcoming[0][0].isupper())


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def _known(code: str) -> Language | None:
    return language(code)

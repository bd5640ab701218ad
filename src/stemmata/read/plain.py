"""Plain text into paragraphs: one a line, except where lines are only wrapped."""

from itertools import pairwise

from stemmata.kernels.texts import text_lines
from stemmata.model import Span
from stemmata.read.sheet import Sheet

_WIDEST_WRAP = 100
"""Longest line, in characters, that still looks wrapped by a machine or a typist."""
_NARROWEST_WRAP = 40
_INDENT = 2
_ENDS = frozenset(".!?:;…。！？”\"'’»)")


def lay_out_text(text: str) -> Sheet:
    """Return the paragraphs of a plain text. Lines of a wrapped text are joined up to the next blank line."""
    lines = text_lines(text, Span)
    return Sheet(text, tuple(_unwrapped(text, lines) if _is_wrapped(text, lines) else lines))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most lines that end without punctuation run on in lower case on the very next line."""
    if len(lines) < 4 or sum(end - start > _WIDEST_WRAP for start, end in lines) > len(lines) * 0.02:
        return False
    near = [(one, two) for one, two in pairwise(lines) if text.count("\n", one.end, two.start) == 1]
    runs = sum(_runs_on(text, one, two) for one, two in near)
    return runs >= 2 and runs >= 0.3 * len(near)


def _runs_on(text: str, one: Span, two: Span) -> bool:
    """Whether a sentence that stands in ``one`` goes on at the start of ``two``."""
    return one.length >= _NARROWEST_WRAP and text[two.start].islower() and text[one.end - 1] not in _ENDS


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join wrapped lines: a paragraph ends at a blank line, before an indent, or after a short line's full stop."""
    widest = max(span.length for span in lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _belongs(text, joined[-1], line, widest):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _belongs(text: str, before: Span, line: Span, widest: int) -> bool:
    """Whether ``line`` goes on with the paragraph ``before``."""
    gap = text[before.end : line.start]
    if gap.count("\n") > 1 or len(gap.rpartition("\n")[2].expandtabs()) >= _INDENT:
        return False
    if text[line.start] in "-*•–—" and text[line.start + 1 : line.start + 2] == " ":
        return False
    last = before.end - max(before.start, text.rfind("\n", before.start, before.end) + 1)
    if last > 0.6 * widest:
        return True
    return last >= _NARROWEST_WRAP and text[before.end - 1] not in _ENDS and text[line.start].islower()

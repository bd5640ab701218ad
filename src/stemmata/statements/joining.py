"""Lines that only say whose a quotation is: behind it, before it, in a sentence of their own."""

from collections.abc import Sequence

from stemmata.model import Span
from stemmata.statements.clauses import leading_clause
from stemmata.statements.cues import Cues
from stemmata.statements.hits import Hit, hits
from stemmata.statements.lines import Line


def bare(line: Line, cues: Cues) -> Hit | None:
    """Return the verb of a line that only says who spoke: *Odu said.*"""
    if cues.order != "subject":
        return None
    for hit in hits(line, cues):
        if "quote" in hit.verb.frames and hit.phrase and hit.first == 0 and hit.ahead >= len(line.tokens) - 1:
            return hit
    return None


def leading(line: Line, cues: Cues) -> Hit | None:
    """Return the last verb of a line that leads with a colon to what follows: *Odu said in a statement:*"""
    if cues.order != "subject":
        return leading_clause(line, cues)
    found = [hit for hit in hits(line, cues) if "quote" in hit.verb.frames and hit.phrase]
    return found[-1] if found else None


def joined(lines: Sequence[Line], cues: Cues) -> tuple[Line, ...]:
    """Join a sentence that ends with a quoted cry or question to the one that says whose it is: *“Out!” Odu shouted.*"""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        if before is not None and _cries(before, line) and _says_whose(line, cues):
            whole = Span(before.span.start, line.span.end)
            made[-1] = Line(
                line.text, whole, (*before.quotations, *line.quotations), line.paragraph, line.role
            )
        else:
            made.append(line)
    return tuple(made)


def _cries(before: Line, line: Line) -> bool:
    if before.paragraph != line.paragraph or not before.quotations:
        return False
    last = before.quotations[-1]
    stop = last.inner.of(before.text).rstrip(" ’'")[-1:]
    return stop in {"!", "?", "…", "."} and last.closed and last.outer.end == before.span.end


def _says_whose(line: Line, cues: Cues) -> bool:
    """Whether the line opens with a speaker and a verb that a quotation stands before."""
    if cues.verbs.keys().isdisjoint(line.heard):
        return False
    hit = next(iter(hits(line, cues)), None)
    if hit is None or hit.phrase is None or hit.first != 0 or "quote" not in hit.verb.frames:
        return False
    ends = hit.ahead >= len(line.tokens) or line.tokens[hit.ahead].kind in {",", ".", "?", "!"}
    return ends and not any(token.kind == "q" for token in line.tokens[hit.ahead : hit.ahead + 2])

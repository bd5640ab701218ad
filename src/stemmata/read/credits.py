"""Where a page names the agency its words come from, in the forms newsrooms use."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from stemmata.model import Block, Credit, Dateline, Role, Span
from stemmata.read.agencies import agency_in, hints_in, initials, is_generic
from stemmata.read.byline import signed_part

_FOOT = 1500
"""Characters behind the story in which any line may be its foot line; further on only a copyright line can."""
_LAST = 4
"""Body paragraphs at the end of a story in which a foot line is looked for."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    name = r"(?P<name>[^.,;()\n]{2,60})"
    return {
        "copyright": re.compile(
            rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{{4}})?\s*,?\s*(?:by\s)?{name}", re.IGNORECASE
        ),
        "inputs": re.compile(
            rf"\b(?:with|from|including)\s(?:\w+\s){{0,2}}(?:inputs?|reports?|reporting|files?|contributions?|material|information)\s(?:from|by)\s{name}",
            re.IGNORECASE,
        ),
        "agencies": re.compile(
            r"\bwith\s(?:\w+\s){0,1}?agency\s(?:inputs?|reports?)\b|\bwith\sinputs\sfrom\sagencies\b",
            re.IGNORECASE,
        ),
        "source": re.compile(
            rf"^\W{{0,3}}(?:source|sources|quelle|fuente|fonte|bron|źródło|источник)\s*[:：]\s*{name}",
            re.IGNORECASE,
        ),
        "origin": re.compile(
            rf"\b(?:originally|first)\s(?:published|appeared|posted)\s(?:on|by|in|at)\s{name}|"
            rf"\b(?:provided|supplied|distributed|syndicated)\sby\s(?P<other>[^.,;()\n]{{2,60}})|"
            rf"\b(?P<wire>[^.,;()\n]{{2,60}}?)\s(?:contributed\sto\sthis\s(?:report|story|article)|writers?\s[^.]{{2,80}}\scontributed)",
            re.IGNORECASE,
        ),
        "via": re.compile(r"\bvia\s(?P<name>[A-Z][^.,;()\n]{1,40})"),
        "sign": re.compile(r"^\W{0,4}(?P<name>[^\W\d_][^.,;()\n]{1,60}?)\W{0,4}$"),
        "tail": re.compile(
            r"(?:\((?P<name>[^()\n]{2,40})\)|[—–]\s?(?P<dash>[^—–.\n]{2,40})|/(?P<stroke>[A-Z][\w-]{1,12})/?)\s*\.?$"
        ),
        "image": re.compile(r"\b(?:photo|image|picture|file|foto|bild)\b|/|\bvia\b|getty", re.IGNORECASE),
    }


def credits_of(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> tuple[Credit, ...]:
    """Return every credit of the page, in the order of the text, each stretch once."""
    found = [Credit(dateline.agency, dateline.span, "dateline")] if dateline and dateline.agency else []
    body = [block.span for block in blocks if block.role is Role.BODY]
    last = set(body[-_LAST:])
    foot = range(body[-1].end, body[-1].end + _FOOT) if body else range(0)
    hints = hints_in(text)
    for block in blocks:
        line = block.span.of(text)
        if block.role is not Role.TEASER and any(hint in line for hint in hints):
            found.extend(_of_block(text, block, last, body, foot))
    found.sort(key=lambda credit: (credit.span, credit.agency, credit.how))
    return tuple(_one_name(text, list(_apart(found))))


def _one_name(text: str, found: Sequence[Credit]) -> Iterator[Credit]:
    """Call an agency by its initials if the page has both: ``Northgate Press Service`` and ``NPS``."""
    for credit in found:
        first = initials(credit.agency) if " " in credit.agency else ""
        spoken = len(first) > 2 and re.search(rf"\b{re.escape(first)}\b", text) is not None
        yield replace(credit, agency=first) if spoken else credit


def _apart(found: Sequence[Credit]) -> Iterator[Credit]:
    """Drop what overlaps a credit already taken."""
    end = -1
    for credit in found:
        if credit.span.start >= end:
            end = credit.span.end
            yield credit


def _of_block(
    text: str, block: Block, last: set[Span], body: Sequence[Span], foot: range
) -> Iterator[Credit]:
    span = block.span
    if block.role is Role.CAPTION:
        yield from _image(text, span)
    elif block.role is Role.BYLINE:
        yield from _generic(text, span, "byline")
        yield from _named(text, span, "byline")
    elif block.role is Role.STAMP:
        start, end = signed_part(span.of(text))
        yield from _named(text, Span(span.start + start, span.start + end), "byline")
    elif block.role is Role.BODY:
        if span in last:
            yield from _foot(text, span)
        yield from _photo(text, span)
    elif block.role is Role.CHROME and span.length < 400 and (span.start in foot or _owned(text, span, body)):
        yield from _foot(text, span)
    elif block.role is Role.CHROME and span.length < 60 and body and span.start < body[0].start:
        yield from _sign(text, span, "byline")


def _owned(text: str, span: Span, body: Sequence[Span]) -> bool:
    """Whether a line behind the story's start claims a copyright."""
    line = span.of(text).lower()
    return bool(body) and span.start > body[0].start and ("©" in line or "copyright" in line or "(c)" in line)


def _generic(text: str, span: Span, how: str) -> Iterator[Credit]:
    """Yield the credit of a line that names no agency: ``From agencies``."""
    if is_generic(span.of(text)):
        yield Credit("agencies", span, how)


def _named(text: str, span: Span, how: str) -> Iterator[Credit]:
    """Yield the agency named anywhere in a short stretch."""
    named = agency_in(span.of(text))
    if named:
        name, start, end = named
        yield Credit(name, Span(span.start + start, span.start + end), how)


def _foot(text: str, span: Span) -> Iterator[Credit]:
    """Yield the credits of a foot line: copyright, inputs, source, signature, brackets at the very end."""
    line = span.of(text)
    yield from _generic(text, span, "footline")
    yield from _sign(text, span, "footline")
    for kind, how in (
        ("copyright", "copyright"),
        ("inputs", "footline"),
        ("source", "footline"),
        ("origin", "footline"),
    ):
        for match in _patterns()[kind].finditer(line[:2000]):
            group = next((name for name in ("name", "other", "wire") if match.groupdict().get(name)), "")
            if group:
                yield from _named(
                    text, Span(span.start + match.start(group), span.start + match.end(group)), how
                )
    tail = _patterns()["tail"].search(line, max(0, len(line) - 60))
    if tail:
        group = next(name for name in ("name", "dash", "stroke") if tail[name])
        yield from _whole(
            text, Span(span.start + tail.start(group), span.start + tail.end(group)), "footline"
        )
    for match in _patterns()["agencies"].finditer(line[:2000]):
        yield Credit("agencies", Span(span.start + match.start(), span.start + match.end()), "footline")


def _sign(text: str, span: Span, how: str) -> Iterator[Credit]:
    """Yield the agency whose name is the whole line."""
    if span.length > 80:
        return
    match = _patterns()["sign"].match(span.of(text))
    if match:
        yield from _whole(text, Span(span.start + match.start("name"), span.start + match.end("name")), how)


def _whole(text: str, span: Span, how: str) -> Iterator[Credit]:
    """Yield agencies if nothing but agencies stands in the stretch."""
    rest = span.of(text)
    named = []
    while found := agency_in(rest):
        name, start, end = found
        offset = len(span.of(text)) - len(rest)
        named.append(Credit(name, Span(span.start + offset + start, span.start + offset + end), how))
        if rest[:start].strip(" ,/&-.").lower() not in {"", "and", "with", "by", "the", "und", "et", "y"}:
            return
        rest = rest[end:]
    if named and rest.strip(" ,/&-.").lower() in {"", "and agencies", "staff", "news", "agencies"}:
        yield from named


def _image(text: str, span: Span) -> Iterator[Credit]:
    """Yield who made the picture."""
    line = span.of(text)
    at = max(
        line.rfind("("),
        line.rfind("["),
        line.rfind("|"),
        line.lower().rfind("photo"),
        line.lower().rfind("credit"),
    )
    tail = Span(span.start + max(at, 0 if span.length < 60 else span.length - 80), span.end)
    yield from _named(text, tail, "image")


def _photo(text: str, span: Span) -> Iterator[Credit]:
    """Yield the picture credit in brackets inside a paragraph: ``(AP Photo/Jane Doe)``."""
    for match in re.finditer(r"\(([^()\n]{2,80})\)", span.of(text)[:5000]):
        if re.search(r"\bPhoto\b|/Getty|\bvia\b.{0,20}$", match[1]) and agency_in(match[1]):
            yield from _named(text, Span(span.start + match.start(1), span.start + match.end(1)), "image")

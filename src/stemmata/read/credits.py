"""Where a page names the agency its words come from, in the forms newsrooms use."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from stemmata.model import Block, Credit, Dateline, Role, Span
from stemmata.read.agencies import agencies, agencies_in, hints_in, initials, is_picture_agency, known_agency
from stemmata.read.byline import signed_part
from stemmata.read.credit_forms import STAFF
from stemmata.read.credit_lines import Found, byline, closing_line, entry_line, foot_line, source_line
from stemmata.read.places import Places

_FOOT = 1500
"""Characters behind the story in which any line may be its foot line; further on only a copyright line can."""
_LAST = 4
"""Body paragraphs at the end of a story in which a foot line is looked for."""
_HEAD = 6
"""Paragraphs before the story in which an agency may sign."""
_LINE = 400
"""Longest foot line, in characters: sign-offs of the Associated Press and The Conversation run to three sentences."""
_ENTRY = 80
"""Longest line, in characters, by which an agency signs before the story."""
_LINES = 40
"""Most lines behind the story that are looked at."""
_LEFT = frozenset({Role.CHROME, Role.TEASER})
_OWNED = frozenset(["©", "copyright", "Copyright"])
_COPYRIGHTS = ("©", "ⓒ", "opyright", "(c)", "(C)", "COPYRIGHT")


def credits_of(
    text: str, blocks: Sequence[Block], places: Places, dateline: Dateline | None
) -> tuple[Credit, ...]:
    """Return every credit of the page, in the order of the text, each stretch once."""
    found = [Credit(dateline.agency, dateline.span, "dateline")] if dateline and dateline.agency else []
    if places.body:
        found.extend(_before(text, blocks, places.body[0]))
        found.extend(_inside(text, blocks, places.body))
        found.extend(_behind(text, blocks, places.body[0], places.body[-1]))
    for number in (*places.bylines, *places.stamps):
        found.extend(_signing(text, blocks[number]))
    if dateline and dateline.agency and known_agency(dateline.agency) is None:
        found.extend(_again(text, blocks, places, dateline.agency))
    for number in places.captions:
        found.extend(_image(text, blocks[number].span))
    found.sort(key=lambda credit: (credit.span, credit.agency, credit.how))
    return tuple(_one_name(text, list(_apart(found))))


def _again(text: str, blocks: Sequence[Block], places: Places, agency: str) -> Iterator[Credit]:
    """Yield where the page credits once more an agency known by its dateline only."""
    name = re.compile(rf"\b{re.escape(agency)}\b")
    for number in places.bylines:
        if found := name.search(text, *blocks[number].span):
            yield Credit(agency, Span(*found.span()), "byline")
    for number in range(places.body[-_LAST:][0] if places.body else 0, len(blocks)):
        span = blocks[number].span
        found = name.search(text, *span) if span.length <= _LINE else None
        if found and (cue := _credited().search(text, *span)):
            yield Credit(agency, Span(*found.span()), "copyright" if cue[0] in _OWNED else "footline")


@cache
def _credited() -> re.Pattern[str]:
    return re.compile(r"©|[Cc]opyright|contribut|this (?:report|story|article)|[Rr]eporting")


def _signing(text: str, block: Block) -> Iterator[Credit]:
    """Yield the credits of a byline or a stamp."""
    start, end = block.span
    line = text[start:end]
    if block.role is Role.BYLINE:
        yield from _credits(byline(line), start)
    elif hints_in(line):
        at, last = signed_part(line)
        yield from _credits(byline(line[at:last]), start + at)
        yield from _credits(source_line(line), start)


def _before(text: str, blocks: Sequence[Block], first: int) -> Iterator[Credit]:
    """Yield the credits of short lines before the story."""
    head = blocks[max(0, first - _HEAD) : first]
    short = [block for block in head if block.role in _LEFT and block.span.length <= _ENTRY]
    hints = hints_in("\n".join(block.span.of(text) for block in short)) if short else ()
    for block in short if hints else ():
        line = block.span.of(text)
        if any(hint in line for hint in hints):
            found = _credits(entry_line(line), block.span.start)
            yield from (credit for credit in found if credit.how != "image")


def _inside(text: str, blocks: Sequence[Block], body: Sequence[int]) -> Iterator[Credit]:
    """Yield the credits of the story's own paragraphs: what closes the last ones, and of pictures anywhere."""
    tails = [
        Span(max(span.start, span.end - _LINE), span.end) for span in (blocks[n].span for n in body[-_LAST:])
    ]
    hints = hints_in("\n".join(span.of(text) for span in tails))
    for span in tails:
        line = span.of(text)
        if _may_credit(line, hints):
            yield from _credits(closing_line(line), span.start)
    if "Photo" in text or "Getty" in text:
        for number in body:
            yield from _photo(text, blocks[number].span)


def _may_credit(line: str, hints: Sequence[str]) -> bool:
    """Whether a line has a word without which it credits nobody."""
    for hint in hints:
        if hint in line:
            return True
    return _unnamed().search(line) is not None


def _behind(text: str, blocks: Sequence[Block], first: int, last: int) -> Iterator[Credit]:
    """Yield the credits of the lines behind the story, and of those that claim a copyright."""
    end = blocks[last].span.end
    stop = next((n for n in range(last + 1, len(blocks)) if blocks[n].span.start >= end + _FOOT), len(blocks))
    near = range(last + 1, min(stop, last + 1 + _LINES))
    foot = text[end : min(blocks[near[-1]].span.end, end + _FOOT + _LINE)] if near else ""
    hints = hints_in(foot)
    for number in _crediting(foot, [blocks[number].span.start - end for number in near], hints):
        yield from _foot(text, blocks[near[number]], hints)
    for number in sorted(_owned(text, blocks, first).difference(near)):
        yield from _foot(text, blocks[number], hints_in(blocks[number].span.of(text)))


def _crediting(foot: str, starts: Sequence[int], hints: Sequence[str]) -> list[int]:
    """Return the lines behind the story that hold one of the words without which a line credits nobody."""
    places = [found.start() for found in _unnamed().finditer(foot)]
    for word in (*hints, "bur-"):
        at = foot.find(word)
        while at >= 0:
            places.append(at)
            at = foot.find(word, at + 1)
    return sorted({bisect_right(starts, at) - 1 for at in places if starts and at >= starts[0]})


def _foot(text: str, block: Block, hints: Sequence[str]) -> Iterator[Credit]:
    """Yield the credits of a line behind the story."""
    start, end = block.span
    if end - start > _LINE or block.role not in _LEFT:
        return
    line = text[start:end]
    if not _may_credit(line, hints):
        return
    if _picture_line().match(line.lower()):
        yield from _image(text, block.span)
    else:
        yield from _credits(foot_line(line), start)


@cache
def _unnamed() -> re.Pattern[str]:
    """Match what stands in credits without the name of an agency."""
    return re.compile(r"(?:porting|riting|diting|ompiled)\sby\s|ublished|ppeared|[a-z]/[a-z]{2,4}/|^bur-")


def _owned(text: str, blocks: Sequence[Block], first: int) -> set[int]:
    """Return the paragraphs behind the story's start that claim a copyright."""
    found, starts = set[int](), list[int]()
    for sign in _COPYRIGHTS:
        at = text.find(sign, blocks[first].span.start)
        while at >= 0:
            starts = starts or [block.span.start for block in blocks]
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = text.find(sign, max(at + 1, blocks[number].span.end))
    return found


def _credits(found: Iterable[Found], offset: int) -> Iterator[Credit]:
    """Turn what a line names into credits, each agency once a line."""
    seen = set[tuple[str, str]]()
    for (agency, start, end, _), said in found:
        how = "image" if is_picture_agency(agency) else said
        if (agency, how) not in seen:
            seen.add((agency, how))
            yield Credit(agency, Span(offset + start, offset + end), how)


def _one_name(text: str, found: Sequence[Credit]) -> Iterator[Credit]:
    """Call an agency by its initials if the page has both, and file a sign-off under the one agency the page names."""
    named = {credit.agency for credit in found if credit.how != "image"} - {STAFF, "agencies"}
    for credit in found:
        own = " " in credit.agency and credit.agency not in agencies().names
        first = initials(credit.agency) if own else ""
        if len(first) > 2 and re.search(rf"\b{re.escape(first)}\b", text):
            yield replace(credit, agency=first)
        else:
            yield (
                replace(credit, agency=next(iter(named)))
                if credit.agency == STAFF and len(named) == 1
                else credit
            )


def _apart(found: Sequence[Credit]) -> Iterator[Credit]:
    """Drop what overlaps a credit already taken."""
    end = -1
    for credit in found:
        if credit.span.start >= end:
            end = credit.span.end
            yield credit


@cache
def _picture_line() -> re.Pattern[str]:
    """Match the start of a line that says who made a picture or a film."""
    return re.compile(
        r"\W{0,3}(?:(?:cover|file|main|top|featured?|header|crédit|credit|lead)\s)?"
        r"(?:photo|image|picture|foto|bild|video|grafik|graphic|illustration|fotografía|фото|写真|사진)s?\b.{0,12}?(?::|\bby\b|\bcredits?\b)"
    )


def _image(text: str, span: Span) -> Iterator[Credit]:
    """Yield who made the picture."""
    line = span.of(text)
    low = line.lower()
    at = max(
        line.rfind("("),
        line.rfind("["),
        line.rfind("|"),
        low.rfind("photo"),
        low.rfind("credit"),
        low.rfind("©"),
    )
    tail = max(at, 0 if span.length < 60 else span.length - 80)
    for name in agencies_in(line[tail:]):
        at = span.start + tail
        yield Credit(name.agency, Span(at + name.start, at + name.end), "image")
        return


def _photo(text: str, span: Span) -> Iterator[Credit]:
    """Yield the picture credit in brackets inside a paragraph: ``(AP Photo/Jane Doe)``."""
    line = span.of(text)
    if "Photo" in line or "Getty" in line:
        for found in re.finditer(r"\(([^()\n]{2,80})\)", line[:5000]):
            if re.search(r"\bPhoto\b|/Getty|\bvia\b.{0,20}$", found[1]):
                yield from _image(text, Span(span.start + found.start(1), span.start + found.end(1)))

"""Marks by which pages made by one template are known, whatever story they carry."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from heapq import nsmallest
from itertools import groupby, pairwise
from zlib import crc32

from stemmata.kernels.masks import cut_figures, mask
from stemmata.model import Block, Role
from stemmata.read.byline import could_sign
from stemmata.read.phrases import is_label
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet
from stemmata.read.title import Title

_LONGEST = 60
"""Longest chrome phrase kept, in characters; longer ones are sentences of one site."""
_AROUND = frozenset({Role.CHROME, Role.TEASER})
"""A short line that reads as a headline may be the page's own; whether it comes again on other pages will tell."""
_FIXED = frozenset({Role.TITLE, Role.BODY})
"""What stands in every frame, whatever it says."""
_UNNAMED = frozenset([(0, "")])
"""What is drawn of a class name that says nothing."""
_LAST = 2
"""Paragraphs at the end of a story whose short lines are taken along."""
_SEPARATED = re.compile(r"(\s*(?:[>|»/•·–—→\\]|::)\s*|\s+-\s*|\s*:\s*)")


def marks_of(sheet: Sheet, blocks: Sequence[Block], title: Title, settings: ReadSettings) -> tuple[str, ...]:
    """Return the page's layout marks, sorted: masked chrome phrases, class names, the tree's paths, meta names, generator.

    In plain text the order of the phrases stands in for the tree. Of class names and paths a sample is kept, the same wherever they are the same: those whose checksums are least.
    """
    head, most = sheet.head, settings.most_marks
    generator = head.meta("generator").lower()[:_LONGEST]
    lines = _phrases(sheet, blocks, title) if sheet.marks else tuple(_phrases(sheet, blocks, title))
    rows = () if sheet.marks else _rows(lines, blocks)
    kinds = (
        ("phrase", _firsts((phrase for _, phrase in lines), most)),
        ("order", (f"{row:08x}" for row in nsmallest(settings.most_shapes, rows))),
        ("class", (name for _, name in nsmallest(most, set(map(_drawn, head.classes)) - _UNNAMED))),
        ("tree", (f"{shape:08x}" for shape in nsmallest(settings.most_shapes, head.shapes))),
        ("set", (f"{row:08x}" for row in nsmallest(settings.most_shapes, head.sets))),
        ("meta", _firsts(filter(_is_name, (name for name, _ in head.metas)), most)),
        ("generator", filter(None, (cut_figures(generator),))),
    )
    return tuple(sorted({f"{kind}:{mark}" for kind, marks in kinds for mark in marks}))


@lru_cache(maxsize=32_768)
def _drawn(name: str) -> tuple[int, str]:
    """Return a class name's mark with its checksum: two pages that keep the least draw alike where they are alike."""
    mark = _class(name)
    return crc32(mark.encode("utf-8", "replace")), mark


def _class(name: str) -> str:
    """Return a class name without what a build puts into it: ``story_root__3xK2p`` is ``story_root__*``; or nothing."""
    if len(name) >= _LONGEST or re.search(r"\d{3,}", name):
        return ""
    stem, parting, last = _build().split(name, maxsplit=1) if _build().search(name) else (name, "", "")
    if not parting or not _is_made(last):
        return name.lower()
    return f"{stem}{parting}*".lower() if stem else ""


@cache
def _build() -> re.Pattern[str]:
    """The last parting of a class name, behind which a build's own letters stand."""
    return re.compile(r"(^_+|__?|--?)(?=[A-Za-z0-9]{4,10}$)")


def _is_made(last: str) -> bool:
    """Whether letters were drawn by a machine: figures among them, or capitals behind small letters without a word."""
    figures = sum(map(str.isdigit, last))
    if figures:
        return not last.rstrip("0123456789").isalpha() or figures > 2
    return last[1:] != last[1:].lower() and not re.fullmatch(r"[a-z]*(?:[A-Z][a-z]{2,})+", last)


def _is_name(name: str) -> bool:
    return 2 < len(name) < _LONGEST and not re.search(r"\d{3,}", name)


def _firsts(marks: Iterable[str], most: int) -> Iterator[str]:
    """Yield each mark once, up to so many; what comes later is not even made."""
    seen = set[str]()
    for mark in marks:
        if mark not in seen:
            seen.add(mark)
            yield mark
        if len(seen) >= most:
            return


def _rows(lines: Iterable[tuple[int, str]], blocks: Sequence[Block]) -> set[int]:
    """Return a number for each two lines of the frame that follow one another, title and story standing among them.

    Where no markup tells how a page is built, the order of its lines does.
    """
    frame = dict(lines)
    told = (
        frame.get(number) or (f"\0{block.role}" if block.role in _FIXED else "")
        for number, block in enumerate(blocks)
    )
    row = [line for line, _ in groupby(filter(None, told))]
    return {crc32("\n".join(pair).encode("utf-8", "replace")) for pair in pairwise(row)}


def _phrases(sheet: Sheet, blocks: Sequence[Block], title: Title) -> Iterator[tuple[int, str]]:
    """Yield the labels and short lines of the wrapping with their numbers, title, names and figures cut out."""
    return ((number, made(line)) for number, line, made in _framing(sheet, blocks, title))


def _framing(
    sheet: Sheet, blocks: Sequence[Block], title: Title
) -> Iterator[tuple[int, str, Callable[[str], str]]]:
    """Yield the lines of the wrapping with their numbers, and what makes a mark of each."""
    first = next((block.span.start for block in blocks if block.role is Role.BODY), 0)
    top = sheet.spans[title.paragraphs[-1]].start if title.paragraphs else first
    ending = _ending(blocks)
    text, words = sheet.text, title.words
    for number, ((start, end), role) in enumerate((block.span, block.role) for block in blocks):
        framing = role in _AROUND
        if not framing and role is not Role.STAMP and number not in ending:
            continue
        line = text[start:end]
        if top < start < first and could_sign(line) and not is_label(line):
            continue
        if role is Role.STAMP:
            yield number, line, _masked_stamp
        elif framing and words and words in line:
            yield number, line, partial(_around_title, title=words)
        elif end - start <= _LONGEST and (line.count(" ") <= 5 or len(line.split()) <= 6 or is_label(line)):
            yield number, line, _shape


def _ending(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the last paragraphs of the story: a short line there may be the page's own, told only by coming again."""
    return tuple(number for number, block in enumerate(blocks) if block.role is Role.BODY)[-_LAST:]


@lru_cache(maxsize=8192)
def _shape(line: str) -> str:
    return mask(line, label=is_label(line))


def _around_title(line: str, title: str) -> str:
    """Keep the shape of a line that repeats the title, its section cut out: ``Current:Home > Money > Title*-Name``.

    That one is ``current:home > * > * -*``; the part right before the title is what changes from page to page.
    """
    before, _, after = line.partition(title)
    parts = _SEPARATED.split(before)
    for at in range(len(parts) - 1, 1, -1):
        if at % 2 == 0 and parts[at].strip():
            parts[at] = "*"
            break
    tail = re.sub(r"[^\W_][\w.&’' ]*", "*", after)
    return cut_figures(f"{''.join(parts).lower() if len(parts) > 2 else ''}*{tail}")


def _masked_stamp(line: str) -> str:
    return cut_figures(
        re.sub(
            r"\b[^\W\d_]{3,12}\.?(?=\s\d)|(?<=\d\s)[^\W\d_]{3,12}\b|(?<=\d)[^\W\d_]{1,4}\b", "#", line.lower()
        )
    )

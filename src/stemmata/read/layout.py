"""Marks by which pages made by one template are known, whatever story they carry."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from stemmata.model import Block, Role
from stemmata.read.byline import could_sign
from stemmata.read.phrases import is_label
from stemmata.read.settings import ReadSettings
from stemmata.read.sheet import Sheet, Trait
from stemmata.read.title import Title

_LONGEST = 60
"""Longest chrome phrase kept, in characters; longer ones are sentences of one site."""
_MAIN = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.STAMP, Role.BODY, Role.CAPTION})
_SEPARATED = re.compile(r"(\s*[>|»/•·–—]\s*|\s+-\s*|\s*:\s*)")


def marks_of(sheet: Sheet, blocks: Sequence[Block], title: Title, settings: ReadSettings) -> tuple[str, ...]:
    """Return the page's layout marks, sorted: masked chrome phrases, class names, element paths, generator."""
    generator = sheet.head.meta("generator").lower()
    kinds = (
        (f"phrase:{phrase}" for phrase in _phrases(sheet, blocks, title)),
        (f"class:{name}" for name in sheet.head.classes if not re.search(r"\d{3,}", name) and len(name) < 60),
        (f"path:{path}" for path in _paths(sheet, blocks)),
        (f"generator:{_masked(name)}" for name in (generator,) if name),
    )
    return tuple(sorted({mark for kind in kinds for mark in _firsts(kind, settings.most_marks)}))


def _firsts(marks: Iterator[str], most: int) -> Iterator[str]:
    """Yield each mark once, up to so many; what comes later is not even made."""
    seen = set[str]()
    for mark in marks:
        if mark not in seen:
            seen.add(mark)
            yield mark
        if len(seen) >= most:
            return


def _phrases(sheet: Sheet, blocks: Sequence[Block], title: Title) -> Iterator[str]:
    """Yield the labels and short lines of the wrapping, with title, names and numbers cut out."""
    first = next((block.span.start for block in blocks if block.role is Role.BODY), 0)
    top = sheet.spans[title.paragraphs[-1]].start if title.paragraphs else first
    for block in blocks:
        line = block.span.of(sheet.text)
        if top < block.span.start < first and could_sign(line) and not is_label(line):
            continue
        if block.role is Role.STAMP:
            yield _masked_stamp(line)
        elif block.role in {Role.CHROME, Role.TEASER} and title.words and title.words in line:
            yield _around_title(line, title.words)
        elif (
            block.role is Role.CHROME and len(line) <= _LONGEST and (len(line.split()) <= 6 or is_label(line))
        ):
            yield _shape(line)


@lru_cache(maxsize=8192)
def _shape(line: str) -> str:
    return _masked(_without_names(line))


def _around_title(line: str, title: str) -> str:
    """Keep the shape of a line that repeats the title: ``Current:Home > Money*-Name`` is ``current:home > * -*``."""
    before, _, after = line.partition(title)
    parts = _SEPARATED.split(before)
    head = parts[0].lower() if len(parts) < 3 else "".join(parts[:-1]).lower()
    tail = re.sub(r"[^\W_][\w.&’' ]*", "*", after)
    return _masked(f"{head if len(parts) > 2 else ''}*{tail}")


def _masked_stamp(line: str) -> str:
    return _masked(
        re.sub(
            r"\b[^\W\d_]{3,12}\.?(?=\s\d)|(?<=\d\s)[^\W\d_]{3,12}\b|(?<=\d)[^\W\d_]{1,4}\b", "#", line.lower()
        )
    )


def _without_names(line: str) -> str:
    """Cut capitalised words behind the first one, unless the whole line is a known label."""
    if is_label(line):
        return line.lower()
    return re.sub(r"(?<=\s)[A-ZÀ-Þ][\w’'.-]*", "*", line).lower()


def _masked(phrase: str) -> str:
    if phrase.isalpha():
        return phrase
    phrase = re.sub(r"\d+(?:[.,:/-]\d+)*(?:[ #]+\d+(?:[.,:/-]\d+)*)*", "#", phrase)
    return " ".join(re.sub(r"\*(?:\s\*)+", "*", re.sub(r"#(?:\s?#)+", "#", phrase)).split())


def _paths(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield for each main role the tags and traits in which it stands."""
    seen: set[tuple[str, str, int]] = set()
    for block, mark in zip(blocks, sheet.marks, strict=False):
        key = (block.role.value, mark.tag, mark.traits)
        if block.role in _MAIN and key not in seen:
            seen.add(key)
            names = "+".join(str(trait.name).lower() for trait in Trait if mark.traits & trait.value)
            yield f"{block.role.value}<{mark.tag}<{names}"

"""Who signs the story: what the page shows and what its markup claims, weighed against each other."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from stemmata.model import Block, Role, Span
from stemmata.read.agencies import known_agency
from stemmata.read.byline import (
    authors_of,
    is_byline,
    is_nobody,
    named_beside_day,
    persons,
    signed_part,
    signed_words,
)
from stemmata.read.claims import Claims, host
from stemmata.read.credit_forms import is_nameless
from stemmata.read.places import Places
from stemmata.read.sheet import Sheet, Trait
from stemmata.read.signed import signed_below, signed_inside

_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dc:creator",
    "byl",
    "sailthru.author",
    "cxenseparse:author",
    "dcterms.creator",
)
_ELSEWHERE = (
    Trait.ASIDE | Trait.NAV | Trait.RELATED | Trait.LIST | Trait.COMMENTS | Trait.FOOTER | Trait.EMBED
).value
_UNTOLD = frozenset({Role.CHROME, Role.TEASER})
_ABOVE = 8
"""Paragraphs before the story in which a line that holds a date may name who signs."""
_APART = 3
"""Paragraphs between two bylines of one story, at most."""
_BARE = 3
"""Level of a name that only stands there."""
_LONGEST = 60
_MOST = 8
"""Most names that sign a story: more are a list of staff."""


def signed_spans(text: str, blocks: Sequence[Block], places: Places) -> tuple[Span, ...]:
    """Return where the page says who signs: its bylines, and what of its stamps and dated lines does the same."""
    found = [blocks[number].span for number in places.bylines]
    first = places.body[0] if places.body else 0
    left = (n for n in range(max(0, first - _ABOVE), first) if blocks[n].role in _UNTOLD)
    for number in (*places.stamps, *left):
        line = blocks[number].span.of(text)
        start, end = signed_part(line) if blocks[number].role is Role.STAMP else (0, 0)
        start, end = (start, end) if end else named_beside_day(line)
        if end:
            at = blocks[number].span.start
            found.append(Span(at + start, at + end))
    return tuple(sorted(found))


def authors_of_page(
    sheet: Sheet, blocks: Sequence[Block], places: Places, signed: Sequence[Span], claims: Claims
) -> tuple[str, ...]:
    """Return who signs: persons that story markup claims, else that the page shows, else desks that either names."""
    outlet = _outlet(sheet, claims)
    told = [name for name in _split(claims.authors) if not is_nobody(name)]
    meta = [name for name in _split(_metas(sheet)) if not is_nobody(name)]
    sure, bare = _shown(sheet, blocks, places, signed) if signed else ((), ())
    shown, inside = sure or bare, signed_inside(sheet, blocks, places)
    named, others = (persons(name for name in names if _plain(name) not in outlet) for names in (told, meta))
    if named and (set(_folded(named)) < set(_folded(shown)) or _outvoted(named, sure, others)):
        return shown[:_MOST]
    desk = _desk(sheet.text, signed)
    outlet -= {_plain(signed_words(span.of(sheet.text))) for span in signed}
    claimed = () if desk or (told and not _bodies(told, outlet)) else others
    best = (
        _bared(named, inside.persons)
        or _agreed(shown, others)
        or sure
        or inside.persons
        or _agreed(desk or inside.pens, _bodies(told, outlet))
        or bare
        or claimed
        or signed_below(sheet, places)
        or _bodies(told, outlet)
        or desk
        or inside.pens
        or (others if desk else ())
        or _bodies(meta, outlet)
    )
    return tuple(best[:_MOST])


def _outvoted(named: Sequence[str], shown: Sequence[str], claimed: Sequence[str]) -> bool:
    """Whether the page shows other names than its story markup claims, and its meta names agree with what it shows."""
    said = set(_folded(shown))
    return bool(said & set(_folded(claimed))) and not said & set(_folded(named))


def _bared(named: Sequence[str], shown: Sequence[str]) -> tuple[str, ...]:
    """Return claimed names without the offices before them that an element of the page leaves out."""
    return tuple(next((one for one in shown if name.endswith(f" {one}")), name) for name in named)


def _outlet(sheet: Sheet, claims: Claims) -> frozenset[str]:
    """Return the names of the site itself, letters only: what bears them is no person."""
    names = (claims.site, *claims.publishers, host(claims.canonical), sheet.head.meta("og:site_name"))
    hosts = (host(claims.canonical), host(sheet.head.meta("og:url")))
    titled = _titled().split(sheet.head.title)
    return frozenset(
        _plain(name)
        for name in (*names, *(titled[-1:] if len(titled) > 1 else ()), *map(_domain, hosts))
        if name
    )


@cache
def _titled() -> re.Pattern[str]:
    """What parts a page's title from its site's name."""
    return re.compile(r"\s[|»–—·•-]\s")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:www\.)?[\w-]+\.(?:[a-z]{2}|com|net|org|info|news)", re.IGNORECASE)


def _domain(name: str | None) -> str:
    """Return the part of a host that is a name: ``news.gull.example`` is called ``gull``."""
    parts = (name or "").split(".")
    return parts[-2] if len(parts) > 1 else ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _agreed(shown: tuple[str, ...], claimed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the claimed names if the page shows one of them."""
    return claimed if set(_folded(shown)) & set(_folded(claimed)) and len(claimed) >= len(shown) else ()


def _metas(sheet: Sheet) -> tuple[str, ...]:
    for wanted in _METAS:
        found = tuple(
            content
            for name, content in sheet.head.metas
            if name == wanted and content and "://" not in content
        )
        if found:
            return found
    return ()


def _split(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a list in which one entry may hold several."""
    found: dict[str, None] = {}
    for name in names:
        if "://" not in name and len(name) <= 4 * _LONGEST:
            parts = authors_of(name)
            for part in parts or (signed_words(name).strip(),):
                found.setdefault(part)
    return tuple(found)


def _shown(
    sheet: Sheet, blocks: Sequence[Block], places: Places, signed: Sequence[Span]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons in the page's bylines: those that say so before those whose markup does; else mere names."""
    numbers = {blocks[number].span: number for number in places.bylines}
    near = _beside(places)
    levels: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
    for span in signed:
        line = span.of(sheet.text)
        number = numbers.get(span, -1)
        if names := authors_of(line):
            traits = sheet.marks[number].traits if sheet.marks and number >= 0 else 0
            level = _level(line, traits, dated=number < 0)
            if level < _BARE or number in near or not sheet.marks:
                levels.setdefault(level, []).append((number, names))
    best = levels[min(levels)] if levels else []
    kept: dict[str, str] = {}
    last = best[0][0] if best else 0
    for number, names in best:
        if number - last <= _APART:
            last = number
            for name in names:
                kept.setdefault(name.casefold(), name)
    names = tuple(kept.values())
    return ((), names) if levels and min(levels) == _BARE else (names, ())


def _beside(places: Places) -> frozenset[int]:
    """Return the paragraphs right below the title and beside stamps, where a bare name signs."""
    below = (number + by for number in places.title for by in (1, 2))
    return frozenset((*below, *(number + by for number in places.stamps for by in (-1, 1))))


def _level(line: str, traits: int, *, dated: bool) -> int:
    """Return how surely a line signs, 0 surest."""
    if is_byline(line):
        return 0 if not traits & _ELSEWHERE else 1
    if traits & Trait.BYLINE:
        return 1 if not traits & _ELSEWHERE else _BARE
    return 2 if dated else _BARE


def _bodies(names: Sequence[str], outlet: frozenset[str]) -> tuple[str, ...]:
    """Return claimed names that are no person's: desks, agencies, pen names; that of the site itself says nothing."""
    return tuple(
        name
        for name in names
        if 1 < len(name) <= _LONGEST
        and not is_nameless(name)
        and not name.startswith("@")
        and _plain(name) not in outlet
        and not _address().fullmatch(name)
    )


def _desk(text: str, signed: Sequence[Span]) -> tuple[str, ...]:
    """Return the desk, agency or pen name that stands alone behind ``By``."""
    for span in signed:
        line = span.of(text)
        if known_agency(line):
            return (line.strip(" ,"),)
        if is_byline(line) or _posted().match(line):
            words = _tail().split(signed_words(line))[0].strip(" .:-–—")
            if (
                1 < len(words) <= 40
                and len(words.split()) <= 4
                and not is_nameless(words)
                and not is_nobody(words)
            ):
                return (words,)
    return ()


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        r"\s*[,|/•·()\n]\s*|\s[-–—»]\s|\s(?:on|am|um|at|in|vom|le|el|under|unter|kategorien|veröffentlicht|published|updated)\b",
        re.IGNORECASE,
    )


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(r"(?:by|von|par|por|author:|autor:)\s", re.IGNORECASE)


def _folded(names: Iterable[str]) -> list[str]:
    return [re.sub(r"\W+", " ", name.casefold()).strip() for name in names]

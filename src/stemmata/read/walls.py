"""The words of pages that hold no story, by kind and in several languages, as data."""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stemmata.kernels.lines import LineFinder, line_finder
from stemmata.read.looks import Looks


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one kind of page; ``walls.toml`` says what each list is."""

    titles: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of a kind: the phrases found and the lines they stand in."""

    phrases: tuple[str, ...]
    lines: frozenset[int]


@cache
def walls() -> dict[str, Words]:
    """Return the words of every kind, read once."""
    table = tomllib.loads(Path(__file__).with_name("walls.toml").read_text("utf-8"))
    return {
        kind: Words(
            frozenset(lists.get("titles", ())), *(tuple(lists.get(name, ())) for name in ("openings", "says", "cut"))
        )
        for kind, lists in table.items()
    }  # fmt: skip


def said(looks: Looks, phrases: tuple[str, ...], *, longest: int = 60) -> Said:
    """Return which phrases stand on the page, in lines of at most ``longest`` words."""
    found, lines, starts = dict[str, None](), set[int](), looks.starts
    for phrase, at in _finder(phrases).places(looks.text):
        number = bisect_right(starts, at) - 1
        if looks.lines[number].size <= longest:
            found[phrases[phrase]] = None
            lines.add(number)
    return Said(tuple(found), frozenset(lines))


@cache
def _finder(phrases: tuple[str, ...]) -> LineFinder:
    return line_finder((phrases,))


def named(looks: Looks, kind: str) -> str:
    """Return the heading that is what pages of this kind are called, or an empty string."""
    known = walls()[kind]
    return next(
        (
            name
            for name in looks.names
            if name in known.titles or name.startswith(known.openings or ("\x00",))
        ),
        "",
    )

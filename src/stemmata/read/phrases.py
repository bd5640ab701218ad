"""Which paragraphs speak of the page instead of the world: known labels, openings and terms, as data."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stemmata.model import Span

_EDGES = " \t•·-–—|>»:›▼▲#*()[]0123456789.,!?…"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of ``phrases.toml``."""

    labels: frozenset[str]
    starts: tuple[str, ...]
    firsts: frozenset[str]
    terms: tuple[str, ...]
    not_places: frozenset[str]
    desks: frozenset[str]


@cache
def phrases() -> Phrases:
    """Return the phrases, read once."""
    table = tomllib.loads(files("stemmata.read").joinpath("phrases.toml").read_text("utf-8"))
    starts = tuple(sorted(table["starts"]))
    return Phrases(
        frozenset(label.strip(_EDGES) for label in table["labels"]),
        starts,
        frozenset(start[:3] for start in starts),
        tuple(sorted(set(table["terms"]))),
        frozenset(table["not_places"]),
        frozenset(table["desks"]),
    )


def is_label(line: str) -> bool:
    """Whether a line is one of the labels that page engines put around stories."""
    return len(line) < 60 and _bare(line.lower()) in phrases().labels


def opens_like_chrome(line: str) -> bool:
    """Whether a line begins as notices, links and captions do."""
    return _opens(line.lstrip("•-–—*>» \t").lower())


def hits(low: str, spans: Sequence[Span]) -> tuple[list[int], list[int], list[int]]:
    """Count labels (0 or 1), openings (0 or 1) and terms of each paragraph of a lower-case text."""
    known = phrases()
    labels, openings, terms = [0] * len(spans), [0] * len(spans), [0] * len(spans)
    for number, (start, end) in enumerate(spans):
        if end - start < 60:
            labels[number] = _bare(low[start:end]) in known.labels
        openings[number] = _opens(low[start : start + 40].lstrip("•-–—*>» \t"))
    starts = [span.start for span in spans]
    for term in known.terms:
        at = low.find(term)
        while at >= 0:
            terms[max(0, bisect_right(starts, at) - 1)] += 1
            at = low.find(term, at + len(term))
    return labels, openings, terms


def _bare(low: str) -> str:
    return re.sub(r"\s+", " ", low.strip(_EDGES)) if "  " in low else low.strip(_EDGES)


def _opens(low: str) -> bool:
    return low[:3] in phrases().firsts and low.startswith(phrases().starts)

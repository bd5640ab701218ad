"""Which paragraphs speak of the page instead of the world: known labels, openings and terms, as data."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

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
    outlets: frozenset[str]


@cache
def phrases() -> Phrases:
    """Return the phrases, read once."""
    table = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))
    known = {kind: _parted(listed) for kind, listed in table.items()}
    starts = tuple(sorted(known["starts"]))
    return Phrases(
        frozenset(label.strip(_EDGES) for label in known["labels"]),
        starts,
        frozenset(start[:3] for start in starts),
        tuple(sorted(set(known["terms"]))),
        frozenset(known["not_places"]),
        frozenset(known["desks"]),
        frozenset(known["outlets"]),
    )


def _parted(listed: str) -> list[str]:
    """Return the phrases of a list parted by semicolons, whatever its line ends."""
    return [phrase.strip().replace("_", " ") for phrase in " ".join(listed.split()).split(";")]


@lru_cache(maxsize=4096)
def is_label(line: str) -> bool:
    """Whether a line is one of the labels that page engines put around stories."""
    return len(line) < 60 and _bare(line.lower()) in phrases().labels


def opens_like_chrome(line: str) -> bool:
    """Whether a line begins as notices, links and captions do."""
    return _opens(line[:60].lstrip("•-–—*>» \t").lower())


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


def holding(low: str, spans: Sequence[Span], terms: Sequence[str]) -> set[int]:
    """Return the paragraphs of a lower-case text that hold one of the terms."""
    starts = [span.start for span in spans]
    found = set[int]()
    for term in terms:
        at = low.find(term)
        while at >= 0:
            number = max(0, bisect_right(starts, at) - 1)
            found.add(number)
            at = low.find(term, spans[number].end)
    return found


def _bare(low: str) -> str:
    return re.sub(r"\s+", " ", low.strip(_EDGES)) if "  " in low else low.strip(_EDGES)


def _opens(low: str) -> bool:
    return low[:3] in phrases().firsts and low.startswith(phrases().starts)

"""Which paragraphs speak of the page instead of the world: known labels, openings and terms, as data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

EDGES = " \t•·-–—|>»:›▼▲#*()[]0123456789.,!?…"
"""What stands around a label."""
BULLETS = "•-–—*>» \t"
"""What stands before an opening."""


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
        frozenset(label.strip(EDGES) for label in known["labels"]),
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
    return _opens(line[:60].lstrip(BULLETS).lower())


def _bare(low: str) -> str:
    return re.sub(r"\s+", " ", low.strip(EDGES)) if "  " in low else low.strip(EDGES)


def _opens(low: str) -> bool:
    return low[:3] in phrases().firsts and low.startswith(phrases().starts)

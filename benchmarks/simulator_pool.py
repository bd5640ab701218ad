"""The pool of invented stories that simulated families are made of: ``benchmarks/stories/*.txt``.

Paragraphs are parted by blank lines. A line that begins with ``~`` is the paragraph above it told anew, as a language
model rewrites: written by hand. All of it is our own; nobody in it exists.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "stories"
NOT_STORIES = frozenset({"synonyms", "wordnet"})


class Key(NamedTuple):
    """Which paragraph of which story."""

    story: str
    number: int


class Part(NamedTuple):
    """One paragraph of a simulated text; ``key`` is the paragraph it goes back to, None for a page's own talk."""

    text: str
    key: Key | None


class Story(NamedTuple):
    """One invented article: its paragraphs, and each of them told anew (or None)."""

    name: str
    parts: tuple[Part, ...]
    anew: tuple[str | None, ...]

    @property
    def retold(self) -> bool:
        """Whether a hand has told most of it anew."""
        return 3 * sum(one is not None for one in self.anew) >= 2 * len(self.anew)


@cache
def stories() -> tuple[Story, ...]:
    """Return every story, by name."""
    return tuple(_read(path) for path in sorted(HERE.glob("*.txt")) if path.stem not in NOT_STORIES)


@cache
def anew(key: Key) -> str | None:
    """Return a paragraph told anew by hand, if it was."""
    story = next(one for one in stories() if one.name == key.story)
    return story.anew[key.number]


def _read(path: Path) -> Story:
    parts, told = [], []
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8").strip())):
        plain, _, other = block.partition("\n~")
        parts.append(Part(plain.strip(), Key(path.stem, number)))
        told.append(other.strip() or None)
    return Story(path.stem, tuple(parts), tuple(told))

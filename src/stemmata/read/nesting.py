"""How the paragraphs of a page are grouped: which element holds a paragraph together with others of its kind.

Page engines put one, two or three wrappers around each paragraph, or none. What stands together is therefore
found by counting: the home of a paragraph is the nearest element around it that holds at least three.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

_FEWEST = 3
"""Paragraphs that an element must hold to be a home: a paragraph with its picture's caption is none."""


class Home(NamedTuple):
    """The numbers of the elements around a paragraph.

    ``parent`` and ``grand`` are one and two blocks further out than its own; ``near`` is the nearest that holds it
    with others, ``wide`` the next that holds more; ``path`` numbers the tags around it, ``look`` the tag and the
    classes of its own block, ``looks`` those of its own block and of the one around that.
    """

    parent: int
    grand: int
    near: int
    wide: int
    path: int
    look: int
    looks: int


@dataclass(slots=True)
class Nesting:
    """The block elements of a page, numbered as they open; 0 is the page itself."""

    outer: list[int] = field(default_factory=lambda: [0])
    """For each block, the number of the block around it."""
    path: list[int] = field(default_factory=lambda: [0])
    """For each block, the number of its path: blocks with equal tags up to the root share one."""
    paths: dict[tuple[int, str], int] = field(default_factory=dict)
    look: list[int] = field(default_factory=lambda: [0])
    """For each block, the number of its tag and classes."""
    known: dict[tuple[str, str], int] = field(default_factory=dict)

    def open(self, tag: str, around: int, classes: str) -> int:
        """Return the number of a new block inside another."""
        self.outer.append(around)
        self.path.append(self.paths.setdefault((self.path[around], tag), len(self.paths) + 1))
        self.look.append(self.known.setdefault((tag, classes), len(self.known) + 1))
        return len(self.outer) - 1

    def homes(self, blocks: Sequence[int]) -> list[Home]:
        """Return where each paragraph stands, given its block."""
        held = [0] * len(self.outer)
        for block in blocks:
            held[block] += 1
        for block in range(len(held) - 1, 0, -1):
            held[self.outer[block]] += held[block]
        home, wider = [0] * len(held), [0] * len(held)
        for block in range(1, len(held)):
            around = self.outer[block]
            home[block] = block if held[block] >= _FEWEST else home[around]
            wider[block] = around if held[around] > held[block] else wider[around]
        outer, path, look, pairs = self.outer, self.path, self.look, dict[tuple[int, int], int]()
        return [
            Home(
                outer[at],
                outer[outer[at]],
                home[at],
                wider[home[at]],
                path[at],
                look[at],
                pairs.setdefault((look[at], look[outer[at]]), len(pairs)),
            )
            for at in blocks
        ]

    def shapes(self) -> tuple[int, ...]:
        """Return for each path of block tags, from the root down, a number that is the same on every page."""
        numbers = [0] * (len(self.paths) + 1)
        for (around, tag), path in self.paths.items():
            numbers[path] = crc32(tag.encode("utf-8", "replace"), numbers[around])
        return tuple(numbers[1:])

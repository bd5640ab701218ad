"""The tree while it grows: texts by number, lost texts numbered after them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from stemmata.model import Evidence, Reading


@dataclass(frozen=True, slots=True)
class Lost:
    """A text state that no page carries: why it must have been, and what it must have said."""

    label: str
    readings: tuple[Reading, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(slots=True)
class Tree:
    """Each node's parent (None: a root), the lost nodes, and second parents of merges as (parent, child)."""

    parents: dict[int, int | None]
    lost: dict[int, Lost] = field(default_factory=dict)
    merges: list[tuple[int, int]] = field(default_factory=list)

    def children(self, parent: int | None) -> list[int]:
        """Return the children of a node, or the roots."""
        return sorted(child for child, above in self.parents.items() if above == parent)

    def above(self, node: int) -> Iterator[int]:
        """Yield the ancestors of a node, the nearest first."""
        parent = self.parents[node]
        while parent is not None:
            yield parent
            parent = self.parents[parent]

    def below(self, node: int, *, merged: bool = False) -> list[int]:
        """Return a node and all its descendants, by merges too if asked, each before its own."""
        found, waiting = [], [node]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.append(here)
                waiting.extend(reversed(self.children(here)))
                if merged:
                    waiting.extend(child for parent, child in self.merges if parent == here)
        return found

    def seen_above(self, node: int) -> int | None:
        """Return the nearest ancestor that is not lost."""
        return next((one for one in self.above(node) if one not in self.lost), None)

    def insert(self, above: int | None, children: list[int], lost: Lost) -> int:
        """Put a lost node between a node (or the top) and some of its children; return its number."""
        number = len(self.parents)
        self.parents[number] = above
        self.lost[number] = lost
        for child in children:
            self.parents[child] = number
        return number

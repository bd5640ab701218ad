"""Where the cards of a forest stand: a tidy tree from left to right."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemmata.show.forest import Forest


class Box(NamedTuple):
    """A card's place, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width


class Plan(NamedTuple):
    """The place of every card, and the top and bottom of the band that a card shares with all below it."""

    boxes: dict[str, Box]
    bands: dict[str, tuple[float, float]]


def planned(
    forest: Forest, heights: Mapping[str, float], *, width: float, across: float, down: float, margin: float
) -> Plan:
    """Return the place of every state.

    Each subtree has a band of rows to itself, so that no first arrow crosses a card, and between bands runs
    a free lane; a state stands right of all its parents, second ones included. ``across`` and ``down`` are
    the gaps between columns and rows.
    """
    columns = _columns(forest)
    bands = _bands(forest, heights, down)
    tops = _tops(forest, bands, down, margin)
    boxes = {
        node.id: Box(
            margin + columns[node.id] * (width + across),
            tops[node.id] + min((bands[node.id] - heights[node.id]) / 2, _SINKING),
            width,
            heights[node.id],
        )
        for node in forest.order
    }
    return Plan(boxes, {name: (top, top + bands[name]) for name, top in tops.items()})


_SINKING = 260.0
"""Pixels that a card may stand below the top of its band: half way down, but never off the screen."""


def _columns(forest: Forest) -> dict[str, int]:
    """Return how far right each state stands: one past the farthest of its parents."""
    columns = dict(forest.depth)
    for _ in range(_SETTLED):
        moved = False
        for node in forest.order:
            parents = [forest.nearest[node.id].parent] if node.id in forest.nearest else []
            parents += [link.parent for link in forest.seconds.get(node.id, ()) if link.parent in columns]
            column = max((columns[parent] + 1 for parent in parents), default=0)
            if column > columns[node.id]:
                columns[node.id], moved = column, True
        if not moved:
            return columns
    return dict(forest.depth)


_SETTLED = 8
"""Rounds in which second parents may push columns right; with a ring among them that never ends, so they do not."""


def _bands(forest: Forest, heights: Mapping[str, float], down: float) -> dict[str, float]:
    """Return the height of the band that each state and all below it need."""
    bands: dict[str, float] = {}
    for node in reversed(forest.order):
        below = [bands[child.id] for child in forest.children.get(node.id, ())]
        bands[node.id] = max(heights[node.id], _stacked(below, down))
    return bands


def _stacked(heights: Sequence[float], down: float) -> float:
    return sum(heights) + down * max(0, len(heights) - 1)


def _tops(forest: Forest, bands: Mapping[str, float], down: float, margin: float) -> dict[str, float]:
    tops: dict[str, float] = {}
    at = margin
    for root in forest.roots:
        tops[root.id] = at
        at += bands[root.id] + down
    for node in forest.order:
        below = forest.children.get(node.id, ())
        at = tops[node.id] + (bands[node.id] - _stacked([bands[one.id] for one in below], down)) / 2
        for child in below:
            tops[child.id] = at
            at += bands[child.id] + down
    return tops

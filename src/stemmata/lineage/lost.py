"""Versions that are not among the pages, but must have been, because the pages' readings meet in them.

Three texts of one line, each two of which share readings against the third, meet in a text that had all of
those readings: the median of the three, known from the study of manuscripts as their hyparchetype.
"""

from stemmata.lineage.forest import Forest
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.reconstruct import median_readings
from stemmata.lineage.tree import Lost, Tree
from stemmata.model import Evidence, Place


def insert_medians(lineup: Lineup, tree: Tree) -> None:
    """Put a lost version wherever a parent and two of its line meet in one."""
    for parent in range(len(lineup.states)):
        _between_siblings(lineup, tree, parent)
    for child in range(len(lineup.states)):
        _above_parent(lineup, tree, child)


def _between_siblings(lineup: Lineup, tree: Tree, parent: int) -> None:
    """Children of one parent that share what it lacks had a parent of their own."""
    children = [child for child in tree.children(parent) if child not in tree.lost]
    forest = Forest(len(children))
    for one in range(len(children)):
        for other in range(one + 1, len(children)):
            if _meets(lineup, parent, children[one], children[other]):
                forest.join(one, other)
    for root in range(len(children)):
        group = [child for number, child in enumerate(children) if forest.root(number) == root]
        if len(group) > 1:
            _insert(lineup, tree, parent, group)


def _above_parent(lineup: Lineup, tree: Tree, child: int) -> None:
    """A child that keeps what its parent gave up came from a version before its parent."""
    parent = tree.parents[child]
    if parent is None or parent in tree.lost:
        return
    top = tree.parents[parent]
    if top is None or top in tree.lost or not _meets(lineup, top, parent, child):
        return
    tree.parents[child] = top
    _insert(lineup, tree, top, [parent, child])


def _insert(lineup: Lineup, tree: Tree, parent: int, children: list[int]) -> None:
    readings = median_readings(lineup, parent, children)
    tree.insert(parent, children, Lost("lost version", readings, 0.8, _evidence(lineup, parent, children)))


def _meets(lineup: Lineup, top: int, one: int, other: int) -> bool:
    return (
        _ties(lineup, one, other, top) and _ties(lineup, top, one, other) and _ties(lineup, top, other, one)
    )


def _ties(lineup: Lineup, one: int, other: int, third: int) -> bool:
    """Whether two texts share enough, widely enough, that a third lacks."""
    settings, readings = lineup.settings, lineup.readings
    shared = readings.both_but(one, other, third)
    weight = float(readings.weights[shared].sum())
    places = {int(place) for place in readings.place[shared]}
    return weight >= settings.shared_gain and len(places) >= settings.shared_places


def _evidence(lineup: Lineup, top: int, children: list[int]) -> tuple[Evidence, ...]:
    one, other = children[0], children[1]
    found = []
    for left, right, third in ((one, other, top), (top, one, other), (top, other, one)):
        shared = lineup.readings.both_but(left, right, third)
        says = f"{lineup.name(left)} and {lineup.name(right)} share {len(shared)} readings that {lineup.name(third)} lacks"
        spans = _spans(lineup, left, sorted({int(lineup.readings.place[each]) for each in shared})[:3])
        found.append(
            Evidence("meet-in-a-lost-version", f"{says}; a text that had them all is lost.", 1.0, spans)
        )
    return tuple(found)


def _spans(lineup: Lineup, text: int, places: list[int]) -> tuple[Place, ...]:
    article = lineup.states[text].story.article.id
    return tuple(Place(article, part.span) for place in places for part in lineup.at[text].get(place, ())[:1])

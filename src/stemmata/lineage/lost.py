"""Versions that are not among the pages, but must have been, because the pages' readings meet in them.

Three texts of one line, each two of which share readings against the third, meet in a text that had all of
those readings: the median of the three, known from the study of manuscripts as their hyparchetype.
"""

from stemmata.lineage.clans import of_one_clan
from stemmata.lineage.credits import agencies, is_own_page, is_second_hand
from stemmata.lineage.editions import own_edition
from stemmata.lineage.forest import Forest
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.pairs import Pair
from stemmata.lineage.reconstruct import median_readings, woven
from stemmata.lineage.tree import Lost, Tree
from stemmata.model import Evidence, Place

_CLAN = 0.5  # probability from which two children of one text had a version of their own between
_OWN = 3  # fewest sentences that each of two texts must have for itself to come from a third
_KEPT = 0.8  # share of a sentence's words from which it is kept, not reworded
_REWORDED = 0.75  # likeness below which a text is reworded, not copied


def insert_medians(lineup: Lineup, tree: Tree) -> None:
    """Put a lost version wherever a parent and two of its line meet in one."""
    for parent in range(len(lineup.states)):
        _between_siblings(lineup, tree, parent)
    for child in range(len(lineup.states)):
        _above_parent(lineup, tree, child)


def lift_sources(lineup: Lineup, tree: Tree) -> None:
    """Put a lost source above a root that cannot be one: an outlet's page whose kin have more of the story than it.

    An agency's own text may have had a later version that its kin read. A page that took its words from others cannot:
    what its kin have beyond it, they have from where it was taken. Nor can one of two rewordings be told to be the
    source of the other where no sign says so.
    """
    for root in tree.children(None):
        if root in tree.lost or not is_second_hand(lineup.states[root]) or is_own_page(lineup.states[root]):
            continue
        children = tree.children(root)
        hub = next(
            (child for child in children if child in tree.lost and _is_cut(lineup, tree, root, child)), None
        )
        equals = [child for child in children if child not in tree.lost and _are_equals(lineup, root, child)]
        if hub is not None:
            tree.parents[hub] = None
            tree.parents[root] = hub
        elif equals:
            _lift(lineup, tree, root, equals)


def _is_cut(lineup: Lineup, tree: Tree, root: int, hub: int) -> bool:
    """Whether a page names no source, or stops where its kin agree on how the story goes on."""
    if not agencies(lineup.states[root]):
        return True
    kin = [lineup.at[child] for child in tree.children(hub) if child not in tree.lost]
    order = woven([list(each) for each in (*kin, lineup.at[root])])
    last = max((number for number, place in enumerate(order) if place in lineup.at[root]), default=-1)
    return sum(sum(place in each for each in kin) > 1 for place in order[last + 1 :]) > 1


def _are_equals(lineup: Lineup, root: int, child: int) -> bool:
    """Whether neither of two texts is known to be the older, and both are reworded or each has much that the other lacks."""
    pair = lineup.pair(root, child)
    if not is_second_hand(lineup.states[child]) or lineup.sureness(root, child) >= lineup.settings.decided:
        return False
    return pair.likeness < _REWORDED or _each_has_its_own(pair, lineup)


def _each_has_its_own(pair: Pair, lineup: Lineup) -> bool:
    """Whether each of two texts has sentences of its own around shared ones, as two who copy from one release do."""
    if pair.aligned.verbatim < lineup.settings.merged or own_edition(pair) or own_edition(pair.flipped()):
        return False
    back = pair.flipped()
    ours, theirs = agencies(pair.early.state), agencies(pair.late.state)
    apart = min(len(pair.added), len(pair.dropped)) >= _OWN
    return apart and bool(pair.inside) and bool(back.inside) and not set(ours) & set(theirs)


def _lift(lineup: Lineup, tree: Tree, root: int, equals: list[int]) -> None:
    names = " and ".join(lineup.name(each) for each in (root, *equals))
    parts = all(lineup.pair(root, each).likeness >= _REWORDED for each in equals)
    how = "each have parts of one story that the others lack" if parts else "both reword one text"
    says = f"{names} {how}, and nothing shows that one was the source of the other: theirs is lost."
    readings = median_readings(lineup, root, equals)
    lost = Lost("lost source", readings, 0.6, (Evidence("common-source", says, 0.6),))
    tree.insert(None, [root, *equals], lost)


def _between_siblings(lineup: Lineup, tree: Tree, parent: int) -> None:
    """Children of one parent that share what it lacks had a parent of their own."""
    children = [child for child in tree.children(parent) if child not in tree.lost]
    forest = Forest(len(children))
    for one in range(len(children)):
        for other in range(one + 1, len(children)):
            left, right = children[one], children[other]
            if (
                _meets(lineup, parent, left, right)
                or of_one_clan(lineup, left, right, children, parent) >= _CLAN
            ):
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
    """Whether two texts share what their top lacks, and each has of the top's what the other lacks: neither is the source."""
    return (
        _ties(lineup, one, other, top)
        and (_ties(lineup, top, one, other) or _keeps(lineup, top, one, other))
        and (_ties(lineup, top, other, one) or _keeps(lineup, top, other, one))
    )


def _keeps(lineup: Lineup, top: int, one: int, other: int) -> bool:
    """Whether a text has a whole sentence of the top, nearly word for word, that the other has not at all."""
    readings = lineup.readings
    here, there = lineup.at[one], lineup.at[other]
    for place in lineup.at[top]:
        if place in here and place not in there:
            at = (readings.place == place) & readings.single & (readings.has[top] > 0)
            had = float(readings.weights[at].sum())
            kept = float(readings.weights[at & (readings.has[one] > 0)].sum())
            if kept >= lineup.settings.shared_gain and kept >= _KEPT * had:
                return True
    return False


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
            Evidence(
                "meet-in-a-lost-version", f"{says}; a text that had them all seems to be lost.", 1.0, spans
            )
        )
    return tuple(found)


def _spans(lineup: Lineup, text: int, places: list[int]) -> tuple[Place, ...]:
    article = lineup.states[text].story.article.id
    return tuple(Place(article, part.span) for place in places for part in lineup.at[text].get(place, ())[:1])

"""The arrows of the tree, each with its reasons."""

from math import exp, log

from stemmata.lineage.credits import agencies, is_second_hand
from stemmata.lineage.direction import Order
from stemmata.lineage.kinds import kinds_of
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.parents import Parents, rival_evidence
from stemmata.lineage.signs.cites import cites
from stemmata.lineage.tree import Tree
from stemmata.model import Direction, Evidence, Link, LinkKind, Rival

_STEADY = 0.9  # direction of an arrow out of a lost version into a text made from it, by hand
_BETWEEN = 5.0  # log-odds that a text which joins two unrelated stories is the later, by hand
_FEW_WORDS = 20  # words of a second source at which it is as likely as not
_NEARLY = 0.9  # share of a second source's words that another must have to rival it
_WORTH = 0.02  # rivals less likely than this are not shown


def make_links(
    lineup: Lineup, tree: Tree, parents: Parents, ids: dict[int, str], family: str
) -> tuple[Link, ...]:
    """Return every arrow, sorted by child and parent."""
    kinds = kinds_of(lineup, tree)
    links = []
    for child, parent in sorted(tree.parents.items()):
        if parent is None:
            continue
        if child in tree.lost or parent in tree.lost:
            kind = kinds.get(child, LinkKind.REVISION)
            links.append(_link_of_lost(lineup, tree, parents, ids, family, parent, child, kind))
        else:
            links.append(_link(lineup, parents, ids, family, parent, child, kinds[child]))
    links.extend(_merge(lineup, tree, ids, family, source, child) for source, child in tree.merges)
    return tuple(sorted(links, key=lambda link: (link.child, link.parent)))


def _link(
    lineup: Lineup,
    parents: Parents,
    ids: dict[int, str],
    family: str,
    parent: int,
    child: int,
    kind: LinkKind,
) -> Link:
    settings = lineup.settings
    order = lineup.order(parent, child)
    if kind is LinkKind.MERGE:
        order = put_together(lineup, child, order)
    sure = order.confidence(settings.surest)
    rivals = _rivals(parents, ids, parent, child, settings.rivals)
    seen = [who for who, chance in parents.chances[child] if who not in (None, parent)]
    against = rival_evidence(lineup, parent, child, [who for who in seen if who is not None][:2])
    return Link(
        family,
        ids[parent],
        ids[child],
        kind,
        _decided(sure, settings.decided),
        sure,
        _credits_source(lineup, parent, child),
        _shown(lineup, parent, child, min(parents.chance(child, parent), sure)),
        rivals,
        (_wording(lineup, parent, child), *against, *order.evidence),
    )


def _shown(lineup: Lineup, parent: int, child: int, chance: float) -> float:
    """Return the confidence of an arrow, held down where another version, now lost, would do as well.

    A page that took its text from others may stand for it; so may a version that has more than the child among what the
    child has, or a note that it was corrected: there was one without. Between two versions of a house there may have been
    a third.
    """
    pair = lineup.pair(child, parent)
    source = lineup.states[parent]
    doubtful = is_second_hand(source) or bool(source.story.notes) or bool(pair.inside) or pair.one_house
    settings = lineup.settings
    firm = chance >= settings.chosen and lineup.order(parent, child).odds >= settings.ordered
    if firm and not doubtful:
        return settings.certain
    return min(settings.likely, _sobered(chance, settings.sober))


def _sobered(chance: float, share: float) -> float:
    """Return a probability drawn towards one half: that share of its log-odds."""
    held = min(1 - 1e-9, max(1e-9, chance))
    return 1 / (1 + exp(-share * log(held / (1 - held))))


def _link_of_lost(
    lineup: Lineup,
    tree: Tree,
    parents: Parents,
    ids: dict[int, str],
    family: str,
    parent: int,
    child: int,
    kind: LinkKind,
) -> Link:
    """Make the arrow into or out of a lost version; its direction is that between the texts around it."""
    settings = lineup.settings
    lost = tree.lost[child if child in tree.lost else parent]
    below = next(node for node in tree.below(child) if node not in tree.lost)
    above = parent if parent not in tree.lost else tree.seen_above(parent)
    order = lineup.order(above, below) if above is not None else None
    sure = order.confidence(settings.surest) if order is not None else _STEADY
    evidence = (*lost.evidence, *(order.evidence if order is not None else ()))
    doubt = 1 - lost.confidence
    rivals = [] if child in tree.lost else _rivals(parents, ids, None, child, settings.rivals)
    return Link(
        family,
        ids[parent],
        ids[child],
        kind,
        _decided(sure, settings.decided),
        sure,
        above is not None and any(_credits_source(lineup, above, one) for one in _observed(tree, child)),
        lost.confidence * sure,
        tuple(Rival(rival.parent, rival.confidence * doubt) for rival in rivals),
        evidence,
    )


def _as_good(lineup: Lineup, tree: Tree, child: int, source: int, words: int) -> list[int]:
    """Return other texts that could have given a merging page nearly the same words."""
    line = {one for one in tree.above(child) if one not in tree.lost}
    others = set(range(len(lineup.states))) - line - set(tree.below(child, merged=True)) - {source}
    return [one for one in sorted(others) if lineup.borrowed(child, one, line)[0] >= _NEARLY * words]


def _observed(tree: Tree, node: int) -> list[int]:
    """Return a node, or the texts made from it if it is lost."""
    return [node] if node not in tree.lost else [one for one in tree.children(node) if one not in tree.lost]


def _merge(lineup: Lineup, tree: Tree, ids: dict[int, str], family: str, source: int, child: int) -> Link:
    """Make the arrow from a second parent."""
    line = {one for one in tree.above(child) if one not in tree.lost}
    words, sentences = lineup.borrowed(child, source, line)
    pair = lineup.pair(source, child)
    own = [place for place in pair.shared if not any(place in lineup.at[one] for one in line)]
    says = (
        f"{words} words of {lineup.name(child)} in {sentences} sentences stand in {lineup.name(source)} "
        "and not in its other source, quotations not counted."
    )
    equals = _as_good(lineup, tree, child, source, words)
    shared = words / (words + _FEW_WORDS) / (1 + len(equals) / 2)
    order = put_together(lineup, child, lineup.order(source, child))
    sure = order.confidence(lineup.settings.surest)
    evidence = Evidence("second-source", says, words * lineup.settings.word, pair.late.spans(own))
    return Link(
        family,
        ids[source],
        ids[child],
        LinkKind.MERGE,
        _decided(sure, lineup.settings.decided),
        sure,
        _credits_source(lineup, source, child),
        shared * sure,
        tuple(Rival(ids[one], shared / 2) for one in equals)[: lineup.settings.rivals],
        (evidence, *order.evidence),
    )


def put_together(lineup: Lineup, child: int, order: Order) -> Order:
    """Add to the signs that a text stands between two stories that have nothing to do with each other."""
    says = (
        f"{lineup.name(child)} has words of two stories that share none with each other: it was put together "
        "from both, it is not the source of either."
    )
    return Order(order.odds + _BETWEEN, (Evidence("put-together", says, _BETWEEN), *order.evidence))


def _rivals(
    parents: Parents, ids: dict[int, str], parent: int | None, child: int, most: int
) -> tuple[Rival, ...]:
    """Return the likeliest other parents; None among them stands for "no observed ancestor"."""
    others = [
        Rival(None if who is None else ids[who], chance)
        for who, chance in parents.chances[child]
        if (who is None or who != parent) and chance >= _WORTH
    ]
    return tuple(others[:most])


def _wording(lineup: Lineup, parent: int, child: int) -> Evidence:
    """Say how much of the child stands in the parent."""
    pair = lineup.pair(parent, child)
    total = len(lineup.states[child].story.tokens)
    held = len(pair.aligned.same)
    says = (
        f"{len(pair.shared)} of {len(pair.late.at)} sentences of {lineup.name(child)} stand in {lineup.name(parent)}; "
        f"{held} of its {total} words are the same there, {pair.aligned.verbatim} of them in long runs outside quotations."
    )
    return Evidence("shared-wording", says, held / max(1, total), pair.late.spans(pair.shared))


def _credits_source(lineup: Lineup, parent: int, child: int) -> bool:
    """Whether the child names the agency its parent names, an agency at all where the parent names none, or its outlet."""
    ours, theirs = agencies(lineup.states[parent]), agencies(lineup.states[child])
    if set(ours) & set(theirs) or (theirs and not ours):
        return True
    return cites(lineup.pair(parent, child))


def _decided(sure: float, floor: float) -> Direction:
    return Direction.DECIDED if sure >= floor else Direction.UNDECIDED

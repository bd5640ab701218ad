"""What was done to the parent's words, by stated rules."""

from stemmata.lineage.credits import agencies
from stemmata.lineage.editions import own_edition
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.pairs import Pair
from stemmata.lineage.tree import Tree
from stemmata.model import LinkKind

_SAME = 0.93  # likeness from which only small edits differ
_VERSION = 0.6  # likeness from which a credited text is a version of the story
_BARE_VERSION = 0.75  # the same for a text that credits nobody
_KEPT = 0.7  # share of the parent's sentences that a paraphrase keeps
_NEAREST = 8  # how many of a text's kin are laid beside it: those that share most with it
_IN_ORDER = 0.85  # share of them that stay in order


def kind_of(pair: Pair) -> LinkKind:
    """Name the change from early to late.

    Another language: translation. Small edits only: copy, or excerpt if sentences were left out and none added; not if
    a number was changed. Much the same wording with news added, under the same credit: revision, but what an outlet adds
    under its own name leaves a copy. Reworded sentence by sentence: paraphrase. Else: rewrite.
    """
    if len({pair.early.state.story.article.language, pair.late.state.story.article.language} - {"und"}) > 1:
        return LinkKind.TRANSLATION
    if pair.likeness >= _SAME and not pair.added and not pair.changes:
        return LinkKind.EXCERPT if pair.dropped else LinkKind.COPY
    needed = _VERSION if _same_credit(pair) else _BARE_VERSION
    if pair.likeness >= needed:
        return _version_or_edition(pair)
    kept = len(pair.shared) / max(1, len(pair.early.at))
    if kept >= _KEPT and in_order(pair) >= _IN_ORDER:
        return LinkKind.PARAPHRASE
    return LinkKind.REWRITE


def kinds_of(lineup: Lineup, tree: Tree) -> dict[int, LinkKind]:
    """Return what kind of text each observed node but the roots is, seen from the node above it."""
    merged = {child for _, child in tree.merges}
    return {
        node: LinkKind.MERGE if node in merged else _kind(lineup, tree, parent, node)
        for node, parent in tree.parents.items()
        if parent is not None and node not in tree.lost
    }


def _kind(lineup: Lineup, tree: Tree, parent: int, child: int) -> LinkKind:
    if parent not in tree.lost:
        return kind_of(lineup.pair(parent, child))
    above = tree.seen_above(parent)
    kin = {one for one in tree.below(parent) if one not in tree.lost} - {child, *tree.below(child)}
    return _kind_below_lost(lineup, child, sorted(kin), above)


def _kind_below_lost(lineup: Lineup, child: int, kin: list[int], above: int | None) -> LinkKind:
    """Name what was done to a lost text, as far as the text around it that is most like the child shows it.

    Numbers that differ from such a text may have stood in the lost one.
    """
    near = sorted(kin, key=lambda one: (-round(float(lineup.shared[one, child]), 3), one))[:_NEAREST]
    around = near if above is None else [above, *near]
    pairs = [lineup.pair(one, child) for one in around]
    if not pairs:
        return LinkKind.COPY
    nearest = max(pairs, key=lambda pair: pair.likeness)
    if kin and nearest.likeness >= _SAME:
        gone = any(place not in lineup.at[child] for one in kin for place in lineup.at[one])
        return LinkKind.EXCERPT if gone else LinkKind.COPY
    return kind_of(nearest if above is None else pairs[0])


def _version_or_edition(pair: Pair) -> LinkKind:
    if own_edition(pair) is None:
        return LinkKind.REVISION
    return LinkKind.COPY if pair.likeness >= _SAME else LinkKind.REWRITE


def in_order(pair: Pair) -> float:
    """Return the share of places both have that stand in one order in both (longest rising run)."""
    ranks = {place: number for number, place in enumerate(pair.late.at)}
    tails: list[int] = []
    for place in pair.shared:
        rank = ranks[place]
        spot = sum(1 for tail in tails if tail < rank)
        tails[spot : spot + 1] = [rank]
    return len(tails) / max(1, len(pair.shared))


def _same_credit(pair: Pair) -> bool:
    return bool(set(agencies(pair.early.state)) & set(agencies(pair.late.state)))

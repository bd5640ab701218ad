"""What was done to the parent's words, by stated rules."""

from stemmata.lineage.credits import agencies
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.pairs import Pair
from stemmata.lineage.tree import Tree
from stemmata.model import LinkKind

_SAME = 0.93  # likeness from which only small edits differ
_VERSION = 0.6  # likeness from which a credited text is a version of the story
_BARE_VERSION = 0.75  # the same for a text that credits nobody
_KEPT = 0.7  # share of the parent's sentences that a paraphrase keeps
_IN_ORDER = 0.85  # share of them that stay in order


def kind_of(pair: Pair) -> LinkKind:
    """Name the change from early to late.

    Another language: translation. Small edits only: copy, or excerpt if sentences were left out and none added.
    Much the same wording with news added, under the same credit: revision. Reworded sentence by sentence: paraphrase.
    Else: rewrite.
    """
    if len({pair.early.state.story.article.language, pair.late.state.story.article.language} - {"und"}) > 1:
        return LinkKind.TRANSLATION
    if pair.likeness >= _SAME and not pair.added:
        return LinkKind.EXCERPT if pair.dropped else LinkKind.COPY
    needed = _VERSION if _same_credit(pair) else _BARE_VERSION
    if pair.likeness >= needed:
        return LinkKind.REVISION
    kept = len(pair.shared) / max(1, len(pair.early.at))
    if kept >= _KEPT and in_order(pair) >= _IN_ORDER:
        return LinkKind.PARAPHRASE
    return LinkKind.REWRITE


def kind_below_lost(lineup: Lineup, tree: Tree, child: int) -> LinkKind:
    """Name what was done to a lost text without observed ancestor, as far as the text most like the child shows it."""
    parent = tree.parents[child]
    kin = (
        [] if parent is None else [one for one in tree.below(parent) if one not in tree.lost and one != child]
    )
    pairs = [lineup.pair(one, child) for one in sorted(kin)]
    return kind_of(max(pairs, key=lambda pair: pair.likeness)) if pairs else LinkKind.COPY


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

"""A text that has nothing of its own: every sentence stands, nearly word for word, in the fuller one."""

from stemmata.lineage.credits import may_be_cut
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_GAPS = 0.5  # what the sign is worth where sentences are missing further up
_VERBATIM = 0.93  # least likeness of an excerpt: a desk's small edits stay above


def _look(pair: Pair) -> Mark | None:
    own = pair.added or pair.changes or pair.likeness < _VERBATIM
    if own or not pair.dropped or not may_be_cut(pair.late.state):
        return None
    told = counted(len(pair.dropped), "sentence", "sentences")
    says = (
        f"Everything in {pair.late.name} stands in {pair.early.name}, "
        f"which has {told} more; it has nothing of its own."
    )
    return Mark(_amount(pair), says, pair.early.spans(pair.dropped))


def _amount(pair: Pair) -> float:
    """Believe a cut from the bottom; sentences missing further up may have come in later, with other words about them."""
    if not pair.flipped().inside:
        return 1.0
    return 0.0 if pair.touched else _GAPS


SUBSET = Sign("nothing-of-its-own", 1.0, _look)

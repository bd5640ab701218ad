"""Cut from the bottom: what desks short of space do to a wire story."""

from stemmata.lineage.credits import is_own_page, may_be_cut
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_FIRST_HAND = 0.4  # what the sign is worth in an agency's own text: its first version is short too
_UNTOUCHED = 0.8  # the same where not one word differs and the page is not the agency's
_GAPS = 0.3  # what is left of it where sentences are missing further up: the text may be cut from an earlier version
_CLOSE = 0.85  # least likeness of what was kept


def _look(pair: Pair) -> Mark | None:
    if not pair.shared or pair.likeness < _CLOSE or pair.added or pair.changes:
        return None
    order = list(pair.early.at)
    last = max(order.index(place) for place in pair.shared)
    tail = order[last + 1 :]
    if not tail:
        return None
    told = counted(len(tail), "sentence", "sentences")
    says = f"{pair.late.name} stops where {pair.early.name} goes on for {told}: cut from the bottom."
    gaps = len(pair.dropped) > len(tail)
    return Mark(_amount(pair) * (_GAPS if gaps else 1.0), says, pair.early.spans(tail))


def _amount(pair: Pair) -> float:
    if may_be_cut(pair.late.state):
        return 1.0
    return _FIRST_HAND if pair.touched or is_own_page(pair.late.state) else _UNTOUCHED


TAIL = Sign("cut-from-the-bottom", 1.5, _look)

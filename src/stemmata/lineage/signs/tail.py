"""Cut from the bottom: what desks short of space do to a wire story."""

from stemmata.lineage.credits import is_own_page, may_be_cut
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_FIRST_HAND = 0.4  # what the sign is worth in an agency's own text: its first version is short too
_UNTOUCHED = 0.8  # the same where not one word differs and the page is not the agency's
_WHOLE = 0.995  # likeness from which not one word differs
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
    return Mark(_amount(pair), says, pair.early.spans(tail))


def _amount(pair: Pair) -> float:
    if may_be_cut(pair.late.state):
        return 1.0
    untouched = pair.likeness >= _WHOLE and not is_own_page(pair.late.state)
    return _UNTOUCHED if untouched else _FIRST_HAND


TAIL = Sign("cut-from-the-bottom", 1.5, _look)

"""Cut from the bottom: what desks short of space do to a wire story."""

from stemmata.lineage.credits import is_second_hand
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_FIRST_HAND = 0.4  # what the sign is worth in an agency's own text: its first version is short too
_CLOSE = 0.85  # least likeness of what was kept


def _look(pair: Pair) -> Mark | None:
    if not pair.shared or pair.likeness < _CLOSE or pair.added:
        return None
    order = list(pair.early.at)
    last = max(order.index(place) for place in pair.shared)
    tail = order[last + 1 :]
    if not tail:
        return None
    told = counted(len(tail), "sentence", "sentences")
    says = f"{pair.late.name} stops where {pair.early.name} goes on for {told}: cut from the bottom."
    amount = 1.0 if is_second_hand(pair.late.state) else _FIRST_HAND
    return Mark(amount, says, pair.early.spans(tail))


TAIL = Sign("cut-from-the-bottom", 1.5, _look)

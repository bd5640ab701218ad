"""Words put in, within and between the sentences that two versions of one house have in common: versions grow from inside, too."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign

_LEAST = 4  # words more below which nothing is said
_FEW = 8  # words put in or taken out below which their number means little


def _look(pair: Pair) -> Mark | None:
    if not pair.one_house or pair.one_begins_the_other:
        return None
    more, less = _put_in(pair), _put_in(pair.flipped())
    if more - less < _LEAST:
        return None
    says = (
        f"Within what the two versions have in common {pair.late.name} has {more} words more and {pair.early.name} "
        f"{less}: a house adds to its own story as it learns."
    )
    return Mark((more - less) / (more + less + _FEW), says, pair.late.spans(pair.inside))


def _put_in(pair: Pair) -> int:
    within = sum(max(0, len(slot.late) - len(slot.early)) for slot in pair.aligned.slots)
    return within + sum(len(pair.late.words(place)) for place in pair.inside)


WOVEN_IN = Sign("woven-in", 1.5, _look)

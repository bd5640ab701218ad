"""A later version of one wire story brings more: reporters add, sentence by sentence, as news comes in."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_VERSION = 0.6  # least likeness of two versions of one story; rewriters and spinners stay below
_EXCERPT = 0.93  # likeness from which nothing but a desk's small edits differs
_ENOUGH = 4  # new sentences that make the sign full


def _look(pair: Pair) -> Mark | None:
    """Count sentences put in, where the rest stands nearly word for word.

    What only stands below the last shared sentence does not count if nothing else changed: the other may be cut.
    """
    if pair.likeness < _VERSION:
        return None
    added = pair.added if pair.dropped or pair.likeness < _EXCERPT else _inside(pair)
    if not added:
        return None
    told = counted(len(added), "sentence", "sentences")
    says = (
        f"{pair.late.name} has {told} of news that {pair.early.name} does not have; versions of a story grow."
    )
    return Mark(min(1.0, len(added) / _ENOUGH), says, pair.late.spans(added))


def _inside(pair: Pair) -> list[int]:
    order = list(pair.late.at)
    last = max((number for number, place in enumerate(order) if place in pair.early.at), default=-1)
    return [place for place in order[:last] if place not in pair.early.at]


ADDED = Sign("added-facts", 1.2, _look)

"""Versions of an agency's own story grow: reporters write through, they rarely cut."""

from math import log

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign

_UNTOUCHED = 0.5  # what the sign is worth where the shorter may be the longer with sentences left out
_BELOW = 0.2  # the same where the shorter is the beginning of the longer and nobody is named: it may as well be cut off
_FULL = 1.5  # growth at which the sign is full


def _look(pair: Pair) -> Mark | None:
    """Compare lengths of two texts of one house: in other hands a text may be cut."""
    if not pair.one_house:
        return None
    early, late = len(pair.early.state.story.tokens), len(pair.late.state.story.tokens)
    if early == 0 or late <= early:
        return None
    says = (
        f"{pair.late.name} has {late} words and {pair.early.name} {early}; versions of one house mostly grow."
    )
    amount = min(1.0, log(late / early) / log(_FULL))
    return Mark(amount * _worth(pair), says)


def _worth(pair: Pair) -> float:
    if pair.only_longer and not pair.one_outlet:
        return _BELOW
    return 1.0 if pair.touched else _UNTOUCHED


GROWN = Sign("grown", 1.3, _look)

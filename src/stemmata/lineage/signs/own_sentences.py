"""Sentences that no other page has, in a text that otherwise goes with another: reporting of one's own, put in later."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_ENOUGH = 4


def _look(pair: Pair) -> Mark | None:
    """Count those before the last sentence that both have: what follows it may have been cut from the other."""
    ours, theirs = _inside(pair.flipped()), _inside(pair)
    more = len(theirs) - len(ours)
    if more <= 0:
        return None
    told = counted(len(theirs), "sentence", "sentences")
    says = f"{pair.late.name} has {told} that no other page has, {pair.early.name} {len(ours)}."
    return Mark(min(1.0, more / _ENOUGH), says, pair.late.spans(theirs))


def _inside(pair: Pair) -> tuple[int, ...]:
    inside = set(pair.inside)
    return tuple(place for place in pair.late.own if place in inside)


OWN_SENTENCES = Sign("sentences-of-its-own", 0.3, _look)

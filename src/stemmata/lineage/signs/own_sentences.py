"""Sentences that no other page has, in a text that otherwise goes with another: reporting of one's own, put in later."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_ENOUGH = 4


def _look(pair: Pair) -> Mark | None:
    more = len(pair.late.own) - len(pair.early.own)
    if more <= 0:
        return None
    told = counted(len(pair.late.own), "sentence", "sentences")
    says = f"{pair.late.name} has {told} that no other page has, {pair.early.name} {len(pair.early.own)}."
    return Mark(min(1.0, more / _ENOUGH), says, pair.late.spans(pair.late.own))


OWN_SENTENCES = Sign("sentences-of-its-own", 0.3, _look)

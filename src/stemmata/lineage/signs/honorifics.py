"""A house's own style: newspapers put "Mr" before names that agencies leave bare."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_BEFORE_NAMES = frozenset({"mr", "mrs", "ms", "miss", "herr", "frau", "sr", "sra", "sig", "mme"})


def _look(pair: Pair) -> Mark | None:
    put = [token for slot in pair.aligned.slots for token in slot.late if token.word in _BEFORE_NAMES]
    had = [token for slot in pair.aligned.slots for token in slot.early if token.word in _BEFORE_NAMES]
    if len(put) < 2 or had:
        return None
    told = counted(len(put), "time", "times")
    says = f'{pair.late.name} puts a "Mr" or the like before names {told} where {pair.early.name} has none.'
    return Mark(min(1.0, len(put) / 4), says, pair.late.token_spans(put))


HONORIFICS = Sign("honorifics", 0.6, _look)

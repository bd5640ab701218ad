"""Where two texts differ, the other texts side with the older one: changes of the younger are its own."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign

_FEW = 10.0  # words of difference below which a majority means little


def _look(pair: Pair) -> Mark | None:
    backed, rival = pair.early.backed, pair.late.backed
    if backed < 1:
        return None
    says = (
        f"Where the two differ, other pages read as {pair.early.name} in {backed:.0f} words' worth of places "
        f"and as {pair.late.name} in {rival:.0f}."
    )
    return Mark(backed / (backed + rival + _FEW), says)


BACKED = Sign("others-side-with", 1.1, _look)

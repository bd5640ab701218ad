"""Where two texts differ, words that no other page has are the writer's own: who rewords puts in many."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign

_FEW = 10.0  # words of difference below which their number means little


def _look(pair: Pair) -> Mark | None:
    own, theirs = pair.late.alone, pair.early.alone
    if own < 1 or own <= theirs:
        return None
    says = (
        f"Where the two differ, {pair.late.name} has {own:.0f} words' worth of readings that no other page has, "
        f"{pair.early.name} {theirs:.0f}: who rewords makes up readings."
    )
    return Mark((own - theirs) / (own + theirs + _FEW), says)


OWN_WORDS = Sign("readings-of-its-own", 0.5, _look)

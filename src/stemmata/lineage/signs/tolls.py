"""Counts that only grow while news comes in: the dead, the hurt, the arrested, votes counted, "at least" so many."""

from functools import cache

from stemmata.lineage.pairs import Change, Pair
from stemmata.lineage.signs.sign import Mark, Sign

_COUNTED = """
dead killed kills died deaths toll bodies injured wounded hurt arrested detained evacuated rescued homeless displaced
infected infections cases casualties counted least reports complaints recovered calls
tote toten todesopfer leben verletzt verletzte verletzten festgenommen mindestens einsatze evakuiert
muertos fallecidos heridos victimas detenidos menos morts blesses arretes moins deces
morti feriti almeno mortos feridos
"""


@cache
def _counted() -> frozenset[str]:
    return frozenset(_COUNTED.split())


def _look(pair: Pair) -> Mark | None:
    """Weigh counts that grow against counts that fall, in sentences that speak of such counts."""
    counts = [change for change in pair.changes if _is_count(pair, change)]
    grown = [change for change in counts if change.grows]
    if 2 * len(grown) <= len(counts):
        return None
    first = grown[0]
    says = (
        f"{pair.late.name} counts {first.late.word} where {pair.early.name} counts {first.early.word}: "
        "such counts grow as news comes in."
    )
    return Mark(1.0, says, pair.late.token_spans([change.late for change in grown]))


def _is_count(pair: Pair, change: Change) -> bool:
    both = (*pair.early.words(change.place), *pair.late.words(change.place))
    return any(token.word in _counted() for token in both)


TOLLS = Sign("counts-grow", 1.5, _look)

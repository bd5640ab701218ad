"""Two sentences made one: the text that has them apart is the older."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted


def _look(pair: Pair) -> Mark | None:
    folded = [place for place in pair.shared if _folds(pair, place)]
    if not folded:
        return None
    told = counted(len(folded), "place", "places")
    says = f"At {told} {pair.late.name} says in one sentence what {pair.early.name} says in several."
    return Mark(min(1.0, len(folded) / 3), says, (*pair.early.spans(folded, 3), *pair.late.spans(folded, 3)))


def _folds(pair: Pair, place: int) -> bool:
    ours, theirs = pair.early.at[place], pair.late.at[place]
    return len(ours) > len(theirs) and len(pair.early.words(place)) > len(pair.late.words(place))


COMPRESSED = Sign("compressed", 0.6, _look)

"""Words that stand in quotation marks in one text and bare in the other: marks get lost, rarely found."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_LETTERS = 4


def _look(pair: Pair) -> Mark | None:
    bare = [
        there
        for here, there in pair.aligned.same
        if here.quoted and not there.quoted and len(here.word) >= _LETTERS
    ]
    if not bare:
        return None
    told = counted(len(bare), "word", "words")
    says = f"{pair.late.name} has {told} outside quotation marks that {pair.early.name} has inside."
    return Mark(min(1.0, len(bare) / 4), says, pair.late.token_spans(bare))


UNQUOTED = Sign("quotation-marks-lost", 0.6, _look)

"""A later version of one wire story brings more: reporters add, sentence by sentence, as news comes in."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_VERSION = 0.6  # least likeness of two versions of one story; rewriters and spinners stay below
_EXCERPT = 0.93  # likeness from which nothing but a desk's small edits differs
_ENOUGH = 4  # new sentences that make the sign full


def _look(pair: Pair) -> Mark | None:
    """Count sentences put in. Only where the rest stands nearly word for word, and not when nothing else changed."""
    if pair.likeness < _VERSION or not pair.added or not _changed(pair):
        return None
    much = min(1.0, len(pair.added) / _ENOUGH)
    told = counted(len(pair.added), "sentence", "sentences")
    says = (
        f"{pair.late.name} has {told} of news that {pair.early.name} does not have; versions of a story grow."
    )
    return Mark(much, says, pair.late.spans(pair.added))


def _changed(pair: Pair) -> bool:
    """Whether the shorter one has anything of its own: if not, it may as well be an excerpt."""
    return bool(pair.dropped) or pair.likeness < _EXCERPT


ADDED = Sign("added-facts", 1.2, _look)

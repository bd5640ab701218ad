"""A later version of one wire story brings more: reporters add, sentence by sentence, as news comes in."""

from stemmata.lineage.credits import may_be_cut
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted

_VERSION = 0.6  # least likeness of two versions of one story; rewriters and spinners stay below
_UNTOUCHED = (
    0.5  # what the sign is worth where not one word of the rest differs: updates mostly touch the top
)
_ENOUGH = 4  # new sentences that make the sign full


def _look(pair: Pair) -> Mark | None:
    """Count sentences put in, where the rest stands nearly word for word.

    Only those before the last sentence that both have: what follows it may have been cut from the other. Not where the
    shorter one has nothing of its own and passed through other hands: then all of it may be cut.
    """
    whole = not pair.dropped and not pair.touched
    if (
        pair.one_begins_the_other
        or not pair.inside
        or pair.likeness < _VERSION
        or (whole and may_be_cut(pair.early.state))
    ):
        return None
    more = len(pair.inside) - len(pair.dropped)
    if more <= 0:
        return None
    told = counted(len(pair.inside), "sentence", "sentences")
    says = (
        f"{pair.late.name} has {told} of news that {pair.early.name} does not have; versions of a story grow."
    )
    return Mark(
        min(1.0, more / _ENOUGH) * (1.0 if pair.touched else _UNTOUCHED), says, pair.late.spans(pair.inside)
    )


ADDED = Sign("added-facts", 1.0, _look)

"""Copyists drop the agency's name; nobody adds one to a text that is not the agency's."""

from stemmata.lineage.credits import agencies, is_own_page
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign

_WORD_FOR_WORD = (
    0.93  # likeness from which the texts are versions or copies: then each page's credit is of the page alone
)
_OWN = 0.8  # what it is worth that one stands on the agency's own page and the other only credits it
_OF_THE_PAGE = 0.15  # what the sign is worth there


def _look(pair: Pair) -> Mark | None:
    ours, theirs = agencies(pair.early.state), agencies(pair.late.state)
    if not ours:
        return None
    places = tuple(place for _, place in pair.early.state.credits)[:3]
    amount = _OF_THE_PAGE if pair.likeness >= _WORD_FOR_WORD else 1.0
    if not theirs:
        return Mark(amount, f"{pair.early.name} credits {ours[0]}; {pair.late.name} does not.", places)
    if is_own_page(pair.early.state) and not is_own_page(pair.late.state):
        return Mark(
            _OWN * amount, f"{pair.early.name} is {ours[0]}'s own page; {pair.late.name} credits it.", places
        )
    return None


CREDIT_LOST = Sign("credit-lost", 1.4, _look)

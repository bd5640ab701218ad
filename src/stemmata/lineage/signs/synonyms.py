"""Rewording by machine or thesaurus: one plain word of the source becomes several, and longer ones."""

from collections import defaultdict

from stemmata.lineage.numbers import number_of
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.lineage.story import Token

_LETTERS = 4  # words of fewer letters are glue
_MANY = 5  # replaced words below which nothing can be said


def _look(pair: Pair) -> Mark | None:
    swaps = [
        (one, other)
        for slot in pair.aligned.slots
        if 0 < len(slot.early) == len(slot.late) <= 3
        for one, other in zip(slot.early, slot.late, strict=True)
        if _content(one) and _content(other) and one.stem != other.stem
    ]
    if len(swaps) < _MANY:
        return None
    variety = _variety(swaps) - _variety([(late, early) for early, late in swaps])
    longer = sum(len(late.word) - len(early.word) for early, late in swaps) / len(swaps)
    amount = min(1.0, max(0.0, variety / 4 + longer / 3))
    if amount == 0:
        return None
    early, late = swaps[0]
    says = (
        f"{pair.late.name} swaps {len(swaps)} words of {pair.early.name} for others in the same slot, longer or "
        f'in several ways for one word ("{early.word}" became "{late.word}"): the mark of a reworded text.'
    )
    return Mark(amount, says, pair.late.token_spans([other for _, other in swaps]))


def _content(token: Token) -> bool:
    return not token.quoted and len(token.word) >= _LETTERS and number_of(token.word) is None


def _variety(swaps: list[tuple[Token, Token]]) -> int:
    """Count how many more words stand on the late side than on the early, over words replaced again and again."""
    became: dict[str, set[str]] = defaultdict(set)
    for early, late in swaps:
        became[early.stem].add(late.stem)
    return sum(len(forms) - 1 for forms in became.values())


SYNONYMS = Sign("synonyms", 1.6, _look)

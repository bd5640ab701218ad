"""How much each word of two strands says: little when either text uses it throughout."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from stemmata.reuse.strand import Strand

FEWEST = 20
"""Sentences a text is taken to have at least, so that a brief's words are not all common by being few."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two strands and the weight of each of their words."""

    left: Strand
    right: Strand
    left_weights: Sequence[float]
    right_weights: Sequence[float]


def weigh(left: Strand, right: Strand) -> Pair:
    """Weigh every word of two strands by the sentences of its own text, with no other text in view.

    The squared logarithm of the share of sentences that lack the key (inverse sentence frequency, Spärck
    Jones 1972, taken within the pair): a pair's passages do not change when other pages join the case.
    """
    count = max(FEWEST, len(left.sentences), len(right.sentences))
    scale = log(1 + count)
    rarity: dict[str, float] = {}
    for key in {*left.spread, *right.spread}:
        spread = max(left.spread.get(key, 0), right.spread.get(key, 0))
        rarity[key] = (log(1 + count / spread) / scale) ** 2
    return Pair(left, right, _weights(left, rarity), _weights(right, rarity))


def _weights(strand: Strand, rarity: dict[str, float]) -> list[float]:
    return [base * rarity[key] for base, key in zip(strand.base, strand.keys, strict=True)]

"""How much each word of two strands says: little when either text uses it throughout."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import log

from stemmata.reuse.strand import Strand

HOT = 64
"""Pairs of sentences with one key in common, beyond which it no longer proposes partners."""
FEWEST = 20
"""Sentences a text is taken to have at least, so that a brief's words are not all common by being few."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The weight of each word of a strand, and running sums of it: of all words, and of those not quoted."""

    each: Sequence[float]
    total: Sequence[float]
    unquoted: Sequence[float]

    def of(self, first: int, last: int) -> tuple[float, float]:
        """Return the weight of the words from ``first`` to ``last`` (exclusive), and of the unquoted ones."""
        return self.total[last] - self.total[first], self.unquoted[last] - self.unquoted[first]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two strands and the weights of their words; ``rarity`` is what a plain word of each key weighs."""

    left: Strand
    right: Strand
    left_weights: Weights
    right_weights: Weights
    rarity: Mapping[str, float]


def weigh(left: Strand, right: Strand) -> Pair:
    """Weigh every word of two strands by the sentences of its own text, with no other text in view.

    The squared logarithm of the share of sentences that lack the key (inverse sentence frequency, Spärck
    Jones 1972, taken within the pair): a pair's passages do not change when other pages join the case.
    """
    count = max(FEWEST, len(left.sentences), len(right.sentences))
    spread = {**left.spread, **right.spread}
    for key in left.spread.keys() & right.spread.keys():
        spread[key] = max(left.spread[key], right.spread[key])
    rarities = {here: (log(1 + count / here) / log(1 + count)) ** 2 for here in set(spread.values())}
    rarity = {key: rarities[here] for key, here in spread.items()}
    return Pair(left, right, _weights(left, rarity), _weights(right, rarity), rarity)


def _weights(strand: Strand, rarity: dict[str, float]) -> Weights:
    each = [base * rarity[key] for base, key in zip(strand.base, strand.keys, strict=True)]
    plain = (0.0 if quoted else weight for weight, quoted in zip(each, strand.quoted, strict=True))
    return Weights(each, list(accumulate(each, initial=0.0)), list(accumulate(plain, initial=0.0)))


def common_weight(pair: Pair) -> dict[tuple[int, int], float]:
    """Add up the rarity of the keys that two sentences have in common; keys that both texts repeat aside."""
    scores: dict[tuple[int, int], float] = defaultdict(float)
    for key in sorted(pair.left.telling.keys() & pair.right.telling.keys()):
        here, there = pair.left.telling[key], pair.right.telling[key]
        if len(here) * len(there) <= HOT:
            weight = pair.rarity[key]
            for two in product(here, there):
                scores[two] += weight
    return scores

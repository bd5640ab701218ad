"""Which of two texts came first: the signs, weighed."""

from dataclasses import dataclass
from math import exp

from stemmata.lineage.fitted import fitted
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs import SIGNS
from stemmata.model import Evidence


@dataclass(frozen=True)
class Order:
    """Log-odds that early came first, and the signs for it (positive weight) and against it (negative)."""

    odds: float
    evidence: tuple[Evidence, ...]

    def confidence(self, surest: float) -> float:
        """Return the probability that early came first, never above ``surest`` nor below its complement."""
        return min(surest, max(1 - surest, 1 / (1 + exp(-max(-30.0, min(30.0, self.odds))))))


def order_of(pair: Pair) -> Order:
    """Weigh every sign both ways round: what holds one way counts against the other."""
    evidence: list[Evidence] = []
    back = pair.flipped()
    known = fitted()
    weights = known.versions if pair.one_house else known.direction
    for sign in SIGNS:
        weight = weights.get(sign.name, sign.weight)
        for seen, side in ((pair, 1.0), (back, -1.0)):
            mark = sign.look(seen)
            if mark is not None and mark.amount * weight > 0:
                evidence.append(Evidence(sign.name, mark.says, side * weight * mark.amount, mark.spans))
    evidence.sort(key=lambda each: (-each.weight, each.rule, each.says))
    return Order(sum(each.weight for each in evidence), tuple(evidence))

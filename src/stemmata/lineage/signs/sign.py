"""What a sign gives: how strongly the late text looks made from the early one, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from stemmata.lineage.pairs import Pair
from stemmata.model import Place


@dataclass(frozen=True, slots=True)
class Mark:
    """One trace of descent: ``amount`` from 0 (none) to 1 (as clear as this sign gets), and what a reader may check."""

    amount: float
    says: str
    spans: tuple[Place, ...] = ()


class Sign(NamedTuple):
    """One kind of trace.

    ``look`` sees a pair as if early came first; None: no trace. ``weight`` is in log-odds: direction is
    decided by the sum over signs of weight times (amount this way round less amount the other way round). Weights are
    set by hand, between a first guess and a logistic fit on simulated families (``benchmarks/lineage.py``, profiles
    base and crowded); signs that the simulator does not make keep the guess.
    """

    name: str
    weight: float
    look: Callable[[Pair], Mark | None]


def counted(count: int, one: str, many: str) -> str:
    """Return "1 word", "3 words"."""
    return f"{count} {one if count == 1 else many}"

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

    ``look`` sees a pair as if early came first; None: no trace. Direction is decided by the sum over signs of weight times
    (amount this way round less amount the other way round), in log-odds. The weight in use stands in ``fitted.toml``, by
    whether the two are of one house; ``weight`` is the guess by hand that the fit starts from and keeps where simulated
    families are silent (``benchmarks/fit_direction.py``).
    """

    name: str
    weight: float
    look: Callable[[Pair], Mark | None]


def counted(count: int, one: str, many: str) -> str:
    """Return "1 word", "3 words"."""
    return f"{count} {one if count == 1 else many}"

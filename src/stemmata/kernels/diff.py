"""Word diff: what two rows of words have in common in order, and what stands between."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple, Protocol, cast

from stemmata.kernels import backend


class Step(NamedTuple):
    """A stretch of two rows, where it starts and ends in either: the same words, or words that differ."""

    same: bool
    left: int
    left_end: int
    right: int
    right_end: int


class _Loops(Protocol):
    def word_steps(
        self, left: Sequence[Hashable], right: Sequence[Hashable], make: type[Step], /
    ) -> list[Step]: ...
    def words_in_common(self, left: Sequence[Hashable], right: Sequence[Hashable], /) -> int: ...


def _chosen() -> _Loops:
    if backend.COMPILED:
        return cast(_Loops, backend.LOOPS)
    from stemmata.kernels import diff_reference  # noqa: PLC0415 - only those without a compiler need it

    return diff_reference


_LOOPS = _chosen()


def words_in_common(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Return how many words a longest common subsequence of two rows has."""
    return _LOOPS.words_in_common(left, right)


def word_diff(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Step]:
    """Return what two rows of words have in common (a longest common subsequence) and what differs between, in turn.

    Time grows with the product of the lengths over 64, memory with the length of one and the root of the other's.
    """
    return _LOOPS.word_steps(left, right, Step)

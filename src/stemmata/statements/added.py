"""Clauses that one of two wordings has and the other has not: what they say is told of them alone."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.kernels import word_diff
from stemmata.statements.wording import Wording, carries

CLAUSE = 3
"""Words more than stand in its place from which on an added stretch is a clause. Set by hand: *will in no way hold*
is a negation, *and we will not leave* another clause.
"""


class Stretch(NamedTuple):
    """Words that differ: where they start and end on either side."""

    left: int
    left_end: int
    right: int
    right_end: int


def differing(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Return the stretches in which two wordings differ, those parted by small words alone as one."""
    found: list[Stretch] = []
    for step in word_diff(left, right):
        if step.same:
            continue
        one = Stretch(step.left, step.left_end, step.right, step.right_end)
        if found and not any(carries(word, "en") for word in left[found[-1].left_end : one.left]):
            one = Stretch(found[-1].left, one.left_end, found[-1].right, one.right_end)
            found.pop()
        found.append(one)
    return found


def negated_alone(left: Wording, right: Wording) -> bool | None:
    """Tell which of two has a negation more where both say the same: True for ``left``, False for ``right``, else None.

    A negation inside a clause that the other one lacks turns nothing round.
    """
    mine, theirs = _denials_of_both(left, right)
    return None if len(mine) % 2 == len(theirs) % 2 else len(mine) % 2 == 1


def refused_alone(left: Wording, right: Wording) -> bool | None:
    """Tell in the same way which of two negates a first verb of will: *would not support* it, *would back* it."""
    if bool(left.refusals) == bool(right.refusals):
        return None
    mine, theirs = _denials_of_both(left, right)
    one, other = not mine.isdisjoint(left.refusals), not theirs.isdisjoint(right.refusals)
    return None if one == other else one


def _denials_of_both(left: Wording, right: Wording) -> tuple[set[int], set[int]]:
    """Return the places of the negations of either, without those in clauses that the other lacks."""
    stretches = differing(left.plain, right.plain)
    mine = [(one.left, one.left_end, one.right_end - one.right) for one in stretches]
    theirs = [(one.right, one.right_end, one.left_end - one.left) for one in stretches]
    return _outside(left.denials, mine), _outside(right.denials, theirs)


def _outside(denials: Sequence[int], stretches: Sequence[tuple[int, int, int]]) -> set[int]:
    added = [(start, end) for start, end, instead in stretches if end - start - 1 - instead >= CLAUSE]
    return {at for at in denials if not any(start <= at < end for start, end in added)}

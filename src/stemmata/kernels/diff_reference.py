"""What two rows of words have in common in order, in plain Python: a longest common subsequence, bit-parallel.

Hyyrö, Bit-parallel LCS-length computation revisited (2004). A state is one number with a bit for each word of the left row, unset
where the subsequence grows. Of several longest ones that is taken which a walk from the end finds that first leaves out
words of the left row, then words of the right one; it is the one RapidFuzz takes.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

Made = TypeVar("Made", bound=tuple[bool, int, int, int, int])


def word_steps(left: Sequence[Hashable], right: Sequence[Hashable], make: type[Made]) -> list[Made]:
    """Return what is the same and what differs, in turn: whether it is the same, where it starts and ends in either row."""
    steps: list[tuple[bool, int, int, int, int]] = []
    here = there = 0
    for one, two, length in runs_in_common(left, right):
        if (here, there) != (one, two):
            steps.append((False, here, one, there, two))
        here, there = one + length, two + length
        steps.append((True, one, here, two, there))
    if (here, there) != (len(left), len(right)):
        steps.append((False, here, len(left), there, len(right)))
    return [tuple.__new__(make, step) for step in steps]


def runs_in_common(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have, in order: where each starts on the left and right, and its length."""
    before, after = _same_ends(left, right)
    here, there = len(left) - before - after, len(right) - before - after
    states = list(_states(left[before : before + here], right[before : before + there]))
    met = [(len(left) - 1 - one, len(right) - 1 - one) for one in range(after)]
    while here and there:
        bit = 1 << (here - 1)
        if states[there - 1] & bit:
            here -= 1
        elif there > 1 and not states[there - 2] & bit:
            there -= 1
        else:
            here, there = here - 1, there - 1
            met.append((here + before, there + before))
    met += [(before - 1 - one, before - 1 - one) for one in range(before)]
    return list(_runs(met[::-1]))


def words_in_common(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Return how many words a longest common subsequence has."""
    return sum(length for _, _, length in runs_in_common(left, right))


def _same_ends(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many words both begin with, and how many of the others both end with."""
    least = min(len(left), len(right))
    before = next((at for at in range(least) if left[at] != right[at]), least)
    rest = least - before
    return before, next((at for at in range(rest) if left[-1 - at] != right[-1 - at]), rest)


def _states(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[int]:
    places: dict[Hashable, int] = {}
    for at, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << at
    whole = (1 << len(left)) - 1
    state = whole
    for word in right:
        met = state & places.get(word, 0)
        state = ((state + met) | (state - met)) & whole
        yield state


def _runs(met: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    start = 0
    for at, (one, two) in enumerate(met):
        if at + 1 == len(met) or met[at + 1] != (one + 1, two + 1):
            yield *met[start], at + 1 - start
            start = at + 1

"""Whether two texts come from one house: then the one is a version of the other, not a copy in other hands."""

from stemmata.lineage.credits import agencies, may_be_cut
from stemmata.lineage.states import State

_VERSION = 0.6
"""Least likeness of two texts of unknown makers to be called versions. By hand."""


def of_one_house(one: State, other: State, likeness: float) -> bool:
    """Whether both stand on one outlet's pages, or both are one agency's own text; where nothing is known, if they are alike."""
    ours, theirs = _makers(one), _makers(other)
    if ours & theirs:
        return True
    if set(agencies(one)) & set(agencies(other)):
        return not may_be_cut(one) and not may_be_cut(other)
    nothing = not ours and not theirs and not agencies(one) and not agencies(other)
    return nothing and likeness >= _VERSION


def _makers(state: State) -> set[str]:
    return {name for page in state.articles if (name := page.site or page.publisher)}

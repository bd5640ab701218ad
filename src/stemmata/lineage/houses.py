"""Whether two texts come from one house: then the one is a version of the other, not a copy in other hands."""

from stemmata.lineage.credits import agencies, may_be_cut
from stemmata.lineage.states import State

_VERSION = 0.6
"""Least likeness of two texts of unknown makers to be called versions. By hand."""


def of_one_house(one: State, other: State, likeness: float) -> bool:
    """Whether both stand on one outlet's pages, or both are one agency's own text; where nothing is known, if they are alike."""
    if of_one_outlet(one, other):
        return True
    if set(agencies(one)) & set(agencies(other)):
        return not may_be_cut(one) and not may_be_cut(other)
    nothing = not any(named(state) for named in (_makers, agencies) for state in (one, other))
    return nothing and likeness >= _VERSION


def of_one_outlet(one: State, other: State) -> bool:
    """Whether both stand on pages of one site or publisher, by name."""
    return bool(_makers(one) & _makers(other))


def _makers(state: State) -> set[str]:
    return {name for page in state.articles if (name := page.site or page.publisher)}

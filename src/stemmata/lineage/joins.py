"""Pages that join two stories which have nothing to do with each other.

Words alone would hang the second story on the joining page, since that explains its words at no cost. So such pages
are found first, and are no source of a text that knows one of the two stories only.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from stemmata.lineage.arborescence import Costs
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.relation import Square

_KIN = 0.5  # probability of kinship from which two texts are of one story
_AGAINST = (
    -3.0
)  # log-odds below which the signs say that a story was made from the joining page, not the reverse
_NO_ROOT = 1000.0  # what a joining page costs as a root: more than any arrow, yet two that have but each other need one
_WORDING = 0.4  # least likeness of what is taken over: two who report one statement word it apart


class Join(NamedTuple):
    """The two stories of a joining page, by the text of each that accounts for most of it; their kin."""

    first: int
    second: int
    kin: frozenset[int]
    other: frozenset[int]


def find_joins(lineup: Lineup, kin: Square) -> dict[int, Join]:
    """Return what every joining page joins; ``kin`` as ``kinship`` gives it."""
    found = {}
    for page in range(len(lineup.states)):
        join = _joined_by(lineup, kin, page)
        if join is not None:
            found[page] = join
    return found


def forbid_sources_out_of_joins(costs: Costs, joins: Mapping[int, Join]) -> None:
    """Forbid, in the costs of arrows (texts from 1), what a joining page cannot have been the source of; it is no root."""
    for page, join in joins.items():
        apart = np.array(sorted(join.kin ^ join.other), np.intp)
        costs[page + 1, apart + 1] = np.inf
        if np.isfinite(costs[1:, page + 1]).any():
            costs[0, page + 1] = max(0.0, costs[0, page + 1]) + _NO_ROOT


def _joined_by(lineup: Lineup, kin: Square, page: int) -> Join | None:
    """Return the text that accounts for most of a page, and one of another story that adds enough to it."""
    least = lineup.settings.merged / 2
    tied = [one for one in np.flatnonzero(lineup.bare[page] >= least).tolist() if one != page]
    ranked = sorted(tied, key=lambda one: (-float(lineup.bare[page, one]), one))
    for first in ranked:
        if kin[first, page] < _KIN or not _may_be_source(lineup, first, page):
            continue
        near = _kin(kin, first, ranked)
        for second in (one for one in ranked if kin[first, one] < _KIN and one != first):
            other = _kin(kin, second, ranked)
            if two_agencies(lineup, second, page):
                continue
            if adds(lineup, page, second, near - other) and _may_be_source(lineup, second, page):
                return Join(first, second, near - {page}, other - {page})
        return None
    return None


def _kin(kin: Square, text: int, among: list[int]) -> frozenset[int]:
    return frozenset(one for one in among if one == text or kin[one, text] >= _KIN)


def _may_be_source(lineup: Lineup, story: int, joining: int) -> bool:
    """Whether a story has something of its own (an excerpt has not), and the signs do not make it the younger."""
    own = any(place not in lineup.at[joining] for place in lineup.at[story])
    return own and lineup.order(story, joining).odds > _AGAINST


def two_agencies(lineup: Lineup, source: int, child: int) -> bool:
    """Whether two agencies speak, each in its own name: then they report one statement."""
    ours, theirs = set(lineup.credits[source]), set(lineup.credits[child])
    return (
        bool(ours and theirs and not ours & theirs)
        and lineup.states[child].story.article.dateline is not None
    )


def adds(lineup: Lineup, page: int, source: int, line: frozenset[int] | set[int]) -> int:
    """Return how many words a page has from a source and nothing in its line has, if they are enough and worded alike."""
    words, sentences = lineup.borrowed(page, source, line)
    if words < lineup.settings.merged or sentences < 2:
        return 0
    return words if wording(lineup, page, source, line) >= _WORDING else 0


def wording(lineup: Lineup, page: int, source: int, line: frozenset[int] | set[int]) -> float:
    """Return how alike the two are worded at the places that nothing in the line has, quotations left out."""
    pair = lineup.pair(source, page)
    own = {place for place in pair.shared if not any(place in lineup.at[one] for one in line)}
    readings = lineup.readings
    at = np.isin(readings.place, sorted(own)) & readings.single
    here, there = (readings.bare[one] > 0 for one in (page, source))
    both = float((at & here & there).sum())
    return 2 * both / max(1.0, float((at & here).sum() + (at & there).sum()))

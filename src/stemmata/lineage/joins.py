"""Pages that join two stories which have nothing to do with each other.

Words alone would hang the second story on the joining page, since that explains its words at no cost. So such pages
are found first, and are no source of a text that knows one of the two stories only.
"""

import numpy as np

from stemmata.lineage.arborescence import Costs
from stemmata.lineage.lineup import Lineup

_RELATED = 0.3  # least share of the shorter text's words in two texts of one story; see cover in the settings
_AGAINST = (
    -1.0
)  # log-odds below which the signs say that a story was made from the joining page, not the reverse


def forbid_sources_out_of_joins(lineup: Lineup, costs: Costs, bare: Costs) -> None:
    """Forbid, in the costs of arrows (texts from 1), what a joining page cannot have been the source of."""
    least = bare / np.maximum(np.minimum.outer(bare.diagonal(), bare.diagonal()), 1e-9)
    np.fill_diagonal(least, 0.0)
    for joining in range(len(lineup.states)):
        sides = _sides(lineup, bare, least, joining)
        if sides is not None:
            one, other = least[sides[0]] >= _RELATED, least[sides[1]] >= _RELATED
            one[sides[0]], other[sides[1]] = True, True
            costs[joining + 1, np.flatnonzero(one != other) + 1] = np.inf


def _sides(lineup: Lineup, bare: Costs, least: Costs, joining: int) -> tuple[int, int] | None:
    """Return the text that accounts for most of a page, and one of another story that adds enough to it."""
    tied = [
        number
        for number in np.flatnonzero(bare[joining] >= lineup.settings.merged / 2).tolist()
        if number != joining and lineup.order(number, joining).odds > _AGAINST
    ]
    if len(tied) < 2:
        return None
    first = max(tied, key=lambda number: (float(bare[joining, number]), -number))
    rest = [number for number in tied if number != first and least[first, number] < _RELATED]
    for second in sorted(rest, key=lambda number: (-float(bare[joining, number]), number)):
        if (
            _has_its_own(lineup, first, joining)
            and _has_its_own(lineup, second, joining)
            and _adds(lineup, joining, second, first)
        ):
            return first, second
    return None


def _has_its_own(lineup: Lineup, story: int, joining: int) -> bool:
    """Whether a story has a sentence that the joining page lacks: an excerpt of the page would have none."""
    return any(place not in lineup.at[joining] for place in lineup.at[story])


def _adds(lineup: Lineup, joining: int, second: int, first: int) -> bool:
    words, sentences = lineup.borrowed(joining, second, {first})
    return words >= lineup.settings.merged and sentences > 1

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
    tied = np.flatnonzero(bare[joining] >= lineup.settings.merged / 2).tolist()
    ranked = sorted(
        (one for one in tied if one != joining), key=lambda one: (-float(bare[joining, one]), one)
    )
    for place, first in enumerate(ranked):
        rest = [one for one in ranked[place + 1 :] if least[first, one] < _RELATED]
        if rest and _may_be_source(lineup, first, joining):
            second = next(
                (
                    one
                    for one in rest
                    if _may_be_source(lineup, one, joining) and _adds(lineup, joining, one, first)
                ),
                None,
            )
            return None if second is None else (first, second)
    return None


def _may_be_source(lineup: Lineup, story: int, joining: int) -> bool:
    """Whether a story has something of its own (an excerpt has not), and the signs do not make it the younger."""
    own = any(place not in lineup.at[joining] for place in lineup.at[story])
    return own and lineup.order(story, joining).odds > _AGAINST


def _adds(lineup: Lineup, joining: int, second: int, first: int) -> bool:
    words, sentences = lineup.borrowed(joining, second, {first})
    return words >= lineup.settings.merged and sentences > 1

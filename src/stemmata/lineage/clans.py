"""Which children of one node had a lost version of their own: they share what their kin have otherwise.

Two texts share a reading *apart* if the node above them, where it is seen, lacks it; where it is lost, as far as the others
of the group have the place in other words or lack it. A model tells from how much they share apart whether a version now lost stood between.
"""

from collections.abc import Sequence
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray

from stemmata.lineage.fitted import fitted
from stemmata.lineage.lineup import Lineup

TRAITS = ("one", "apart", "share_apart", "places", "against", "above_seen", "alone_together", "whole_places")
_LACKING = 0.5  # what counts a text that lacks the place, against one that has it in other words


def of_one_clan(lineup: Lineup, one: int, other: int, group: Sequence[int], above: int | None) -> float:
    """Return the probability that two of a group come from a lost version that not the whole group comes from."""
    known = fitted().clan
    values = clan_of(lineup, one, other, group, above)
    odds = sum(known.get(name, 0.0) * value for name, value in zip(TRAITS, values, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def clan_of(lineup: Lineup, one: int, other: int, group: Sequence[int], above: int | None) -> list[float]:
    """Return the traits of two texts of a group."""
    readings = lineup.readings
    rest = [text for text in group if text not in (one, other)] + ([above] if above is not None else [])
    ours, theirs = readings.has[one] > 0, readings.has[other] > 0
    both = ours & theirs & readings.single
    apart = _apart(lineup, rest) if above is None else (readings.has[above] == 0).astype(np.float32)
    shared = float((readings.weights * apart)[both].sum())
    mine = float((readings.weights * apart)[ours & readings.single].sum())
    its = float((readings.weights * apart)[theirs & readings.single].sum())
    stands = readings.stands
    alone = (stands[one] > 0) & (stands[other] > 0) & (stands[rest].sum(axis=0) == 0 if rest else True)
    spread = np.unique(readings.place[both & (apart > _LACKING)]).size
    return [
        1.0,
        log1p(shared),
        shared / max(1.0, min(mine, its)),
        log1p(spread),
        log1p(_against(lineup, one, other, rest)),
        float(above is not None),
        float(len(rest) == 0 or (len(rest) == 1 and above is not None)),
        log1p(float(alone.sum())),
    ]


def _apart(lineup: Lineup, rest: Sequence[int]) -> NDArray[np.float32]:
    """Return for each reading how many of the rest have its place otherwise (or lack it, at half), as a share."""
    readings = lineup.readings
    if not rest:
        return np.zeros(len(readings.weights), np.float32)
    has = readings.has[rest] > 0
    stands = readings.stands[rest][:, readings.place] > 0
    otherwise = (stands & ~has).sum(axis=0) + _LACKING * (~stands).sum(axis=0)
    return np.asarray(otherwise / len(rest), np.float32)


def _against(lineup: Lineup, one: int, other: int, rest: Sequence[int]) -> float:
    """Return the weight of what one of the two shares with any of the rest where the other has it otherwise, the lesser."""
    readings = lineup.readings
    if not rest:
        return 0.0
    held = readings.has[rest].max(axis=0) > 0
    both = (readings.stands[one] > 0) & (readings.stands[other] > 0)
    at = both[readings.place] & readings.single & held
    ours, theirs = readings.has[one] > 0, readings.has[other] > 0
    left = float(readings.weights[at & ours & ~theirs].sum())
    right = float(readings.weights[at & theirs & ~ours].sum())
    return min(left, right)

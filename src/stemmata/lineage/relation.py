"""Whether two texts go back to one text at all: a model over how much of their wording they share, quotations masked.

Everything is asked of all pairs of a family at once, as products of matrices: no two texts need be aligned for it.
"""

import numpy as np
from numpy.typing import NDArray

from stemmata.lineage.fitted import fitted
from stemmata.lineage.lineup import Lineup

Square = NDArray[np.float64]
TRAITS = (
    "one",
    "cover_of_the_shorter",
    "cover_of_the_longer",
    "cover_with_quotations",
    "places",
    "share_of_places",
    "likeness",
    "likeness_unquoted",
    "other_credit",
)


def kinship(lineup: Lineup) -> Square:
    """Return for each two texts the probability that they have a source in common, or that one is the other's."""
    known = fitted().related
    odds = sum(known.get(name, 0.0) * value for name, value in zip(TRAITS, relations(lineup), strict=True))
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30.0, 30.0))), np.float64)


def covers(lineup: Lineup) -> Square:
    """Return the share of the shorter text's words, outside quotations, that each two have at places of both."""
    mass = lineup.bare.diagonal()
    return np.asarray(lineup.bare / np.maximum(np.minimum.outer(mass, mass), 1e-6), np.float64)


def relations(lineup: Lineup) -> list[Square]:
    """Return the traits of each two texts, a matrix each, the same either way round."""
    readings = lineup.readings
    bare, size = lineup.bare, len(lineup.states)
    mass = bare.diagonal()
    whole = readings.shared(readings.weights).astype(np.float64)
    full = whole.diagonal()
    stands = readings.stands.astype(np.float64)
    places, counts = stands @ stands.T, stands.sum(axis=1)
    return [
        np.ones((size, size)),
        covers(lineup),
        bare / np.maximum(np.maximum.outer(mass, mass), 1e-6),
        whole / np.maximum(np.minimum.outer(full, full), 1e-6),
        np.log1p(places),
        places / np.maximum(np.minimum.outer(counts, counts), 1),
        _likeness(lineup, readings.has, whole),
        _likeness(lineup, readings.bare, bare),
        _other_credit(lineup),
    ]


def _likeness(lineup: Lineup, has: NDArray[np.bool_], shared: Square) -> Square:
    """Return what each two have in common as a share of what they have at places of both."""
    readings = lineup.readings
    order = np.argsort(readings.place, kind="stable")
    starts = np.searchsorted(readings.place[order], np.arange(readings.stands.shape[1]))
    weights = readings.weights[order]
    held = np.stack([np.add.reduceat(weights * row[order], starts) for row in has]).astype(np.float64)
    here = held @ readings.stands.T
    return np.asarray(2 * shared / np.maximum(here + here.T, 1e-6), np.float64)


def _other_credit(lineup: Lineup) -> Square:
    """Return 1 where both name agencies, and none in common."""
    names = [set(one) for one in lineup.credits]
    return np.array([[float(bool(one and other and not one & other)) for other in names] for one in names])

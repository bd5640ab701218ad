"""What a family has in common: places that one text alone has, and the order in which most have them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from stemmata.lineage.story import Sentence

Turns = Mapping[tuple[int, int], int]
"""Two places next to one another in a text: how many other texts have them in this order, less those that turn it."""
Places = Sequence[Mapping[int, tuple[Sentence, ...]]]


def own_places(at: Places) -> tuple[tuple[int, ...], ...]:
    """Return for each text the places that no other has."""
    held = Counter(place for places in at for place in places)
    return tuple(tuple(place for place in places if held[place] == 1) for places in at)


def turns_of(at: Places, count: int) -> tuple[Turns, ...]:
    """Return for each text how its neighbouring places stand in the others."""
    ranks = np.full((len(at), count), -1, np.int32)
    for text, places in enumerate(at):
        ranks[text, list(places)] = np.arange(len(places))
    return tuple(_turns(ranks, list(places)) for places in at)


def _turns(ranks: np.ndarray, places: list[int]) -> Turns:
    before, after = ranks[:, places[:-1]], ranks[:, places[1:]]
    both = (before >= 0) & (after >= 0)
    votes = np.where(both, np.sign(after - before), 0).sum(axis=0) - 1
    return dict(zip(pairwise(places), votes.tolist(), strict=True))

"""Whether two texts go back to one text at all: a model over how much of their wording they share, quotations masked."""

from math import exp, log1p

from stemmata.lineage.fitted import fitted
from stemmata.lineage.lineup import Lineup

TRAITS = (
    "one",
    "cover_of_the_shorter",
    "cover_of_the_longer",
    "places",
    "share_of_places",
    "verbatim",
    "likeness",
    "other_credit",
    "in_neighbours",
)


def related(lineup: Lineup, one: int, other: int) -> float:
    """Return the probability that two texts have a source in common, or that one is the other's."""
    if (min(one, other), max(one, other)) in lineup.kinship:
        return lineup.kinship[min(one, other), max(one, other)]
    known = fitted().related
    odds = sum(
        known.get(name, 0.0) * value
        for name, value in zip(TRAITS, relation_of(lineup, one, other), strict=True)
    )
    chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
    lineup.kinship[min(one, other), max(one, other)] = chance
    return chance


def cover(lineup: Lineup, one: int, other: int) -> float:
    """Return the share of the shorter text's words, outside quotations, that both have at places of both."""
    bare = lineup.bare
    return float(bare[one, other]) / max(1e-6, min(float(bare[one, one]), float(bare[other, other])))


def relation_of(lineup: Lineup, one: int, other: int) -> list[float]:
    """Return the traits of two texts, the same either way round."""
    pair = lineup.pair(min(one, other), max(one, other))
    bare = lineup.bare
    masses = sorted((float(bare[one, one]), float(bare[other, other])))
    both = float(bare[one, other])
    shared = len(pair.shared)
    ours, theirs = set(lineup.credits[one]), set(lineup.credits[other])
    return [
        1.0,
        both / max(1e-6, masses[0]),
        both / max(1e-6, masses[1]),
        log1p(shared),
        shared / max(1, min(len(pair.early.at), len(pair.late.at))),
        log1p(pair.aligned.verbatim),
        pair.likeness,
        float(bool(ours and theirs and not ours & theirs)),
        _in_neighbours(pair.early.at, pair.late.at),
    ]


def _in_neighbours(one: dict[int, object], other: dict[int, object]) -> float:
    """Return the share of shared places whose neighbour is shared, too: who copies takes stretches, not lines."""
    held = [place in other for place in one]
    shared = sum(held)
    beside = sum(
        here and ((number > 0 and held[number - 1]) or (number + 1 < len(held) and held[number + 1]))
        for number, here in enumerate(held)
    )
    return beside / max(1, shared)

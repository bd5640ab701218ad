"""How near happenings are by their words: each also speaks with the words of the few that are nearest to it.

Two reports of one event may share few words; but each shares some with a third, and lends it its own. After Rocchio's
feedback: a vector moves toward the mean of its nearest neighbours. On ECB+ this lifts same-event pairs over look-alikes
from an AUC of .92 to .97.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from stemmata.events.settings import EventsSettings

PRIOR = 200
"""Families imagined beside those at hand, so that a word shared by two of three is not yet common."""
FEWEST_LENDERS = 2
"""Two texts alone would lend each other everything and be one."""
Vector = Mapping[str, float]
Allowed = Callable[[int, int], bool]


def blended(profiles: Sequence[Vector], allowed: Allowed, settings: EventsSettings) -> "Blend":
    """Return the vectors of all happenings with what their nearest lend, and who is near whom.

    ``allowed`` says of two happenings whether they can be one event at all: others lend nothing.
    """
    own = weighted(profiles, settings)
    near = _neighbours(own, allowed, settings)
    return Blend(own, [_lent(own, place, near[place], settings) for place in range(len(own))], near)


class Blend:
    """The happenings' own vectors, those with borrowed words, and each one's nearest with their likeness."""

    __slots__ = ("near", "own", "vectors")

    def __init__(
        self,
        own: list[dict[str, float]],
        vectors: list[dict[str, float]],
        near: list[list[tuple[float, int]]],
    ) -> None:
        self.own, self.vectors, self.near = own, vectors, near

    def lent(self, place: int) -> bool:
        """Whether neighbours lend a happening their words."""
        return len(self.near[place]) >= FEWEST_LENDERS

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield each pair of neighbours once, in order."""
        yield from sorted(
            {(min(one, other), max(one, other)) for one, near in enumerate(self.near) for _, other in near}
        )


def weighted(profiles: Sequence[Vector], settings: EventsSettings) -> list[dict[str, float]]:
    """Return unit vectors of the heaviest words: each by the root of its weight and its rarity among the families."""
    seen = Counter(word for profile in profiles for word in profile)
    total = len(profiles) + PRIOR
    vectors = []
    for profile in profiles:
        vector = {word: sqrt(weight) * log(total / seen[word]) for word, weight in profile.items()}
        vectors.append(_unit(vector, settings.vector_words))
    return vectors


def dot(one: Vector, other: Vector) -> float:
    """Return the sum of products over the words that both have."""
    if len(other) < len(one):
        one, other = other, one
    return sum([value * other[word] for word, value in one.items() if word in other])


def _neighbours(
    vectors: Sequence[Vector], allowed: Allowed, settings: EventsSettings
) -> list[list[tuple[float, int]]]:
    """Return the nearest of each happening, nearest first; found by its heaviest words that are not too common."""
    heavy = [
        nlargest(settings.key_words, vector, key=lambda word: (vector[word], word)) for vector in vectors
    ]
    postings: dict[str, list[int]] = defaultdict(list)
    for place, keys in enumerate(heavy):
        for word in keys:
            postings[word].append(place)
    found = []
    for place, vector in enumerate(vectors):
        partial: dict[int, float] = defaultdict(float)
        for word in heavy[place]:
            holders = postings[word]
            if len(holders) <= settings.common:
                for other in holders:
                    partial[other] += vector[word] * vectors[other][word]
        partial.pop(place, None)
        likeliest = nlargest(settings.candidates, partial, key=lambda other: (partial[other], -other))
        compared = [(round(dot(vector, vectors[other]), 6), other) for other in likeliest]
        close = [one for one in compared if one[0] >= settings.lends and allowed(place, one[1])]
        found.append(sorted(close, key=lambda one: (-one[0], one[1]))[: settings.neighbours])
    return found


def _lent(
    vectors: Sequence[dict[str, float]],
    place: int,
    near: Sequence[tuple[float, int]],
    settings: EventsSettings,
) -> dict[str, float]:
    """Return a vector with the mean of its nearest added, the nearer the more; a lone one lends nothing."""
    if len(near) < FEWEST_LENDERS:
        return vectors[place]
    total = sum(likeness for likeness, _ in near)
    moved: dict[str, float] = defaultdict(float, vectors[place])
    for likeness, other in near:
        share = settings.borrowed * likeness / total
        for word, value in vectors[other].items():
            moved[word] += share * value
    return _unit(moved, settings.blended_words)


def _unit(vector: Mapping[str, float], most: int) -> dict[str, float]:
    """Return the heaviest words of a vector, of length one."""
    kept = sorted(vector.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    length = sqrt(sum(value * value for _, value in kept)) or 1.0
    return {word: value / length for word, value in kept}

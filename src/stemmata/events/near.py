"""How near happenings are by their words: each also speaks with the words of the few that are nearest to it.

Two reports of one event may share few words; but each shares some with a third, and lends it its own. After Rocchio's
feedback: a vector moves toward the mean of its nearest neighbours. On the even ECB+ topics this lifts
same-event pairs over look-alikes from an AUC of .92 to .97.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from math import fsum, log, sqrt

from stemmata.events.nearest import nearest, neighbours
from stemmata.events.settings import EventsSettings
from stemmata.model import Interval

PRIOR = 200
"""Families imagined beside those at hand, so that a word shared by two of three is not yet common."""
FEWEST_LENDERS = 2
"""Two texts alone would lend each other everything and be one."""
Vector = Mapping[str, float]
Allowed = Callable[[int, int], bool]


def blended(
    profiles: Sequence[Vector], when: Sequence[Interval | None], allowed: Allowed, settings: EventsSettings
) -> "Blend":
    """Return the vectors of all happenings with what their nearest lend, and who is near whom.

    ``when`` are the days of each, ``allowed`` says of two happenings whether they can be one event at all: others lend nothing.
    """
    own = weighted(profiles, settings)
    return Blend(own, neighbours(own, when, allowed, settings), allowed, settings)


class Blend:
    """The happenings' own vectors, each one's nearest with their likeness, and vectors with what those lend."""

    def __init__(
        self,
        own: list[dict[str, float]],
        near: list[list[tuple[float, int]]],
        allowed: Allowed,
        settings: EventsSettings,
    ) -> None:
        self.own, self.near = own, near
        self._allowed, self._settings = allowed, settings
        self._once: dict[int, dict[str, float]] = {}
        self._further: dict[int, list[tuple[float, int]]] = {}

    def dated(self, place: int) -> dict[str, float]:
        """Return a new vector of a happening with the words of its nearest, for those whose days are known."""
        known = self._settings
        near = [
            (likeness, dict(islice(self.own[other].items(), known.lent_dated)))
            for likeness, other in self.near[place]
        ]
        return _lent(self.own[place], near, known.borrowed_dated, known.fully_dated, known.blended_dated)

    def told(self, place: int) -> dict[str, float]:
        """Return a new vector with the words of its nearest and, by way of them, of theirs, for those of unknown days."""
        known = self._settings
        near = [(likeness, self._lent_once(other)) for likeness, other in self.further(place)]
        return _lent(self._lent_once(place), near, known.borrowed, known.fully, known.blended_words)

    def further(self, place: int) -> list[tuple[float, int]]:
        """Return the nearest of a happening among its neighbours and theirs, by what each has been lent."""
        if place not in self._further:
            around = {other for _, one in self.near[place] for _, other in self.near[one]}
            around.update(one for _, one in self.near[place])
            mine = self._lent_once(place)
            met = [
                (round(dot(mine, self._lent_once(other)), 6), other)
                for other in sorted(around - {place})
                if self._allowed(place, other)
            ]
            self._further[place] = nearest(met, self._settings)
        return self._further[place]

    def pairs(self, undated: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield each pair of neighbours once, in order; of the ``undated`` those further off as well."""
        met = {(min(one, other), max(one, other)) for one, near in enumerate(self.near) for _, other in near}
        met.update((min(one, other), max(one, other)) for one in undated for _, other in self.further(one))
        yield from sorted(met)

    def _lent_once(self, place: int) -> dict[str, float]:
        if place not in self._once:
            known = self._settings
            self._once[place] = _lent(
                self.own[place], self._near(place), known.borrowed, known.fully, known.blended_words
            )
        return self._once[place]

    def _near(self, place: int) -> list[tuple[float, dict[str, float]]]:
        return [(likeness, self.own[other]) for likeness, other in self.near[place]]


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
    """Return the sum of products over the words that both have, the same in whatever order they are met."""
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def _lent(
    mine: dict[str, float],
    near: Sequence[tuple[float, dict[str, float]]],
    borrowed: float,
    fully: float,
    most: int,
) -> dict[str, float]:
    """Return a vector with its nearest added, each by the cube of its likeness; a lone one lends nothing.

    Together they count ``borrowed`` where the cubes sum to ``fully`` or more; ``most`` words are kept.
    """
    if len(near) < FEWEST_LENDERS:
        return dict(mine)
    total = max(fully, sum(likeness**3 for likeness, _ in near))
    moved: dict[str, float] = defaultdict(float, mine)
    for likeness, theirs in near:
        share = borrowed * likeness**3 / total
        for word, value in theirs.items():
            moved[word] += share * value
    return _unit(moved, most)


def _unit(vector: Mapping[str, float], most: int) -> dict[str, float]:
    """Return the heaviest words of a vector, of length one."""
    kept = sorted([(-value, word) for word, value in vector.items()])[:most]
    length = -sqrt(sum([value * value for value, _ in kept])) or 1.0
    return {word: value / length for value, word in kept}

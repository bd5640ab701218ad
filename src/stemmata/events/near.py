"""How near happenings are by their words: each also speaks with the words of the few that are nearest to it.

Two reports of one event may share few words; but each shares some with a third, and lends it its own. After Rocchio's
feedback: a vector moves toward the mean of its nearest neighbours. On the even ECB+ topics this lifts
same-event pairs over look-alikes from an AUC of .92 to .97.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from math import log, sqrt

from stemmata.events.settings import EventsSettings
from stemmata.model import Interval
from stemmata.text.times.calendar import shifted

PRIOR = 200
"""Families imagined beside those at hand, so that a word shared by two of three is not yet common."""
FEWEST_LENDERS = 2
"""Two texts alone would lend each other everything and be one."""
ALL, UNDATED = -1, -2
"""Shelves of words beside those of months."""
Vector = Mapping[str, float]
Allowed = Callable[[int, int], bool]


def blended(
    profiles: Sequence[Vector], when: Sequence[Interval | None], allowed: Allowed, settings: EventsSettings
) -> "Blend":
    """Return the vectors of all happenings with what their nearest lend, and who is near whom.

    ``when`` are the days of each, ``allowed`` says of two happenings whether they can be one event at all: others lend nothing.
    """
    own = weighted(profiles, settings)
    return Blend(own, _neighbours(own, when, allowed, settings), allowed, settings)


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
        return _lent(
            self.own[place],
            self._near(place),
            self._settings.borrowed_dated,
            self._settings.fully_dated,
            self._settings,
        )

    def told(self, place: int) -> dict[str, float]:
        """Return a new vector with the words of its nearest and, by way of them, of theirs, for those of unknown days."""
        near = [(likeness, self._lent_once(other)) for likeness, other in self.further(place)]
        return _lent(
            self._lent_once(place), near, self._settings.borrowed, self._settings.fully, self._settings
        )

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
            self._further[place] = _nearest(met, self._settings)
        return self._further[place]

    def pairs(self, undated: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield each pair of neighbours once, in order; of the ``undated`` those further off as well."""
        met = {(min(one, other), max(one, other)) for one, near in enumerate(self.near) for _, other in near}
        met.update((min(one, other), max(one, other)) for one in undated for _, other in self.further(one))
        yield from sorted(met)

    def _lent_once(self, place: int) -> dict[str, float]:
        if place not in self._once:
            self._once[place] = _lent(
                self.own[place],
                self._near(place),
                self._settings.borrowed,
                self._settings.fully,
                self._settings,
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
    """Return the sum of products over the words that both have."""
    if len(other) < len(one):
        one, other = other, one
    return sum([value * other[word] for word, value in one.items() if word in other])


def _neighbours(
    vectors: Sequence[Vector], when: Sequence[Interval | None], allowed: Allowed, settings: EventsSettings
) -> list[list[tuple[float, int]]]:
    """Return the nearest of each happening, nearest first; found by its heaviest words, the rarest of them first.

    Words are posted by month, so that what is looked at does not grow with the years a store spans.
    """
    shelves = [_shelves(days, settings) for days in when]
    postings: dict[tuple[str, int], list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for word in islice(vector, settings.key_words):
            for shelf in (ALL, *shelves[place]):
                postings[word, shelf].append((place, vector[word]))
    found = []
    for place, vector in enumerate(vectors):
        looked = shelves[place] if shelves[place] == (UNDATED,) else (*shelves[place], UNDATED)
        likeliest = _likeliest(
            place, vectors, postings, (ALL,) if UNDATED in shelves[place] else looked, settings
        )
        compared = [(round(dot(vector, vectors[other]), 6), other) for other in likeliest]
        close = [one for one in compared if one[0] >= settings.lends and allowed(place, one[1])]
        found.append(_nearest(close, settings))
    return found


def _nearest(close: Sequence[tuple[float, int]], settings: EventsSettings) -> list[tuple[float, int]]:
    return sorted(close, key=lambda one: (-one[0], one[1]))[: settings.neighbours]


def _shelves(days: Interval | None, settings: EventsSettings) -> tuple[int, ...]:
    """Return the months that days lie in, counted from the year 1; the shelf of the undated where they are open."""
    if days is None or days.days > settings.open_days:
        return (UNDATED,)
    first, last = shifted(days.first, -settings.slack_days), shifted(days.last, settings.slack_days)
    return tuple(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def _likeliest(
    place: int,
    vectors: Sequence[Vector],
    postings: Mapping[tuple[str, int], Sequence[tuple[int, float]]],
    shelves: Sequence[int],
    settings: EventsSettings,
) -> list[int]:
    """Return the happenings that share most of the heaviest words, as far as so many postings tell."""
    vector = vectors[place]
    keys = [(word, shelf) for word in islice(vector, settings.key_words) for shelf in shelves]
    held = sorted((len(holders), key) for key in keys if (holders := postings.get(key)))
    partial: dict[int, float] = {}
    left = settings.looked_at
    for many, key in held:
        if many > left:
            break
        left -= many
        weight = vector[key[0]]
        for other, value in postings[key]:
            partial[other] = partial.get(other, 0.0) + weight * value
    partial.pop(place, None)
    return [
        other
        for _, other in nsmallest(settings.candidates, [(-score, other) for other, score in partial.items()])
    ]


def _lent(
    mine: dict[str, float],
    near: Sequence[tuple[float, dict[str, float]]],
    borrowed: float,
    fully: float,
    settings: EventsSettings,
) -> dict[str, float]:
    """Return a vector with its nearest added, each by the cube of its likeness; a lone one lends nothing.

    Together they count ``borrowed`` where the cubes sum to ``fully`` or more.
    """
    if len(near) < FEWEST_LENDERS:
        return dict(mine)
    total = max(fully, sum(likeness**3 for likeness, _ in near))
    moved: dict[str, float] = defaultdict(float, mine)
    for likeness, theirs in near:
        share = borrowed * likeness**3 / total
        for word, value in theirs.items():
            moved[word] += share * value
    return _unit(moved, settings.blended_words)


def _unit(vector: Mapping[str, float], most: int) -> dict[str, float]:
    """Return the heaviest words of a vector, of length one."""
    kept = sorted([(-value, word) for word, value in vector.items()])[:most]
    length = -sqrt(sum([value * value for value, _ in kept])) or 1.0
    return {word: value / length for value, word in kept}

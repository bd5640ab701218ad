"""How near happenings are by their words: each also speaks with the words of the few that are nearest to it.

Two reports of one event may share few words; but each shares some with a third, and lends it its own. After Rocchio's
feedback: a vector moves toward the mean of its nearest neighbours. On the even ECB+ topics this lifts
same-event pairs over look-alikes from an AUC of .92 to .97; on all of them it is .96.
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
    near = _neighbours(own, when, allowed, settings)
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
        found.append(sorted(close, key=lambda one: (-one[0], one[1]))[: settings.neighbours])
    return found


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
    kept = sorted([(-value, word) for word, value in vector.items()])[:most]
    length = -sqrt(sum([value * value for value, _ in kept])) or 1.0
    return {word: value / length for value, word in kept}

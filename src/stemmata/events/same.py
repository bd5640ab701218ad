"""Which families tell of one event: names and act agree, openings are alike, days meet."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple

from stemmata.events.acts import UNKNOWN, acts
from stemmata.events.happening import Happening, name_tokens, pooled
from stemmata.events.settings import EventsSettings
from stemmata.model import Interval
from stemmata.text.times.calendar import shifted

NEVER = 2.0
"""A likeness no two can have: texts that call their act another one of its kind, on days nobody tells."""
PRIOR = 50
"""Families imagined beside those at hand, so that a word shared by two of three is not yet common."""
Vector = Mapping[str, float]


class Likeness(NamedTuple):
    """How alike two happenings are, and the names both have."""

    cosine: float
    names: tuple[str, ...]


class Joined(NamedTuple):
    """Events as groups of families: what each reports, the likeness that joined it, families nearly joined."""

    happening: Happening
    likeness: tuple[Likeness, ...]
    doubtful: tuple[str, ...]


def join(happenings: Sequence[Happening], settings: EventsSettings) -> tuple[Joined, ...]:
    """Join the happenings that are one event, most alike first, as long as their days meet."""
    groups = [Joined(happening, (), ()) for happening in happenings]
    home = list(range(len(groups)))
    for likeness, left, right in _alike(happenings, settings):
        one, other = sorted((_root(home, left), _root(home, right)))
        if one == other or not days_meet(groups[one].happening, groups[other].happening, settings):
            continue
        needed = _needed(groups[one].happening, groups[other].happening, settings)
        if likeness.cosine >= needed:
            groups[one] = _both(groups[one], groups[other], likeness, settings)
            home[other] = one
        elif needed != NEVER:
            groups[one], groups[other] = (
                _doubted(groups[one], groups[other]),
                _doubted(groups[other], groups[one]),
            )
    return tuple(groups[place] for place, parent in enumerate(home) if place == parent)


def _root(home: list[int], place: int) -> int:
    """Return the place of the group that a happening is in by now."""
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


def _alike(happenings: Sequence[Happening], settings: EventsSettings) -> list[tuple[Likeness, int, int]]:
    """Return the pairs alike enough to be thought of, most alike first."""
    vectors = weighted([happening.profile for happening in happenings])
    compared = (
        (compare(happenings[left], happenings[right], vectors[left], vectors[right]), left, right)
        for left, right in _pairs(happenings, settings)
    )
    found = [one for one in compared if one[0].cosine >= settings.doubtful]
    return sorted(found, key=lambda one: (-one[0].cosine, one[1], one[2]))


def _both(one: Joined, other: Joined, likeness: Likeness, settings: EventsSettings) -> Joined:
    families = one.happening.families + other.happening.families
    members = sorted(one.happening.reports + other.happening.reports, key=lambda report: report.article.id)
    doubtful = {*one.doubtful, *other.doubtful} - {*families}
    return Joined(
        pooled(families, members, settings),
        (*one.likeness, *other.likeness, likeness),
        tuple(sorted(doubtful)),
    )


def _doubted(one: Joined, other: Joined) -> Joined:
    return one._replace(doubtful=tuple(sorted({*one.doubtful, *other.happening.families})))


def weighted(profiles: Sequence[Vector]) -> list[dict[str, float]]:
    """Return unit vectors: each word by its weight and its rarity among the families."""
    seen = Counter(word for profile in profiles for word in profile)
    total = len(profiles) + PRIOR
    vectors = []
    for profile in profiles:
        heaviest = max(profile.values(), default=1.0)
        vector = {word: sqrt(weight / heaviest) * log(total / seen[word]) for word, weight in profile.items()}
        length = sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors.append({word: value / length for word, value in vector.items()})
    return vectors


def compare(one: Happening, other: Happening, here: Vector, there: Vector) -> Likeness:
    """Return the cosine of two happenings and the names they share."""
    if len(there) < len(here):
        here, there = there, here
    cosine = sum(value * there[word] for word, value in here.items() if word in there)
    return Likeness(round(cosine, 4), shared_names(one, other))


def shared_names(one: Happening, other: Happening) -> tuple[str, ...]:
    """Return the names of actors and places that both tell of; a short form agrees with its fuller one."""
    theirs = [name_tokens(name) for name in other.names]
    mine = [(name, name_tokens(name)) for name in one.names]
    return tuple(name for name, tokens in mine if any(tokens <= their or their <= tokens for their in theirs))


def days_meet(one: Happening, other: Happening, settings: EventsSettings) -> bool:
    """Whether the two may lie on the same days; unknown days may."""
    here, there = one.days, other.days
    if here is None or there is None:
        return True
    return here.meet(_widened(there, settings.slack_days)) is not None


def _needed(one: Happening, other: Happening, settings: EventsSettings) -> float:
    """Return the likeness that joins two: more where the days of one are open, or the acts have two names."""
    if _open(one, settings) or _open(other, settings):
        called_again = one.again is not None or other.again is not None
        return NEVER if called_again else settings.alike_undated
    vague = {UNKNOWN, *acts(one.reports[0].article.language).vague}
    agree = one.kind == other.kind or bool(vague & {one.kind, other.kind})
    return settings.alike if agree else settings.alike_otherwise


def _open(happening: Happening, settings: EventsSettings) -> bool:
    """Whether the days are so open that they tell nothing apart."""
    days = happening.days
    return days is None or days.days > settings.open_days


def _pairs(happenings: Sequence[Happening], settings: EventsSettings) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough names that are not too common, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, happening in enumerate(happenings):
        for token in sorted({token for name in happening.names for token in _tokens(name)}):
            holders[token].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= settings.common:
            shared.update(combinations(places, 2))
    return iter(sorted(pair for pair, count in shared.items() if count >= settings.shared_names))


def _tokens(name: str) -> list[str]:
    return [token for token in name.casefold().split() if len(token) > 2]


def _widened(days: Interval, by: int) -> Interval:
    return Interval(shifted(days.first, -by), shifted(days.last, by))

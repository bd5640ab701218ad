"""Which families tell of one event: their words are near, their days meet, their acts agree.

Average link over the neighbours of each: the two nearest groups are joined until none is near enough. The mean
likeness of all pairs of two groups is the product of the sums of their vectors, so that a join costs the same in a large event as in a small one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from stemmata.events.acts import UNKNOWN, acts
from stemmata.events.happening import Happening, name_tokens, pooled
from stemmata.events.near import Blend, blended, dot
from stemmata.events.settings import EventsSettings
from stemmata.model import Interval
from stemmata.text.times.calendar import shifted

MOST_SUMMED = 400
"""Words of a group's sum that are kept."""


class Likeness(NamedTuple):
    """How alike two happenings are, and the names both have."""

    cosine: float
    names: tuple[str, ...]


class Joined(NamedTuple):
    """Events as groups of families: what each reports, the likeness that joined it, families nearly joined."""

    happening: Happening
    likeness: tuple[Likeness, ...]
    doubtful: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Happenings joined so far: places, the sum of their vectors, the days and acts they tell, what joined them.

    ``again`` counts those whose text calls its act another one of its kind, ``alone`` those to whom nobody lends words.
    """

    members: list[int]
    total: dict[str, float]
    whens: Counter[Interval]
    within: Interval | None
    kinds: Counter[str]
    again: int
    alone: int
    links: list[tuple[float, int, int]] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)

    @property
    def days(self) -> Interval | None:
        """The days most of its happenings tell of, else the bounds all share."""
        if self.whens:
            return min(self.whens, key=lambda days: (-self.whens[days], days))
        return self.within

    @property
    def kind(self) -> str:
        """The act most of its happenings tell of."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


def join(happenings: Sequence[Happening], settings: EventsSettings) -> tuple[Joined, ...]:
    """Join the happenings that are one event, nearest first, as long as their days meet."""
    blend = blended(
        [happening.profile for happening in happenings],
        [happening.days for happening in happenings],
        lambda one, other: days_meet(happenings[one].days, happenings[other].days, settings),
        settings,
    )
    vague = acts(happenings[0].reports[0].article.language).vague if happenings else frozenset[str]()
    groups = _grouped(happenings, blend, frozenset({UNKNOWN, *vague}), settings)
    return tuple(_joined(group, happenings, settings) for group in groups)


def _grouped(
    happenings: Sequence[Happening], blend: Blend, vague: frozenset[str], settings: EventsSettings
) -> list[_Group]:
    """Join pairs of groups, the nearest first; a pair that grew since it was weighed is weighed again."""
    groups = [_alone(place, happening, blend) for place, happening in enumerate(happenings)]
    home = list(range(len(groups)))
    heap = [(-_near(groups[one], groups[other]), one, other) for one, other in blend.pairs()]
    heapify(heap)
    while heap:
        weighed, left, right = heappop(heap)
        one, other = sorted((_root(home, left), _root(home, right)))
        if one == other or not days_meet(groups[one].days, groups[other].days, settings):
            continue
        near = _near(groups[one], groups[other])
        if near < -weighed - 1e-9:
            heappush(heap, (-near, left, right))
            continue
        needed = _needed(groups[one], groups[other], vague, settings)
        if near >= needed:
            _take(groups[one], groups[other], (near, left, right))
            home[other] = one
        elif near >= settings.doubtful and needed <= settings.alike_undated + settings.otherwise:
            groups[one].doubtful.add(other)
            groups[other].doubtful.add(one)
    return [groups[place] for place, parent in enumerate(home) if place == parent]


def _alone(place: int, happening: Happening, blend: Blend) -> _Group:
    whens = Counter([happening.when] if happening.when is not None else [])
    kinds, vector = Counter([happening.kind]), dict(blend.vectors[place])
    return _Group(
        [place],
        vector,
        whens,
        happening.within,
        kinds,
        int(happening.again is not None),
        int(not blend.lent(place)),
    )


def _root(home: list[int], place: int) -> int:
    """Return the place of the group that a happening is in by now."""
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


def _near(one: _Group, other: _Group) -> float:
    """Return the mean likeness of all pairs of the two."""
    return round(dot(one.total, other.total) / (len(one.members) * len(other.members)), 6)


def _take(one: _Group, other: _Group, link: tuple[float, int, int]) -> None:
    """Add ``other`` to ``one``."""
    for word, value in other.total.items():
        one.total[word] = one.total.get(word, 0.0) + value
    if len(one.total) > 2 * MOST_SUMMED:
        kept = sorted(one.total.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_SUMMED]
        one.total = dict(kept)
    one.members.extend(other.members)
    one.whens.update(other.whens)
    one.kinds.update(other.kinds)
    bounds = [days for days in (one.within, other.within) if days is not None]
    one.within = (bounds[0].meet(bounds[-1]) or bounds[0]) if bounds else None
    one.again += other.again
    one.alone += other.alone
    one.links.extend((*other.links, link))
    one.doubtful |= other.doubtful


def _joined(group: _Group, happenings: Sequence[Happening], settings: EventsSettings) -> Joined:
    """Pool what the members report; a lone one stays as it is."""
    inside = {*group.members}
    families = [family for place in group.doubtful - inside for family in happenings[place].families]
    likeness = tuple(
        Likeness(round(near, 4), shared_names(happenings[one], happenings[other]))
        for near, one, other in group.links
    )
    if len(inside) == 1:
        return Joined(happenings[group.members[0]], (), tuple(sorted(families)))
    reports = [report for place in inside for report in happenings[place].reports]
    mine = [family for place in inside for family in happenings[place].families]
    members = sorted(reports, key=lambda report: report.article.id)
    return Joined(pooled(mine, members, settings), likeness, tuple(sorted({*families} - {*mine})))


def shared_names(one: Happening, other: Happening) -> tuple[str, ...]:
    """Return the names of actors and places that both tell of; a short form agrees with its fuller one."""
    theirs = [name_tokens(name) for name in other.names]
    mine = [(name, name_tokens(name)) for name in one.names]
    return tuple(name for name, tokens in mine if any(tokens <= their or their <= tokens for their in theirs))


def days_meet(one: Interval | None, other: Interval | None, settings: EventsSettings) -> bool:
    """Whether the two may lie on the same days; unknown days may."""
    if one is None or other is None:
        return True
    return one.meet(_widened(other, settings.slack_days)) is not None


def _needed(one: _Group, other: _Group, vague: Iterable[str], settings: EventsSettings) -> float:
    """Return the likeness that joins two: more where the days of one are open, or the acts have two names."""
    kinds = {one.kind, other.kind}
    more = settings.otherwise if len(kinds) > 1 and kinds.isdisjoint(vague) else 0.0
    if _open(one, settings) or _open(other, settings):
        apart = abs(one.again / len(one.members) - other.again / len(other.members))
        return settings.alike_undated + more + settings.another * apart
    return (settings.alike if one.alone or other.alone else settings.alike_lent) + more


def _open(group: _Group, settings: EventsSettings) -> bool:
    """Whether the days are so open that they tell nothing apart."""
    days = group.days
    return days is None or days.days > settings.open_days


def _widened(days: Interval, by: int) -> Interval:
    return Interval(shifted(days.first, -by), shifted(days.last, by))

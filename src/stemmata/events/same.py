"""Which families tell of one event: their words are near, their days meet, their acts agree.

Average link over the neighbours of each: the two nearest groups are joined until none is near enough. The mean
likeness of all pairs of two groups is the product of the sums of their vectors, so that a join costs the same in a large event as in a small one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import log, sqrt
from typing import NamedTuple

from stemmata.events.acts import UNKNOWN, acts
from stemmata.events.happening import Happening, name_tokens, pooled
from stemmata.events.near import Blend, blended, dot
from stemmata.events.settings import EventsSettings
from stemmata.model import Interval
from stemmata.text.times.calendar import shifted

NAMED = "@"
"""Before a name that stands among words."""
FEWEST_NAMES = 3
"""Names of which one that is shared is a third, though a text may have no other."""
MOST_SUMMED = 300
"""Words of a group's sum that are kept."""


class Likeness(NamedTuple):
    """How alike two happenings are, and the names both have; no likeness where one only speaks of the other's day."""

    cosine: float | None
    names: tuple[str, ...]


class Joined(NamedTuple):
    """Events as groups of families: what each reports, the likeness that joined it, families nearly joined."""

    happening: Happening
    likeness: tuple[Likeness, ...]
    doubtful: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Happenings joined so far: places, the sums of their vectors, the days and acts they tell, what joined them.

    ``dated`` sums the vectors by which those whose days are known are compared, ``told`` those for all others, once they are asked for.
    ``filed`` counts the agencies of their datelines, ``again`` those whose text calls its act another one of its kind.
    """

    members: list[int]
    dated: dict[str, float]
    whens: Counter[Interval]
    within: Interval | None
    kinds: Counter[str]
    filed: Counter[str]
    again: int
    told: dict[str, float] = field(default_factory=dict)
    links: list[tuple[int, int]] = field(default_factory=list)
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
    return tuple(_joined(group, happenings, blend, settings) for group in groups)


def _grouped(
    happenings: Sequence[Happening], blend: Blend, vague: frozenset[str], settings: EventsSettings
) -> list[_Group]:
    """Join pairs of groups, the nearest first; a pair that grew since it was weighed is weighed again."""
    named = name_views(happenings, settings)
    groups = [
        _alone(place, happening, blend, named[place], settings) for place, happening in enumerate(happenings)
    ]
    home = list(range(len(groups)))
    heap = [
        (-_beyond(groups[one], groups[other], vague, blend, settings), one, other)
        for one, other in blend.pairs([place for place, group in enumerate(groups) if _open(group, settings)])
    ]
    heapify(heap)
    while heap:
        weighed, left, right = heappop(heap)
        one, other = sorted((_root(home, left), _root(home, right)))
        if one == other or not days_meet(groups[one].days, groups[other].days, settings):
            continue
        beyond = _beyond(groups[one], groups[other], vague, blend, settings)
        if beyond < -weighed - 1e-9:
            heappush(heap, (-beyond, left, right))
        elif beyond >= 0:
            _take(groups[one], groups[other], (left, right), blend)
            home[other] = one
        elif beyond >= -settings.doubtful:
            groups[one].doubtful.add(other)
            groups[other].doubtful.add(one)
    return [groups[place] for place, parent in enumerate(home) if place == parent]


def _alone(
    place: int, happening: Happening, blend: Blend, named: Mapping[str, float], settings: EventsSettings
) -> _Group:
    return _Group(
        members=[place],
        dated={**blend.dated(place), **named},
        whens=Counter([happening.when] if happening.when is not None else []),
        within=happening.within,
        kinds=Counter([happening.kind]),
        filed=Counter(happening.filed),
        again=int(happening.again is not None),
    )


def name_views(happenings: Sequence[Happening], settings: EventsSettings) -> list[dict[str, float]]:
    """Return, for each happening, the weights of its names: of two alike the products sum to ``person`` and ``capital``.

    A name counts in full where two have it, and not at all where all do.
    """
    seen = Counter(name for happening in happenings for name in (*happening.people, *happening.capitals))
    total = len(happenings) + 1
    rare = {
        name: sqrt(max(0.0, min(1.0, log(total / many) / log(total / 2)))) if total > 2 else 1.0
        for name, many in seen.items()
    }
    return [
        {
            NAMED + name: rare[name] * sqrt(weight / max(FEWEST_NAMES, len(those)))
            for those, weight in (
                (happening.capitals, settings.capital),
                (happening.people, settings.person),
            )
            for name in those
        }
        for happening in happenings
    ]


def _root(home: list[int], place: int) -> int:
    """Return the place of the group that a happening is in by now."""
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


def _beyond(
    one: _Group, other: _Group, vague: Iterable[str], blend: Blend, settings: EventsSettings
) -> float:
    """Return by how much the mean likeness of all pairs of the two is more than they need to be one."""
    pairs = len(one.members) * len(other.members)
    if _open(one, settings) or _open(other, settings):
        apart = abs(one.again / len(one.members) - other.again / len(other.members))
        near = dot(_told(one, blend), _told(other, blend)) / pairs
        return round(near - settings.alike_undated - settings.another * apart, 6)
    kinds = {one.kind, other.kind}
    more = settings.otherwise if len(kinds) > 1 and kinds.isdisjoint(vague) else 0.0
    twice = sum(many * other.filed[agency] for agency, many in one.filed.items())
    near = (dot(one.dated, other.dated) - settings.filed * twice) / pairs
    return round(near - settings.alike - more, 6)


def _told(group: _Group, blend: Blend) -> dict[str, float]:
    """Return the sum of the vectors of a group's members for those whose days are not known."""
    if not group.told:
        for place in group.members:
            group.told = _summed(group.told, blend.told(place))
    return group.told


def _take(one: _Group, other: _Group, link: tuple[int, int], blend: Blend) -> None:
    """Add ``other`` to ``one``."""
    one.dated = _summed(one.dated, other.dated)
    if one.told or other.told:
        one.told = _summed(_told(one, blend), _told(other, blend))
    one.members.extend(other.members)
    one.whens.update(other.whens)
    one.kinds.update(other.kinds)
    one.filed.update(other.filed)
    bounds = [days for days in (one.within, other.within) if days is not None]
    one.within = (bounds[0].meet(bounds[-1]) or bounds[0]) if bounds else None
    one.again += other.again
    one.links.extend((*other.links, link))
    one.doubtful |= other.doubtful


def _summed(one: dict[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Return ``one`` with ``other`` added, the heaviest words of it where they become too many."""
    for word, value in other.items():
        one[word] = one.get(word, 0.0) + value
    if len(one) <= 2 * MOST_SUMMED:
        return one
    return dict(sorted(one.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_SUMMED])


def _joined(group: _Group, happenings: Sequence[Happening], blend: Blend, settings: EventsSettings) -> Joined:
    """Pool what the members report; a lone one stays as it is."""
    inside = {*group.members}
    families = [family for place in group.doubtful - inside for family in happenings[place].families]
    likeness = tuple(
        Likeness(
            round(dot(blend.own[one], blend.own[other]), 4), shared_names(happenings[one], happenings[other])
        )
        for one, other in group.links
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


def _open(group: _Group, settings: EventsSettings) -> bool:
    """Whether the days are so open that they tell nothing apart."""
    days = group.days
    return days is None or days.days > settings.open_days


def _widened(days: Interval, by: int) -> Interval:
    return Interval(shifted(days.first, -by), shifted(days.last, by))

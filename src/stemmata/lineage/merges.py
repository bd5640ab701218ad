"""Second parents: pages that put two stories together."""

from math import exp, log1p
from typing import NamedTuple

import numpy as np

from stemmata.lineage.fitted import fitted
from stemmata.lineage.joins import Join, two_agencies, wording
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.relation import Square
from stemmata.lineage.signs.cites import cites
from stemmata.lineage.tree import Tree

TRAITS = ("one", "words", "sentences", "wording", "kin", "order", "two_agencies", "known_join")
_KIN = 0.5  # probability of kinship from which two texts are of one story
_ORDER = 4.0  # log-odds beyond which the order of two texts says no more
_CITED = 0.97  # probability of a source that the page itself names
_SAME = 0.05  # weight of readings within which two sources have equally much


class Second(NamedTuple):
    """A text of another story that a page may have taken words from: how likely it did, and how much it shares."""

    source: int
    chance: float
    weight: float
    size: int


def find_merges(lineup: Lineup, tree: Tree, kin: Square, joins: dict[int, Join]) -> None:
    """Give a second parent to every text that has words its line lacks and a text of another story has."""
    for child in range(len(lineup.states)):
        if tree.parents[child] is not None:
            source = _second(lineup, tree, kin, joins, child)
            if source is not None:
                tree.merges.append((source, child))


def _second(lineup: Lineup, tree: Tree, kin: Square, joins: dict[int, Join], child: int) -> int | None:
    """Return the likeliest second source, if likely enough: of its story the text that has most of what the line lacks.

    Of equals the one that the page leaves out least of.
    """
    line = line_of(tree, child)
    found = [
        Second(
            source, chance, shared_apart(lineup, child, source, line), len(lineup.states[source].story.tokens)
        )
        for source in strangers(lineup, tree, kin, child, line)
        if (chance := chance_of(lineup, kin, joins, child, source, line)) >= lineup.settings.second
    ]
    if not found:
        return None
    best = max(found, key=lambda one: (one.chance, -one.source))
    story = [one for one in found if one.source == best.source or kin[one.source, best.source] >= _KIN]
    most = max(one.weight for one in story)
    return min((one.size, one.source) for one in story if one.weight >= most - _SAME)[1]


def chance_of(
    lineup: Lineup, kin: Square, joins: dict[int, Join], child: int, source: int, line: set[int]
) -> float:
    """Return the probability that a page took what it shares with a text of another story from there."""
    if _is_cited(lineup, child, source, line):
        return _CITED
    known = fitted().second
    values = second_of(lineup, kin, joins, child, source, line)
    words = round(np.expm1(values[TRAITS.index("words")]))
    if words < _least(lineup, child, source):
        return 0.0
    odds = sum(known.get(name, 0.0) * value for name, value in zip(TRAITS, values, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _is_cited(lineup: Lineup, child: int, source: int, line: set[int]) -> bool:
    """Whether a page names the outlet of a text and has words of it that its line lacks, be it in a quotation."""
    lent = shared_apart(lineup, child, source, line)
    return lent >= lineup.settings.merged_cited and cites(lineup.pair(source, child))


def _least(lineup: Lineup, child: int, source: int) -> int:
    """Return the fewest words that count: two that credit one agency may both have its standing sentence."""
    settings = lineup.settings
    one_agency = bool(set(lineup.credits[child]) & set(lineup.credits[source]))
    return settings.merged if one_agency else settings.merged_least


def second_of(
    lineup: Lineup, kin: Square, joins: dict[int, Join], child: int, source: int, line: set[int]
) -> list[float]:
    """Return the traits of a page and a possible second source."""
    elsewhere = line | _tellers(kin, source, line, {child})
    words, sentences = lineup.borrowed(child, source, elsewhere)
    join = joins.get(source)
    odds = lineup.order(source, child).odds if words else 0.0
    return [
        1.0,
        log1p(words),
        log1p(sentences),
        wording(lineup, child, source, elsewhere) if words else 0.0,
        float(kin[source, sorted(line)].max(initial=0.0)),
        max(-_ORDER, min(_ORDER, odds)),
        float(two_agencies(lineup, source, child)),
        float(join is not None and child in join.kin | join.other),
    ]


def shared_apart(lineup: Lineup, child: int, source: int, line: set[int]) -> float:
    """Return the weight of the readings that a page shares with a text at places that its line lacks."""
    readings = lineup.readings
    apart = (readings.stands[sorted(line)].max(axis=0, initial=0.0) == 0)[readings.place]
    both = (readings.has[child] > 0) & (readings.has[source] > 0)
    return float(readings.weights[apart & both].sum())


def strangers(lineup: Lineup, tree: Tree, kin: Square, child: int, line: set[int]) -> list[int]:
    """Return the texts of another story than the line's that share enough with the child.

    One of the same story is no second source: the child had a fuller version of the first.
    """
    away = {child, *line, *tree.below(child, merged=True)}
    enough = lineup.bare[child] >= lineup.settings.merged_least / 2
    enough |= lineup.shared[child] >= lineup.settings.merged_cited
    apart = kin[:, sorted(line)].max(axis=1, initial=0.0) < _KIN
    return [one for one in np.flatnonzero(enough & apart).tolist() if one not in away]


def _tellers(kin: Square, source: int, line: set[int], away: set[int]) -> set[int]:
    """Return the other texts of the line's story: what they have of the source's words, the story has from elsewhere."""
    told = (kin[:, sorted(line)].max(axis=1, initial=0.0) >= _KIN) & (kin[:, source] < _KIN)
    return set(np.flatnonzero(told).tolist()) - away


def line_of(tree: Tree, child: int) -> set[int]:
    """Return the observed ancestors of a text, and what else hangs on the lost ones above it."""
    line = {one for one in tree.above(child) if one not in tree.lost}
    for one in tree.above(child):
        if one in tree.lost:
            line |= {kid for kid in tree.children(one) if kid not in tree.lost and kid != child}
    return line

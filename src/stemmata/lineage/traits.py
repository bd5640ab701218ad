"""What is measured of a text and a possible source of it, in numbers that mean the same in every family.

Readings weigh by rarity (a rare word 1). A reading of a text is *old* if a text that seems to be earlier has it, too, else
*new*: made up there or handed down by nobody we see. At places both texts have, what one has and the other lacks is
*changed*; at places that one lacks it is *missing*.
"""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stemmata.lineage.fitted import fitted
from stemmata.lineage.lineup import Lineup

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

OF_SOURCES = (
    "shared",
    "shared_by_both_alone",
    "new_of_source_kept",
    "old_changed",
    "old_missing",
    "new_of_source_changed",
    "new_of_source_missing",
    "old_of_source_changed",
    "old_of_source_missing",
    "share_old_changed",
    "share_old_missing",
    "share_new_of_source_changed",
    "share_new_of_source_kept",
    "earlier",
    "later",
    "nameless",
    "nameless_after_named",
    "likeness",
    "changed_told_elsewhere",
    "changed_told_nowhere",
    "missing_told_elsewhere",
    "missing_told_nowhere",
    "theirs_changed_told_elsewhere",
    "theirs_changed_told_nowhere",
    "theirs_missing_told_elsewhere",
    "theirs_missing_told_nowhere",
    "share_changed_told_elsewhere",
    "share_missing_told_elsewhere",
    "share_changed_told_nowhere",
    "share_theirs_changed_told_elsewhere",
    "share_theirs_changed_told_nowhere",
    "places_of_text",
    "places_of_source",
    "longer",
    "put_in",
    "verbatim",
    "line_of_source",
    "between",
    "closer_to_both",
    "behind_the_best",
)
"""Traits of (source, text), in order."""
OF_NONE = ("none", "credits", "opens_as_agency", "best_cover", "best_earlier", "least_old", "length")
"""Traits of a text for having no source among the others."""
_NEAREST = 3  # how many of the likest other sources are looked at for one that stands between
_BETWEEN, _CLOSER, _BEHIND = (
    OF_SOURCES.index(name) for name in ("between", "closer_to_both", "behind_the_best")
)


@cache
def weights() -> tuple[Vector, Vector]:
    """Return the fitted weights of sources and of none, in order."""
    known = fitted()
    return (
        np.array([known.source.get(name, 0.0) for name in OF_SOURCES]),
        np.array([known.none.get(name, 0.0) for name in OF_NONE]),
    )


def traits_of(lineup: Lineup, sources: Sequence[int], text: int) -> Vector:
    """Return a row of traits for each source of a text."""
    rows = np.zeros((len(sources), len(OF_SOURCES)))
    for number, source in enumerate(sources):
        rows[number, :_BETWEEN] = _pair(lineup, source, text, sources)
        others = [one for one in sources if one != source]
        middle = [one for one in others[:_NEAREST] if _stands_between(lineup, source, one, text)]
        rows[number, _BETWEEN] = _between(lineup, source, text, middle)
        rows[number, _CLOSER] = _between(lineup, source, text, others)
    mass = float(lineup.readings.weights[lineup.readings.has[text] > 0].sum())
    rows[:, _BEHIND] = np.log1p(np.maximum(0, rows[:, 0].max(initial=0.0) - rows[:, 0]) * mass)
    return rows


def traits_of_none(lineup: Lineup, text: int, rows: Vector) -> Vector:
    """Return the traits of a text for having no source: ``rows`` are those of its possible sources."""
    longest = max(len(state.story.tokens) for state in lineup.states)
    state = lineup.states[text]
    earlier = OF_SOURCES.index("earlier")
    old = OF_SOURCES.index("old_changed")
    return np.array(
        [
            1.0,
            float(bool(lineup.credits[text])),
            float(state.story.article.dateline is not None),
            float(rows[:, 0].max(initial=0.0)),
            float(rows[:, earlier].max(initial=-6.0)),
            float((rows[:, old] + rows[:, old + 1]).min(initial=8.0)),
            float(np.log(max(1, len(state.story.tokens)) / max(1, longest))),
        ]
    )


def old_readings(lineup: Lineup, text: int, earlier: Sequence[int]) -> tuple[Mask, Mask]:
    """Return which of a text's readings a text of ``earlier`` that seems to come before it has, too, and which are new.

    New are those at places that such a text has in other words; where none has the place, nothing is known.
    """
    before = [one for one in earlier if one != text and lineup.order(one, text).odds > 0]
    readings = lineup.readings
    nothing = np.zeros(readings.has.shape[1], np.bool_)
    if not before:
        return nothing, nothing
    ours = readings.has[text] > 0
    old = ours & (readings.has[before].max(axis=0) > 0)
    known = (readings.stands[before].max(axis=0) > 0)[readings.place]
    return old, ours & ~old & known


def _pair(lineup: Lineup, source: int, text: int, sources: Sequence[int]) -> list[float]:
    readings = lineup.readings
    ours, theirs = readings.has[text] > 0, readings.has[source] > 0
    here, there = readings.stands[text][readings.place] > 0, readings.stands[source][readings.place] > 0
    both, ours_only, theirs_only = ours & theirs, ours & ~theirs, theirs & ~ours
    old = old_readings(lineup, text, [one for one in sources if one != source])[0] & ours_only
    theirs_old, theirs_new = lineup.old(source)

    def weigh(which: Mask) -> float:
        return float(readings.weights[which].sum())

    mass, kept = max(1e-6, weigh(ours)), weigh(both)
    new_kept, changed = weigh(both & theirs_new), weigh(theirs_only & here & theirs_new)
    parts = [
        weigh(old & there),
        weigh(old & ~there),
        changed,
        weigh(theirs_only & ~here & theirs_new),
        weigh(theirs_only & here & theirs_old),
        weigh(theirs_only & ~here & theirs_old),
    ]
    odds = lineup.order(source, text).odds
    named = bool(lineup.credits[source])
    return [
        kept / mass,
        float(np.log1p(weigh(both & (lineup.held == 2)))),
        float(np.log1p(new_kept)),
        *(float(np.log1p(part)) for part in parts),
        parts[0] / mass,
        parts[1] / mass,
        changed / max(1e-6, kept + changed),
        new_kept / max(1e-6, new_kept + changed),
        float(-np.logaddexp(0, -odds)),
        float(max(-4.0, min(4.0, odds))),
        float(not named),
        float(not named and bool(lineup.credits[text])),
        lineup.pair(source, text).likeness,
        *_told(lineup, weigh, (ours_only, theirs_only, here, there), (mass, kept)),
        *_shape(lineup, source, text),
    ]


def _told(
    lineup: Lineup,
    weigh: Callable[[Mask], float],
    masks: tuple[Mask, Mask, Mask, Mask],
    sums: tuple[float, float],
) -> list[float]:
    """Return how much differs, by whether any third text has it, whenever it was written."""
    ours_only, theirs_only, here, there = masks
    elsewhere = lineup.held > 1
    standing = lineup.standing
    parts = [
        weigh(which & told)
        for which, few in (
            (ours_only & there, 2),
            (ours_only & ~there, 1),
            (theirs_only & here, 2),
            (theirs_only & ~here, 1),
        )
        for told in (elsewhere, ~elsewhere & (standing > few))
    ]
    mass, kept = sums[0], max(1e-6, sums[1])
    shares = [parts[0] / mass, parts[2] / mass, parts[1] / mass, parts[4] / kept, parts[5] / kept]
    return [*(float(np.log1p(part)) for part in parts), *shares]


def _shape(lineup: Lineup, source: int, text: int) -> list[float]:
    """Return shares of places, growth, and what the pages show."""
    pair = lineup.pair(source, text)
    sizes = [max(1, len(lineup.states[one].story.tokens)) for one in (text, source)]
    return [
        len(pair.shared) / max(1, len(pair.late.at)),
        len(pair.shared) / max(1, len(pair.early.at)),
        float(np.log(sizes[0] / sizes[1])),
        float(bool(pair.inside)),
        float(np.log1p(pair.aligned.verbatim)),
        float(lineup.states[source].story.article.dateline is not None),
    ]


def _stands_between(lineup: Lineup, source: int, middle: int, text: int) -> bool:
    return lineup.order(source, middle).odds > 0 and lineup.order(middle, text).odds > 0


def _between(lineup: Lineup, source: int, text: int, third: Sequence[int]) -> float:
    """Return how well one of other texts stands between the two: it has what the source lacks, and what the text lacks."""
    if not third:
        return 0.0
    readings = lineup.readings
    ours, theirs = readings.has[text] > 0, readings.has[source] > 0
    down, up = readings.weights * (ours & ~theirs), readings.weights * (theirs & ~ours)
    has = readings.has[list(third)].astype(np.float32)
    return float(np.log1p(np.minimum(has @ down, has @ up).max()))

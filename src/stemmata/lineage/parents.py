"""Each text's nearest ancestor among the family's texts: the cheapest tree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from stemmata.lineage.arborescence import Costs, cheapest_parents
from stemmata.lineage.joins import Join, forbid_sources_out_of_joins
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.signs.cites import cites
from stemmata.lineage.traits import old_readings, traits_of, traits_of_none, weights
from stemmata.model import Evidence

_TOLD = 1.0  # nats by which passages that tell most of a text anew outweigh that it may have no source here
_AGAINST = (
    -2.0
)  # log-odds below which signs say that the text is the older: what is told anew is made of sentences apart
_HALF = 0.5  # a text half of which stands in the other is tied to it, whichever is the longer
_PARAPHRASED = 0.35  # so much covered by shared word forms at shared places needs no verbatim runs


@dataclass(frozen=True, slots=True)
class Parents:
    """For every text its parent (None: a root) and how likely each text is to be it (last: none observed)."""

    parents: tuple[int | None, ...]
    chances: tuple[tuple[tuple[int | None, float], ...], ...]

    def chance(self, child: int, parent: int | None) -> float:
        """Return how likely ``parent`` is the nearest ancestor of ``child``."""
        return next((chance for who, chance in self.chances[child] if who == parent), 0.0)


def find_parents(lineup: Lineup, joins: Mapping[int, Join]) -> Parents:
    """Weigh every likely arrow and take the cheapest tree; node 0 of the matrix is "no observed ancestor"."""
    costs = _costs(lineup, joins)
    chosen = cheapest_parents(costs)[1:]
    parents = tuple(None if parent == 0 else parent - 1 for parent in chosen)
    chances = []
    for child in range(len(parents)):
        column = costs[:, child + 1].copy()
        column[[below + 1 for below in _below(parents, child)]] = np.inf
        chances.append(_chances(column))
    return Parents(parents, tuple(chances))


def _below(parents: tuple[int | None, ...], top: int) -> list[int]:
    """Return a text's descendants: they cannot be its source, whatever their words."""
    found, size = {top}, 0
    while len(found) > size:
        size = len(found)
        found |= {child for child, parent in enumerate(parents) if parent in found}
    return sorted(found - {top})


def _costs(lineup: Lineup, joins: Mapping[int, Join]) -> Costs:
    """Return what each arrow costs: how much less its traits make it the likely one than nothing at all, in nats."""
    of_source, of_none = weights()
    size = len(lineup.states)
    likely = find_old(lineup)
    costs = np.full((size + 1, size + 1), np.inf)
    for child in range(size):
        sources = likely[child]
        rows = traits_of(lineup, sources, child)
        costs[0, child + 1] = lineup.settings.attach - float(traits_of_none(lineup, child, rows) @ of_none)
        costs[np.array(sources, np.intp) + 1, child + 1] = -(rows @ of_source)
        if any(_is_later_version(lineup, one, child) for one in sources):
            costs[0, child + 1] += lineup.settings.line
        told = [one for one in sources if _told_anew(lineup, one, child)]
        if told:
            costs[np.array(sources) + 1, child + 1] += _untold(lineup, sources, child)
            least = costs[np.array(told) + 1, child + 1].min() + _TOLD
            costs[0, child + 1] = max(costs[0, child + 1], least)
        _believe_citations(lineup, costs, sources, child)
    forbid_sources_out_of_joins(costs, joins)
    return costs


def _believe_citations(lineup: Lineup, costs: Costs, sources: Sequence[int], text: int) -> None:
    """Where a text seems to have no source here, but names the outlet of a page that it shares enough with, that is it."""
    column = costs[:, text + 1]
    before = [one for one in sources if lineup.order(one, text).odds > 0]
    cited = [one for one in before if cites(lineup.pair(one, text))]
    if cited and column[0] <= column[np.array(before) + 1].min():
        likest = min(cited, key=lambda one: (column[one + 1], one))
        column[likest + 1] = column[0]
        column[0] += lineup.settings.cited


def _untold(lineup: Lineup, sources: Sequence[int], text: int) -> Costs:
    """Return what each source of a text told anew costs for the words that passages find in another source alone."""
    shares = np.array([lineup.tie(text, one).share for one in sources])
    size = len(lineup.states[text].story.tokens)
    missing: Costs = lineup.settings.untold * size * (shares.max() - shares)
    return np.minimum(missing, lineup.settings.untold_most)


def _told_anew(lineup: Lineup, source: int, text: int) -> bool:
    """Whether passages alone tie a text to a source: too few of its words stand there for the model to see it."""
    covered = lineup.bare[source, text] / max(1e-9, lineup.bare[text, text])
    few = covered < lineup.settings.cover and lineup.order(source, text).odds > _AGAINST
    return few and reworded(lineup, source, text) and not cites(lineup.pair(source, text))


def _is_later_version(lineup: Lineup, early: int, late: int) -> bool:
    """Whether two texts are versions of one house, and which is the later: then it has a source here."""
    return lineup.pair(early, late).one_house and lineup.order(early, late).odds > 0


def find_old(lineup: Lineup) -> list[list[int]]:
    """Find out which readings of every text are older than it, and tell the lineup; return the possible sources of each."""
    likely = [sources_of(lineup, text) for text in range(len(lineup.states))]
    for text, sources in enumerate(likely):
        lineup.know_old(text, old_readings(lineup, text, sources))
    return likely


def sources_of(lineup: Lineup, text: int) -> list[int]:
    """Return the possible sources of a text."""
    return _candidates(lineup.bare, lineup.shared, text, lineup)


def _candidates(bare: Costs, shared: Costs, child: int, lineup: Lineup) -> list[int]:
    """Return the texts that account for enough of the child to be its source, the best first, a few at most.

    Whether they do is judged with quotations masked; which does best, with them.
    """
    settings = lineup.settings
    mass = bare.diagonal()
    cover = bare[:, child] / np.maximum(mass[child], 1e-9)
    least = bare[:, child] / np.maximum(np.minimum(mass, mass[child]), 1e-9)
    fit = (cover >= settings.cover) | (least >= _HALF)
    fit[[one for one in lineup.tied(child) if reworded(lineup, one, child)]] = True
    fit[child] = False
    ranked = sorted(
        np.flatnonzero(fit).tolist(), key=lambda one: (-round(float(shared[one, child]), 3), -mass[one], one)
    )
    return [one for one in ranked[: settings.candidates] if _tied(lineup, one, child, float(least[one]))]


def _tied(lineup: Lineup, one: int, child: int, least: float) -> bool:
    """Whether two texts that share enough words share them in enough places, and word for word in part."""
    pair = lineup.pair(one, child)
    if reworded(lineup, one, child):
        return True
    if least < _PARAPHRASED and len(pair.shared) < lineup.settings.places:
        return False
    return least >= _PARAPHRASED or pair.aligned.verbatim >= lineup.settings.verbatim


def reworded(lineup: Lineup, one: int, child: int) -> bool:
    """Whether the passages say that much of a text, which credits nobody else but the other's outlet, stands reworded in another.

    Two agencies that report one statement share as much; each names itself.
    """
    settings = lineup.settings
    tie = lineup.tie(child, one)
    if tie.share < settings.reworded or tie.passages < settings.passages:
        return False
    ours, theirs = lineup.credits[one], lineup.credits[child]
    return not theirs or bool(set(ours) & set(theirs)) or cites(lineup.pair(one, child))


def _chances(column: Costs) -> tuple[tuple[int | None, float], ...]:
    """Turn the costs of one child's possible parents into probabilities, the likeliest first."""
    likely = [(number, float(cost)) for number, cost in enumerate(column) if np.isfinite(cost)]
    least = min(cost for _, cost in likely)
    odds = [(number, exp(-min(60.0, cost - least))) for number, cost in likely]
    total = sum(value for _, value in odds)
    ranked = sorted(odds, key=lambda one: (-one[1], one[0]))
    return tuple((number - 1 if number else None, value / total) for number, value in ranked)


def rival_evidence(lineup: Lineup, parent: int, child: int, rivals: list[int]) -> list[Evidence]:
    """Say why a rival alone cannot have been the source: readings that only the chosen parent hands down."""
    found = []
    for rival in rivals:
        only = len(lineup.readings.both_but(parent, child, rival))
        back = len(lineup.readings.both_but(rival, child, parent))
        if only > back:
            says = (
                f"{lineup.name(parent)} has {only} readings of {lineup.name(child)} that {lineup.name(rival)} lacks, "
                f"so {lineup.name(rival)} alone cannot have been its source"
                + (f" (the other way round: {back})." if back else ".")
            )
            found.append(Evidence("rival-lacks", says, float(only - back) * lineup.settings.word))
    return found

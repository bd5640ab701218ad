"""What a lost version must have said: sentence by sentence, from the texts that still have it."""

from collections.abc import Sequence

from stemmata.lineage.lineup import Lineup
from stemmata.model import Place, Reading

_AGREED, _SIDED, _ALONE = (
    0.9,
    0.8,
    0.6,
)  # two texts agree in nearly every word; they differ; wording of one rewriter. On simulated families .9 holds
_WELL = 0.95  # share of words that two texts must have in common at a place to agree

_UNBACKED = 0.1  # what a word costs that may stand in one text only


def median_readings(lineup: Lineup, top: int, children: Sequence[int]) -> tuple[Reading, ...]:
    """Return sentences that at least two of parent and children have, in the wording that most others back."""
    texts = [top, *children]
    found = []
    for place in woven([list(lineup.at[text]) for text in texts]):
        having = [text for text in texts if place in lineup.at[text]]
        if len(having) > 1:
            ranked = sorted(having, key=lambda text: (-_backing(lineup, text, place, having), text))
            sure = _AGREED if _attested(lineup, ranked[0], place, having) >= _WELL else _SIDED
            found.append(_reading(lineup, ranked, place, sure))
    return tuple(found)


def layer_readings(lineup: Lineup, parent: int, child: int, layer: frozenset[int]) -> tuple[Reading, ...]:
    """Return the parent's sentences that the child still has, and the layer in the child's own wording."""
    found = []
    for place in woven([list(lineup.at[child]), list(lineup.at[parent])]):
        if place in layer:
            found.append(_reading(lineup, [child], place, _ALONE))
        elif place in lineup.at[parent] and place in lineup.at[child]:
            found.append(_reading(lineup, [parent, child], place, _AGREED))
    return tuple(found)


def woven(orders: Sequence[Sequence[int]]) -> list[int]:
    """Weave several orders of places into one: each new place goes after the one before it in its own text."""
    whole: list[int] = []
    for order in orders:
        after = -1
        for place in order:
            if place in whole:
                after = whole.index(place)
            else:
                after += 1
                whole.insert(after, place)
    return whole


def _backing(lineup: Lineup, text: int, place: int, others: Sequence[int]) -> float:
    """Return the weight of a text's readings at a place that the other texts have too, less a little for its length."""
    readings = lineup.readings
    here = (readings.place == place) & (readings.has[text] > 0)
    backed = sum(
        float(readings.weights[here & (readings.has[one] > 0)].sum()) for one in others if one != text
    )
    return backed - _UNBACKED * float(readings.weights[here].sum())


def _attested(lineup: Lineup, text: int, place: int, others: Sequence[int]) -> float:
    """Return the share of a text's words at a place that another of the texts has there, too."""
    readings = lineup.readings
    here = (readings.place == place) & (readings.has[text] > 0) & readings.single
    rest = [one for one in others if one != text]
    told = here & (readings.has[rest].max(axis=0) > 0)
    return float(told.sum()) / max(1.0, float(here.sum()))


def _reading(lineup: Lineup, texts: Sequence[int], place: int, confidence: float) -> Reading:
    """Return the first text's wording of a place, and where all of the texts have it."""
    wording = lineup.states[texts[0]].story.article.text
    words = " ".join(sentence.span.of(wording) for sentence in lineup.at[texts[0]][place])
    sources = tuple(
        Place(lineup.states[text].story.article.id, sentence.span)
        for text in texts
        for sentence in lineup.at[text][place]
    )
    return Reading(words, confidence, sources)

"""Sentences of two stories that answer one another, when both tell one story in different words throughout.

Sentence alignment of comparable texts by weighted word overlap, without regard to order, many to many (after Nelken and
Shieber 2006, who scored by TF-IDF and let each sentence take its best partner); words meet by sense and numbers by value.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemmata.reuse.passages import Piece
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import NAME, Strand
from stemmata.reuse.weights import Pair, Weights, common_weight
from stemmata.text.senses import FIGURE

TELLING = 2
"""Numbers from which a story can be told from another by them; more names than that."""
Seats = tuple[int, int]


class Partners(NamedTuple):
    """Sentences ``left`` and ``right`` (numbers) that answer one another; ``mutual`` when neither has a better one."""

    left: int
    right: int
    shared: float
    mutual: bool


def find_partners(pair: Pair, settings: ReuseSettings) -> list[Partners]:
    """Return the sentences of two bodies that answer one another, in the order of the left text.

    The weight two sentences share is set against that of the lighter one, and a little against the heavier. A
    sentence takes the partner with the highest such score, and others as good for them (one sentence may be told in two).
    """
    common = common_weight(pair)
    scores = {seats: _score(pair, seats, shared, settings) for seats, shared in common.items()}
    best_left, best_right = _best(scores)
    found = []
    for (left, right), score in sorted(scores.items()):
        most, least = sorted((best_left[left], best_right[right]), reverse=True)
        mutual = score >= settings.partner and score >= settings.partner_best * most
        if mutual or (
            score >= settings.partner_least
            and score >= settings.partner_best * least
            and score >= settings.partner_half * most
        ):
            found.append(Partners(left, right, common[left, right], mutual))
    return found


def retold(pair: Pair, partners: Sequence[Partners], settings: ReuseSettings) -> bool:
    """Whether so much of both stories has a mutual partner that one must be the other in different words.

    Reports of one happening by people who wrote on their own share facts too, but each has much of its own. Who
    retells keeps the numbers and the names: stories of one frame ("exports pass", "mergers pass"; a blast here, a blast
    there) have others.
    """
    if not (_count_alike(pair, settings) and _name_alike(pair, settings)):
        return False
    mutual = [one for one in partners if one.mutual]
    left = _covered(pair.left, pair.left_weights, {one.left for one in mutual})
    right = _covered(pair.right, pair.right_weights, {one.right for one in mutual})
    return (
        len(mutual) >= settings.retold_sentences
        and min(left, right) >= settings.retold_both
        and max(left, right) >= settings.retold_one
    )


def _count_alike(pair: Pair, settings: ReuseSettings) -> bool:
    """Whether the story with fewer numbers shares enough of them with the other; one alone says nothing."""
    left, right = _numbers(pair.left), _numbers(pair.right)
    fewer = min(len(left), len(right))
    return fewer < TELLING or len(left & right) >= settings.retold_numbers * fewer


def _name_alike(pair: Pair, settings: ReuseSettings) -> bool:
    """Whether the story with fewer names shares enough of them with the other; one or two say nothing."""
    left, right = _names(pair.left), _names(pair.right)
    fewer = min(len(left), len(right))
    return fewer <= TELLING or len(left & right) >= settings.retold_names * fewer


def _names(strand: Strand) -> set[str]:
    return {key for key, base in zip(strand.keys, strand.base, strict=True) if base == NAME}


def _numbers(strand: Strand) -> set[str]:
    return {key for key in strand.spread if key.startswith(FIGURE)}


def pieces_of(pair: Pair, partners: Sequence[Partners]) -> list[Piece]:
    """Return partners as pieces: whole sentences."""
    left, right = pair.left.sentences, pair.right.sentences
    return [
        Piece((left[one.left].first, left[one.left].last), (right[one.right].first, right[one.right].last))
        for one in partners
    ]


def _score(pair: Pair, seats: Seats, shared: float, settings: ReuseSettings) -> float:
    here, there = pair.left.sentences[seats[0]], pair.right.sentences[seats[1]]
    lighter, heavier = sorted(
        (pair.left_weights.of(here.first, here.last)[0], pair.right_weights.of(there.first, there.last)[0])
    )
    if not lighter:
        return 0.0
    return float(shared / (lighter**settings.partner_lighter * heavier**settings.partner_heavier))


def _best(scores: Mapping[Seats, float]) -> tuple[dict[int, float], dict[int, float]]:
    """Return the best score of every sentence on either side."""
    left: dict[int, float] = defaultdict(float)
    right: dict[int, float] = defaultdict(float)
    for (here, there), score in scores.items():
        left[here], right[there] = max(left[here], score), max(right[there], score)
    return left, right


def _covered(strand: Strand, weights: Weights, matched: set[int]) -> float:
    """Return the share of a body's weight that stands in the sentences matched."""
    body = {
        number: weights.of(one.first, one.last)[0] for number, one in enumerate(strand.sentences) if one.body
    }
    whole = sum(body.values())
    return sum(body[number] for number in matched) / whole if whole else 0.0

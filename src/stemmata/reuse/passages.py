"""What an aligned piece is: its kind and its likeness, by stated rules."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemmata.model import Passage, Reuse
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import FUNCTION
from stemmata.reuse.weights import Pair

NOBODY: frozenset[int] = frozenset()


class Piece(NamedTuple):
    """Words of the left strand and their counterpart on the right: first word and last (exclusive) of each."""

    left: tuple[int, int]
    right: tuple[int, int]


class Match(NamedTuple):
    """What the two sides of a piece share.

    ``plain`` and ``quoted`` are weights of the words they share outside and inside quotation marks;
    ``lighter`` is the whole weight of the lighter side, and ``unquoted`` its part outside quotation marks.
    ``left`` and ``right`` are the places of the words that met.
    """

    plain: float
    quoted: float
    lighter: float
    unquoted: float
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def likeness(self) -> float:
        """Share of the lighter side's weight that the other has."""
        return min(1.0, (self.plain + self.quoted) / self.lighter) if self.lighter else 0.0


def match(
    pair: Pair, piece: Piece, left_taken: Collection[int] = NOBODY, right_taken: Collection[int] = NOBODY
) -> Match:
    """Let each word of the left side meet a free one of the same key on the right."""
    ours = [place for place in range(*piece.left) if place not in left_taken]
    theirs = [place for place in range(*piece.right) if place not in right_taken]
    free: dict[str, list[int]] = defaultdict(list)
    for place in reversed(theirs):
        free[pair.right.keys[place]].append(place)
    met = [(place, others.pop()) for place in ours if (others := free.get(pair.left.keys[place]))]
    sums = [0.0, 0.0]
    for here, there in met:
        inside = pair.left.quoted[here] and pair.right.quoted[there]
        sums[inside] += min(pair.left_weights[here], pair.right_weights[there])
    lighter, unquoted = min(
        _weight(ours, pair.left_weights, pair.left.quoted),
        _weight(theirs, pair.right_weights, pair.right.quoted),
    )
    return Match(sums[0], sums[1], lighter, unquoted, *_places(met))


def _weight(places: Sequence[int], weights: Sequence[float], quoted: Sequence[bool]) -> tuple[float, float]:
    return sum(weights[place] for place in places), sum(
        weights[place] for place in places if not quoted[place]
    )


def _places(met: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(here for here, _ in met), tuple(there for _, there in met)


def trimmed(pair: Pair, piece: Piece, met: Match) -> Piece:
    """Cut the much heavier side of a piece down to the words that met, function words at its ends aside."""
    left, right = piece
    heavy_left, heavy_right = sum(pair.left_weights[slice(*left)]), sum(pair.right_weights[slice(*right)])
    if heavy_left > MUCH * heavy_right:
        left = _hull(met.left, pair.left.base) or left
    elif heavy_right > MUCH * heavy_left:
        right = _hull(met.right, pair.right.base) or right
    return Piece(left, right)


MUCH = 1.6
"""How many times heavier a sentence must be for its partner to answer only a part of it."""


def _hull(places: Sequence[int], base: Sequence[float]) -> tuple[int, int] | None:
    telling = [place for place in places if base[place] > FUNCTION]
    return (min(telling), max(telling) + 1) if telling else None


def passage_of(pair: Pair, piece: Piece, kind: Reuse, likeness: float) -> Passage:
    """Return a piece as a passage, with spans into the texts."""
    left, right = pair.left, pair.right
    spans = left.span(*piece.left), right.span(*piece.right)
    return Passage(left.article, spans[0], right.article, spans[1], kind, round(likeness, 4))


def kind_of(pair: Pair, piece: Piece, settings: ReuseSettings) -> Reuse:
    """Tell how the words of a piece relate, by how many stand in the same order on both sides.

    All of them, case, marks and spelling convention aside: ``exact``. ``near`` and ``revised`` are shares of
    the longer side; less is a ``paraphrase``.
    """
    one, two = pair.left.words[slice(*piece.left)], pair.right.words[slice(*piece.right)]
    if one == two:
        return Reuse.EXACT
    ordered = LCSseq.similarity(one, two) / max(len(one), len(two))
    if ordered >= settings.near:
        return Reuse.NEAR
    return Reuse.REVISED if ordered >= settings.revised else Reuse.PARAPHRASE

"""What an aligned piece is: its kind and its likeness, by stated rules."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from stemmata.kernels import words_in_common
from stemmata.model import Passage, Reuse
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import FUNCTION, NAME, Strand
from stemmata.reuse.weights import Pair, Weights

NOBODY: frozenset[int] = frozenset()


class Piece(NamedTuple):
    """Words of the left strand and their counterpart on the right: first word and last (exclusive) of each."""

    left: tuple[int, int]
    right: tuple[int, int]


class Match(NamedTuple):
    """What the two sides of a piece share.

    ``plain`` weighs the words they share outside quotation marks, ``quoted`` those that either has inside;
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
    """Let each word of the left side meet one of the same key on the right, words already taken aside."""
    free: dict[str, list[int]] = {}
    for place in range(piece.right[1] - 1, piece.right[0] - 1, -1):
        if place not in right_taken:
            free.setdefault(pair.right.keys[place], []).append(place)
    keys = pair.left.keys
    met = [
        (place, others.pop())
        for place in range(*piece.left)
        if (others := free.get(keys[place])) and place not in left_taken
    ]
    plain, quoted = _shared(pair, met)
    lighter, unquoted = min(
        _left_over(pair.left_weights, piece.left, left_taken, pair.left.quoted),
        _left_over(pair.right_weights, piece.right, right_taken, pair.right.quoted),
    )
    return Match(plain, quoted, lighter, unquoted, tuple(one for one, _ in met), tuple(two for _, two in met))


def _shared(pair: Pair, met: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Weigh the words that met: those outside quotation marks in both texts, and the others."""
    plain = quoted = 0.0
    left, right = pair.left_weights.each, pair.right_weights.each
    for here, there in met:
        weight = min(left[here], right[there])
        if pair.left.quoted[here] or pair.right.quoted[there]:
            quoted += weight
        else:
            plain += weight
    return plain, quoted


def _left_over(
    weights: Weights, words: tuple[int, int], taken: Collection[int], quoted: Sequence[bool]
) -> tuple[float, float]:
    """Return the weight of the words not taken, and of those of them not quoted."""
    total, unquoted = weights.of(*words)
    if taken:
        gone = [place for place in range(*words) if place in taken]
        total -= sum(weights.each[place] for place in gone)
        unquoted -= sum(weights.each[place] for place in gone if not quoted[place])
    return total, unquoted


def trimmed(pair: Pair, piece: Piece, met: Match) -> Piece:
    """Cut the much heavier side of a piece down to the words that met, function words at its ends aside."""
    left, right = piece
    heavy_left, heavy_right = pair.left_weights.of(*left)[0], pair.right_weights.of(*right)[0]
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


def is_formula(pair: Pair, piece: Piece) -> bool:
    """Whether the sides of a piece say other things in one frame: "Storm A had winds of 60", "Storm B ... of 70".

    Either each names somebody and counts something that the other does not, and no number is the same in
    both; or both are rows of figures that have few in common; or both are quotations for the most part, of
    which not a word is the same.
    """
    left, right = _facts(pair.left, piece.left), _facts(pair.right, piece.right)
    if left.quoted and right.quoted and not left.quoted & right.quoted:
        return True
    figures = min(len(left.numbers), len(right.numbers))
    if figures >= FIGURES and len(left.numbers & right.numbers) < FIGURES_KEPT * figures:
        return True
    other_names = bool(left.names - right.names) and bool(right.names - left.names)
    return other_names and bool(left.numbers and right.numbers) and not left.numbers & right.numbers


FIGURES = 4
"""Numbers from which a piece is a row of figures."""
FIGURES_KEPT = 0.34
"""Share of them that a row taken over has in common with its source."""


class _Facts(NamedTuple):
    """The particulars of some words: names, numbers, and what is quoted (if that is most of them)."""

    names: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[str]


def _facts(strand: Strand, words: tuple[int, int]) -> _Facts:
    places = range(*words)
    quoted = [place for place in places if strand.quoted[place]]
    keys, base = strand.keys, strand.base
    return _Facts(
        frozenset(
            keys[place] for place in places if base[place] == NAME and not strand.words[place][0].isdigit()
        ),
        frozenset(keys[place] for place in places if strand.words[place][0].isdigit()),
        frozenset(keys[place] for place in quoted if base[place] > FUNCTION)
        if len(quoted) * 2 >= len(places)
        else frozenset(),
    )


def apart(pieces: Iterable[Piece], beside: Iterable[Piece] = ()) -> list[Piece]:
    """Return the pieces that no other piece, nor one of ``beside``, holds on both sides."""
    kept: list[Piece] = []
    around: list[Piece] = []
    marked = {**dict.fromkeys(pieces, True), **dict.fromkeys(beside, False)}
    for piece in sorted(
        marked, key=lambda piece: (piece.left[0], -piece.left[1], piece.right[0], -piece.right[1])
    ):
        around = [other for other in around if other.left[1] > piece.left[0]]
        if marked[piece] and not any(_holds(other, piece) for other in around):
            kept.append(piece)
        around.append(piece)
    return kept


def _holds(outer: Piece, inner: Piece) -> bool:
    return all(big[0] <= small[0] and small[1] <= big[1] for big, small in zip(outer, inner, strict=True))


def passage_of(pair: Pair, piece: Piece, kind: Reuse, likeness: float) -> Passage:
    """Return a piece as a passage, with spans into the texts; a quotation without its marks."""
    left, right = pair.left, pair.right
    if kind is Reuse.QUOTE:
        spans = left.words_span(*piece.left), right.words_span(*piece.right)
    else:
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
    ordered = words_in_common(one, two) / max(len(one), len(two))
    if ordered >= settings.near:
        return Reuse.NEAR
    return Reuse.REVISED if ordered >= settings.revised else Reuse.PARAPHRASE

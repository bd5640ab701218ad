"""Sentences that say the same in other words: partners by the rare words they share, in or out of order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stemmata.reuse.passages import Match, Piece, is_formula, match, trimmed
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import Strand
from stemmata.reuse.weights import Pair, Weights, common_weight

BEST = 4
"""Partners looked at for each sentence."""
NEARLY = 0.7
"""Share of the weight asked for that the keys alone must reach: a first look, before words are matched."""
REACH = 2
"""Sentences on either side within which a match backs another."""
OPEN = 0.5
"""Share of a sentence's words that must still be free."""


class Reworded(NamedTuple):
    """Two sentences (or the part of one that answers the other) and what they share."""

    piece: Piece
    met: Match
    sure: bool
    """Whether they were matched on their own, not beside others."""


def find_rewordings(
    pair: Pair, settled: Sequence[Piece], slight: Sequence[Piece], settings: ReuseSettings
) -> list[Reworded]:
    """Match the sentences that no settled piece fills: the sure ones first, then those beside a match."""
    table = _Table(pair, settled, slight)
    proposals = _ranked(pair, table, settings)
    for proposal in proposals:
        table.offer(proposal, settings.strong, settings.heft, sure=True)
    for _ in range(REACH):
        for proposal in proposals:
            if table.backed(proposal):
                table.offer(
                    proposal, settings.weak, settings.heft * settings.weak / settings.strong, sure=False
                )
    return table.matches


class _Proposal(NamedTuple):
    """Two sentences that may be one, by number."""

    score: float
    left: int
    right: int


class _Table:
    """Who sits with whom: words already taken, sentences that sit together, matches so far."""

    def __init__(self, pair: Pair, settled: Iterable[Piece], slight: Iterable[Piece]) -> None:
        self.pair = pair
        self.left_taken: set[int] = set()
        self.right_taken: set[int] = set()
        self.together: set[tuple[int, int]] = set()
        self.full: set[tuple[int, int]] = set()
        self.matches: list[Reworded] = []
        for piece in settled:
            self.full.add(self._seat(piece))
            self.left_taken.update(range(*piece.left))
            self.right_taken.update(range(*piece.right))
        for piece in slight:
            self._seat(piece)

    def _seat(self, piece: Piece) -> tuple[int, int]:
        """Note that the sentences in which a piece begins sit together."""
        seats = self.pair.left.sentence[piece.left[0]], self.pair.right.sentence[piece.right[0]]
        self.together.add(seats)
        return seats

    def offer(self, proposal: _Proposal, share: float, heft: float, *, sure: bool) -> None:
        """Take a proposal if what its sentences share, the words already taken aside, still makes them one."""
        seats = proposal.left, proposal.right
        if seats in self.full:
            return
        piece = _sentences(self.pair, *seats)
        met = match(self.pair, piece, self.left_taken, self.right_taken)
        enough = met.plain >= heft and met.likeness >= share and met.plain >= share * met.unquoted
        if enough and not is_formula(self.pair, piece):
            self.matches.append(Reworded(trimmed(self.pair, piece, met), met, sure))
            self.left_taken.update(met.left)
            self.right_taken.update(met.right)
            self.together.add(seats)
            self.full.add(seats)

    def backed(self, proposal: _Proposal) -> bool:
        """Whether sentences close by on both sides sit together."""
        steps = range(-REACH, REACH + 1)
        return any(
            (proposal.left + one, proposal.right + two) in self.together for one in steps for two in steps
        )


def _sentences(pair: Pair, left: int, right: int) -> Piece:
    here, there = pair.left.sentences[left], pair.right.sentences[right]
    return Piece((here.first, here.last), (there.first, there.last))


def _ranked(pair: Pair, table: _Table, settings: ReuseSettings) -> list[_Proposal]:
    """Return the likeliest partners of every open sentence, the best first."""
    found: list[_Proposal] = []
    for left, partners in _likely(pair, table, settings).items():
        for _, right in sorted(partners, reverse=True)[:BEST]:
            met = match(pair, _sentences(pair, left, right))
            if met.likeness >= settings.weak:
                found.append(_Proposal(met.likeness * (met.plain + met.quoted), left, right))
    return sorted(found, key=lambda one: (-one.score, one.left, one.right))


def _likely(pair: Pair, table: _Table, settings: ReuseSettings) -> dict[int, list[tuple[float, int]]]:
    """Return for each open sentence those whose common keys weigh enough for a closer look, with that weight."""
    left, right = (
        _open(pair.left, pair.left_weights, table.left_taken),
        _open(pair.right, pair.right_weights, table.right_taken),
    )
    likely: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (here, there), weight in sorted(common_weight(pair).items()):
        if (
            here in left
            and there in right
            and weight >= settings.weak * NEARLY * min(left[here], right[there])
        ):
            likely[here].append((weight, there))
    return likely


def _open(strand: Strand, weights: Weights, taken: set[int]) -> dict[int, float]:
    """Return the sentences of the body that are still mostly free, with their weight."""
    return {
        number: weights.of(one.first, one.last)[0]
        for number, one in enumerate(strand.sentences)
        if one.body
        and sum(map(taken.__contains__, range(one.first, one.last))) <= OPEN * (one.last - one.first)
    }

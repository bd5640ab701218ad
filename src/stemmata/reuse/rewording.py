"""Sentences that say the same in other words: partners by the rare words they share, in or out of order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemmata.reuse.passages import Match, Piece, match, trimmed
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import FUNCTION, Sentence, Strand
from stemmata.reuse.weights import Pair

BEST = 4
"""Partners looked at for each sentence."""
HOT = 24
"""Sentences of one text beyond which a word no longer proposes partners."""
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
        if met.plain >= heft and met.likeness >= share and met.plain >= share * met.unquoted:
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
    theirs = _postings(pair.right, _open(pair.right, table.right_taken))
    found: list[_Proposal] = []
    for number in _open(pair.left, table.left_taken):
        scores = _scores(pair, pair.left.sentences[number], theirs)
        least = settings.heft * settings.weak
        likely = [other for other in scores if scores[other] >= least]
        for other in sorted(likely, key=lambda other: (-scores[other], other))[:BEST]:
            met = match(pair, _sentences(pair, number, other))
            if met.likeness >= settings.weak:
                found.append(_Proposal(met.likeness * (met.plain + met.quoted), number, other))
    return sorted(found, key=lambda one: (-one.score, one.left, one.right))


def _open(strand: Strand, taken: set[int]) -> Iterator[int]:
    """Yield the sentences of the body that are still mostly free."""
    for number, one in enumerate(strand.sentences):
        words = range(one.first, one.last)
        if one.body and sum(place in taken for place in words) <= OPEN * len(words):
            yield number


def _postings(strand: Strand, numbers: Iterable[int]) -> dict[str, list[int]]:
    """Return for each telling key the sentences it stands in."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        one = strand.sentences[number]
        for key in {
            strand.keys[place] for place in range(one.first, one.last) if strand.base[place] > FUNCTION
        }:
            postings[key].append(number)
    return {key: held for key, held in postings.items() if len(held) <= HOT}


def _scores(pair: Pair, sentence: Sentence, theirs: dict[str, list[int]]) -> dict[int, float]:
    """Add up the weights of the keys that a sentence shares with each of the others."""
    scores: dict[int, float] = defaultdict(float)
    words = slice(sentence.first, sentence.last)
    for key, weight in dict(zip(pair.left.keys[words], pair.left_weights.each[words], strict=True)).items():
        for other in theirs.get(key, ()):
            scores[other] += weight
    return scores

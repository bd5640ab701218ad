"""Which text has which reading, as a matrix: the family seen all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemmata.lineage.collate import Collation
from stemmata.lineage.products import Flags, Matrix, overlap
from stemmata.lineage.story import Sentence, Story

Numbers = NDArray[np.intp]
_PAIR = 0.5  # two words in a row weigh half of what their words do: they repeat them, but hold the order


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of every text (rows).

    ``weights`` per reading; ``has``: whether it has it; ``bare`` the same for those outside quotations (what two texts share in
    quotations only may come from one speaker, not from one another); ``place`` the place of each reading; ``stands`` texts by places;
    ``single``: one word, not two in a row.
    """

    keys: tuple[tuple[int, str], ...]
    weights: Matrix
    has: Flags
    bare: Flags
    place: Numbers
    stands: Matrix
    single: NDArray[np.bool_]

    def heavy(self, factor: float) -> Matrix:
        """Return the weights, those of readings that two texts or more have made ``factor`` times heavier.

        A text may make up a word of its own; it cannot make up by chance what another has at that place.
        """
        return np.where(self.held() > 1, self.weights * np.float32(factor), self.weights)

    def shared(self, weights: Matrix) -> Matrix:
        """Return the weight of readings that each two texts share; on the diagonal, that of each text's own."""
        return overlap(self.has, weights)

    def shared_bare(self) -> Matrix:
        """Return the same, quotations masked."""
        return overlap(self.bare, self.weights)

    def both_but(self, one: int, other: int, third: int) -> Numbers:
        """Return the single-word readings that two texts share and a third lacks."""
        shared = (self.has[one] > 0) & (self.has[other] > 0) & (self.has[third] == 0)
        return np.flatnonzero(shared & self.single)

    def held(self) -> Matrix:
        """Return how many texts have each reading."""
        return np.asarray(self.has.sum(axis=0), np.float32)


def read_readings(stories: Sequence[Story], collation: Collation) -> Readings:
    """Lay out the readings of all stories."""
    known: dict[tuple[int, str], int] = {}
    weights: list[float] = []
    cells: list[dict[int, bool]] = []
    for story, places in zip(stories, collation.places, strict=True):
        row: dict[int, bool] = {}
        for sentence, place in zip(story.sentences, places, strict=True):
            for reading, weight, bare in _of(story, sentence, collation.rarity):
                number = known.setdefault((place, reading), len(known))
                if number == len(weights):
                    weights.append(weight)
                row[number] = row.get(number, False) or bare
        cells.append(row)
    return _lay_out(known, weights, cells, collation)


def _of(story: Story, sentence: Sentence, rarity: dict[str, float]) -> Iterator[tuple[str, float, bool]]:
    """Yield the readings of one sentence, their weights, and whether they stand outside quotations."""
    before = None
    for token in story.of(sentence):
        weight = rarity[token.stem]
        yield token.word, weight, not token.quoted
        if before is not None:
            both = _PAIR * (weight + rarity[before.stem]) / 2
            yield f"{before.word} {token.word}", both, not (token.quoted or before.quoted)
        before = token


def _lay_out(
    known: dict[tuple[int, str], int],
    weights: list[float],
    cells: list[dict[int, bool]],
    collation: Collation,
) -> Readings:
    has = np.zeros((len(cells), len(known)), np.bool_)
    bare = np.zeros_like(has)
    stands = np.zeros((len(cells), collation.count), np.float32)
    for number, row in enumerate(cells):
        has[number, list(row)] = True
        bare[number, [reading for reading, outside in row.items() if outside]] = True
        stands[number, list(collation.places[number])] = 1
    place = np.fromiter((key[0] for key in known), np.intp, len(known))
    single = np.fromiter((" " not in key[1] for key in known), np.bool_, len(known))
    return Readings(tuple(known), np.array(weights, np.float32), has, bare, place, stands, single)

"""Collation by sentence place: which sentences of a family's texts stand for the same sentence.

A *place* is a set of sentences, a *reading* is a word, or two words in a row, at a place. A text without a
sentence at a place has no reading there: missing is not differing. Method: philologists' collation, with
sentences for lines; sentences are tied by the share of rare word forms that the poorer one has in the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stemmata.lineage.forest import Forest
from stemmata.lineage.products import Matrix, inner
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.story import Story


@dataclass(frozen=True, slots=True)
class Collation:
    """The places of a family.

    ``places[text][sentence]`` is the number of a place; ``rarity`` weighs each word form from 0 to 1.
    """

    places: tuple[tuple[int, ...], ...]
    count: int
    rarity: dict[str, float]


def collate(stories: Sequence[Story], settings: LineageSettings) -> Collation:
    """Give every sentence of every story its place."""
    forms, numbers = _unique(stories)
    rarity = _rarity(forms)
    overlap, mass, common = _overlaps(forms, rarity)
    forest = Forest(len(forms))
    for one, other in _near(numbers, overlap, settings.neighbours):
        _tie(numbers[one], numbers[other], (overlap, mass, common), forest, settings)
    order: dict[int, int] = {}
    places = tuple(
        tuple(order.setdefault(forest.root(number), len(order)) for number in row) for row in numbers
    )
    return Collation(places, len(order), rarity)


def _near(numbers: list[list[int]], overlap: Matrix, most: int) -> list[tuple[int, int]]:
    """Return the pairs of stories to look at: all, or for each story so many others that it shares most with.

    Sentences are tied by chains of pairs, so those of a large family meet though few of its stories are compared.
    """
    size = len(numbers)
    if size <= most + 1:
        return [(one, other) for one in range(size) for other in range(one + 1, size)]
    member = np.zeros((size, overlap.shape[0]), np.float32)
    for story, row in enumerate(numbers):
        member[story, row] = 1
    best = np.empty((size, size), np.float32)
    for story, row in enumerate(numbers):
        best[story] = inner(overlap[row].max(axis=0, initial=0.0)[None, :], member)[0]
    np.fill_diagonal(best, -1.0)
    ranked = np.argsort(-best, axis=1, kind="stable")[:, :most]
    return sorted(
        {(min(one, other), max(one, other)) for one in range(size) for other in ranked[one].tolist()}
    )


def _unique(stories: Sequence[Story]) -> tuple[list[tuple[str, ...]], list[list[int]]]:
    """Return the distinct sentences (as sorted word forms), and each story's sentences as their numbers."""
    known: dict[tuple[str, ...], int] = {}
    numbers = [
        [
            known.setdefault(tuple(sorted({token.stem for token in story.of(sentence)})), len(known))
            for sentence in story.sentences
        ]
        for story in stories
    ]
    return list(known), numbers


def _rarity(forms: list[tuple[str, ...]]) -> dict[str, float]:
    """Weigh each word form: 1 in one sentence only, near 0 in all."""
    counts: dict[str, int] = {}
    for form in forms:
        for word in form:
            counts[word] = counts.get(word, 0) + 1
    top = np.log(len(forms) + 1.0)
    return {word: float(np.log((len(forms) + 1.0) / count) / top) for word, count in counts.items()}


def _overlaps(forms: list[tuple[str, ...]], rarity: dict[str, float]) -> tuple[Matrix, Matrix, Matrix]:
    """Return shared weight of each two sentences, the weight of each, and how many forms they share."""
    index = {word: number for number, word in enumerate(rarity)}
    has = np.zeros((len(forms), len(index)), np.float32)
    for row, form in enumerate(forms):
        has[row, [index[word] for word in form]] = 1
    weights = np.fromiter(rarity.values(), np.float32, len(index))
    weighed = has * weights
    return inner(weighed, has), weighed.sum(axis=1, dtype=np.float32), inner(has, has)


def _tie(
    one: list[int],
    other: list[int],
    measures: tuple[Matrix, Matrix, Matrix],
    forest: Forest,
    settings: LineageSettings,
) -> None:
    """Join sentences of two stories: each other's best, or one wholly held by a longer one."""
    if not one or not other:
        return
    overlap, mass, common = measures
    block = np.ix_(one, other)
    least = np.minimum.outer(mass[one], mass[other])
    share = np.where(common[block] >= settings.fewest, overlap[block] / np.maximum(least, 1e-6), 0)
    balance = 2 * overlap[block] / np.maximum(np.add.outer(mass[one], mass[other]), 1e-6)
    likeness = share + balance * (share > 0)
    across, down = likeness.argmax(axis=1), likeness.argmax(axis=0)
    mutual = [here for here in range(len(one)) if down[across[here]] == here]
    for here in range(len(one)):
        there = int(across[here])
        alike = share[here, there] >= settings.alike and balance[here, there] >= settings.balanced
        if (alike and here in mutual) or share[here, there] >= settings.folded:
            forest.join(one[here], other[there])
    for there in range(len(other)):
        here = int(down[there])
        if share[here, there] >= settings.folded:
            forest.join(one[here], other[there])
    for here in mutual:
        there = int(across[here])
        if share[here, there] >= settings.beside and _beside(one, other, here, there, forest):
            forest.join(one[here], other[there])


def _beside(one: list[int], other: list[int], here: int, there: int, forest: Forest) -> bool:
    """Whether a sentence before or after the two is already one place in both stories."""
    return any(
        0 <= here + step < len(one)
        and 0 <= there + step < len(other)
        and forest.root(one[here + step]) == forest.root(other[there + step])
        for step in (-1, 1)
    )

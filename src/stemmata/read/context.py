"""What a first guess of the story tells about each paragraph: where it stands to it, and what words they share."""

import re
from functools import cache

import numpy as np

from stemmata.read.features import Floats, Ints, lowered, window
from stemmata.read.sheet import Sheet

CONTEXT = (
    "guess", "guess_before", "guess_after", "guess_before_2", "guess_after_2", "guess_before_5", "guess_after_5",
    "story_before", "story_after", "story_middle", "story_edge", "story_size", "nothing_before", "nothing_after",
    "best_before_3", "best_after_3", "foreign_last", "foreign_first", "foreign_late", "shared", "shared_twice", "foreign", "shared_long", "shared_size",
)  # fmt: skip

_FOREIGN = 2
"""Column of ``_shared`` that says how much of a paragraph's words the story has not."""
_EDGE = 0.05
"""Share of the story's mass that makes its first or last paragraph: one in twenty."""
_SURE = 0.7
"""Probability from which a paragraph of eight words lends its words to the story. Set by hand on read/lines."""
_LONGEST = 3000
"""Characters of a paragraph whose words are compared."""


@cache
def _content_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}|[\u3040-\ud7a3]{2}")


def surroundings(sheet: Sheet, odds: Floats, words: Floats) -> Floats:
    """Return one row for each paragraph: the columns ``CONTEXT``, from first log-odds and word counts."""
    guess = likely(odds)
    mass = guess * np.minimum(words, 60)
    total = max(float(mass.sum()), 1.0)
    running = np.cumsum(mass)
    before, after = (running - mass) / total, 1 - running / total
    padded = np.concatenate([np.zeros(3), guess, np.zeros(3)])
    size = len(guess)

    def near(by: int) -> Floats:
        return padded[3 + by : 3 + by + size]

    sure = np.clip(guess, 1e-4, 1 - 1e-4)
    columns = [
        np.log(sure / (1 - sure)), near(-1), near(1), near(-2), near(2),
        window(guess, 5) / 5, window(guess[::-1], 5)[::-1] / 5,
        before, after, before * (1 - before), np.minimum(before, after), np.full(size, np.log1p(total)),
        before < 0.01, after < 0.01,
        np.maximum.reduce([near(-1), near(-2), near(-3)]), np.maximum.reduce([near(1), near(2), near(3)]),
    ]  # fmt: skip
    shared = _shared(sheet, guess, words)
    foreign = shared[:, _FOREIGN]
    columns += [foreign * (after < _EDGE), foreign * (before < _EDGE), foreign * (before > 1 - 3 * _EDGE)]
    parts = [*(np.asarray(column, float) for column in columns), shared]
    return np.column_stack(parts)


def likely(odds: Floats) -> Floats:
    """Return the probabilities that log-odds stand for."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def _shared(sheet: Sheet, guess: Floats, words: Floats) -> Floats:
    """Return how much of a paragraph's content words, weighted by rarity on the page, the sure story has too."""
    size = len(guess)
    owner, word = _bags(sheet, words)
    own = (guess > _SURE) & (words >= 8)
    everywhere = np.bincount(word)
    core = np.bincount(word, own[owner], minlength=len(everywhere))
    others = core[word] - own[owner]
    weight = np.log(1 + size / np.maximum(everywhere, 1))[word]
    bag = np.bincount(owner, minlength=size).astype(float)
    total = np.maximum(np.bincount(owner, weight, size), 1e-9)
    share = np.bincount(owner, weight * (others > 0), size) / total
    twice = np.bincount(owner, others > 1, size) / np.maximum(bag, 1)
    columns = (share, twice, 1 - share, share * (bag >= 10), np.minimum(share * bag**0.5, 4.0))
    return np.column_stack(columns) * (bag >= 4)[:, None]


def _bags(sheet: Sheet, words: Floats) -> tuple[Ints, Ints]:
    """Return the content words of all paragraphs, each once a paragraph, as pairs: paragraph and number of the word."""
    find, low, index = _content_word().findall, lowered(sheet.text), dict[str, int]()
    owners, numbers = list[int](), list[int]()
    for number, ((start, end), enough) in enumerate(zip(sheet.spans, (words >= 4).tolist(), strict=True)):
        if enough:
            bag = dict.fromkeys(find(low, start, min(end, start + _LONGEST)))
            owners += [number] * len(bag)
            numbers += [index.setdefault(word, len(index)) for word in bag]
    return np.array(owners, np.int64), np.array(numbers, np.int64)

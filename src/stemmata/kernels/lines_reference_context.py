"""What a first guess tells of paragraphs, in NumPy and plain Python: what the compiled measure must equal, and its stand-in."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.columns import Counts, Numbers
from stemmata.kernels.neighbours import behind, table, window

Table = NDArray[np.float64]


def measure_context(
    low: str,
    starts: Counts,
    ends: Counts,
    guess: Numbers,
    words: Numbers,
    sure: float,
    edge: float,
    longest: int,
) -> Table:
    """Return where each paragraph stands to a first guess of the story, and what words they share."""
    size = len(guess)
    mass = guess * np.minimum(words, 60)
    total, running = max(float(mass.sum()), 1.0), np.cumsum(mass)
    before, after = (running - mass) / total, 1 - running / total
    padded = np.concatenate([np.zeros(3), guess, np.zeros(3)])
    near = {by: padded[3 + by : 3 + by + size] for by in range(-3, 4)}
    clipped = np.clip(guess, 1e-4, 1 - 1e-4)
    shared = _shared(low, starts, ends, (guess, words), (sure, longest))
    foreign = shared[:, 2]
    return table(
        np.log(clipped / (1 - clipped)), near[-1], near[1], near[-2], near[2], window(guess, 5) / 5, behind(guess, 5) / 5,
        before, after, before * (1 - before), np.minimum(before, after), np.full(size, np.log1p(total)),
        before < 0.01, after < 0.01, np.maximum.reduce([near[-1], near[-2], near[-3]]), np.maximum.reduce([near[1], near[2], near[3]]),
        foreign * (after < edge), foreign * (before < edge), foreign * (before > 1 - 3 * edge), shared,
    )  # fmt: skip


def _shared(
    low: str, starts: Counts, ends: Counts, story: tuple[Numbers, Numbers], lent: tuple[float, int]
) -> Table:
    """Return how much of a paragraph's content words, weighted by rarity on the page, the sure story has too."""
    (guess, words), (sure, longest), size = story, lent, len(starts)
    owner, word = _bags(low, starts, np.minimum(ends, starts + longest), words)
    own = (guess > sure) & (words >= 8)
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


@cache
def _content_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}|[\u3040-\ud7a3]{2}")


def _bags(low: str, starts: Counts, ends: Counts, words: Numbers) -> tuple[Counts, Counts]:
    """Return the content words of all paragraphs, each once a paragraph, as pairs: paragraph and number of the word."""
    find, index = _content_word().findall, dict[str, int]()
    owners, numbers = list[int](), list[int]()
    for number, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        bag = dict.fromkeys(find(low, start, end)) if words[number] >= 4 else {}
        owners += [number] * len(bag)
        numbers += [index.setdefault(word, len(index)) for word in bag]
    return np.array(owners, np.int64), np.array(numbers, np.int64)

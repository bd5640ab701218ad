"""What a first guess of the story tells about each paragraph: where it stands to it, and what words they share."""

import numpy as np

from stemmata.kernels.lines import Lending, LinePage
from stemmata.read.features import Floats

CONTEXT = (
    "guess", "guess_before", "guess_after", "guess_before_2", "guess_after_2", "guess_before_5", "guess_after_5",
    "story_before", "story_after", "story_middle", "story_edge", "story_size", "nothing_before", "nothing_after",
    "best_before_3", "best_after_3", "foreign_last", "foreign_first", "foreign_late", "shared", "shared_twice", "foreign", "shared_long", "shared_size",
)  # fmt: skip

_LENDING = Lending(sure=0.7, edge=0.05, longest=3000)
"""From 0.7 on a paragraph of eight words lends its words to the story: set by hand on read/lines. A twentieth of the
story's mass makes its first or last paragraph. Of a paragraph three thousand characters are compared."""


def measure_surroundings(page: LinePage, guess: Floats, table: Floats, at: int) -> None:
    """Fill the columns ``CONTEXT`` of a table, from the probabilities of a first guess.

    The words of a paragraph that the story has too are weighted by their rarity on the page.
    """
    page.measure_context(guess, _LENDING, table, at)


def likely(odds: Floats) -> Floats:
    """Return the probabilities that log-odds stand for."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))

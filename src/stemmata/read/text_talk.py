"""Where a text without markup speaks to its reader and of its makers: donations, newsletters, terms of use."""

import numpy as np

from stemmata.kernels.neighbours import around
from stemmata.read.features import Floats, Lines
from stemmata.read.self_talk import spoken_to

TEXT_TALK = ("you", "us", "addresses", "bracketed", "talk", "talk_near")


def measure_text_talk(lines: Lines, words: Floats) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``TEXT_TALK``."""
    addresses, you, us = spoken_to(lines)
    tenths = 10 / np.maximum(words, 1)
    talk = np.minimum((np.minimum(you, 2) + np.minimum(us, 2) + np.minimum(addresses, 2)) * tenths, 4)
    return np.column_stack([
        np.minimum(you * tenths, 3), np.minimum(us * tenths, 3), np.minimum(addresses, 3),
        [lines.low[start] in "[(*" for start in lines.starts.tolist()], talk, around(talk, 2),
    ])  # fmt: skip

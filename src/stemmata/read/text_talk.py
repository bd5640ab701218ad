"""Where a text without markup speaks to its reader and of its makers: donations, newsletters, terms of use."""

import numpy as np

from stemmata.read.features import Floats, lowered, window
from stemmata.read.self_talk import spoken_to
from stemmata.read.sheet import Sheet

TEXT_TALK = ("you", "us", "addresses", "bracketed", "talk", "talk_near")


def measure_text_talk(sheet: Sheet, words: Floats) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``TEXT_TALK``."""
    low = lowered(sheet.text).replace("\n", " ")
    starts = np.array([span.start for span in sheet.spans], np.int64)
    you, us, addresses = spoken_to(low, starts)
    tenths = 10 / np.maximum(words, 1)
    talk = np.minimum((np.minimum(you, 2) + np.minimum(us, 2) + np.minimum(addresses, 2)) * tenths, 4)
    return np.column_stack([
        np.minimum(you * tenths, 3), np.minimum(us * tenths, 3), np.minimum(addresses, 3),
        [low[start] in "[(*" for start in starts.tolist()], talk, window(talk, 2) + window(talk[::-1], 2)[::-1],
    ])  # fmt: skip

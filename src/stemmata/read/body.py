"""Which paragraphs a reader would read aloud.

A log-linear score for each paragraph over the columns of ``features.py``, then the most likely sequence under a
cost for every change between story and wrapping (Viterbi). The weights stand in ``weights.json``; that file says
what they were fitted on. They are about lengths, marks and places, never about words.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from stemmata.read.features import MARKS, WORDS, Floats, measure
from stemmata.read.sheet import Sheet


@cache
def _weights(kind: str) -> tuple[Floats, float, float]:
    """Return the weights in the order of the columns, the bias and the cost of a change."""
    table = json.loads(files("stemmata.read").joinpath("weights.json").read_text("utf-8"))[kind]
    names = WORDS if kind == "text" else WORDS + MARKS
    return np.array([table["weights"].get(name, 0.0) for name in names]), table["bias"], table["change"]


def body_of(sheet: Sheet) -> tuple[NDArray[np.bool_], Floats]:
    """Return for every paragraph whether it is body, and its log-odds to be."""
    weights, bias, change = _weights("html" if sheet.marks else "text")
    odds = measure(sheet) @ weights + bias
    return smoothed(odds, change), odds


def smoothed(odds: Floats, change: float) -> NDArray[np.bool_]:
    """Return the likeliest sequence of story and wrapping when every change between them costs ``change``."""
    best, other = 0.0, -change
    came: list[tuple[bool, bool]] = []
    for odd in odds.tolist():
        stay_out, stay_in = best >= other - change, other >= best - change
        best, other = (
            best if stay_out else other - change,
            (other if stay_in else best - change) + odd,
        )
        came.append((stay_out, stay_in))
    inside = other > best
    path = np.zeros(len(odds), bool)
    for number in range(len(odds) - 1, -1, -1):
        path[number] = inside
        stay = came[number][1] if inside else came[number][0]
        inside = inside if stay else not inside
    return path

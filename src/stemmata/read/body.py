"""Which paragraphs a reader would read aloud.

Two log-linear scores: the first over lengths, marks, places and markup (``features.py``), the second over the
same and what the first guess says of the neighbourhood (``context.py``), so that a paragraph is judged by the
company it keeps and by the words it shares with the story. The weights stand in ``weights_html.json``
and ``weights_text.json``, fitted by ``benchmarks/fit_read.py`` and ``benchmarks/fit_read_text.py``; they are about shapes, never about words.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemmata.read.context import CONTEXT, KIN, surroundings
from stemmata.read.features import WORDS, Floats, measure_words
from stemmata.read.markup_features import MARKS, measure_marks
from stemmata.read.sheet import Sheet

_FILES = {"html": "weights_html.json", "text": "weights_text.json"}


def columns_of(score: str, *, html: bool) -> tuple[str, ...]:
    """Return the names of the columns of the ``first`` or the ``second`` score."""
    names = WORDS + MARKS if html else WORDS
    if score == "first":
        return names
    return names + CONTEXT + KIN if html else names + CONTEXT


def measure(sheet: Sheet) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``WORDS``, and ``MARKS`` where there is markup."""
    words = measure_words(sheet)
    return np.hstack([words, measure_marks(sheet, words)]) if sheet.marks else words


def body_of(sheet: Sheet) -> tuple[NDArray[np.bool_], Floats]:
    """Return for every paragraph whether it is body, and its log-odds to be."""
    kind = "html" if sheet.marks else "text"
    measured = measure(sheet)
    weights, bias = _weights(kind, "first")
    first = measured @ weights + bias
    around = surroundings(sheet, first, np.expm1(measured[:, 0]))
    weights, bias = _weights(kind, "second")
    odds = np.hstack([measured, around]) @ weights + bias
    return odds > 0, odds


@cache
def _weights(kind: str, score: str) -> tuple[Floats, float]:
    """Return the weights in the order of the columns, and the bias."""
    table = json.loads(Path(__file__).with_name(_FILES[kind]).read_text("utf-8"))[score]
    names = columns_of(score, html=kind == "html")
    return np.array([table["weights"].get(name, 0.0) for name in names]), float(table["bias"])

"""Which paragraphs a reader would read aloud.

Two scores: the first over lengths, marks, places and markup (``features.py``, ``markup_features.py``,
``promised.py``, ``self_talk.py``, ``text_talk.py``), the second over the same and what the first guess says of the neighbourhood and of
the paragraphs built alike (``context.py``, ``kin.py``), so that a paragraph is judged by the company it keeps and by the
words it shares with the story. Both are decision trees, for HTML ``forest_html.json``, for text ``forest_text.json``,
fitted by ``benchmarks/fit_read.py`` and ``benchmarks/fit_read_text.py``; they are about shapes, never about words.
"""

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import forest_scores
from stemmata.read.context import CONTEXT, likely, surroundings
from stemmata.read.features import WORDS, Floats, Lines, lines_of, measure_words
from stemmata.read.forests import load
from stemmata.read.kin import KIN, measure_kin
from stemmata.read.markup_features import GROUPS, MARKS, measure_marks
from stemmata.read.measures import Measures, measures_of
from stemmata.read.promised import PROMISED, measure_promised
from stemmata.read.self_talk import SELF_TALK, measure_self_talk
from stemmata.read.sheet import Sheet
from stemmata.read.text_talk import TEXT_TALK, measure_text_talk

CAUTION = 0.4
"""Log-odds that a paragraph with markup must have more than even: what leaks costs a reader more than what is lost.
Of 0, 0.4 and 1 it leaves most pages perfect on publishers not fitted on (``benchmarks/fit_read.py``)."""
TEXT_CAUTION = -0.3
"""The same for plain text, where it is the other way about: of 0.5, 0, -0.3, -0.6 and -1 it reaches the best F1 on
publishers not fitted on (``benchmarks/fit_read_text.py``)."""


def columns_of(score: str, *, html: bool) -> tuple[str, ...]:
    """Return the names of the columns of the ``first`` or the ``second`` score."""
    names = WORDS + MARKS + GROUPS + PROMISED + SELF_TALK if html else WORDS + TEXT_TALK
    if score == "first":
        return names
    return names + CONTEXT + KIN if html else names + CONTEXT


def body_of(sheet: Sheet) -> tuple[NDArray[np.bool_], Floats]:
    """Return for every paragraph whether it is body, and its log-odds to be."""
    odds = _html_odds(sheet) - CAUTION if sheet.marks else _text_odds(sheet) - TEXT_CAUTION
    return odds > 0, odds


def _html_odds(sheet: Sheet) -> Floats:
    page, first = measure_html(sheet)
    forests = load("forest_html").forests
    odds = forest_scores(first, forests["first"])
    return forest_scores(measure_again(page, first, odds), forests["second"])


def measure_html(sheet: Sheet) -> tuple[Measures, Floats]:
    """Return the columns of the first score of a page with markup, and what they were measured from."""
    lines = lines_of(sheet)
    words = measure_words(lines)
    page = measures_of(sheet, lines, words)
    return page, np.hstack(
        [words, measure_marks(page), measure_promised(sheet, page), measure_self_talk(sheet, page)]
    )


def measure_again(page: Measures, first: Floats, odds: Floats) -> Floats:
    """Return the columns of the second score, given those of the first and the log-odds it came to."""
    return np.hstack([first, surroundings(page.lines, odds, page.words), measure_kin(page, likely(odds))])


def _text_odds(sheet: Sheet) -> Floats:
    lines = lines_of(sheet)
    first = measure_text(lines)
    forests = load("forest_text").forests
    around = surroundings(lines, forest_scores(first, forests["first"]), np.expm1(first[:, 0]))
    return forest_scores(np.hstack([first, around]), forests["second"])


def measure_text(lines: Lines) -> Floats:
    """Return the columns of the first score of a plain text."""
    words = measure_words(lines)
    return np.hstack([words, measure_text_talk(lines, np.expm1(words[:, 0]))])

"""Which paragraphs a reader would read aloud.

Two scores: the first over lengths, marks, places and markup (``features.py``, ``markup_features.py``,
``promised.py``, ``self_talk.py``, ``text_talk.py``), the second over the same and what the first guess says of the neighbourhood and of
the paragraphs built alike (``context.py``, ``kin.py``), so that a paragraph is judged by the company it keeps and by the
words it shares with the story. Both are decision trees, for HTML ``forest_html.json``, for text ``forest_text.json``,
fitted by ``benchmarks/fit_read.py`` and ``benchmarks/fit_read_text.py``; they are about shapes, never about words.
"""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import forest_scores
from stemmata.kernels.lines import LinePage
from stemmata.read.context import CONTEXT, likely, measure_surroundings
from stemmata.read.features import WORDS, Floats, lines_of, measure_words
from stemmata.read.forests import load
from stemmata.read.kin import KIN, measure_kin
from stemmata.read.markup_features import GROUPS, MARKS, measure_marks
from stemmata.read.measures import marked_lines_of
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


_HTML = (WORDS, MARKS + GROUPS, PROMISED, SELF_TALK, CONTEXT, KIN)
_TEXT = (WORDS, TEXT_TALK, CONTEXT)
"""The columns of the second score, measure by measure; the first score has those before what a first guess tells."""


def columns_of(score: str, *, html: bool) -> tuple[str, ...]:
    """Return the names of the columns of the ``first`` or the ``second`` score."""
    measures = _HTML if html else _TEXT
    kept = measures[: measures.index(CONTEXT)] if score == "first" else measures
    return tuple(name for names in kept for name in names)


def _places(measures: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """Return the first column of each measure, and how many columns there are."""
    return (0, *accumulate(map(len, measures)))


_IN_HTML, _IN_TEXT = _places(_HTML), _places(_TEXT)


def body_of(sheet: Sheet) -> tuple[NDArray[np.bool_], Floats]:
    """Return for every paragraph whether it is body, and its log-odds to be."""
    odds = _html_odds(sheet) - CAUTION if sheet.marks else _text_odds(sheet) - TEXT_CAUTION
    return odds > 0, odds


def _html_odds(sheet: Sheet) -> Floats:
    page, table = _measured_html(sheet)
    forests = load("forest_html").forests
    _measure_again(page, table, forest_scores(table, forests["first"]))
    return forest_scores(table, forests["second"])


def _measured_html(sheet: Sheet) -> tuple[LinePage, Floats]:
    """Return a table for the second score that is filled for the first."""
    page, table = marked_lines_of(sheet), np.zeros((len(sheet.spans), _IN_HTML[-1]))
    measure_words(page, table)
    measure_marks(page, table, _IN_HTML[1])
    measure_promised(sheet, page, table, _IN_HTML[2])
    measure_self_talk(sheet, page, table, _IN_HTML[3])
    return page, table


def _measure_again(page: LinePage, table: Floats, odds: Floats) -> None:
    """Fill the columns that only the second score has, given the log-odds that the first came to."""
    guess = likely(odds)
    measure_surroundings(page, guess, table, _IN_HTML[4])
    measure_kin(page, guess, table, _IN_HTML[5])


def measure_html(sheet: Sheet) -> tuple[LinePage, Floats]:
    """Return a page with markup as the kernels read it, and the columns of its first score."""
    page, table = _measured_html(sheet)
    return page, table[:, : _IN_HTML[4]].copy()


def measure_again(page: LinePage, first: Floats, odds: Floats) -> Floats:
    """Return the columns of the second score, given those of the first and the log-odds it came to."""
    table = np.zeros((len(first), _IN_HTML[-1]))
    table[:, : first.shape[1]] = first
    _measure_again(page, table, odds)
    return table


def _text_odds(sheet: Sheet) -> Floats:
    page, table = _measured_text(sheet)
    forests = load("forest_text").forests
    measure_surroundings(page, likely(forest_scores(table, forests["first"])), table, _IN_TEXT[2])
    return forest_scores(table, forests["second"])


def _measured_text(sheet: Sheet) -> tuple[LinePage, Floats]:
    page, table = lines_of(sheet), np.zeros((len(sheet.spans), _IN_TEXT[-1]))
    measure_words(page, table)
    measure_text_talk(page, table, _IN_TEXT[1])
    return page, table


def measure_text(sheet: Sheet) -> tuple[LinePage, Floats]:
    """Return a plain text as the kernels read it, and the columns of its first score."""
    page, table = _measured_text(sheet)
    return page, table[:, : _IN_TEXT[2]].copy()


def measure_text_again(page: LinePage, first: Floats, odds: Floats) -> Floats:
    """Return the columns of a plain text's second score, given those of the first and the log-odds it came to."""
    table = np.zeros((len(first), _IN_TEXT[-1]))
    table[:, : first.shape[1]] = first
    measure_surroundings(page, likely(odds), table, _IN_TEXT[2])
    return table

"""What can be measured of a paragraph and its neighbours without knowing its words.

All paragraphs of a page are measured at once by the kernel ``lines``: at some two hundred lines a page, a loop in
Python would cost a hundred times as much.
"""

from functools import cache, lru_cache
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import lines, texts
from stemmata.kernels.lines import LineBook, LinePage
from stemmata.read.phrases import BULLETS, EDGES, phrases
from stemmata.read.sheet import Sheet

Floats = NDArray[np.float64]

_TABLE = 0x3100
"""Code points looked up one by one; beyond lie mostly ideographs."""

WORDS = (
    "words", "long", "very_long", "stops", "ends", "ends_colon", "titled", "upper", "digits", "commas", "short_words", "bullet",
    "lower_start", "bars", "quotes", "label", "opening", "terms", "terms_many", "terms_near", "twice", "place", "place_squared",
    "prose", "before_1", "after_1", "before_3", "after_3", "before_8", "after_8", "prose_before", "prose_after", "near_peak",
    "words_before", "words_after", "cap_before", "cap_after", "ends_before", "ends_after", "label_above", "short_run_after", "short_run_before",
)  # fmt: skip


def lines_of(sheet: Sheet) -> LinePage:
    """Return a plain text's paragraphs as the kernels read them."""
    return lines.line_page(sheet.text, lowered(sheet.text), sheet.spans)


def measure_words(page: LinePage, table: Floats) -> None:
    """Fill the first columns of a table: ``WORDS``."""
    page.measure_words(_book(), table, 0)


@cache
def _book() -> LineBook:
    known = phrases()
    return lines.line_book(
        labels=tuple(known.labels),
        openings=known.starts,
        terms=known.terms,
        edges=EDGES,
        bullets=BULLETS,
        kinds=_kinds(),
    )


def _kinds() -> NDArray[np.uint8]:
    """Return the kind of every code point of the first plane."""
    names = {
        "Lu": lines.UPPER,
        "Lt": lines.UPPER,
        "Ll": lines.LOWER,
        "Lo": lines.PLAIN,
        "Lm": lines.PLAIN,
        "Mn": lines.PLAIN,
        "Mc": lines.PLAIN,
        "Nd": lines.FIGURE,
    }
    table = np.full(0x10000, lines.IDEOGRAPH, np.uint8)
    table[:_TABLE] = [names.get(name, lines.ODD) for name in map(category, map(chr, range(_TABLE)))]
    table[0x3000:0x3040] = lines.ODD
    table[0x3040:0x3100] = lines.IDEOGRAPH
    table[0xD800:0xF900] = lines.ODD
    table[0xFE00:0x10000] = lines.ODD
    for kind, chars in (
        (lines.BLANK, " \t\n\r\x0b\x0c\x85\xa0\u2002\u2003\u2009\u200a\u202f\u3000\u2028\u2029"),
        (lines.STOP, ".!?…。！？؟।"),
        (lines.COMMA, ",;:、，；：،"),
        (lines.QUOTE, '"“”„«»‘’「」『』'),
        (lines.BAR, "|>•·/\\#*=→›▼"),
    ):
        table[[ord(char) for char in chars]] = kind
    return table


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Lower the case without moving any character."""
    return texts.lowered(text)

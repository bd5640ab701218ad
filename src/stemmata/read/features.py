"""What can be measured of a paragraph and its neighbours without knowing its words.

All paragraphs of a page are measured at once over an array of its code points: at some two hundred lines a page,
a loop in Python would cost ten times as much.
"""

from functools import cache, lru_cache
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from stemmata.read.phrases import hits
from stemmata.read.sheet import Sheet

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_OTHER, _SPACE, _UPPER, _LOWER, _LETTER, _IDEOGRAPH, _DIGIT, _STOP, _COMMA, _QUOTE, _BAR = range(11)
_KINDS = 11
_TABLE = 0x3100
"""Code points looked up one by one; beyond lie mostly ideographs."""

WORDS = (
    "words", "long", "very_long", "stops", "ends", "ends_colon", "titled", "upper", "digits", "commas", "short_words", "bullet",
    "lower_start", "bars", "quotes", "label", "opening", "terms", "terms_many", "terms_near", "twice", "place", "place_squared",
    "prose", "before_1", "after_1", "before_3", "after_3", "before_8", "after_8", "prose_before", "prose_after", "near_peak",
    "words_before", "words_after", "cap_before", "cap_after", "ends_before", "ends_after", "label_above", "short_run_after", "short_run_before",
)  # fmt: skip


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return the kind of every code point of the first plane."""
    names = {
        "Lu": _UPPER,
        "Lt": _UPPER,
        "Ll": _LOWER,
        "Lo": _LETTER,
        "Lm": _LETTER,
        "Mn": _LETTER,
        "Mc": _LETTER,
        "Nd": _DIGIT,
    }
    table = np.full(0x10000, _IDEOGRAPH, np.uint8)
    table[:_TABLE] = [names.get(name, _OTHER) for name in map(category, map(chr, range(_TABLE)))]
    table[0x3000:0x3040] = _OTHER
    table[0x3040:0x3100] = _IDEOGRAPH
    table[0xD800:0xF900] = _OTHER
    table[0xFE00:0x10000] = _OTHER
    for kind, chars in (
        (_SPACE, " \t\n\r\x0b\x0c\x85\xa0\u2002\u2003\u2009\u200a\u202f\u3000\u2028\u2029"),
        (_STOP, ".!?…。！？؟।"),
        (_COMMA, ",;:、，；：،"),
        (_QUOTE, '"“”„«»‘’「」『』'),
        (_BAR, "|>•·/\\#*=→›▼"),
    ):
        table[[ord(char) for char in chars]] = kind
    return table


def measure_words(sheet: Sheet) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``WORDS``."""
    starts = np.fromiter((span.start for span in sheet.spans), np.int64, len(sheet.spans))
    ends = np.fromiter((span.end for span in sheet.spans), np.int64, len(sheet.spans))
    codes = _codes(sheet.text)
    kinds = _kinds()[codes]
    owner = _owner(starts, len(codes))
    counts = (
        np.bincount(owner * _KINDS + kinds, minlength=len(starts) * _KINDS).reshape(-1, _KINDS).astype(float)
    )
    letter = (kinds >= _UPPER) & (kinds <= _LETTER)
    opening = letter & ~np.concatenate([[False], letter[:-1]])
    begins = np.flatnonzero(opening)
    closing = np.flatnonzero(letter & ~np.concatenate([letter[1:], [False]]))
    sizes = closing - begins + 1
    paragraphs = len(starts)

    def count(mask: NDArray[np.bool_]) -> Floats:
        return np.bincount(owner[begins[mask]], minlength=paragraphs).astype(float)

    humble = kinds[begins] == _LOWER
    words = count(np.ones(len(begins), bool)) + counts[:, _IDEOGRAPH] / 2
    titled = count(~humble & (kinds[begins] == _UPPER))
    short = count(humble & (sizes <= 3))
    after = np.concatenate([kinds[1:], [_SPACE]])
    stop = (kinds == _STOP) & ((after == _SPACE) | (after == _QUOTE) | (after == _IDEOGRAPH))
    stops = np.bincount(owner[stop], minlength=paragraphs).astype(float)
    last, last_but_one = kinds[ends - 1], kinds[np.maximum(ends - 2, starts)]
    final = (last == _STOP) | ((last == _QUOTE) & ((last_but_one == _STOP) | (last_but_one == _COMMA)))
    closes = (sheet_char := codes[ends - 1]) == ord(")")
    final |= closes & (last_but_one == _STOP)
    final_colon = sheet_char == ord(":")
    size = np.maximum(ends - starts, 1).astype(float)
    many = np.maximum(words, 1)
    labels, openings, terms = hits(lowered(sheet.text), sheet.spans)
    spoken = np.minimum(np.array(terms, float), 2)
    twice = _repeats(sheet)
    titled_share = np.where(words > 1, np.maximum(titled - 1, 0) / np.maximum(words - 1, 1), 1)
    prose = np.where((words >= 8) & (stops + final > 0) & (titled_share < 0.6) & (twice == 0), words, 0.0)
    number = np.arange(paragraphs) / max(paragraphs - 1, 1)
    total = max(float(prose.sum()), 1.0)
    running = np.cumsum(prose)
    log_words = np.log1p(words)
    weak = ((words < 8) | (final == 0)).astype(float)
    columns = [
        log_words, words >= 10, words >= 25, np.log1p(stops), final, final_colon, titled_share, counts[:, _UPPER] / size,
        counts[:, _DIGIT] / size, counts[:, _COMMA] / many, short / many, kinds[starts] == _BAR,
        kinds[starts] == _LOWER, np.minimum(counts[:, _BAR] / many, 1), np.minimum(counts[:, _QUOTE], 2) / 2,
        np.array(labels), np.array(openings), np.minimum(np.array(terms), 1), np.minimum(np.array(terms) / many * 20, 3),
        np.minimum(window(spoken, 3) + window(spoken[::-1], 3)[::-1], 4), twice,
        number, number**2, np.log1p(prose),
        _shifted(np.log1p(prose), 1), _shifted(np.log1p(prose), -1),
        np.log1p(window(prose, 3)), np.log1p(window(prose[::-1], 3)[::-1]),
        np.log1p(window(prose, 8)), np.log1p(window(prose[::-1], 8)[::-1]),
        (running - prose) / total, 1 - running / total, _nearness(prose),
        _shifted(log_words, 1), _shifted(log_words, -1), _shifted(titled_share, 1), _shifted(titled_share, -1),
        _shifted(final.astype(float), 1), _shifted(final.astype(float), -1), _shifted(np.array(labels, float), 1),
        _run(weak[::-1])[::-1], _run(weak),
    ]  # fmt: skip
    return np.column_stack([np.asarray(column, float) for column in columns])


def _codes(text: str) -> NDArray[np.uint16]:
    """Return the code points of a text; all beyond the first plane count as its last one."""
    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(narrow) == len(text):
        return narrow
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, 0xFFFF).astype(np.uint16)


def _owner(starts: Ints, size: int) -> Ints:
    """Return for every character the paragraph it stands in (white space: the one before it)."""
    steps = np.zeros(size, np.int64)
    steps[starts[1:]] = 1
    return np.cumsum(steps)


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Lower the case without moving any character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[:1] or char for char in text)


def _repeats(sheet: Sheet) -> Floats:
    """Tell which paragraphs stand on the page a second time or more."""
    seen: dict[str, int] = {}
    lines = [sheet.text[start:end] for start, end in sheet.spans]
    for line in lines:
        seen[line] = seen.get(line, 0) + 1
    return np.array([min(seen[line] - 1, 1) for line in lines], float)


def _shifted(column: Floats, by: int) -> Floats:
    """Return the neighbour's value: of the paragraph before (1) or after (-1); 0 past the edge."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


def window(column: Floats, reach: int) -> Floats:
    """Return the sum over the ``reach`` paragraphs before each."""
    running: Floats = np.concatenate([[0.0], np.cumsum(column)])
    here = np.arange(len(column))
    return np.subtract(running[here], running[np.maximum(here - reach, 0)])


def _nearness(prose: Floats) -> Floats:
    """Return how dense the prose is around a paragraph, against the densest stretch of the page."""
    near: Floats = window(prose, 10) + window(prose[::-1], 10)[::-1] + prose
    share: Floats = near / max(float(near.max(initial=0.0)), 1.0)
    return share


def _run(weak: Floats) -> Floats:
    """Return how long a run of weak paragraphs ends just before each, as a logarithm."""
    number = np.arange(len(weak))
    last = np.maximum.accumulate(np.where(weak == 0, number, -1))
    run = np.concatenate([[0.0], (number - last)[:-1]]) if len(weak) else np.zeros(0)
    logged: Floats = np.log1p(np.minimum(run, 20))
    return logged


def summed(group: Ints, column: Floats) -> Floats:
    """Return for each paragraph the sum over all that share its group."""
    return np.bincount(group, column).astype(float)[group]

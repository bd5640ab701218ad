"""What a head promises, and where a page speaks, in NumPy and plain Python: what the compiled measures must equal."""

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels.columns import Counts, Numbers
from stemmata.kernels.neighbours import around, table

Table = NDArray[np.float64]

OPENING = 40
"""Characters of a paragraph in which it is opened by who signs."""
_KEY = 40
"""Characters of a paragraph's beginning that are looked for in what the head promises."""
_FEWEST = 10
"""Characters that a paragraph's beginning must have to be looked for."""
_LONGEST_TITLE = 300
_FAR = 80.0
"""Paragraphs since the last heading where there is none."""

_Lines = tuple[str, Counts, Counts]
"""A text in lower case, and where its paragraphs start and end."""
_Page = tuple[Counts, Counts, Counts, Table]
"""Tags, traits, characters in links, and the columns of words."""


def measure_promised(
    lines: _Lines, page: _Page, meaning: tuple[int, ...], promise: tuple[list[str], str, str]
) -> Table:
    """Return 13 columns: the story's title, summary and text found again, and how far off headings are."""
    tags, traits, linked, columns = page
    if not len(tags):
        return np.zeros((0, 13))
    titles, summary, story = promise
    title = _titles(lines, traits & meaning[4] != 0, (tags == meaning[7], linked > 0), titles)
    best, at = float(title.max()), int(np.argmax(title))
    gap = np.arange(-at, len(title) - at, dtype=float) if best > 0 else np.zeros(len(title))
    prose, share = columns[4], columns[5]
    running: Numbers = np.cumsum(prose)
    here, text = _found(lines, columns[2], summary, story)
    known = float((text * share).sum())
    headings = meaning[8] >> tags & 1
    return table(
        title, np.full(len(title), best), gap > 0, gap < 0, _signed_log(gap),
        _signed_log((running - running[at]) * float(best > 0)), np.log1p(_since(tags == meaning[7])),
        here, text, (known > 0.1) * (1 - text) * (prose > 0), np.full(len(title), known),
        np.log1p(_since(headings > 0)), np.cumsum(headings) / max(1, headings.sum()),
    )  # fmt: skip


def _titles(
    lines: _Lines,
    headed: NDArray[np.bool_],
    marks: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    told: list[str],
) -> Numbers:
    """Score how likely each heading is the story's: it says what the head calls the page, it is an ``h1``, no link."""
    (low, starts, ends), (first, linked) = lines, marks
    score = np.zeros(len(starts))
    for number in np.flatnonzero(headed).tolist():
        words = _spaced(low[starts[number] : min(ends[number], starts[number] + _LONGEST_TITLE)])
        if len(words) >= 8:
            inside = any(words in name or name in words for name in told)
            alike = any(words[:20] == name[:20] for name in told)
            score[number] = 3.0 if inside else 2.0 if alike else 0.0
            score[number] += float(first[number]) - 0.5 * float(linked[number])
    return np.maximum(score, 0)


def _found(lines: _Lines, words: Numbers, told: str, body: str) -> tuple[Numbers, Numbers]:
    """Tell which paragraphs begin as the summary or stand in the text that the head gives."""
    low, starts, ends = lines
    summary, text = np.zeros(len(starts)), np.zeros(len(starts))
    for number in np.flatnonzero(words >= 3).tolist() if told or body else ():
        start = starts[number]
        key = _spaced(low[start : min(ends[number], start + _KEY + 10)])[:_KEY]
        if len(key) >= _FEWEST:
            text[number] = key in body
            summary[number] = bool(told) and (key in told or told[:30] in key)
    return summary, text


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _since(flags: NDArray[np.bool_]) -> Numbers:
    """Return how many paragraphs ago the last flag stood, at most 60."""
    number = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, number, -1))
    return np.where(last >= 0, np.minimum(number - last, 60), _FAR)


def _signed_log(column: Numbers) -> Numbers:
    """Return the logarithm of the size, with the sign."""
    return np.asarray(np.sign(column) * np.log1p(np.abs(column)))


def bracketed(low: str, starts: Counts) -> Numbers:
    """Tell which paragraphs begin with a bracket or an asterisk."""
    return np.array([low[start] in "[(*" for start in starts.tolist()], float)


def measure_talk(named: tuple[Numbers, Numbers, Numbers, Numbers], spoken: Table, words: Numbers) -> Table:
    """Return 9 columns from counts of names, signatures and openings by one, brackets, and of speech."""
    (sites, signed, opens, brackets), (addresses, you, us) = named, spoken
    tenths = 10 / np.maximum(words, 1)
    talk = sum(np.minimum(column, 2) for column in (sites, addresses, you, us)) + np.minimum(signed, 1)
    share = np.minimum(talk * tenths, 4)
    return table(
        np.minimum(sites, 2), np.minimum(signed, 2), opens, np.minimum(addresses, 3), np.minimum(you * tenths, 3),
        np.minimum(us * tenths, 3), brackets, share, around(share, 2),
    )  # fmt: skip


def measure_text_talk(brackets: Numbers, spoken: Table, words: Numbers) -> Table:
    """Return 6 columns from brackets and counts of speech."""
    addresses, you, us = spoken
    tenths = 10 / np.maximum(words, 1)
    talk = np.minimum((np.minimum(you, 2) + np.minimum(us, 2) + np.minimum(addresses, 2)) * tenths, 4)
    return table(
        np.minimum(you * tenths, 3), np.minimum(us * tenths, 3), np.minimum(addresses, 3), brackets, talk, around(talk, 2)
    )  # fmt: skip

"""Keys by which words that mean the same meet: forms of a word, words newsrooms put for one another, numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stemmata.kernels import fold
from stemmata.text.languages import section, words_of
from stemmata.text.spelling import spelling
from stemmata.text.stems import stem

KIN = 7
"""Letters by which two word forms are known as kin: manufactur(e, ing, er), moderni(s, z)."""
TENS = 20
"""From here on a number word takes a smaller one after it: forty-one."""
HUNDRED = 100
"""From here on a number word multiplies what stands before it: two hundred."""
MOST = 10**12
"""No number spelled out is multiplied beyond: a page may repeat "thousand" a million times."""
COMMONEST = "en"
SAME = "="
FIGURE = "#"
"""What a sense and a number begin with, which no word does."""


@dataclass(frozen=True, slots=True)
class Senses:
    """The senses of a language by the key of each word, and its number words by their folded form."""

    by_key: Mapping[str, str]
    numbers: Mapping[str, int]


def word_key(word: str) -> str:
    """Return what the forms of one folded word share."""
    return stem(word)[:KIN]


@cache
def senses(code: str) -> Senses:
    """Return what ``<code>.senses.toml`` tells, or the English one where a language has no such file.

    The language of a brief text is often not told, and its words must meet those of a longer one all the same.
    """
    table = section(code, "senses") or section(COMMONEST, "senses")
    if table is None:
        return Senses({}, {})
    lines = (line.split() for line in str(table["senses"]).splitlines())
    by_key: dict[str, str] = {}
    for line in lines:
        for word in line:
            by_key.setdefault(word_key(spelling(fold(word))), SAME + line[0])
    pairs = (one.split("=") for one in words_of(table, "numbers"))
    return Senses(by_key, {fold(word): int(value) for word, value in pairs})


def number_words(code: str) -> Mapping[str, int]:
    """Return the number words of a language, folded, with their values."""
    return senses(code).numbers


def keys_of(row: Sequence[str], names: Sequence[bool], code: str) -> list[str]:
    """Return the key of each folded word of a row; names keep their own, and words of one number share its key.

    Words after the first of a number ("one" in "forty-one") get the empty key: they say nothing more.
    """
    known = senses(code)
    keys = [
        key if name else known.by_key.get(key, key)
        for key, name in zip(map(word_key, row), names, strict=True)
    ]
    for place, word in enumerate(row):
        if not keys[place]:
            continue
        if figure := figure_of(word):
            keys[place] = FIGURE + figure
        elif word in known.numbers:
            value, end = spelled_out(row, place, known.numbers)
            keys[place:end] = [f"{FIGURE}{value}"] + [""] * (end - place - 1)
    return keys


def figure_of(word: str) -> str:
    """Return a number written in figures without the marks that group its digits, or nothing."""
    if not word[:1].isdigit():
        return ""
    head, mark, tail = word.rpartition(",")
    if mark and len(tail) == 3 and tail.isdigit():
        word = head.replace(",", "") + tail
    head, mark, tail = word.rpartition(".")
    if mark and len(tail) == 3 and tail.isdigit() and head.replace(".", "").isdigit():
        word = head.replace(".", "") + tail
    return word.replace(",", ".")


def spelled_out(row: Sequence[str], start: int, numbers: Mapping[str, int]) -> tuple[int, int]:
    """Add up the number words from ``start`` on; return their number and where they end."""
    value, end = numbers[row[start]], start + 1
    if TENS <= value < HUNDRED and end < len(row):
        unit = 1 if row[end] == "one" else numbers.get(row[end], 0)
        if 0 < unit < TENS // 2:
            value, end = value + unit, end + 1
    while end < len(row) and numbers.get(row[end], 0) >= HUNDRED and value < MOST:
        value, end = value * numbers[row[end]], end + 1
    return value, end

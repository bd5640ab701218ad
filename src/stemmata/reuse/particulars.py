"""The names and numbers of a text, in one form however they are written: Norvia and Norvia's, eleven and 11."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stemmata.kernels import Tokens, fold, hash_word
from stemmata.text.senses import figure_of, number_words, spelled_out

POSSESSIVE = ("'s", "’s")
LEAST_WORD = 3
"""From here on a number word is a particular; smaller ones stand in every text."""


LONGEST = 6
"""Words of a number spelled out that are looked at."""


class Particular(NamedTuple):
    """A name or number: where it starts, its key, and the digits of a number."""

    start: int
    key: int
    figure: str


def particulars(text: str, code: str, tokens: Tokens, row: int) -> Iterator[Particular]:
    """Yield names and numbers of ``text``, which is in the language of ``code`` and ``row`` of ``tokens``.

    A name begins with a capital and does not open a sentence, a number begins with a digit or is spelled out.
    """
    mine = slice(int(tokens.rows[row]), int(tokens.rows[row + 1]))
    starts, ends = tokens.starts[mine].tolist(), tokens.ends[mine].tolist()
    numerals, beyond = _numerals(code), 0
    for place, (start, key) in enumerate(zip(starts, tokens.hashes[mine].tolist(), strict=True)):
        letter = text[start]
        if place < beyond:
            continue
        if letter.isdigit():
            figure = figure_of(fold(text[start : ends[place]]))
            yield Particular(start, hash_word(figure), figure)
        elif key in numerals:
            here = slice(place, place + LONGEST)
            held = [fold(text[one:two]) for one, two in zip(starts[here], ends[here], strict=True)]
            value, length = spelled_out(held, 0, number_words(code))
            beyond = place + length
            if value >= LEAST_WORD:
                yield Particular(start, hash_word(str(value)), str(value))
        elif letter.isupper() and text[max(0, start - 2) : start].rstrip()[-1:].isalnum():
            word = text[start : ends[place]]
            yield Particular(start, hash_word(fold(word[:-2])) if word.endswith(POSSESSIVE) else key, "")


@cache
def _numerals(code: str) -> frozenset[int]:
    return frozenset(map(hash_word, number_words(code)))

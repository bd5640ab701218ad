"""The words of a statement's content, as they are compared across articles."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemmata.model import Article, Span
from stemmata.text.languages import language, section, words_of
from stemmata.text.spelling import spelling
from stemmata.text.stems import stem
from stemmata.text.words import Word, words

MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must"})
OPENING = 8
"""Words in which the main verb of a statement stands."""
NUMBER = re.compile(r"\d[\d.,]*$")
TENS = 10


class Counting(NamedTuple):
    """The number words of a language: by value, those for so many times, and those for parts of a whole."""

    numerals: Mapping[str, int]
    times: Mapping[str, int]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Content as compared: every word in one spelling, the stems that carry meaning, which of them are quoted.

    ``denials`` are the places of its negations, ``refusals`` those of them that negate a first verb of will: *would not*. ``quotes`` holds the words of each quotation inside. ``numbers`` pairs a number with the stem after it.
    """

    plain: tuple[str, ...]
    marked: tuple[bool, ...]
    stems: frozenset[str]
    quotes: tuple[tuple[str, ...], ...]
    numbers: frozenset[tuple[str, str]]
    days: frozenset[str]
    denials: tuple[int, ...]
    refusals: tuple[int, ...]


def wording(article: Article, content: Sequence[Span], quoted: Sequence[Span]) -> Wording:
    """Return the words of ``content`` in comparable form."""
    code = article.language
    found = [word for span in content for word in words(article.text, span)]
    plain = tuple(spelling(word.folded) for word in found)
    counting = _counting(code)
    stems = tuple(stem(_counted(word, counting) or _figure(word) or word) for word in plain)
    marked = tuple(_marked(found, quoted)) if quoted else (False,) * len(found)
    denials = tuple(at for at, word in enumerate(plain) if word in _negations(code))
    return Wording(
        plain=plain,
        marked=marked,
        stems=frozenset(key for word, key in zip(plain, stems, strict=True) if carries(word, code)),
        quotes=quotes(article, quoted),
        numbers=frozenset(_numbers(plain, stems, counting)),
        days=frozenset(word for word in plain if word in _days(code)),
        denials=denials,
        refusals=tuple(at for at in denials if 0 < at < OPENING and plain[at - 1] in MODALS),
    )


def quotes(article: Article, quoted: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each quotation in comparable form."""
    found = (comparable(span.of(article.text)) for span in quoted)
    return tuple(said for said in found if said)


def comparable(text: str) -> tuple[str, ...]:
    """Return the words of a text in one spelling."""
    return tuple(spelling(word.folded) for word in words(text))


def alike(left: Sequence[str], right: Sequence[str]) -> float:
    """Return twice the words of the longest common subsequence over all words of both."""
    total = len(left) + len(right)
    return 2 * LCSseq.similarity(left, right) / total if total else 0.0


def _marked(found: Sequence[Word], quoted: Sequence[Span]) -> Iterator[bool]:
    for word in found:
        yield any(span.start <= word.start < span.end for span in quoted)


def carries(word: str, code: str) -> bool:
    """Whether a word carries meaning of its own."""
    return (word not in _stopwords(code) and not word.endswith("'s")) or len(word) > 6


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each stem weighs among the statements compared: the rarer, the more."""

    weights: dict[str, float]

    @classmethod
    def among(cls, wordings: Sequence[Wording]) -> "Rarity":
        """Weigh stems by the logarithm of how many statements lack them."""
        counts = Counter(key for each in wordings for key in each.stems)
        return cls({key: math.log(1 + len(wordings) / count) for key, count in counts.items()})

    def mass(self, stems: frozenset[str]) -> float:
        """Return the weight of all stems together."""
        return math.fsum(self.weights[key] for key in stems)

    def rarest(self, stems: frozenset[str], most: int) -> tuple[str, ...]:
        """Return the ``most`` weightiest stems."""
        return tuple(sorted(stems, key=lambda key: (-self.weights[key], key))[:most])


def _figure(word: str) -> str | None:
    """Return a number in digits without its commas, or None."""
    return word.replace(",", "") if NUMBER.match(word) else None


def _counted(word: str, counting: Counting) -> str | None:
    """Return a number word in digits; *zero* and *one* are words like others."""
    value = counting.numerals.get(word, 0)
    return str(value) if value > 1 else None


def _numbers(plain: Sequence[str], stems: Sequence[str], counting: Counting) -> Iterator[tuple[str, str]]:
    """Yield each number with the stem after it; one that ends the words goes with the stem before."""
    at = 0
    while at < len(plain):
        word, start = plain[at], at
        at += 1
        if word in counting.times:
            yield str(counting.times[word]), "time"
        elif word in counting.parts:
            yield word, "share"
        value = counting.numerals.get(word)
        figure = str(value) if value is not None else _figure(word)
        if value is not None and value > TENS and value % TENS == 0 and at < len(plain):
            ones = counting.numerals.get(plain[at], 0)
            if 0 < ones < TENS:
                figure, at = str(value + ones), at + 1
        if figure is not None and not (at < len(plain) and plain[at] in counting.parts):
            yield figure, stems[at] if at < len(plain) else f"{stems[start - 1]} …" if start else "…"


@cache
def _counting(code: str) -> Counting:
    table = section(code, "cues")
    counting = table.get("counting") if table else None
    if not isinstance(counting, dict):
        return Counting({}, {}, frozenset())
    valued = {
        name: {
            word: int(value) for word, _, value in (each.partition("=") for each in words_of(counting, name))
        }
        for name in ("numerals", "times")
    }
    return Counting(valued["numerals"], valued["times"], frozenset(words_of(counting, "parts")))


@cache
def _stopwords(code: str) -> frozenset[str]:
    known = language(code)
    return known.stopwords if known else frozenset()


@cache
def _negations(code: str) -> frozenset[str]:
    known = language(code)
    return known.negations - {"without", "hardly", "barely"} if known else frozenset()


@cache
def _days(code: str) -> frozenset[str]:
    known = language(code)
    return (
        frozenset(form for forms in known.weekdays for form in forms if len(form) > 4)
        if known
        else frozenset()
    )

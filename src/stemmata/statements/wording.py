"""The words of a statement's content, as they are compared across articles."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from stemmata.kernels import words_in_common
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
LARGEST = 3
"""Digits of what a share is *in* at most: *two in three*, but not three *in 2019*."""
PERSON = stem("person")


class Counting(NamedTuple):
    """The number words of a language: by value, those for so many times, and those for parts of a whole."""

    numerals: Mapping[str, int]
    times: Mapping[str, int]
    parts: frozenset[str]
    sets: Mapping[str, int]
    ones: frozenset[str]
    measured: frozenset[str]
    units: frozenset[str]
    persons: frozenset[str]
    opposites: Mapping[str, frozenset[str]]


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
    stems = tuple(
        PERSON if word in counting.persons else stem(_counted(word, counting) or _figure(word) or word)
        for word in plain
    )
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
    return 2 * words_in_common(left, right) / total if total else 0.0


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
        elif word in counting.parts and not (at < len(plain) and plain[at] in counting.ones):
            yield word, "share"
        value = counting.numerals.get(word)
        figure = str(value) if value is not None else _figure(word)
        if value is not None and value > TENS and value % TENS == 0 and at < len(plain):
            ones = counting.numerals.get(plain[at], 0)
            if 0 < ones < TENS:
                figure, at = str(value + ones), at + 1
        if figure is None:
            yield from _alone(plain, stems, start, counting)
            continue
        figure, at = _with_part(plain, figure, at, counting)
        figure, at = _out_of(plain, figure, at, counting)
        if not (at < len(plain) and plain[at] in counting.parts):
            yield figure, stems[at] if at < len(plain) else f"{stems[start - 1]} …" if start else "…"


def _alone(
    plain: Sequence[str], stems: Sequence[str], at: int, counting: Counting
) -> Iterator[tuple[str, str]]:
    """Yield what counts without a number: *a dozen* wells, within *a week*, *half a* percent."""
    word, behind = plain[at], plain[at + 1] if at + 1 < len(plain) else ""
    before = plain[at - 1] if at else ""
    if word in counting.sets and before in counting.ones and behind:
        yield str(counting.sets[word]), stems[at + 1]
    elif word in counting.ones and before in counting.measured and behind in counting.units:
        yield "1", stems[at + 1]
    elif word in counting.parts and behind in counting.ones and at + 2 < len(plain):
        yield word, stems[at + 2]


def _with_part(plain: Sequence[str], figure: str, at: int, counting: Counting) -> tuple[str, int]:
    """Return a number with the part behind it, and the place behind both: one *and a half* percent."""
    joined = at + 2 < len(plain) and plain[at] == "and" and plain[at + 1] in counting.ones
    return (
        (f"{figure} and a {plain[at + 2]}", at + 3)
        if joined and plain[at + 2] in counting.parts
        else (figure, at)
    )


def _out_of(plain: Sequence[str], figure: str, at: int, counting: Counting) -> tuple[str, int]:
    """Return a number with that of which it is a share: *one in ten* trains, *nine out of ten*, *nine of ten*."""
    link = at + 1 if plain[at : at + 2] == ("out", "of") else at
    if link + 1 >= len(plain) or plain[link] not in {"of", "in"}:
        return figure, at
    value = counting.numerals.get(plain[link + 1])
    whole = str(value) if value is not None else _figure(plain[link + 1])
    if whole is None or (plain[link] == "in" and figure != "1" and len(whole) > LARGEST):
        return figure, at
    return f"{figure} of {whole}", link + 2


@cache
def _counting(code: str) -> Counting:
    table = section(code, "cues")
    counting = table.get("counting") if table else None
    if not isinstance(counting, dict):
        counting = {}
    valued = {
        name: {
            word: int(value) for word, _, value in (each.partition("=") for each in words_of(counting, name))
        }
        for name in ("numerals", "times", "sets")
    }
    listed = {
        name: frozenset(words_of(counting, name))
        for name in ("parts", "ones", "measured", "units", "persons")
    }
    opposites: dict[str, set[str]] = defaultdict(set)
    for one, _, other in (each.partition("=") for each in words_of(counting, "opposites")):
        opposites[one].add(other)
        opposites[other].add(one)
    return Counting(
        valued["numerals"], valued["times"], listed["parts"], valued["sets"], listed["ones"], listed["measured"],
        listed["units"], listed["persons"], {word: frozenset(others) for word, others in opposites.items()},
    )  # fmt: skip


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


def opposites_of(code: str) -> Mapping[str, frozenset[str]]:
    """Return for each word of a language those that say the opposite."""
    return _counting(code).opposites

"""Whether two stories that share passages tell of two happenings: an agency writes each anew over old paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from stemmata.model import Article, Passage, Role, Span
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import NOUNS_ARE_CAPITALS
from stemmata.text.languages import Language, language, section, words_of
from stemmata.text.opening import opening
from stemmata.text.stems import stem
from stemmata.text.words import Word, fold, words

SENTENCES = 2
YEAR = re.compile(r"(?:19|20)\d\d")
FEWEST_NUMBERS = 2
ANY_MARK = r"[^\W\d_]{1,3}"
"""What makes an ordinal of figures in a language without a file: a few letters right behind them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What in a lead tells one happening of a row from the next (``<code>.leads.toml``), folded."""

    ordinals: frozenset[str]
    figures: re.Pattern[str]
    periodical: frozenset[str]


@cache
def telling(code: str) -> Telling:
    """Return what is known of a language; of one without a file, only that letters behind figures count."""
    table = section(code, "leads") or {}
    marks = "|".join(sorted(re.escape(fold(mark)) for mark in words_of(table, "marks"))) or ANY_MARK
    return Telling(
        frozenset(map(fold, words_of(table, "ordinals"))),
        re.compile(rf"\d+(?:{marks})"),
        frozenset(map(fold, words_of(table, "periodical"))),
    )


class Lead(NamedTuple):
    """What the title and the first sentences of a story say, and what the whole of it does.

    ``names`` are those of the first sentence, ``numbers`` and ``ordinals`` (by the noun that follows) those of
    title, opening and first paragraph; ``told`` are the words of these, ``every`` those of the whole story;
    ``periodical`` are words told of a report that comes round.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    ordinals: Mapping[str, frozenset[str]]
    told: frozenset[str]
    every: frozenset[str]
    periodical: frozenset[str]
    first: Span | None
    day: date | None


def lead_of(article: Article) -> Lead:
    """Read what a story opens with."""
    sentences = [_undated(article, span) for span in opening(article, SENTENCES)]
    titles = article.spans(Role.TITLE)[:1]
    head = tuple(_undated(article, span) for span in article.body[:1])
    rows = [words(article.text, span) for span in dict.fromkeys((*titles, *sentences, *head))]
    told = [word for row in rows for word in row]
    known = telling(article.language)
    every = (word for span in article.spans(Role.TITLE, Role.BODY) for word in words(article.text, span))
    return Lead(
        names=_names(article, rows[len(titles)] if sentences else ()),
        numbers=frozenset(word.folded for word in told if _is_number(word.folded, known)),
        ordinals=_ordinals(rows, known),
        told=frozenset(map(_key, told)),
        every=frozenset(map(_key, every)),
        periodical=frozenset(word.folded for word in told) & known.periodical,
        first=_paragraph(article, sentences),
        day=_day(article),
    )


def tell_apart(
    left: Lead, right: Lead, held: Sequence[Passage], share: float, settings: ReuseSettings
) -> bool:
    """Whether two leads report different happenings.

    ``held`` are the derived passages, ``left`` their left side, and ``share`` is what they cover of either
    story. An ordinal that counts the happening itself (the 12th package, the 13th) is enough, and so is a
    report that comes by the week or month with other figures. Of the other signs each alone has innocent
    reasons: both leads rewritten, other names, other numbers, stamps days apart.
    """
    recounted = _recounted(left, right, settings) and _recounted(right, left, settings)
    far = bool(left.day and right.day and abs((left.day - right.day).days) >= settings.apart_days)
    periodical = bool(left.periodical & right.periodical)
    renumbered = share < settings.apart_copied and _renumbered(left.ordinals, right.ordinals)
    if renumbered or (periodical and recounted and far):
        return True
    signs = (
        _uncovered(left.first, [(one.left_span, one.likeness) for one in held], settings)
        and _uncovered(right.first, [(one.right_span, one.likeness) for one in held], settings),
        bool(left.names - right.told) and bool(right.names - left.told),
        recounted,
        far,
    )
    return share < settings.apart_share and sum(signs) >= settings.apart_signs


def _uncovered(first: Span | None, held: Iterable[tuple[Span, float]], settings: ReuseSettings) -> bool:
    """Whether too little of a first paragraph is derived for the lead to be."""
    if first is None:
        return False
    derived = sum(likeness * part.length for span, likeness in held if (part := first.meet(span)))
    return derived < settings.apart_lead * first.length


def _recounted(one: Lead, other: Lead, settings: ReuseSettings) -> bool:
    """Whether most numbers of one lead stand nowhere in the other story."""
    lost = len(one.numbers - other.every)
    return len(one.numbers) >= FEWEST_NUMBERS and lost >= settings.apart_numbers * len(one.numbers)


def _renumbered(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    return any(not one[noun] & other[noun] for noun in one.keys() & other.keys())


def _names(article: Article, row: Sequence[Word]) -> frozenset[str]:
    """Return the capitalised words inside the first sentence, days and common words aside."""
    inside = row[1:]
    common = _common(language(article.language))
    found = [word for word in inside if article.text[word.start].isupper() and word.folded not in common]
    return frozenset(map(_key, found)) if len(found) < NOUNS_ARE_CAPITALS * len(inside) else frozenset()


def _common(known: Language | None) -> frozenset[str]:
    if known is None:
        return frozenset()
    return known.stopwords.union(*known.weekdays, *known.months)


def _ordinals(rows: Iterable[Sequence[Word]], known: Telling) -> dict[str, frozenset[str]]:
    """Return the ordinals of the rows by the noun that follows each."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for word, noun in pairwise(row):
            if word.folded in known.ordinals or known.figures.fullmatch(word.folded):
                found[stem(noun.folded)].add(word.folded)
    return {noun: frozenset(held) for noun, held in found.items()}


def _is_number(folded: str, known: Telling) -> bool:
    return folded[0].isdigit() and not YEAR.fullmatch(folded) and not known.figures.fullmatch(folded)


def _key(word: Word) -> str:
    return word.folded.removesuffix("'s")


def _undated(article: Article, span: Span) -> Span:
    line = article.dateline.span if article.dateline else None
    return Span(min(line.end, span.end), span.end) if line and span.overlaps(line) else span


def _paragraph(article: Article, sentences: Sequence[Span]) -> Span | None:
    """Return the paragraph in which the story opens."""
    return next((one for one in article.body if sentences and one.overlaps(sentences[0])), None)


def _day(article: Article) -> date | None:
    """Return the day of the page's first stamp."""
    with suppress(IndexError, ValueError):
        return date.fromisoformat(article.stamps[0].value[:10])
    return None

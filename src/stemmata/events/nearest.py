"""The nearest of each happening by its words, found by the heaviest of them, the rarest of those first.

What is looked at for one does not grow with the store: so many postings, so many candidates. Columns, for there may be millions.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemmata.events.settings import EventsSettings
from stemmata.model import Interval
from stemmata.text.times.calendar import shifted

ALL, UNDATED = 0, 1
"""Shelves of words beside those of months."""
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Near = list[tuple[float, int]]


class _Columns(NamedTuple):
    """All vectors laid end to end: each word's number and weight, and where each vector starts."""

    starts: Ints
    words: Ints
    weights: Floats
    many: int


class _Postings(NamedTuple):
    """The happenings that have a heavy word on a shelf: keys in order, where each one's rows start, and the rows."""

    keys: Ints
    starts: Ints
    places: Ints
    weights: Floats


def neighbours(
    vectors: Sequence[Mapping[str, float]],
    when: Sequence[Interval | None],
    allowed: Callable[[int, int], bool],
    settings: EventsSettings,
) -> list[Near]:
    """Return the nearest of each happening with their likeness, nearest first.

    Words are posted by month, so that what is looked at does not grow with the years a store spans.
    """
    if not vectors:
        return []
    columns = _laid_out(vectors)
    shelves = [_shelves(days, settings) for days in when]
    span = max(chain.from_iterable(shelves)) + 1
    postings = _posted(columns, [(ALL, *held) for held in shelves], span, settings)
    looked = [(ALL,) if UNDATED in held else (*held, UNDATED) for held in shelves]
    dense = np.zeros(columns.many)
    found = []
    for place, likeliest in enumerate(_likeliest(columns, postings, looked, span, settings)):
        near = zip(_dots(columns, place, likeliest, dense).tolist(), likeliest.tolist(), strict=True)
        close = [one for one in near if one[0] >= settings.lends and allowed(place, one[1])]
        found.append(nearest(close, settings))
    return found


def nearest(close: Sequence[tuple[float, int]], settings: EventsSettings) -> Near:
    """Return the few that lend."""
    return sorted(close, key=lambda one: (-one[0], one[1]))[: settings.neighbours]


def _shelves(days: Interval | None, settings: EventsSettings) -> tuple[int, ...]:
    """Return the months that days lie in, counted from before the year 1; the shelf of the undated where they are open."""
    if days is None or days.days > settings.open_days:
        return (UNDATED,)
    first, last = shifted(days.first, -settings.slack_days), shifted(days.last, settings.slack_days)
    return tuple(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def _laid_out(vectors: Sequence[Mapping[str, float]]) -> _Columns:
    numbers: dict[str, int] = {}
    total = sum(len(vector) for vector in vectors)
    words = np.fromiter(
        (numbers.setdefault(word, len(numbers)) for vector in vectors for word in vector), np.int64, total
    )
    weights = np.fromiter((weight for vector in vectors for weight in vector.values()), np.float64, total)
    starts = np.zeros(len(vectors) + 1, np.int64)
    np.cumsum([len(vector) for vector in vectors], out=starts[1:])
    return _Columns(starts, words, weights, len(numbers))


def _posted(
    columns: _Columns, shelves: Sequence[tuple[int, ...]], span: int, settings: EventsSettings
) -> _Postings:
    rows, keys = _heads(columns, shelves, span, settings)
    order = np.argsort(keys, kind="stable")
    places = np.searchsorted(columns.starts, rows, side="right") - 1
    known, starts = np.unique(keys[order], return_index=True)
    return _Postings(known, np.append(starts, len(order)), places[order], columns.weights[rows][order])


def _heads(
    columns: _Columns, shelves: Sequence[tuple[int, ...]], span: int, settings: EventsSettings
) -> tuple[Ints, Ints]:
    """Return the rows of the heaviest words of each vector, once for each of its shelves, and their keys."""
    many = np.minimum(np.diff(columns.starts), settings.key_words)
    held = np.fromiter((len(one) for one in shelves), np.int64, len(shelves))
    each = np.repeat(many, held)
    rows = _ranges(np.repeat(columns.starts[:-1], held), each)
    shelf = np.repeat(np.fromiter(chain.from_iterable(shelves), np.int64, int(held.sum())), each)
    return rows, columns.words[rows] * span + shelf


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers from each start, so many as its length, end to end."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(int(ends[-1]) if len(ends) else 0)


def _likeliest(
    columns: _Columns,
    postings: _Postings,
    looked: Sequence[tuple[int, ...]],
    span: int,
    settings: EventsSettings,
) -> Iterator[Ints]:
    """Yield, for each happening, those that share most of its heaviest words, as far as so many postings tell."""
    rows, keys = _heads(columns, looked, span, settings)
    at = np.minimum(np.searchsorted(postings.keys, keys), len(postings.keys) - 1)
    here = postings.keys[at] == keys
    starts = postings.starts[at]
    lengths = np.where(here, postings.starts[at + 1] - starts, 0)
    weights = columns.weights[rows]
    many = np.minimum(np.diff(columns.starts), settings.key_words)
    ends = np.cumsum(many * np.fromiter((len(one) for one in looked), np.int64, len(looked)))
    for place, (first, last) in enumerate(zip(chain((0,), ends.tolist()), ends.tolist(), strict=False)):
        rarest = first + np.argsort(lengths[first:last], kind="stable")
        rarest = rarest[np.cumsum(lengths[rarest]) <= settings.looked_at]
        found = _ranges(starts[rarest], lengths[rarest])
        others, which = np.unique(postings.places[found], return_inverse=True)
        shares = np.bincount(which, postings.weights[found] * np.repeat(weights[rarest], lengths[rarest]))
        shares[others == place] = 0.0
        best = np.lexsort((others, -shares))
        yield np.fromiter(
            islice((other for other in others[best].tolist() if other != place), settings.candidates),
            np.int64,
        )


def _dots(columns: _Columns, place: int, others: Ints, dense: Floats) -> Floats:
    """Return the sums of products over the words that one and each of the others have; ``dense`` is zero, and left so."""
    if not len(others):
        return np.zeros(0)
    mine = slice(columns.starts[place], columns.starts[place + 1])
    dense[columns.words[mine]] = columns.weights[mine]
    lengths = columns.starts[others + 1] - columns.starts[others]
    rows = _ranges(columns.starts[others], lengths)
    products = dense[columns.words[rows]] * columns.weights[rows]
    dense[columns.words[mine]] = 0.0
    sums = np.add.reduceat(products, np.cumsum(lengths) - lengths)
    return np.asarray(np.round(sums, 6), dtype=np.float64)

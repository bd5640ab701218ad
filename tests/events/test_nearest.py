"""The nearest by words: in a small store as if each had been compared with every other."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from stemmata.events.nearest import neighbours
from stemmata.events.settings import EventsSettings
from stemmata.model import Interval

SETTINGS = replace(EventsSettings(), candidates=50, looked_at=10_000, lends=0.01)
Vector = dict[str, float]
vectors = st.lists(
    st.dictionaries(
        st.sampled_from("abcdefgh"), st.floats(0.1, 1.0).map(lambda one: round(one, 3)), min_size=1
    ),
    min_size=1,
    max_size=8,
)


def _dot(one: Vector, other: Vector) -> float:
    return round(sum(weight * other.get(word, 0.0) for word, weight in one.items()), 5)


@given(vectors)
def test_in_a_small_store_all_that_share_words_are_compared(given_ones: list[Vector]) -> None:
    found = neighbours(given_ones, [None] * len(given_ones), lambda one, other: True, SETTINGS)

    for place, near in enumerate(found):
        wanted = sorted(
            (-_dot(given_ones[place], other), at)
            for at, other in enumerate(given_ones)
            if at != place and _dot(given_ones[place], other) >= SETTINGS.lends
        )
        shown = [-likeness for likeness, _ in wanted[: SETTINGS.neighbours]]
        assert [likeness for likeness, _ in near] == approx(shown, abs=1e-4)


def test_what_happened_in_another_month_is_not_looked_at() -> None:
    days = [Interval.day(date(2031, 3, 10)), Interval.day(date(2031, 9, 10)), None]
    found = neighbours([{"mill": 1.0}] * 3, days, lambda one, other: True, SETTINGS)

    assert [[place for _, place in near] for near in found] == [[2], [2], [0, 1]]


def test_nothing_has_no_neighbours() -> None:
    assert neighbours([], [], lambda one, other: True, SETTINGS) == []

"""Word diff: what must hold of it, and alike by the compiled loop and its reference."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels import Step, diff_reference, word_diff, words_in_common

words = st.sampled_from(["the", "dam", "gave", "way", "on", "Tuesday", "水", "\ud800", ""])
rows = st.lists(words, max_size=150)


def longest(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the length of a longest common subsequence, by its definition."""

    @cache
    def of(one: int, two: int) -> int:
        if one == len(left) or two == len(right):
            return 0
        if left[one] == right[two]:
            return 1 + of(one + 1, two + 1)
        return max(of(one + 1, two), of(one, two + 1))

    return of(0, 0)


def test_what_changed_stands_between_what_did_not() -> None:
    left, right = ["the", "dam", "broke", "on", "Tuesday"], ["the", "old", "dam", "broke", "Monday", "night"]

    assert word_diff(left, right) == [
        Step(True, 0, 1, 0, 1),
        Step(False, 1, 1, 1, 2),
        Step(True, 1, 3, 2, 4),
        Step(False, 3, 5, 4, 6),
    ]


@given(rows, rows)
def test_steps_cover_both_rows_in_turn(left: list[str], right: list[str]) -> None:
    steps = word_diff(left, right)

    assert [word for step in steps for word in left[step.left : step.left_end]] == left
    assert [word for step in steps for word in right[step.right : step.right_end]] == right
    assert all(
        left[step.left : step.left_end] == right[step.right : step.right_end] for step in steps if step.same
    )
    assert all(one.same != two.same for one, two in pairwise(steps))


@given(st.lists(words, max_size=30), st.lists(words, max_size=30))
def test_no_more_words_can_be_kept(left: list[str], right: list[str]) -> None:
    kept = sum(step.left_end - step.left for step in word_diff(left, right) if step.same)

    assert kept == words_in_common(left, right) == longest(left, right)


@given(rows, rows)
def test_the_compiled_diff_is_its_reference(left: list[str], right: list[str]) -> None:
    compiled = pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")

    assert compiled.word_steps(left, right, Step) == diff_reference.word_steps(left, right, Step)
    assert compiled.words_in_common(left, right) == diff_reference.words_in_common(left, right)


def test_rows_too_long_to_keep_all_states_are_compared_in_parts() -> None:
    compiled = pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")
    left = [str(place * place % 1009) for place in range(6000)]
    right = [str(place * place % 1013) for place in range(7000)]

    assert compiled.word_steps(left, right, Step) == diff_reference.word_steps(left, right, Step)


def test_words_that_are_no_keys_are_refused() -> None:
    with pytest.raises(TypeError):
        word_diff([["a"]], [["b"]])  # type: ignore[list-item]

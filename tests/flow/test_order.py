"""Tables have one order, whatever order their rows came in."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stemmata.flow.order import in_order
from stemmata.model import Anchor, Case, Interval, Passage, Reuse, Span, Time, Unread

DAY = Interval.day(date(2024, 6, 12))
PASSAGES = [
    Passage("a1", Span(0, 9), "a2", Span(4, 9), Reuse.EXACT, 1.0),
    Passage("a1", Span(0, 9), "a2", Span(2, 9), Reuse.NEAR, 0.8),
    Passage("a1", Span(0, 2), "a3", Span(2, 9), Reuse.NEAR, 0.8),
]


@given(st.permutations(PASSAGES))
def test_rows_without_an_id_are_sorted_by_all_their_fields(rows: list[Passage]) -> None:
    assert in_order(Case(passages=tuple(rows))).passages == tuple(
        sorted(PASSAGES, key=lambda one: (one.left, one.left_span, one.right, one.right_span))
    )


def test_what_is_unknown_comes_first() -> None:
    dated = Time("a1", Span(0, 2), "noon", "TIME", "T12", DAY, Anchor.NONE, 1.0)
    undated = Time("a1", Span(0, 2), "noon", "TIME", "T12", None, Anchor.NONE, 1.0)

    assert in_order(Case(times=(dated, undated))).times == (undated, dated)


def test_an_empty_case_is_in_order() -> None:
    assert in_order(Case()) == Case()


def test_unread_inputs_are_sorted_by_source() -> None:
    rows = (Unread("b", "empty", ""), Unread("a", "missing", ""))

    assert in_order(Case(unread=rows)).unread == rows[::-1]

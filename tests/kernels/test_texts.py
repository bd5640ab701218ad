"""Whole texts made small, and cut into lines: both backends alike."""

from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels.texts import (
    figured,
    lowered,
    slow_figured,
    slow_lowered,
    slow_text_lines,
    text_lines,
)
from stemmata.model import Span


@given(st.text() | st.text("aBÉΣİß \u212aẞ漢\ud800", max_size=30))
def test_small_letters_move_no_character(text: str) -> None:
    assert lowered(text) == slow_lowered(text)
    assert len(lowered(text)) == len(text)


def test_every_letter_is_made_small_as_python_does_it() -> None:
    text = "x".join(map(chr, range(0x20000)))

    assert lowered(text) == slow_lowered(text)


@given(st.text("a b漢\t\r\n\x1c\x85\xa0\u2028\u3000😀", max_size=40))
def test_lines_stand_where_their_words_do(text: str) -> None:
    assert text_lines(text, Span) == slow_text_lines(text, Span)
    assert all(type(line) is Span for line in text_lines(text, Span))


@given(st.text("ab 12٣\n漢²", max_size=60), st.integers(1, 9))
def test_paragraphs_with_a_figure_near_their_start_are_found(text: str, reach: int) -> None:
    spans = tuple(text_lines(text, Span))

    assert figured(text, spans, reach) == slow_figured(text, spans, reach)

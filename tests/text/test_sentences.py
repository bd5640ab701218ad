from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Span
from stemmata.text.sentences import sentences


def parts(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    text = "Mr. Odu met Gen. J. K. Lauer at 5 p.m. on Friday. They left."

    assert parts(text) == ["Mr. Odu met Gen. J. K. Lauer at 5 p.m. on Friday.", "They left."]


def test_an_abbreviation_may_end_a_sentence_when_the_next_word_opens_one() -> None:
    text = "The ship sailed to the U.S. The crew stayed. A U.S. Navy tug came."

    assert parts(text) == ["The ship sailed to the U.S.", "The crew stayed.", "A U.S. Navy tug came."]


def test_closing_marks_belong_to_the_sentence_they_close() -> None:
    text = "“We will not pay.” The port closed (for good?). Nobody came!"

    assert parts(text) == ["“We will not pay.”", "The port closed (for good?).", "Nobody came!"]


def test_full_width_stops_need_no_space() -> None:
    assert parts("港口关闭了。船没有来。") == ["港口关闭了。", "船没有来。"]


def test_decimals_and_small_letters_go_on() -> None:
    assert parts("It fell 3.5 percent vs. last year’s ... figure.") == [
        "It fell 3.5 percent vs. last year’s ... figure."
    ]


@given(st.text(alphabet='Ab .!?\n"”’Mr。', max_size=60))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    found = sentences(text, Span(0, len(text)))

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "   ", "\ud800", "." * 500, "\u200b. \u200b"])
def test_odd_texts_do_not_break_it(text: str) -> None:
    assert all(span.length > 0 for span in sentences(text, Span(0, len(text))))

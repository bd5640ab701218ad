"""Two wordings, word by word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemmata.show.report.wording import Piece, around, differences, flat, folded

texts = st.text(alphabet="abcdeé “”’'-—.,\n日本ア", max_size=60)


@given(texts, texts)
def test_the_pieces_of_a_wording_are_the_wording(left: str, right: str) -> None:
    here, there = differences(left, right)

    assert flat(here).split() == left.split()
    assert flat(there).split() == right.split()


@given(texts)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    here, there = differences(text, text)

    assert {piece.kind for piece in (*here, *there)} <= {"same"}


@given(texts, texts)
def test_neighbouring_pieces_are_of_different_kinds(left: str, right: str) -> None:
    for pieces in differences(left, right):
        kinds = [piece.kind for piece in pieces]

        assert all(one != other for one, other in pairwise(kinds))


def test_curled_marks_and_capitals_do_not_count() -> None:
    here, there = differences("He said “no” — twice", 'he said "No" - twice')

    assert [piece.kind for piece in here] == ["same"]
    assert [piece.kind for piece in there] == ["same"]


def test_a_lone_word_between_two_changes_counts_as_changed() -> None:
    here, _ = differences("one red the old house stood firm", "two blue the new barn stood firm")

    assert here == (Piece("changed", "one red the old house"), Piece("same", " stood firm"))


def test_what_is_the_same_for_long_is_folded_away() -> None:
    pieces = (Piece("changed", "new "), Piece("same", "word " * 100), Piece("changed", "end"))

    short = folded(pieces, longest=60, around=2)

    assert [piece.text for piece in short] == [
        "new ",
        "word word ",
        "96 words the same",
        " word word ",
        "end",
    ]


@given(texts, texts, st.integers(20, 60))
def test_the_words_around_a_change_are_few(left: str, right: str, longest: int) -> None:
    for pieces in differences(left, right):
        assert len(flat(around(pieces, longest))) <= longest + 4


def test_the_words_around_a_change_begin_a_little_before_it() -> None:
    before, after = "the long way to the harbour was ", " by the mayor and by all of the council in a hurry"
    _, new = differences(f"{before}shut{after}", f"{before}opened{after}")

    assert flat(around(new, 40)) == "…harbour was opened by the mayor and by…"

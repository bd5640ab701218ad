"""Sentences cut into words and marks: a few by hand, and alike by the compiled loop and its reference."""

from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemmata.kernels import cues_reference as reference
from stemmata.kernels.cues import Cut

compiled = pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")

TRICKY = "aBcU.S.,;:()[]—–!?…-'’&/_ \n\t0९½Ⅷßéİǅﬁ\u0301한字😀\u00a0\u2028"


class Piece(NamedTuple):
    """A word or mark as the kernel makes it."""

    start: int
    end: int
    low: str
    kind: str
    capital: bool


def cut_by(cut: Cut, text: str, start: int, end: int, *, last: bool) -> list[Piece]:
    found: list[Piece] = []
    cut(text, start, end, last, Piece, found)
    return found


texts = st.one_of(
    st.text(st.sampled_from(TRICKY)),
    st.text(st.characters(exclude_categories=())),
    st.text(st.characters(max_codepoint=255)),
)


@given(texts, st.integers(0, 12), st.integers(0, 12), st.booleans())
@example("U.S.S.R.A.B.C. of U.S.", 0, 0, True)
@example("Odu’s ‘rock-’n’-roll’ - İstanbul’s -", 0, 0, True)
def test_any_stretch_is_cut_alike(text: str, skipped: int, left: int, last: bool) -> None:
    start, end = min(skipped, len(text)), max(len(text) - left, 0)

    assert cut_by(compiled.cut, text, start, end, last=last) == cut_by(
        reference.cut, text, start, end, last=last
    )


@pytest.mark.parametrize("cut", [reference.cut, compiled.cut])
def test_abbreviations_and_possessives_are_one_word(cut: Cut) -> None:
    found = cut_by(cut, "The U.S. mayor’s plan - Odu said - isn’t law.", 0, 45, last=True)

    words = [piece.low for piece in found]
    assert words == ["the", "u.s.", "mayor's", "plan", "-", "odu", "said", "-", "isn't", "law", "."]


@pytest.mark.parametrize("cut", [reference.cut, compiled.cut])
def test_a_full_stop_counts_at_the_end_of_the_sentence_only(cut: Cut) -> None:
    inside = cut_by(cut, "It holds.", 0, 9, last=False)

    assert [piece.low for piece in inside] == ["it", "holds"]


def test_only_tuples_are_made() -> None:
    with pytest.raises(TypeError):
        compiled.cut("a", 0, 1, True, str, [])


@given(texts, st.integers(0, 12), st.integers(0, 12))
@example("Odu_1 said İt", 0, 0)
def test_the_words_of_any_stretch_are_heard_alike(text: str, skipped: int, left: int) -> None:
    start, end = min(skipped, len(text)), max(len(text) - left, 0)
    found = compiled.heard(text, start, end)

    assert found is None or found == reference.heard(text, start, end)


def test_plain_english_is_heard_by_the_compiled_loop() -> None:
    assert compiled.heard("“We won,” said Odu’s son.", 0, 25) == {"we", "won", "said", "odu", "s", "son"}


@given(texts)
@example("the re-run of Odu's ’tis _a ab- -ab abÉ a" + "b" * 40)
def test_the_words_written_small_are_the_same(text: str) -> None:
    assert compiled.written_small(text) == reference.written_small(text)

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Span
from stemmata.text.words import fold, words


def test_words_of_a_stretch_keep_their_places_in_the_whole_text() -> None:
    text = "Ore ships left. Korea’s cranes stood still."

    assert [(word.start, word.folded) for word in words(text, Span(16, 31))] == [
        (16, "korea's"),
        (24, "cranes"),
    ]


@given(st.text())
def test_every_word_is_the_folded_form_of_its_stretch(text: str) -> None:
    found = words(text)

    assert all(fold(text[word.start : word.end]) == word.folded for word in found)

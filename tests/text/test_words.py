from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Span
from stemmata.text.words import fold, words

TEXTS = st.text(st.sampled_from("ab9'’. ,-áẞ가漢かไ\u0301\u200b\n")) | st.text()


def test_words_of_a_stretch_keep_their_places_in_the_whole_text() -> None:
    text = "Ore ships left. Korea’s cranes stood still."

    assert [(word.start, word.folded) for word in words(text, Span(16, 31))] == [
        (16, "korea's"),
        (24, "cranes"),
    ]


def test_each_letter_of_han_kana_and_thai_is_a_word() -> None:
    text = "漢字かなไทย Seoul 서울"
    found = [text[word.start : word.end] for word in words(text)]

    assert found == ["漢", "字", "か", "な", "ไ", "ท", "ย", "Seoul", "서울"]


def test_a_text_too_long_to_remember_has_the_same_words() -> None:
    text = "Cranes stood still. " * 6_000

    assert words(text, Span(20, 60)) == tuple(
        word._replace(start=word.start + 20, end=word.end + 20) for word in words(text[20:60])
    )


@given(st.text())
def test_every_word_is_the_folded_form_of_its_stretch(text: str) -> None:
    found = words(text)

    assert all(fold(text[word.start : word.end]) == word.folded for word in found)


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_a_stretch_has_the_words_it_has_alone(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(len(text), start + length))
    alone = [(word.start + start, word.end + start, word.folded) for word in words(span.of(text))]

    assert [tuple(word) for word in words(text, span)] == alone

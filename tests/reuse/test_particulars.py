import pytest

from stemmata.kernels import hash_word, tokenise
from stemmata.reuse.particulars import Particular, particulars


def of(text: str, code: str = "en") -> list[Particular]:
    return list(particulars(text, code, tokenise([text]), 0))


@pytest.mark.parametrize(
    ("spelled", "figure"),
    [("eleven", "11"), ("forty-one", "41"), ("Twelve thousand", "12,000"), ("two hundred", "200")],
)
def test_a_number_word_is_the_figure_it_stands_for(spelled: str, figure: str) -> None:
    assert [one[1:] for one in of(f"{spelled} boats")] == [one[1:] for one in of(f"{figure} boats")]


def test_a_name_is_the_same_with_and_without_its_possessive() -> None:
    assert [one.key for one in of("the mayor of Quillby and Quillby’s port and Quillby's bay")] == [
        hash_word("quillby")
    ] * 3


def test_words_for_one_and_two_are_words_like_others() -> None:
    assert of("two men and one boat") == []


def test_number_words_are_those_of_the_language() -> None:
    assert [one.figure for one in of("elf Boote und zwölf Kähne", "de") if one.figure] == ["11", "12"]


def test_a_page_of_one_number_word_is_no_endless_number() -> None:
    assert all(len(one.figure) < 20 for one in of("thousand " * 50_000))

"""Heaps that would blow up a careless search: bounded time, right answers, and a word where a cap was hit."""

from time import process_time

import numpy as np

from stemmata import kernels
from stemmata.kernels import Chunk, PostRules
from stemmata.reuse.heap import HeapSettings, find_copies

SETTINGS = HeapSettings()


def chunk(texts: list[str]) -> Chunk:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    return np.frombuffer(b"".join(encoded), np.uint8), np.cumsum([0, *map(len, encoded)], dtype=np.int64)


def told(number: int, count: int) -> str:
    return " ".join(f"word{number}x{place}" for place in range(count))


def test_a_hundred_thousand_equal_pages_are_as_many_pairs() -> None:
    start = process_time()

    found = find_copies([chunk([told(1, 20)] * 100_000)], SETTINGS)

    assert len(found) == 99_999
    assert process_time() - start < 5


def test_a_legal_notice_of_two_thousand_words_makes_no_pairs_of_those_who_carry_it() -> None:
    texts = [f"{told(number, 60)} {told(10**6, 2000)}" for number in range(300)]
    start = process_time()

    pairs = kernels.find_pairs([chunk([*texts, told(7, 50)])], PostRules())

    assert list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == [(7, 300)]
    assert pairs.crowded > 400
    assert process_time() - start < 5


def test_an_article_of_five_megabytes_is_found_in_part() -> None:
    long = told(1, 450_000)
    start = process_time()

    found = find_copies([chunk([long, " ".join(long.split()[200_000:200_040])])], SETTINGS)

    assert found.matched.tolist() == [40]
    assert process_time() - start < 5


def test_zero_width_marks_between_letters_hide_nothing() -> None:
    text = "Engineers had warned eleven months ago that the spillway gates of the dam were corroded through"
    hidden = "\u200b".join(text)

    found = find_copies([chunk([text, hidden])], SETTINGS)

    assert (found.left_end.tolist(), found.right_end.tolist()) == ([len(text)], [len(hidden)])


def test_texts_without_spaces_and_of_mixed_scripts_meet() -> None:
    text = "首都の空港で火曜日の朝に大規模な停電があり、数百便が欠航したと当局が発表した。"

    found = find_copies([chunk([f"Breaking news: {text}", f"{text} Москва молчит \ud800"])], SETTINGS)

    assert len(found) == 1
    assert found.matched[0] >= 30

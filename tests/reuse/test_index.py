import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels import Chunk
from stemmata.reuse.heap import HeapSettings
from stemmata.reuse.index import Index

SETTINGS = HeapSettings()


def told(number: int, count: int) -> str:
    return " ".join(f"word{number}x{place}" for place in range(count))


def chunk(texts: list[str]) -> Chunk:
    encoded = [text.encode() for text in texts]
    return np.frombuffer(b"".join(encoded), np.uint8), np.cumsum([0, *map(len, encoded)], dtype=np.int64)


def filled(texts: list[str]) -> Index:
    index = Index(SETTINGS)
    for text in texts:
        index.add(chunk([text]))
    return index


def test_a_new_text_finds_the_one_it_took_a_passage_of() -> None:
    index = filled([told(number, 50) for number in range(20)])
    clip = " ".join(told(7, 50).split()[10:30])

    found = index.ask(f"{told(99, 30)} {clip} {told(98, 5)}")

    assert (found.right.tolist(), found.matched.tolist()) == ([7], [20])


@given(st.lists(st.integers(0, 6), min_size=1, max_size=12), st.integers(0, 6))
def test_texts_added_one_by_one_answer_as_texts_added_at_once(numbers: list[int], asked: int) -> None:
    texts = [told(number, 30) for number in numbers]
    at_once = Index(SETTINGS)
    at_once.add(chunk(texts))

    one_by_one = filled(texts).ask(told(asked, 25))

    assert one_by_one.right.tolist() == at_once.ask(told(asked, 25)).right.tolist()


def test_an_index_given_away_and_taken_back_answers_alike() -> None:
    index = filled([told(number, 40) for number in range(9)])

    again = Index.of(index.state, SETTINGS)

    assert again.ask(told(4, 30)).right.tolist() == index.ask(told(4, 30)).right.tolist() == [4]


def test_nothing_is_shared_with_an_empty_index_or_by_an_empty_text() -> None:
    assert len(Index(SETTINGS).ask(told(1, 30))) == len(filled([told(1, 30)]).ask("")) == 0

import numpy as np

from stemmata.kernels import Chunk
from stemmata.reuse.heap import HeapSettings, find_copies

NOTICE = "Readers who wish to write to the editors find every address and the rules for letters on page four of this paper"


def told(number: int, count: int) -> str:
    return " ".join(f"word{number}x{place}" for place in range(count))


def chunk(texts: list[str]) -> Chunk:
    encoded = [text.encode() for text in texts]
    return np.frombuffer(b"".join(encoded), np.uint8), np.cumsum([0, *map(len, encoded)], dtype=np.int64)


def test_a_clip_is_found_with_its_spans() -> None:
    clip = told(1, 15)
    texts = [f"{told(2, 40)} {clip} {told(3, 40)}", f"{clip} {told(4, 60)}"]

    found = find_copies([chunk(texts)], HeapSettings())

    assert [texts[0][found.left_start[0] : found.left_end[0]], found.matched.tolist()] == [clip, [15]]
    assert texts[1][found.right_start[0] : found.right_end[0]] == clip


def test_a_notice_under_unlike_texts_is_left_out_and_copies_are_not() -> None:
    texts = [f"{told(number, 60)} {NOTICE}" for number in range(10)]

    found = find_copies([chunk([*texts, told(3, 55)])], HeapSettings())

    assert list(zip(found.left.tolist(), found.right.tolist(), strict=True)) == [(3, 10)]


def test_a_notice_that_is_a_good_part_of_a_brief_makes_no_copies_of_briefs() -> None:
    texts = [f"{told(number, 30)} {NOTICE}" for number in range(10)]

    assert len(find_copies([chunk(texts)], HeapSettings())) == 0


def test_a_thousand_copies_of_one_text_are_as_many_pairs() -> None:
    found = find_copies([chunk([told(1, 30)] * 1000)], HeapSettings())

    assert (len(found), set(found.left.tolist())) == (999, {0})


def test_no_texts_share_nothing() -> None:
    assert len(find_copies([], HeapSettings())) == len(find_copies([chunk(["", "a"])], HeapSettings())) == 0

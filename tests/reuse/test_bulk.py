from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

import stemmata
from stemmata.model import Copied
from stemmata.reuse.bulk import laid_end_to_end, text_of

CLIP = "a grey heron stood on the lowest step of the weir and let nobody come near it all day"


def told(number: int, count: int) -> str:
    return " ".join(f"word{number}x{place}" for place in range(count))


def test_what_two_texts_share_is_told_with_its_spans_in_both() -> None:
    texts = [told(1, 40), f"{told(2, 40)} {CLIP} {told(3, 9)}", f"{CLIP} – {told(4, 60)}"]

    (one,) = stemmata.copies(texts)

    assert (one.left, one.right) == (1, 2)
    assert [(stretch.kind, stretch.words) for stretch in one.stretches] == [("exact", 19)]
    assert [one.stretches[0].left_span.of(texts[1]), one.stretches[0].right_span.of(texts[2])] == [CLIP, CLIP]


def test_places_hold_after_letters_of_many_bytes_and_half_a_surrogate_pair() -> None:
    texts = [f"žluťoučký 😀 \ud83d {CLIP}", f"아침 {CLIP}"]

    (one,) = stemmata.copies(texts)

    assert {one.stretches[0].left_span.of(texts[0]), one.stretches[0].right_span.of(texts[1])} == {CLIP}


def test_texts_are_taken_one_by_one_from_anything_that_gives_them() -> None:
    def given_out() -> Iterator[str]:
        yield told(1, 30)
        yield told(1, 30)

    assert [(one.left, one.right) for one in stemmata.copies(given_out())] == [(0, 1)]


def test_of_equal_texts_the_first_is_shown_with_each() -> None:
    found = list(stemmata.copies([told(1, 30)] * 5))

    assert [(one.left, one.right) for one in found] == [(0, 1), (0, 2), (0, 3), (0, 4)]


def test_pairs_are_aligned_in_parts_with_the_same_answer(monkeypatch) -> None:
    texts = [f"{told(number, 30)} {told(number // 2, 30)}" for number in range(20)]
    whole = list(stemmata.copies(texts))
    monkeypatch.setattr("stemmata.reuse.bulk.PAIRS_AT_ONCE", 3)
    monkeypatch.setattr("stemmata.reuse.bulk.CHUNK_BYTES", 500)

    assert whole
    assert list(stemmata.copies(texts)) == whole


def test_nothing_shares_nothing() -> None:
    assert [list(stemmata.copies(texts)) for texts in ([], [""], ["", "", "a b"])] == [[], [], []]


@given(st.lists(st.text(), max_size=8))
def test_every_text_comes_out_of_the_heap_as_it_went_in(texts: list[str]) -> None:
    chunks = list(laid_end_to_end(texts))

    assert [text_of(chunks, [0], number) for number in range(len(texts))] == texts


@given(st.lists(st.sampled_from([CLIP, told(1, 20), told(2, 20), "\n", "and"]), max_size=12))
def test_pairs_come_sorted_and_each_once(parts: list[str]) -> None:
    texts = [" ".join(parts[place:]) for place in range(len(parts))]
    found: list[Copied] = list(stemmata.copies(texts))

    assert [(one.left, one.right) for one in found] == sorted({(one.left, one.right) for one in found})
    assert all(one.left < one.right and one.stretches for one in found)

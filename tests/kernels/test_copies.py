"""The compiled loops over shared words give exactly what their reference gives, and what they promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels import Shingles, backend, copies, copies_reference, shingle, tokenise
from stemmata.kernels.columns import Tokens

compiled = pytest.mark.skipif(not backend.COMPILED, reason="the compiled kernels were not built")
words = st.sampled_from(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
texts = st.lists(
    st.one_of(st.lists(words, max_size=60), st.lists(st.sampled_from(["a", "b"]), max_size=40)), max_size=6
)


def chunk(rows: list[list[str]]) -> copies.Chunk:
    encoded = [" ".join(row).encode() for row in rows]
    return np.frombuffer(b"".join(encoded), np.uint8), np.cumsum([0, *map(len, encoded)], dtype=np.int64)


def same(left: tuple[object, ...], right: tuple[object, ...]) -> bool:
    return all(np.array_equal(one, two) for one, two in zip(left, right, strict=True))  # type: ignore[arg-type]


@compiled
@given(st.lists(st.lists(st.integers(0, 9), max_size=40), max_size=4), st.integers(1, 9))
def test_winnowing_keeps_the_same(rows: list[list[int]], window: int) -> None:
    bounds = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    hashes = np.array([one for row in rows for one in row], np.uint64)

    assert same(backend.LOOPS.winnow(bounds, hashes, window), copies_reference.winnow(bounds, hashes, window))  # type: ignore[attr-defined]


@given(st.lists(st.integers(0, 2**64 - 1), max_size=60), st.integers(1, 9))
def test_every_window_keeps_a_hash(row: list[int], window: int) -> None:
    kept = set(
        copies.winnow(Shingles(np.array([0, len(row)]), np.array(row, np.uint64)), window).hashes.tolist()
    )

    assert all(kept & set(row[start : start + window]) for start in range(len(row) - window + 1))


@compiled
@given(texts, st.booleans(), st.integers(2, 5), st.integers(1, 20), st.integers(0, 6))
def test_alignment_finds_the_same(
    rows: list[list[str]], parted: bool, seed: int, repeats: int, gap: int
) -> None:
    tokens = tokenise([" ".join(row) for row in rows])
    lefts, rights = (np.ascontiguousarray(side.ravel()) for side in np.indices((len(rows), len(rows))))
    paragraphs = (np.arange(len(tokens.hashes)) // 7).astype(np.int32) if parted else np.empty(0, np.int32)
    given_all = (tokens.rows, tokens.hashes, paragraphs, lefts, rights, seed, repeats, gap, 0.85, 0.5)

    assert same(backend.LOOPS.align(*given_all), copies_reference.align(*given_all))  # type: ignore[attr-defined]


@given(texts)
def test_no_word_stands_in_two_runs(rows: list[list[str]]) -> None:
    tokens: Tokens = tokenise([" ".join(row) for row in rows])
    for left in range(len(rows)):
        found = copies.align(
            tokens.rows, tokens.hashes, np.array([left]), np.array([len(rows) - 1]), copies.AlignRules()
        )
        for side in (found.left, found.right):
            places = [
                place
                for start, long in zip(side, found.length, strict=True)
                for place in range(start, start + long)
            ]

            assert len(places) == len(set(places))


@compiled
@given(texts, texts, st.integers(1, 5), st.integers(1, 6), st.integers(0, 4), st.integers(1, 3))
def test_texts_meet_and_share_the_same(
    rows: list[list[str]], more: list[list[str]], width: int, window: int, most: int, threads: int
) -> None:
    chunks = [chunk(rows), chunk(more)]
    pairs = backend.LOOPS.find_pairs(chunks, width, window, most, threads)  # type: ignore[attr-defined]
    rules = (4, 16, 6, 0.85, 0.5, 4)
    found = backend.LOOPS.find_copies(chunks, *pairs[:2], *rules, threads)  # type: ignore[attr-defined]

    assert same(pairs, copies_reference.find_pairs(chunks, width, window, most, 1))
    assert same(found, copies_reference.find_copies(chunks, *pairs[:2], *rules, 1))


@given(st.lists(words, min_size=12, max_size=12), st.lists(words, max_size=9), st.lists(words, max_size=9))
def test_texts_that_share_twelve_words_meet(shared: list[str], before: list[str], after: list[str]) -> None:
    pairs = copies.find_pairs([chunk([before + shared + after, after + shared])], copies.PostRules(5, 8, 64))

    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [1])


def test_spans_count_code_points() -> None:
    shared = "“the ferry – struck the Eastern pier – at nine” knots"
    one, two = f"Ünter ein Dach: {shared}", f"中文 😀 {shared} today"
    encoded = [one.encode(), two.encode()]
    chunks = [
        (np.frombuffer(b"".join(encoded), np.uint8), np.cumsum([0, *map(len, encoded)], dtype=np.int64))
    ]

    found = copies.find_copies(chunks, copies.find_pairs(chunks, copies.PostRules()), copies.AlignRules(), 4)

    assert (
        one[found.left_start[0] : found.left_end[0]] == "the ferry – struck the Eastern pier – at nine” knots"
    )
    assert (
        two[found.right_start[0] : found.right_end[0]]
        == "the ferry – struck the Eastern pier – at nine” knots"
    )


def test_a_text_of_one_word_repeated_is_bounded() -> None:
    chunks = [chunk([["same"] * 50_000, ["same"] * 40_000])]

    found = copies.find_copies(chunks, copies.find_pairs(chunks, copies.PostRules()), copies.AlignRules(), 4)

    assert found.matched.tolist() == [40_000]


def test_shingles_of_a_short_text_are_kept_whole() -> None:
    kept = copies.winnow(shingle(tokenise(["one two three four five six"]), 5), 8)

    assert len(kept.hashes) == 2

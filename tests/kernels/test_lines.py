"""The measures of lines: a few by hand, and alike on both backends."""

from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stemmata.kernels import lines_reference as reference
from stemmata.kernels.lines import (
    BAR,
    BLANK,
    COMMA,
    FIGURE,
    IDEOGRAPH,
    LOWER,
    ODD,
    PLAIN,
    QUOTE,
    STOP,
    UPPER,
    Finder,
)

Ints = NDArray[np.int64]

ALPHABET = 'aBcdé .,!:"()•|*0漢字한글かな\u3099・ß\t\x1c\xa0\u2003😀\n'
PHRASES = ["a", "ab", "bc", "read more", " you ", "漢字", "a\n", "dd", "d", "©", ""]
LABELS = ["read more", "menu", "a b", "漢字", ""]


def kinds() -> NDArray[np.uint8]:
    """Return a table of our own: what matters is that both backends read the same."""
    table = np.full(0x10000, ODD, np.uint8)
    for kind, chars in (
        (UPPER, "BABC"), (LOWER, "abcdeéß"), (PLAIN, "한글かな"), (IDEOGRAPH, "漢字"), (FIGURE, "0"), (BLANK, " \n\t\xa0"),
        (STOP, ".!"), (COMMA, ",:"), (QUOTE, '"'), (BAR, "|•*"),
    ):  # fmt: skip
        table[[ord(char) for char in chars]] = kind
    return table


@pytest.fixture(scope="module")
def compiled() -> ModuleType:
    return pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")


words = st.sampled_from(
    [
        "read more",
        "menu",
        "abcd",
        "dd ddd abc.",
        "Bcd",
        "漢字漢字",
        " you ",
        "a  b",
        "•",
        "aB. cd",
        "éßab",
        "😀",
    ]
)
paragraph = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=30), st.lists(words, min_size=1, max_size=14).map(" ".join)
)
pages = st.lists(paragraph, min_size=1, max_size=24)


def laid(paragraphs: list[str], gap: str = "\n\n") -> tuple[str, str, Ints, Ints]:
    """Lay paragraphs out as a page: its text, its lower case, their starts and ends."""
    ends = np.cumsum([len(one) for one in paragraphs]) + len(gap) * np.arange(len(paragraphs))
    text = gap.join(paragraphs)
    return (
        text,
        text.lower(),
        (ends - [len(one) for one in paragraphs]).astype(np.int64),
        ends.astype(np.int64),
    )


def test_a_phrase_is_counted_where_it_begins_and_never_overlaps_itself() -> None:
    _, low, starts, ends = laid(["one aaa", "far off: aa and aa"])

    counts, opened = Finder((("aa",), ("off", "f"))).count(low, starts, ends, opening=5)

    assert counts.tolist() == [[1, 2], [0, 4]]
    assert opened.tolist() == [[1, 0], [0, 1]]


def test_a_line_end_is_a_space_where_a_text_is_taken_for_flat() -> None:
    _, low, starts, ends = laid(["thank\nyou\nall"])

    finder = Finder(((" you ",),))

    assert finder.count(low, starts, ends, flat=True)[0].tolist() == [[1]]
    assert finder.count(low, starts, ends)[0].tolist() == [[0]]


@given(pages, st.booleans(), st.integers(0, 9))
def test_both_backends_find_the_same_phrases(
    compiled: ModuleType, given_page: list[str], flat: bool, opening: int
) -> None:
    _, low, starts, ends = laid(given_page)
    groups = [number % 3 for number in range(len(PHRASES))]

    one, two = (
        loops.LineFinder(PHRASES, groups, 4).count(low, starts, ends, flat, opening)
        for loops in (compiled, reference)
    )

    assert [part.tolist() for part in one] == [part.tolist() for part in two]


@given(pages)
def test_both_backends_measure_lines_alike(compiled: ModuleType, given_page: list[str]) -> None:
    page = laid(given_page)

    one, two = (
        loops.LineBook(LABELS, ["read", "漢字", "a  b"], PHRASES, " •|0.", "•* ", kinds()).measure(*page)
        for loops in (compiled, reference)
    )

    assert one.shape == (len(given_page), 42)
    np.testing.assert_allclose(one, two, rtol=1e-12, atol=1e-12)


@given(pages, st.data())
def test_both_backends_share_words_alike(
    compiled: ModuleType, given_page: list[str], data: st.DataObject
) -> None:
    _, low, starts, ends = laid(given_page)
    rows = len(given_page)
    guess = np.array(data.draw(st.lists(st.floats(0, 1), min_size=rows, max_size=rows)))
    counts = np.array(data.draw(st.lists(st.integers(0, 40), min_size=rows, max_size=rows)), float)

    one, two = (
        loops.measure_context(low, starts, ends, guess, counts, 0.7, 0.05, 12)
        for loops in (compiled, reference)
    )

    assert one.shape == (rows, 24)
    np.testing.assert_allclose(one, two, rtol=1e-9, atol=1e-9)


rows_of_markup = st.lists(
    st.tuples(
        st.integers(0, 12), st.integers(0, 63), st.lists(st.integers(0, 5), min_size=7, max_size=7), st.integers(1, 90),
        st.floats(0, 1), st.integers(0, 60), st.booleans(), st.floats(0, 1),
    ),
    min_size=1, max_size=20,
)  # fmt: skip
MEANING = (6, 0b001011, 2, 0, 2, 13)


@given(rows_of_markup)
def test_both_backends_measure_markup_alike(compiled: ModuleType, rows: list[tuple]) -> None:
    tags, traits, homes, size, linked, spoken, ended, guess = zip(*rows, strict=True)
    prose = np.array(spoken, float) * np.array(ended)
    columns = np.array([size, linked, spoken, ended, prose, prose / max(prose.sum(), 1)], float)
    page = (
        np.array(tags),
        np.array(traits),
        np.ascontiguousarray(np.array(homes).T).reshape(-1),
        columns,
        MEANING,
    )

    marks, kin = (
        [loops.measure_marks(*page), loops.measure_kin(*page, np.array(guess, float))]
        for loops in (compiled, reference)
    )

    assert marks[0].shape == (len(rows), 29 + MEANING[0] + 18)
    for one, two in zip(marks, kin, strict=True):
        np.testing.assert_allclose(one, two, rtol=1e-9, atol=1e-9)


def test_paragraphs_that_do_not_rise_are_refused(compiled: ModuleType) -> None:
    finder = compiled.LineFinder(["a"], [0], 1)

    with pytest.raises(ValueError, match="must rise"):
        finder.count("abc", np.array([2, 1]), np.array([3, 2]), False, 0)
    with pytest.raises(ValueError, match="within the text"):
        finder.count("abc", np.array([2]), np.array([4]), False, 0)

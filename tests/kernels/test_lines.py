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
    Meaning,
    line_book,
    line_finder,
    line_page,
)

ALPHABET = 'aBcdé .,!:"()•|*0漢字한글かな\u3099・ß\t\x1c\xa0\u2003😀\n'
PHRASES = ["a", "ab", "bc", "read more", " you ", "漢字", "a\n", "dd", "d", "©", ""]
GROUPS = [number % 3 for number in range(len(PHRASES))]
LABELS = ["read more", "menu", "a b", "漢字", ""]
TAGS = {"p": 0, "div": 1, "li": 2, "h1": 3, "h2": 4}
MEANING = Meaning(
    traits=6,
    inside=0b001011,
    story=2,
    article=0,
    headed=0b110000,
    tags=6,
    list_item=2,
    h1=3,
    headings=0b11000,
)


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
marks = st.tuples(
    st.sampled_from([*TAGS, "other"]),
    st.integers(0, 63),
    st.integers(0, 40),
    st.tuples(*[st.integers(0, 5)] * 7),
)
marked_pages = st.lists(st.tuples(paragraph, marks, st.floats(0, 1)), min_size=1, max_size=24)


def laid(paragraphs: list[str], gap: str = "\n\n") -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """Lay paragraphs out as a page: its text, its lower case, their spans."""
    spans, at = [], 0
    for one in paragraphs:
        spans.append((at, at + len(one)))
        at += len(one) + len(gap)
    text = gap.join(paragraphs)
    return text, text.lower(), tuple(spans)


def measured(loops: ModuleType, paragraphs: list[str], marked: list[tuple] | None = None) -> tuple:
    """Return a page of one backend, and a table with its words."""
    page = loops.LinePage(*laid(paragraphs), tuple(marked or ()), TAGS)
    table = np.zeros((len(paragraphs), 90))
    page.measure_words(
        loops.LineBook(LABELS, ["read", "漢字", "a  b"], PHRASES, " •|0.", "•* ", kinds()), table, 0
    )
    return page, table


def test_a_page_is_measured_row_by_row() -> None:
    paragraphs = ["Menu", "The ferry was late again. The pilot said it would be late tomorrow, too.", "Menu"]
    page, table = line_page(*laid(paragraphs)), np.zeros((3, 50))
    book = line_book(
        labels=["menu"], openings=["the f"], terms=["late"], edges="•", bullets="•", kinds=_latin()
    )

    page.measure_words(book, table, 0)

    assert np.round(page.words()).tolist() == [1, 14, 1]
    assert table[:, 15].tolist() == [1, 0, 1], "labels"
    assert table[:, 16].tolist() == [0, 1, 0], "openings"
    assert table[:, 20].tolist() == [1, 0, 1], "what stands twice"
    assert table[1, 3] == pytest.approx(np.log1p(2)), "stops"


def test_speech_is_counted_where_it_begins_and_over_the_end_of_a_line() -> None:
    page, table = line_page(*laid(["we thank\nyou\nall: a.b", "(you)"])), np.zeros((2, 48))
    book = line_book(labels=[], openings=[], terms=[], edges="", bullets="", kinds=_latin())
    page.measure_words(book, table, 0)

    page.measure_text_talk(line_finder((("a.b",), (" you ",), ("we",))), table, 42)

    tenths = 10 / page.words()[0]
    assert table[0, 42:46].tolist() == [min(tenths, 3), min(tenths, 3), 1, 0]
    assert table[1, 42:46].tolist() == [0, 0, 0, 1]


def _latin() -> NDArray[np.uint8]:
    table = np.full(0x10000, ODD, np.uint8)
    table[ord("a") : ord("z") + 1], table[ord("A") : ord("Z") + 1] = LOWER, UPPER
    table[[ord(" "), ord("\n")]], table[ord(".")] = BLANK, STOP
    return table


@given(pages)
def test_both_backends_measure_lines_alike(compiled: ModuleType, paragraphs: list[str]) -> None:
    (one, table), (two, other) = (measured(loops, paragraphs) for loops in (compiled, reference))

    np.testing.assert_allclose(table, other, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(one.words(), two.words(), rtol=1e-12, atol=1e-12)


@given(pages, st.data())
def test_both_backends_share_words_alike(
    compiled: ModuleType, paragraphs: list[str], data: st.DataObject
) -> None:
    guess = np.array(data.draw(st.lists(st.floats(0, 1), min_size=len(paragraphs), max_size=len(paragraphs))))
    tables = []
    for loops in (compiled, reference):
        page, table = measured(loops, paragraphs)
        page.measure_context(guess, (0.7, 0.05, 12), table, 42)
        tables.append(table)

    np.testing.assert_allclose(*tables, rtol=1e-9, atol=1e-9)


@given(pages)
def test_both_backends_hear_speech_alike(compiled: ModuleType, paragraphs: list[str]) -> None:
    tables = []
    for loops in (compiled, reference):
        page, table = measured(loops, paragraphs)
        speech, named = loops.LineFinder(PHRASES, GROUPS, 3), loops.LineFinder(["a", "bc", "a"], [0, 1, 1], 2)
        page.measure_talk(speech, named, table, 42)
        page.measure_text_talk(speech, table, 51)
        tables.append(table)

    np.testing.assert_allclose(*tables, rtol=1e-12, atol=1e-12)


@given(
    marked_pages, st.lists(paragraph, max_size=2), paragraph, st.lists(paragraph, max_size=9).map(" ".join)
)
def test_both_backends_measure_markup_alike(
    compiled: ModuleType, rows: list[tuple], titles: list[str], summary: str, story: str
) -> None:
    paragraphs, marked, guess = (list(column) for column in zip(*rows, strict=True))
    told = [" ".join(one.lower().split()) for one in (*titles, summary, story)]
    tables = []
    for loops in (compiled, reference):
        page, table = measured(loops, paragraphs, marked)
        marking = np.zeros((len(rows), 29 + 6 + 18 + 13 + 16))
        page.measure_marks(MEANING, marking, 0)
        page.measure_promised(MEANING, told[:-2], told[-2], told[-1], marking, 53)
        page.measure_kin(MEANING, np.array(guess), marking, 66)
        tables.append(np.hstack([table, marking]))
        assert page.brief(3, 5.0) == [
            number for number, mark in enumerate(marked) if mark[1] & 3 and page.words()[number] <= 5
        ]

    np.testing.assert_allclose(*tables, rtol=1e-9, atol=1e-9)


@given(paragraph)
def test_both_backends_give_the_same_places_of_phrases(compiled: ModuleType, text: str) -> None:
    one, two = (loops.LineFinder(PHRASES, GROUPS, 3).places(text) for loops in (compiled, reference))

    assert one == two


def test_the_places_of_phrases_come_phrase_by_phrase() -> None:
    assert line_finder((("aa", "b"),)).places("baaab") == [(0, 1), (0, 2), (1, 0), (1, 4)]


@pytest.mark.parametrize("spans", [((2, 3), (1, 2)), ((0, 9),), ((1, 1),), ((-1, 2),)])
def test_paragraphs_that_do_not_rise_within_the_text_are_refused(compiled: ModuleType, spans: tuple) -> None:
    with pytest.raises(ValueError, match="paragraphs must"):
        compiled.LinePage("abc", "abc", spans, (), {})


def test_what_is_no_span_or_mark_is_refused(compiled: ModuleType) -> None:
    with pytest.raises(TypeError, match="pairs of numbers"):
        compiled.LinePage("abc", "abc", ((0, 1, 2),), (), {})
    with pytest.raises(ValueError, match="one mark for each"):
        compiled.LinePage("abc", "abc", ((0, 1),), (("p", 0, 0, (0,) * 7),) * 2, {})


def test_a_table_without_room_is_refused(compiled: ModuleType) -> None:
    page, _ = measured(compiled, ["a"])

    with pytest.raises(ValueError, match="no place"):
        page.measure_context(np.array([0.5]), (0.7, 0.05, 12), np.zeros((1, 30)), 10)

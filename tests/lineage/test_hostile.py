"""Pages that no reader would call a story."""

from collections.abc import Callable

import pytest

from stemmata.model import Article, Stemma

Make = Callable[..., Article]
Grow = Callable[..., Stemma]

ODD = {
    "empty": (),
    "blank": ("", " "),
    "lone surrogate": ("The mayor \ud800 said the \udfff bridge would close on Monday.",),
    "no spaces": ("橋は月曜日に閉鎖されると町長が述べた。" * 20,),
    "right to left": ("أعلن رئيس البلدية أن الجسر سيغلق يوم الاثنين بسبب الفيضانات.",) * 4,
    "zero width": ("The\u200bbridge\u200bwill\u200bclose on Monday, the mayor said in a statement.",),
    "marks only": ('"“”‘’«»' * 30,),
    "one word": ("bridge " * 3000,),
    "all the same": ("The bridge will close on Monday.",) * 500,
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_page_beside_a_story_is_one_state_of_its_own(
    name: str, first: tuple[str, ...], page: Make, grow: Grow
) -> None:
    stemma = grow(page("odd.txt", ODD[name]), page("wire.txt", first, "NPA"))

    assert len(stemma.nodes) == 2
    assert len(stemma.origins) == 2


def test_two_empty_pages_are_not_one_text(page: Make, grow: Grow) -> None:
    stemma = grow(page("one.txt", ()), page("two.txt", ()))

    assert len(stemma.nodes) == 2


def test_a_very_long_line_is_read_in_part(first: tuple[str, ...], page: Make, grow: Grow) -> None:
    endless = " ".join(f"word{number} stands here" for number in range(40_000))
    stemma = grow(page("long.txt", (endless,)), page("wire.txt", first, "NPA"))

    assert len(stemma.origins) == 2

"""Words that were in print earlier: an invented council story, its late copies and what only looks like one."""

import re
from datetime import date

import pytest

from stemmata.dating import DatingSettings, date_texts
from stemmata.model import Article, Block, Family, Interval, Passage, Reuse, Role, Span, Stamp, Written

TITLE = "Veld council sells the old gasworks"
STORY = (
    "The council of Veld sold the old gasworks to a maker of garden tools after a vote that split both parties.",
    "The buyer, Pell & Daughter, is to keep the brick chimney and plans a shop in the boiler house.",
    "Neighbours asked for a park; the mayor answered that a park brings no rent.",
)


def _page(name: str, *paragraphs: str, stamp: str | None = None) -> Article:
    text = "\n\n".join((TITLE, *paragraphs))
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    stamps = (Stamp(stamp, None, "row"),) if stamp else ()
    return Article(
        name, name, (name,), None, f"{name}.example", None, None, "", TITLE, (), None, text, blocks, None, (), (),
        "en", stamps,
    )  # fmt: skip


def _equal(one: Article, other: Article, kind: Reuse = Reuse.EXACT) -> tuple[Passage, ...]:
    """Return a passage for each pair of equal paragraphs."""
    return tuple(
        Passage(one.id, here, other.id, there, kind, 1.0)
        for here in one.body
        for there in other.body
        if here.of(one.text) == there.of(other.text) or kind is Reuse.NEAR
    )


def _date(*pages: Article, passages: tuple[Passage, ...]) -> dict[str, Written]:
    family = Family("f", (), tuple(page.id for page in pages))
    return {one.article: one for one in date_texts(pages, (family,), passages, DatingSettings())[0]}


def test_a_late_copy_without_any_weekday_is_of_the_day_its_words_were_in_print() -> None:
    old, late = _page("a", *STORY, stamp="2031-03-16"), _page("b", *STORY, stamp="2034-01-05")
    found = _date(old, late, passages=_equal(old, late))

    assert found["b"].recycled
    assert found["b"].written == found["a"].written
    assert found["b"].recycled_days == (date(2034, 1, 5) - date(2031, 3, 16)).days
    assert [item.rule for item in found["b"].recycled_evidence] == ["in-print", "stamp-too-late"]


def test_a_copy_two_weeks_late_is_dated_by_the_first_but_not_called_recycled() -> None:
    old, late = _page("a", *STORY, stamp="2031-03-16"), _page("b", *STORY, stamp="2031-03-30")
    found = _date(old, late, passages=_equal(old, late))

    assert not found["b"].recycled
    assert found["b"].written == found["a"].written


def test_an_update_with_a_new_beginning_keeps_its_own_day() -> None:
    lede = "Three years after its sale, the old gasworks of Veld opens as a shop, and neighbours have made peace."
    old, update = _page("a", *STORY, stamp="2031-03-16"), _page("b", lede, *STORY, stamp="2034-01-05")
    found = _date(old, update, passages=_equal(old, update))

    assert not found["b"].recycled
    assert found["b"].written_best == date(2034, 1, 5)


def test_weekly_reports_that_differ_in_their_figures_are_not_late_copies() -> None:
    pages = [
        _page(
            name, f"Salt rose to {price} crowns a tonne as buyers returned to the market of Osk.", stamp=stamp
        )
        for name, price, stamp in (("a", 90, "2031-03-16"), ("b", 97, "2031-05-18"))
    ]

    assert not _date(*pages, passages=_equal(*pages, kind=Reuse.NEAR))["b"].recycled


def test_a_lone_early_stamp_does_not_make_three_papers_of_one_day_late() -> None:
    pages = [
        _page(name, *STORY, stamp=stamp)
        for name, stamp in (
            ("a", "2019-01-01"),
            ("b", "2031-03-16"),
            ("c", "2031-03-16"),
            ("d", "2031-03-17"),
        )
    ]
    passages = tuple(p for n, one in enumerate(pages) for other in pages[n + 1 :] for p in _equal(one, other))

    assert not any(one.recycled for one in _date(*pages, passages=passages).values())


@pytest.mark.parametrize("stamp", [None, "no date at all"])
def test_a_page_without_a_day_takes_that_of_its_words(stamp: str | None) -> None:
    dated, bare = _page("a", *STORY, stamp="2031-03-16"), _page("b", *STORY, stamp=stamp)
    found = _date(dated, bare, passages=_equal(dated, bare))

    assert found["a"].written == Interval(date(2031, 3, 9), date(2031, 3, 16))
    assert found["b"].written == Interval(date(2031, 3, 9), date(2031, 3, 17))
    assert found["b"].written_best == found["a"].written_best
    assert not found["b"].recycled

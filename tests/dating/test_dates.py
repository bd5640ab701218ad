"""When texts were written: invented pages, each on one screen."""

import re
from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from stemmata.dating import DatingSettings, date_texts
from stemmata.model import (
    Anchor,
    Article,
    Block,
    Dateline,
    Family,
    Interval,
    Passage,
    Reuse,
    Role,
    Span,
    Stamp,
    Written,
)


def _page(name: str, title: str, *paragraphs: str, stamp: str | None = None) -> Article:
    """Build a page: title, paragraphs, a dateline where the first paragraph has one, a stamp of the row."""
    text = "\n\n".join((title, *paragraphs))
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    line = re.search(r"^([A-Z ]{3,})(?: \((\w+)\))? — ", text, re.MULTILINE)
    dateline = Dateline(line[1], line[2], Span(*line.span())) if line else None
    stamps = (Stamp(stamp, None, "row"),) if stamp else ()
    return Article(
        name, name, (name,), None, f"{name}.example", None, None, "", title, (), None, text, blocks, dateline, (), (),
        "en", stamps,
    )  # fmt: skip


def _date(*pages: Article, passages: tuple[Passage, ...] = ()) -> dict[str, Written]:
    family = Family("f", (), tuple(sorted(page.id for page in pages)))
    return {one.article: one for one in date_texts(pages, (family,), passages, DatingSettings())[0]}


TITLE = "Oril reopens its salt mine"
LEDE = (
    "OSK (NPA) — Oril’s premier reopened the old salt mine at Osk and promised jobs, officials said Sunday."
)
TOUR = "The premier’s two-day visit through Saturday followed a flood last month that closed the lower galleries."
FLOOD = "The Feb. 27 flood trapped eleven miners, all of whom came out alive, the mine’s owner said."


def test_a_parade_last_month_that_has_a_date_tells_the_month_of_writing() -> None:
    one = _date(_page("a", TITLE, LEDE, TOUR, FLOOD, stamp="2032-11-20"))["a"]

    assert one.written is not None
    assert one.written.last == date(2032, 3, 31)
    assert one.recycled
    assert one.written_best is None
    assert [item.rule for item in one.recycled_evidence] == ["named-month", "stamp-too-late"]
    assert one.recycled_days == (date(2032, 11, 20) - date(2032, 3, 31)).days


def test_a_page_of_the_right_month_is_not_recycled() -> None:
    one = _date(_page("a", TITLE, LEDE, TOUR, FLOOD, stamp="2031-03-17T08:00:00+01:00"))["a"]

    assert not one.recycled
    assert one.written == Interval(date(2031, 3, 16), date(2031, 3, 17))
    assert one.written_best == date(2031, 3, 16)


def test_a_page_that_comes_a_few_days_late_is_not_recycled() -> None:
    assert not _date(_page("a", TITLE, LEDE, TOUR, FLOOD, stamp="2031-04-06"))["a"].recycled


def test_a_summer_exercise_later_this_month_bounds_the_year_of_an_undated_text() -> None:
    lede = "OSK (NPA) — Oril’s premier inspected two more mines, state radio said Monday."
    more = "Oril and Finland are to begin their summer naval exercises later this month. Since the start of 2030, it held nine."
    one = _date(_page("a", "Premier inspects mines", lede, more, stamp="2033-04-06"))["a"]

    assert one.recycled
    assert one.written == Interval(date(2030, 6, 1), date(2032, 8, 31))
    assert one.written_best is None


def test_a_dated_sibling_gives_its_day_to_a_text_that_shares_its_time_words() -> None:
    found = _date(
        _page("a", TITLE, LEDE, TOUR, FLOOD),
        _page("b", TITLE, LEDE.replace("reopened", "has opened"), TOUR, stamp="2031-03-16"),
        _page("c", TITLE, LEDE, TOUR, FLOOD, stamp="2032-11-20"),
    )

    assert found["a"].written_best == found["c"].written_best == date(2031, 3, 16)
    assert found["a"].written == Interval(date(2031, 3, 16), date(2031, 3, 21))
    assert found["c"].recycled_days == (date(2032, 11, 20) - date(2031, 3, 16)).days
    assert not found["a"].recycled


def test_regular_reports_that_share_sentences_are_not_recycled() -> None:
    lede = "Salt prices at Osk rose again as buyers returned to the market, the exchange said Monday."
    rest = "A tonne of salt for delivery next month traded at {} crowns, the exchange’s weekly bulletin said."
    found = _date(
        _page("a", "Salt prices rise", lede, rest.format(90), stamp="2031-03-17"),
        _page("b", "Salt prices rise", lede, rest.format(97), stamp="2031-05-19"),
    )

    assert not any(one.recycled for one in found.values())


def test_a_whole_copy_with_a_new_stamp_is_recycled_by_its_sibling() -> None:
    pages = (
        _page("a", TITLE, LEDE, TOUR, stamp="2031-03-16"),
        _page("b", TITLE, LEDE, TOUR, stamp="2031-06-22"),
    )
    shared = tuple(Passage("a", span, "b", span, Reuse.EXACT, 1.0) for span in pages[0].body)
    found = _date(*pages, passages=shared)

    assert found["b"].recycled
    assert not found["a"].recycled


def test_old_history_and_anniversaries_do_not_make_a_page_recycled() -> None:
    feature = "The flood of February 27, 1931 drowned the mine. It reopened in 1934 and closed in 1962."
    anniversary = "A century after the flood of 1931, Osk remembered its miners on Friday."

    assert not _date(_page("a", "The mine that drowned", feature, stamp="2031-08-02"))["a"].recycled
    assert not _date(_page("a", "Osk remembers", anniversary, stamp="2031-03-01"))["a"].recycled


def test_a_page_without_any_clue_is_not_recycled_and_an_unstamped_one_not_dated() -> None:
    assert not _date(_page("a", "Soup", "Cut the leeks fine.", stamp="2031-03-01"))["a"].recycled
    assert _date(_page("a", "Soup", "Cut the leeks fine."))["a"].written is None


def test_a_stamp_one_day_west_of_the_story_is_its_day() -> None:
    one = _date(_page("a", TITLE, LEDE, stamp="2031-03-15T22:40:00-04:00"))["a"]

    assert one.written_best == date(2031, 3, 16)


def test_times_are_read_from_the_day_of_writing() -> None:
    page = _page("a", TITLE, LEDE, TOUR, FLOOD, stamp="2031-03-16")
    _, times = date_texts((page,), (Family("f", (), ("a",)),), (), DatingSettings())
    read = {time.text: (time.value, time.anchor) for time in times}

    assert read["Saturday"] == ("2031-03-15", Anchor.STAMP)
    assert read["last month"] == ("2031-02", Anchor.STAMP)
    assert read["two-day"] == ("P2D", Anchor.NONE)


def test_the_order_of_the_pages_changes_nothing() -> None:
    pages = (
        _page("a", TITLE, LEDE, TOUR, FLOOD),
        _page("b", TITLE, LEDE, TOUR, stamp="2031-03-16"),
        _page("c", TITLE, LEDE, TOUR, FLOOD, stamp="2032-11-20"),
    )
    answers = {
        date_texts(order, (Family("f", (), ("a", "b", "c")),), (), DatingSettings())
        for order in permutations(pages)
    }

    assert len(answers) == 1


@given(st.text(max_size=200), st.text(max_size=20))
def test_odd_text_and_stamps_are_dated_without_complaint(words: str, stamp: str) -> None:
    page = _page("a", "T", words or "x", stamp=stamp or "?")
    one = _date(page)["a"]

    assert one.written is None or one.written.first <= one.written.last


WALKOUT = _page(
    "strike",
    "Brewers strike at Osk",
    "OSK (NPA) — Brewers at the Old Widow works walked out on Tuesday over beer money, said Petra Noll of the brewers' league.",
    "Works head Udo Tamm called it a farce.",
    stamp="2026-04-14",
)
TALKS = (
    "Talks at brewery fail",
    "Talks to end the strike at the Old Widow broke up on Thursday without beer.",
    "Petra Noll spoke two days after the walkout began on Tuesday, April 14. Udo Tamm left by the back door.",
)


def test_a_dated_page_that_tells_of_the_same_day_lends_its_year() -> None:
    talks = _page("talks", *TALKS)
    families = [Family(f"f{page.id}", (), (page.id,)) for page in (WALKOUT, talks)]
    found = {one.article: one for one in date_texts((WALKOUT, talks), families, (), DatingSettings())[0]}

    assert found["talks"].written_best == date(2026, 4, 16)
    assert found["talks"].written is not None
    assert found["talks"].written.first == date(2026, 4, 14)
    assert found["talks"].written_evidence[-1].rule == "told-elsewhere"


def test_a_page_of_other_people_lends_no_year() -> None:
    talks = _page(
        "talks", *(words.replace("Petra Noll", "Ada Rund").replace("Udo Tamm", "Ivo Zell") for words in TALKS)
    )
    families = [Family(f"f{page.id}", (), (page.id,)) for page in (WALKOUT, talks)]
    found = {one.article: one for one in date_texts((WALKOUT, talks), families, (), DatingSettings())[0]}

    assert found["talks"].written is None


def test_days_that_the_text_fixes_bound_an_old_text_and_its_weekday_picks_one() -> None:
    one = _date(
        _page(
            "a",
            "Storm strands travellers at Veld",
            "Hundreds slept at the station of Veld last night after a storm stopped all trains.",
            "It tore the roof from a mill late on Saturday, 12 January 2019, and felled four hundred trees.",
            '"We gave out all our soup," cook Ruben Asch said on Sunday.',
            "Trains will run again on Monday, 14 January 2019. The mayor took office in 2018.",
            stamp="2026-04-15",
        )
    )["a"]

    assert one.recycled
    assert one.written == Interval(date(2019, 1, 13), date(2019, 1, 14))
    assert one.written_best == date(2019, 1, 13)


def test_a_page_stamped_a_month_after_its_dateline_is_recycled_and_one_two_weeks_after_is_not() -> None:
    story = "OSK, April 7 (NPA) — The mill at Osk makes a third more flour than a year ago, it said."
    late, soon = (
        _date(_filed(_page("a", "Mill makes more flour", story, stamp=stamp)))["a"]
        for stamp in ("2031-05-06", "2031-04-21")
    )

    assert late.recycled
    assert not soon.recycled


def _filed(page: Article) -> Article:
    start = page.text.index("OSK, April 7")
    return replace(page, dateline=Dateline("OSK", "NPA", Span(start, start + len("OSK, April 7 (NPA)"))))


def test_a_line_with_two_days_is_no_day_of_its_own() -> None:
    one = _date(
        _page("a", "Results of the mill", "OSK, April 13 - Year to December 28, 2030", "Flour 20.1 vs 17.6.")
    )["a"]

    assert one.written_best is None

"""What ``stemmata events``, ``stemmata dates`` and ``stemmata series`` print of a case."""

from dataclasses import replace
from datetime import date

from stemmata.model import (
    Anchor,
    Case,
    Counted,
    Interval,
    PageDates,
    Point,
    Recurring,
    Series,
    Span,
    Time,
)
from stemmata.show.calendar import NARROW, WIDE, calendar
from stemmata.show.counts import counts
from stemmata.show.page_dates import page_dates

MARCH = Point(date(2031, 3, 1), date(2031, 3, 31), 2, 7)
MAY = Point(date(2031, 5, 1), date(2031, 5, 31), 1, 1)


def _counted(case: Case, **changes: object) -> Recurring:
    said = Counted(
        case.articles[0].id, Span(0, 4), "more than 100 since 2030", 101, None, date(2030, 1, 1), date(2031, 3, 9), (0, 2)
    )  # fmt: skip
    whole = Recurring(Series("storm", "One for each.", (MARCH, MAY)), ("e1", "e2", "e3"), (), (said,))
    return replace(whole, **changes)  # type: ignore[arg-type]


def _dates(case: Case) -> PageDates:
    article = case.articles[0]
    time = Time(article.id, Span(0, 4), "May", "DATE", "2031-05", None, Anchor.NONE, 0.5)
    written = next((one for one in case.written if one.article == article.id), None)
    return PageDates(article.id, article.stamps, written, (time,))


def test_events_stand_in_the_order_of_their_days_with_their_origins(case: Case) -> None:
    told = calendar(case)

    assert told.startswith(f"{len(case.articles)} pages → ")
    assert all(event.title in " ".join(told.split()) for event in case.events)
    assert "independent text origin" in told


def test_a_follow_on_names_the_event_it_follows(case: Case) -> None:
    first, *_ = case.events
    later = replace(first, id="zz", title="The second storm", follows=first.id)

    assert f"follows “{first.title}”" in " ".join(calendar(replace(case, events=(first, later))).split())


def test_a_page_tells_when_it_was_written_and_which_times_it_names(case: Case) -> None:
    told = page_dates(case, _dates(case))

    assert "stamp: " in told
    assert "1 time\n  May" in told


def test_a_stamp_that_the_text_contradicts_is_called_out(case: Case) -> None:
    found = _dates(case)
    assert found.written is not None
    old = replace(found, written=replace(found.written, recycled=True, recycled_days=400))

    assert "RECYCLED: its stamp contradicts its text, by 400 days." in page_dates(case, old)


def test_a_series_prints_its_rule_its_bars_and_what_pages_say_beside_what_is_here(case: Case) -> None:
    told = " ".join(counts(case, _counted(case)).split())

    assert "One for each." in told
    assert "2031-03 2 ██████████████████████████████ 7 reports" in told
    assert "that is 101 or more from 1 Jan 2030 to 9 Mar 2031; here: 0 to 2 of them" in told


def test_years_and_quarters_are_named_shortly(case: Case) -> None:
    quarter = Point(date(2031, 1, 1), date(2031, 3, 31), 1, 1)
    year = Point(date(2031, 1, 1), date(2031, 12, 31), 1, 1)
    told = counts(case, _counted(case, series=Series("storm", "One.", (quarter, year))))

    assert "2031 Q1" in told
    assert "\n  2031     " in told


def test_all_fits_the_terminal(case: Case) -> None:
    for width in (1, NARROW, WIDE, 10_000):
        drawn = (
            calendar(case, width),
            page_dates(case, _dates(case), width),
            counts(case, _counted(case), width),
        )

        assert max(len(line) for told in drawn for line in told.splitlines()) <= WIDE


def test_an_empty_case_has_no_events() -> None:
    nothing = Recurring(Series("storm", "One.", ()), (), (), ())

    assert calendar(Case()) == "0 pages → 0 events\n"
    assert counts(Case(), nothing).startswith("storm → 0 events")


def test_an_unknown_day_is_said(case: Case) -> None:
    event = replace(case.events[0], when=None, within=Interval(date(2031, 3, 1), date(2031, 3, 9)))

    assert "within 1–9 Mar 2031" in calendar(replace(case, events=(event,)))

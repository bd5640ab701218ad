from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Interval, Span
from stemmata.text.times import Mention, Tense, find_times, in_context, resolve

SUNDAY = Interval.day(date(2031, 3, 16))


def _read(words: str, anchor: Interval | None = SUNDAY) -> list[tuple[str, str, str]]:
    """Return the words, type and value of every time in a text."""
    found = find_times(words, [Span(0, len(words))], "en")
    return [(one.span.of(words), *resolve(one, anchor)[:2]) for one in found]


@pytest.mark.parametrize(
    ("words", "time", "kind", "value"),
    [
        ("the ministry said Sunday", "Sunday", "DATE", "2031-03-16"),
        ("the ministry said Monday", "Monday", "DATE", "2031-03-10"),
        ("it will open on Friday", "Friday", "DATE", "2031-03-21"),
        ("a fair last month", "last month", "DATE", "2031-02"),
        ("a trial later this month", "later this month", "DATE", "2031-03"),
        ("since the start of 2029", "the start of 2029", "DATE", "2029"),
        ("the Feb. 27 launch was seen", "Feb. 27", "DATE", "2031-02-27"),
        ("it follows the fire on 4 March and will cost", "4 March", "DATE", "2031-03-04"),
        ("on Tuesday, March 4, 2031", "Tuesday, March 4, 2031", "DATE", "2031-03-04"),
        ("on 4 March 2031", "4 March 2031", "DATE", "2031-03-04"),
        ("stamped 2030-12-31", "2030-12-31", "DATE", "2030-12-31"),
        ("two weeks ago", "two weeks ago", "DATE", "2031-W09"),
        ("next Tuesday", "next Tuesday", "DATE", "2031-03-18"),
        ("the third quarter of 2030", "the third quarter of 2030", "DATE", "2030-Q3"),
        ("the 1990s", "the 1990s", "DATE", "199"),
        ("on Sunday morning", "Sunday morning", "TIME", "2031-03-16TMO"),
        ("a three-day tour", "three-day", "DURATION", "P3D"),
        ("for several decades", "several decades", "DURATION", "PXE"),
        ("every Friday", "every Friday", "SET", "XXXX-WXX-5"),
        ("it is now closed", "now", "DATE", "PRESENT_REF"),
        ("the 1st of last month", "the 1st of last month", "DATE", "2031-02-01"),
        ("at 5 p.m. Saturday", "5 p.m. Saturday", "TIME", "2031-03-15T17:00"),
        ("the offer ends at 5 p.m. EST April 9", "5 p.m. EST April 9", "TIME", "2031-04-09T17:00"),
        ("fell as of Jan. 30", "Jan. 30", "DATE", "2031-01-30"),
        ("shot last Oct. 23", "last Oct. 23", "DATE", "2030-10-23"),
        ("the ferry was to sail as early as Tuesday", "Tuesday", "DATE", "2031-03-18"),
        ("They have until Tuesday", "Tuesday", "DATE", "2031-03-18"),
        ("found on Thanksgiving Day", "Thanksgiving Day", "DATE", "2030-11-28"),
        ("will meet at Easter", "Easter", "DATE", "2031-04-13"),
        ("closes by year-end", "year-end", "DATE", "2031-12-31"),
        ("the second half of 2030", "the second half of 2030", "DATE", "2030-H2"),
        ("in fiscal 2030", "fiscal 2030", "DATE", "2030"),
        ("for nearly an hour", "nearly an hour", "DURATION", "PT1H"),
        ("a couple of years", "a couple of years", "DURATION", "P2Y"),
        ("each July", "each July", "SET", "XXXX-07"),
        ("in nineteen eighty-four", "nineteen eighty-four", "DATE", "1984"),
    ],
)
def test_a_time_is_found_and_read(words: str, time: str, kind: str, value: str) -> None:
    assert _read(words) == [(time, kind, value)]


@pytest.mark.parametrize(
    "words",
    [
        "He may march on.",
        "the last person",
        "She sat down.",
        "A 61-year-old man",
        "sun",
        "52 years old",
        "It makes 40 million a year.",
        "about a quarter of it",
        "as soon as it rains",
        "Jan Kavel spoke",
    ],
)
def test_what_only_looks_like_a_time_is_none(words: str) -> None:
    assert _read(words) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Third-quarter profit rose; it was 4 million a year earlier.", "2029-Q3"),
        ("Profit for the quarter fell against the year-earlier period.", "2029-Q4"),
        ("It opened in June 2027 and closed later that year.", "2027"),
        ("It opened on May 3, 2027. Four left that day.", "2027-05-03"),
        ("It was sold a year earlier.", "2030"),
    ],
)
def test_what_points_back_is_read_from_what_was_told_before(words: str, value: str) -> None:
    *_, last = in_context(find_times(words, [Span(0, len(words))], "en"))

    assert resolve(last, SUNDAY).value == value


def test_what_points_back_at_nothing_is_no_time() -> None:
    assert list(in_context(find_times("Four left that day.", [Span(0, 19)], "en"))) == []


def test_without_a_day_of_writing_a_weekday_has_no_days() -> None:
    (found,) = find_times("They met Monday.", [Span(0, 16)], "en")

    assert resolve(found, None) == ("DATE", "XXXX-WXX-1", None)


def test_a_span_of_possible_days_gives_all_days_that_may_be_meant() -> None:
    (found,) = find_times("They met Monday.", [Span(0, 16)], "en")
    read = resolve(found, Interval(date(2031, 3, 10), date(2031, 3, 20)))

    assert read.when == Interval(date(2031, 3, 10), date(2031, 3, 17))


def test_a_language_without_a_file_has_no_times() -> None:
    assert find_times("Sunday", [Span(0, 6)], "xx") == ()


def test_a_season_that_is_under_way_is_this_one() -> None:
    (found,) = find_times("their summer games", [Span(0, 18)], "en")

    assert resolve(found, Interval.day(date(2031, 7, 2)), Tense.FUTURE).value == "2031-SU"


ODD = st.text(alphabet=st.sampled_from("0123456789 :/-.,'’ADMamps\u0662²ſİ\ud800\u200b\n"), max_size=60)
PHRASES = st.lists(
    st.sampled_from(
        ["last", "31", "February", "the", "quarter", "Monday", "9999", "to", "week", "ago", "2000", "in", "May", "1st",
         "of", "99/99/99", "24:61", "0s", "'90s", "2031-02-31", "a", "one", "hundred", "years", "century", "next"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.one_of(ODD, PHRASES), st.dates())
def test_no_text_breaks_the_grammar_and_every_time_lies_where_it_says(words: str, day: date) -> None:
    found = find_times(words, [Span(0, len(words))], "en")
    read = [resolve(one, Interval.day(day)) for one in found]

    assert all(one.span.of(words).strip() for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(one.when is None or one.when.first <= one.when.last for one in read)


@given(st.dates(min_value=date(1900, 1, 8)), st.integers(0, 6))
def test_a_past_weekday_is_the_latest_on_or_before_the_day_of_writing(day: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    mention: Mention = find_times(f"police said {name}", [Span(0, 12 + len(name))], "en")[0]
    when = resolve(mention, Interval.day(day)).when

    assert when is not None
    assert when.first.weekday() == weekday
    assert 0 <= (day - when.first).days <= 6


def test_a_programme_in_quotation_marks_is_no_time() -> None:
    assert _read('He told "60 Minutes" so.') == []


def test_what_is_of_today_is_no_day() -> None:
    assert _read("It has no place in today's world.") == []
    assert _read("It followed today's vote.") == [("today", "DATE", "2031-03-16")]


def test_a_time_that_opens_its_sentence_waits_for_its_verb() -> None:
    words = "In July, a year after the fair of the old and new mill wheels, a wheel broke."

    assert _read(words)[0] == ("July", "DATE", "2030-07")


def test_a_change_since_the_end_of_the_year_is_since_the_last_one() -> None:
    assert _read("Flour is up 3 percent since year-end.") == [("year-end", "DATE", "2030-12-31")]

"""Dates as pages print them."""

import pytest

from stemmata.read.days import First, days_in, first_in, iso, short_days_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Date:2025-02-03 04:05:06", "2025-02-03T04:05:06"),
        ("Sunday 06 August 2023 07:11 EDT", "2023-08-06T07:11:00-04:00"),
        ("August 6, 2023, 7:11 PM ET", "2023-08-06T19:11:00-04:00"),
        ("January 6, 2023 at 7 a.m. ET", "2023-01-06T07:00:00-05:00"),
        ("Published 6 Aug 2023 at 12.05am GMT", "2023-08-06T00:05:00+00:00"),
        ("13 June 2024 11:26 BST", "2024-06-13T11:26:00+01:00"),
        ("2023-08-06T07:11:00+09:00", "2023-08-06T07:11:00+09:00"),
        ("30. Juni 2025, 15:59 Uhr", "2025-06-30T15:59:00"),
        ("6 janvier 2026 à 12:33", "2026-01-06T12:33:00"),
        ("6 de agosto de 2023", "2023-08-06"),
        ("2023年8月6日 07:11", "2023-08-06T07:11:00"),
        ("13/06/2024", "2024-06-13"),
        ("Aug. 6th, 2023", "2023-08-06"),
    ],
)
def test_full_dates_are_read(text: str, value: str) -> None:
    assert [day.value for day in days_in(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["03/04/2024", "31 February 2024", "1234-56-78", "May 2024", "version 2024-99", "$2024 on 3 items"],
)
def test_what_is_no_full_date_is_left_alone(text: str) -> None:
    assert list(days_in(text)) == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("20230806", "2023-08-06"),
        ("Sun, 06 Aug 2023 07:11:00 GMT", "2023-08-06T07:11:00+00:00"),
        ("2023-08-06T07:11:00.123Z", "2023-08-06T07:11:00+00:00"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates_get_one_form(value: str, day: str | None) -> None:
    assert iso(value) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-08-06 07:11", "2023-08-06T07:11:00"),
        ("2023-08-06T07:11:00.123+0900", "2023-08-06T07:11:00+09:00"),
        ("2023-02-31T07:11:00Z", None),
        ("1691305860", "2023-08-06T07:11:00+00:00"),
        ("1691305860000", "2023-08-06T07:11:00+00:00"),
    ],
)
def test_machines_write_moments_in_few_ways(value: str, day: str | None) -> None:
    assert iso(value) == day


@pytest.mark.parametrize(
    ("text", "first", "value"),
    [
        ("04.03.21", None, "2021-03-04"),
        ("04/03/21", None, None),
        ("04/03/21", "month", "2021-04-03"),
        ("13/03/21", None, "2021-03-13"),
        ("version 1.4.03.21", None, None),
        ("04.03.2021", None, None),
    ],
)
def test_years_of_two_digits(text: str, first: First, value: str | None) -> None:
    assert next((day.value for day in short_days_in(text, first=first)), None) == value


@pytest.mark.parametrize(
    ("language", "first"), [("en-US", "month"), ("en_GB", "day"), ("en", None), ("de", "day"), ("", None)]
)
def test_a_pages_language_tells_which_number_is_the_month(language: str, first: First) -> None:
    assert first_in(language) == first

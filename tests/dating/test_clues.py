"""Clues to the day of writing: each invented page alone, under a false stamp and under its true one."""

import re

import pytest

from stemmata.dating import DatingSettings, date_texts
from stemmata.model import Article, Block, Dateline, Family, Role, Span, Stamp, Written


def _date(text: str, stamp: str) -> Written:
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    line = re.search(r"^([A-Z ]{3,}(?:, [A-Z]\w+)?)(?: \((\w+)\))? — ", text, re.MULTILINE)
    page = Article(
        "a", "a", ("a",), None, "a.example", None, None, "", None, (), None, text, blocks,
        Dateline(line[1], line[2], Span(*line.span())) if line else None, (), (), "en", (Stamp(stamp, None, "row"),),
    )  # fmt: skip
    return date_texts((page,), (Family("f", (), ("a",)),), (), DatingSettings())[0][0]


OLD = [
    ("Tram leaves its rails\nThe tram left its rails at 5:40 p.m. on Tuesday, May 17, on the hill above Osk.", "2022-05-18"),
    ("Bridge to close\nThe bridge at Osk will close to lorries on October 3, the council said.", "2031-09-12"),
    ("Strike goes on\nThe dockers of Veld are out until April 3 if nobody calls them in.", "2031-03-27"),
    ("Plant to shrink\nThe maker of looms plans to cut 1,200 posts at Veld by the end of 2021, its chief said.", "2020-11-05"),
    ("Mayor explains\nThe mayor of Osk said on June 4 that the fountain was not a pool.", "2031-06-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), OLD)
def test_a_page_stamped_years_or_months_late_is_recycled_and_the_true_one_is_not(text: str, day: str) -> None:
    late = f"{int(day[:4]) + 3}-{(int(day[5:7]) + 6) % 12 + 1:02}{day[7:]}"

    assert _date(text, late).recycled
    assert not _date(text, day).recycled


HONEST = [
    ("Nurses strike again\nNurses will strike again this month.\nThe March 3 strike shut most wards.", "2024-05-14"),
    ("Parade tank was a prop\nA parade last month was led by a tank.\nThe July 27 parade of 1953 had another tank.", "2023-09-12"),
    ("SYDNEY — Crews will begin their summer exercises later this month, officials said.\nIt is dry.", "2024-01-10"),
    ("Weather woman dies\nShe left on August 14, 1951, and was found on Thursday, August 16, by a trawler.", "2024-02-02"),
    ("Match report\nVeld bought out its coach on Sunday, Nov. 5. He had won nothing.", "2016-11-06"),
    ("Fiscal notes\nThe fiscal year begins October 1. Nobody likes it.", "2031-03-02"),
    ("Output\nOutput will fall below the level of 2019, the mill said.", "2031-03-02"),
    ("Trial opens\nThe trial over the Dec. 20 collapse opened on Friday with a quiet hour.", "2031-09-19"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), HONEST)
def test_an_honest_page_is_never_accused(text: str, day: str) -> None:
    assert not _date(text, day).recycled


def test_two_weak_clues_that_agree_prove_what_neither_does_alone() -> None:
    one = "Cup begins\nThe main draw starts on February 22 in the old hall at Veld.\n"
    two = "The ferry to the hall opens on February 20.\n"

    assert not _date(one, "2021-08-20").recycled
    assert _date(one + two, "2021-08-20").recycled


def test_the_days_of_a_late_page_hold_the_day_it_was_written() -> None:
    text, day = OLD[1]
    found = _date(text, "2032-04-12")

    assert found.written is not None
    assert found.written.first.isoformat() <= day <= found.written.last.isoformat()

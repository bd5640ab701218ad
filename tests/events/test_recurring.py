"""Kinds of event asked for in words, and pages that count them."""

import re
from datetime import date

import pytest

from stemmata.dating import DatingSettings, date_texts
from stemmata.events import EventsSettings, find_events, recurring
from stemmata.model import Article, Block, Family, Recurring, Role, Span, Stamp


def _page(name: str, title: str, *paragraphs: str, stamp: str) -> Article:
    text = "\n\n".join((title, *paragraphs))
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    return Article(
        name, name, (name,), None, f"{name}.example", None, None, "", title, (), None, text, blocks, None, (), (), "en",
        (Stamp(stamp, None, "row"),),
    )  # fmt: skip


FIRST = _page(
    "a",
    "Veld fires two missiles into the sea",
    "OSK — Veld fired two ballistic missiles into the sea on Tuesday, the army said.",
    "Veld has carried out more than 100 missile tests since the start of 2030, the ministry said.",
    stamp="2031-03-12",
)
SECOND = _page(
    "b",
    "Veld tests new missile",
    "OSK — Veld tested a new missile on April 3, the army said.",
    "It was the 12th missile test this year.",
    stamp="2031-04-04",
)
STRIKE = _page("c", "Bakers strike in Osk", "Bakers went on strike on Friday over pay.", stamp="2031-04-06")
PAGES = (FIRST, SECOND, STRIKE)


def _asked(kind: str, by: str = "month") -> Recurring:
    families = [Family(f"f{page.id}", (), (page.id,)) for page in PAGES]
    written, times = date_texts(PAGES, families, (), DatingSettings())
    events = find_events(PAGES, families, (), written, times, (), EventsSettings())
    return recurring(kind, events, PAGES, written, times, by=by)


@pytest.mark.parametrize(
    ("kind", "events"),
    [("missile test", 2), ("test", 2), ("strike", 1), ("walkout", 1), ("bakers", 1), ("regatta", 0)],
)
def test_a_kind_is_met_by_its_act_or_by_words_of_title_and_opening(kind: str, events: int) -> None:
    assert len(_asked(kind).events) == events


def test_events_are_counted_by_the_stretch_asked_for() -> None:
    months, year = _asked("missile test").series.points, _asked("missile test", "year").series.points

    assert [(point.first, point.events) for point in months] == [(date(2031, 3, 1), 1), (date(2031, 4, 1), 1)]
    assert [(point.first, point.last, point.events) for point in year] == [
        (date(2031, 1, 1), date(2031, 12, 31), 2)
    ]


def test_what_pages_say_of_the_number_stands_beside_what_is_held_between_the_same_days() -> None:
    first, second = _asked("missile test").counted

    assert (first.least, first.most, first.first, first.last) == (
        101,
        None,
        date(2030, 1, 1),
        date(2031, 3, 12),
    )
    assert (second.least, second.most, second.first, second.last) == (
        12,
        12,
        date(2031, 1, 1),
        date(2031, 4, 4),
    )
    assert first.held[1] == 1
    assert second.held[1] == 2


def test_the_rule_of_counting_is_told() -> None:
    assert _asked("missile test").series.rule.startswith("One for each event, however many pages report it")

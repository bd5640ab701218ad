"""What kind of act a report tells of, who acts, where, when and under which title: one invented report each."""

import re
from datetime import date

import pytest

from stemmata.dating import DatingSettings, date_texts
from stemmata.events import EventsSettings, find_events
from stemmata.model import (
    Article,
    Block,
    Dateline,
    Event,
    Family,
    Interval,
    Modality,
    Origin,
    Role,
    Span,
    Stamp,
)


def _page(name: str, title: str, *paragraphs: str, stamp: str = "2031-03-16") -> Article:
    text = "\n\n".join((title, *paragraphs))
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    line = re.search(r"^([A-Z ]{3,})(?: \((\w+)\))? — ", text, re.MULTILINE)
    dateline = Dateline(line[1], line[2], Span(*line.span())) if line else None
    return Article(
        name, name, (name,), None, f"{name}.example", None, None, "", title, (), None, text, blocks, dateline, (), (),
        "en", (Stamp(stamp, None, "row"),),
    )  # fmt: skip


def _events(*families: tuple[Article, ...]) -> tuple[Event, ...]:
    pages = tuple(page for family in families for page in family)
    tied = tuple(Family(f"f{family[0].id}", (), tuple(page.id for page in family)) for family in families)
    origins = tuple(Origin(f"o{one.id}", one.id, "n", None, one.articles, 0.9, ()) for one in tied)
    written, times = date_texts(pages, tied, (), DatingSettings())
    found = find_events(pages, tied, (), written, times, origins, EventsSettings())
    return tuple(sorted(found, key=lambda event: event.articles))


KINDS = [
    ("sports", "Late Brisk strike sinks Osk", "Hanna Brisk struck late as Veld beat Osk in the first leg of their play-off, a goal from the penalty spot."),
    ("walkout", "Nurses to strike again", "Nurses at six hospitals walked out on Friday after talks over pay broke down, their union said."),
    ("attack", "Strike on depot kills nine", "An air strike on a fuel depot near Osk killed nine people on Friday, the army said."),
    ("disaster", "Quake shakes Osk", "An earthquake of magnitude 6 shook Osk on Friday and dozens were killed, Governor Hanna Brisk said."),
    ("court", "Banker jailed over mine fraud", "A jury convicted a former banker on Friday of stealing from the miners' fund, and he was jailed."),
    ("exercise", "Oril and Veld launch drill", "Oril and Veld launched a five-day naval exercise on Friday, the ministry said."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "title", "lede"), KINDS)
def test_the_words_of_a_trade_outvote_words_of_many(kind: str, title: str, lede: str) -> None:
    assert _events((_page("a", title, lede),))[0].kind == kind


def test_who_only_speaks_of_an_earthquake_is_no_actor_of_it() -> None:
    (event,) = _events((_page("a", *KINDS[3][1:], "“We are digging,” Brisk said."),))

    assert event.actors == ()


def test_a_club_or_a_firm_named_like_a_place_is_none() -> None:
    lede = "VELD (NPA) — Floods cut the power of 900 homes on Friday, the supplier Pellnet East said."
    (event,) = _events((_page("a", "Floods cut power of 900 homes", lede),))

    assert event.place == "Veld"


def test_a_ship_and_an_exercise_are_no_actors() -> None:
    lede = "The navy sent the frigate Old Widow to an exercise called Iron Meadow off Veld on Friday, Hanna Brisk said."
    (event,) = _events((_page("a", "Navy sends frigate to exercise", lede),))

    assert not {"Old Widow", "Iron Meadow"} & {*event.actors}


def test_what_is_planned_lies_on_the_day_it_is_planned_for() -> None:
    lede = "Oril and Veld will launch a joint exercise on Monday as planned, the ministry said Friday."
    (event,) = _events((_page("a", "Oril, Veld to begin drill", lede, stamp="2031-03-14"),))

    assert event.modality is Modality.PLANNED
    assert event.when == Interval.day(date(2031, 3, 17))


def test_the_day_of_something_else_is_not_the_day_of_the_event() -> None:
    lede = (
        "Five weeks before the April 20 election, the two candidates met on Friday for a debate about water."
    )
    (event,) = _events((_page("a", "Debate turns on water", lede),))

    assert event.when == Interval.day(date(2031, 3, 14))


def test_pages_of_one_family_that_tell_of_days_far_apart_get_no_common_day() -> None:
    lede = "Storm {} battered the coast of Oril on Friday and moved thousands into shelters."
    first = _page("a", "Storm Una hits Oril", lede.format("Una"))
    second = _page("b", "Storm Vito hits Oril", lede.format("Vito"), stamp="2031-05-18")
    (event,) = _events((first, second))

    assert event.when is None
    assert event.within == Interval(date(2031, 3, 14), date(2031, 5, 16))
    assert "days-apart" in {item.rule for item in event.evidence}


def test_the_next_package_and_the_second_leg_follow_the_first() -> None:
    first = _page(
        "a",
        "Oril agrees 4th package of sanctions on Veld",
        "The council of Oril agreed its fourth package of sanctions against Veld on Friday, Hanna Brisk announced.",
    )
    lede = "The council of Oril agreed its 5th package of sanctions against Veld on Friday, Hanna Brisk announced."
    second = _page("b", "Oril agrees 5th package of sanctions on Veld", lede, stamp="2031-05-18")
    one, other = _events((first,), (second,))

    assert other.follows == one.id
    assert one.follows is None


def test_an_event_is_named_by_a_headline_that_tells_and_not_by_one_that_teases() -> None:
    lede = "Premier Hanna Brisk toured the salt mines at Osk on Friday."
    pages = tuple(
        _page(name, title, lede)
        for name, title in (("a", "Salt: who goes down?"), ("b", "Premier Brisk tours salt mines at Osk"), ("c", "PREMIER GOES DOWN"))
    )  # fmt: skip

    assert _events(pages)[0].title == "Premier Brisk tours salt mines at Osk"


def test_the_day_of_an_anniversary_is_not_that_of_the_old_event() -> None:
    page = _page(
        "a",
        "Families march a year after the Osk bridge collapse",
        "OSK — Families marched through Osk in memory of the 12 who died when the bridge collapsed on May 12, 2030.",
        stamp="2031-05-13",
    )
    (event,) = _events((page,))

    assert event.when is None
    assert event.within is not None
    assert event.within.contains(date(2031, 5, 12))

"""Events: invented reports of a mine tour, its look-alike a week later, and things near it."""

import re
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from stemmata.dating import DatingSettings, date_texts
from stemmata.events import EventsSettings, find_events, find_series
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


def _page(name: str, title: str, *paragraphs: str, stamp: str | None = None) -> Article:
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


def _events(*families: tuple[Article, ...], confidence: float = 0.9) -> tuple[Event, ...]:
    """Return the events of families of pages, one origin each, in the order of their days."""
    pages = tuple(page for family in families for page in family)
    tied = tuple(
        Family(f"f{family[0].id}", (), tuple(sorted(page.id for page in family))) for family in families
    )
    origins = tuple(Origin(f"o{one.id}", one.id, "n", None, one.articles, confidence, ()) for one in tied)
    written, times = date_texts(pages, tied, (), DatingSettings())
    found = find_events(pages, tied, (), written, times, origins, EventsSettings())
    return tuple(sorted(found, key=lambda event: event.articles))


TOUR = _page(
    "a",
    "Oril's premier Hanna Brisk tours salt mines and promises jobs",
    "OSK (NPA) — Premier Hanna Brisk toured Oril's salt mines at Osk and promised 900 jobs, officials said Sunday.",
    "Her three-day tour through Saturday took Brisk to the Deep Star and Old Widow mines.",
    "The Miners' League of Oril welcomed the promise.",
    stamp="2031-03-16",
)
SAME = _page(
    "b",
    "Salt miners cheer premier Brisk at Osk",
    "Hanna Brisk, premier of Oril, visited the Old Widow and Deep Star mines at Osk on Saturday.",
    "“There will be work for your children,” Brisk told miners, the Miners' League of Oril said.",
    stamp="2031-03-17",
)
AGAIN = _page(
    "c",
    "Premier Brisk urges more salt from Oril's mines, days before fair",
    "VELD (NPA) — Premier Hanna Brisk made another tour of Oril's salt mines and asked for more, officials said Monday.",
    "Brisk visited the Long Lamp mine at Veld on Friday and Saturday, the ministry said.",
    stamp="2031-03-24",
)
STORM = _page(
    "d",
    "Storm sinks two trawlers off Veld",
    "VELD (NPA) — A storm sank two trawlers off Veld on Saturday, the coast guard said Sunday.",
    stamp="2031-03-16",
)


def test_the_days_of_a_tour_are_counted_back_from_its_end() -> None:
    (event,) = _events((TOUR,))

    assert event.when == Interval(date(2031, 3, 13), date(2031, 3, 15))
    assert event.within == Interval(date(2031, 3, 13), date(2031, 3, 16))
    assert (event.kind, event.place, event.modality) == ("visit", "Osk", Modality.HAPPENED)
    assert "Hanna Brisk" in event.actors
    assert event.title == "Oril's premier Hanna Brisk tours salt mines and promises jobs"


def test_two_independent_reports_of_one_tour_are_one_event_of_two_origins() -> None:
    (event,) = _events((TOUR,), (SAME,))

    assert event.articles == ("a", "b")
    assert (event.origins, event.origins_range) == (2, (2, 2))
    assert "same-event" in {item.rule for item in event.evidence}


def test_unsure_origins_widen_the_range() -> None:
    (event,) = _events((TOUR,), (SAME,), confidence=0.5)

    assert event.origins_range == (1, 2)


def test_another_tour_a_week_later_is_another_event_and_follows_the_first() -> None:
    first, second = _events((TOUR,), (AGAIN,))

    assert second.follows == first.id
    assert second.when == Interval(date(2031, 3, 21), date(2031, 3, 22))
    assert first.follows is None


def test_an_undated_follow_on_lies_after_the_earlier_event() -> None:
    lede = "Premier Hanna Brisk made another tour of Oril's salt mines and asked for more, officials said Monday."
    more = "Brisk visited Veld on Friday. Oril and Finland are to begin their summer games later this month."
    undated = _page("c", "Premier Brisk urges more salt", f"VELD (NPA) — {lede}", more, stamp="2033-02-01")
    first, second = _events((TOUR,), (undated,))

    assert second.when is None
    assert second.follows == first.id
    assert second.within == Interval(date(2031, 3, 16), date(2032, 8, 31))


def test_different_things_on_one_day_stay_apart() -> None:
    assert len(_events((TOUR,), (STORM,))) == 2


def test_a_family_is_never_split() -> None:
    (event,) = _events((TOUR, AGAIN, STORM))

    assert event.articles == ("a", "c", "d")


def test_an_article_that_looks_back_on_an_event_is_background_to_it() -> None:
    later = _page(
        "e",
        "Oril's parliament votes on mine safety",
        "Parliament passed a law on mine safety on Thursday.",
        "It was drafted after Hanna Brisk toured the Old Widow and Deep Star mines on March 15.",
        stamp="2031-03-27",
    )
    first, second = _events((TOUR,), (later,))

    assert first.background == ("e",)
    assert second.background == ()


def test_what_is_to_come_is_planned() -> None:
    page = _page(
        "a",
        "Oril to launch a rocket on Friday",
        "Oril will launch its first rocket on Friday.",
        stamp="2031-03-17",
    )
    (event,) = _events((page,))

    assert event.modality is Modality.PLANNED
    assert event.when == Interval.day(date(2031, 3, 21))


def test_an_event_without_any_day_has_none() -> None:
    (event,) = _events((_page("a", "Premier tours mines", "The premier toured the mines."),))

    assert event.when is None
    assert event.within is None


def test_a_series_counts_events_and_not_reports() -> None:
    series = {one.kind: one for one in find_series(_events((TOUR,), (SAME,), (AGAIN,)), EventsSettings())}
    (march,) = series["visit"].points

    assert (march.first, march.events, march.reports) == (date(2031, 3, 1), 2, 3)


def test_the_order_of_pages_and_families_changes_nothing() -> None:
    answers = {_events(*((page,) for page in order)) for order in permutations((TOUR, SAME, AGAIN))}

    assert len(answers) == 1


@given(st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_odd_text_is_an_event_like_any_other(paragraphs: list[str]) -> None:
    events = _events(tuple(_page(f"p{n}", words, words) for n, words in enumerate(paragraphs)))

    assert [len(event.articles) for event in events] == [len(paragraphs)]

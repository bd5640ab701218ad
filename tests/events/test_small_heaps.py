"""Small invented heaps: colour pieces join, later stages follow, look-alikes and namesakes stay apart."""

import re
import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from stemmata.dating import DatingSettings, date_texts
from stemmata.events import EventsSettings, find_events
from stemmata.model import Article, Block, Dateline, Event, Family, Role, Span, Stamp

Heap = dict[str, Any]
HEAPS: list[Heap] = [
    heap
    for name in ("small_heaps.toml", "wide_heaps.toml", "late_heaps.toml")
    for heap in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["heap"]
]


def _page(told: dict[str, str]) -> Article:
    text = "\n\n".join((told["title"], told["text"].strip()))
    blocks = tuple(
        Block(Span(*found.span()), Role.BODY if found.start() else Role.TITLE)
        for found in re.finditer(r"[^\n]+", text)
    )
    line = re.search(r"^([A-Z ]{3,})(?: \((\w+)\))? — ", text, re.MULTILINE)
    dateline = Dateline(line[1], line[2], Span(*line.span())) if line else None
    stamps = (Stamp(told["stamp"], None, "row"),) if "stamp" in told else ()
    name = told["id"]
    return Article(
        name, name, (name,), None, f"{name}.example", None, None, "", told["title"], (), None, text, blocks, dateline,
        (), (), "en", stamps,
    )  # fmt: skip


def _events(heap: Heap, pages: list[Article]) -> tuple[Event, ...]:
    """Return the events of pages that share no words, each a family of its own."""
    families = [Family(f"f{page.id}", (), (page.id,)) for page in pages]
    written, times = date_texts(pages, families, (), DatingSettings())
    return find_events(pages, families, (), written, times, (), EventsSettings())


def _follows(events: tuple[Event, ...]) -> set[tuple[str, str]]:
    """Return all pairs of pages of which the first one's event follows the second one's."""
    pages = {event.id: event.articles for event in events}
    return {
        (later, earlier)
        for event in events
        if event.follows
        for later in event.articles
        for earlier in pages[event.follows]
    }


def _named(heaps: list[Heap], wanting: str) -> list[Any]:
    """Return the heaps as cases, those whose ``wanting`` is told expected to fail."""
    return [
        pytest.param(
            heap,
            id=heap["name"].replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=heap[wanting], strict=True)] if wanting in heap else [],
        )
        for heap in heaps
    ]


@pytest.mark.parametrize("heap", _named(HEAPS, "unmet"))
def test_pages_of_one_event_are_one_and_others_are_apart(heap: Heap) -> None:
    events = _events(heap, [_page(told) for told in heap["page"]])
    found = {event.articles for event in events}

    assert found == {tuple(sorted(group.split())) for group in heap["events"]}


@pytest.mark.parametrize("heap", _named(HEAPS, "unfollowed"))
def test_a_later_stage_follows_and_nothing_else_does(heap: Heap) -> None:
    found = _follows(_events(heap, [_page(told) for told in heap["page"]]))
    wanted = {tuple(pair.split()) for pair in heap["follows"]}

    assert wanted <= found
    assert all(_told(pair, heap) for pair in found)


def _told(pair: tuple[str, str], heap: Heap) -> bool:
    """Whether the events of a pair of pages are told to follow one another."""
    home = {page: group for group in heap["events"] for page in group.split()}
    told = [line.split() for line in (*heap["follows"], *heap.get("either", ()))]
    return any(home[pair[0]] == home[later] and home[pair[1]] == home[earlier] for later, earlier in told)


def test_a_small_heap_is_answered_alike_in_any_order() -> None:
    heap = HEAPS[0]
    answers = {_events(heap, [_page(told) for told in order]) for order in permutations(heap["page"])}

    assert len(answers) == 1

"""The whole answer on our invented news day: what is printed, and what of it is true."""

from pathlib import Path
from typing import Any

import pytest

from judge import judge
from stemmata import wiring
from stemmata.model import Case

GOLDEN = Path(__file__).with_name("harbour-day.summary.txt")
MUST_BE_ONE = (
    "pages.read",
    "pages.unread",
    "pages.origins",
    "recycled.precision",
    "recycled.recall",
    "recycled.proof",
    "written.holds",
    "networks.f1",
    "families.pairs_f1",
    "lost.recall",
    "origins.exact",
    "origins.pages",
    "origins.agency",
    "events.b3",
    "events.count",
    "events.when",
    "events.follows",
)
MUST_BE_NONE = ("edges.never_linked", "claims.keep_apart")


@pytest.fixture(scope="session")
def figures(answer: dict[str, list[dict[str, Any]]], truth: dict[str, Any]) -> dict[str, float]:
    return judge(answer, truth)


def test_the_summary_is_the_golden_one(case: Case, renew: bool) -> None:
    summary = wiring.summary(case)
    if renew:
        GOLDEN.write_text(summary, encoding="utf-8")

    assert summary == GOLDEN.read_text(encoding="utf-8")


def test_the_summary_fits_80_columns_and_needs_no_colour(case: Case) -> None:
    lines = wiring.summary(case).splitlines()

    assert [line for line in lines if len(line) > 80 or "\x1b" in line] == []


@pytest.mark.parametrize("name", MUST_BE_ONE)
def test_the_answer_is_right_where_it_must_be(figures: dict[str, float], name: str) -> None:
    assert figures[name] == 1


@pytest.mark.parametrize("name", MUST_BE_NONE)
def test_the_answer_holds_nothing_that_must_not_be(figures: dict[str, float], name: str) -> None:
    assert figures[name] == 0


def test_every_conclusion_travels_with_its_evidence(answer: dict[str, list[dict[str, Any]]]) -> None:
    concluded = [
        (table, row)
        for table in ("links", "origins", "events", "claims", "statements")
        for row in answer[table]
    ]
    mute = [(table, row) for table, row in concluded if not any(one["says"] for one in row["evidence"])]

    assert concluded
    assert mute == []


def test_every_span_lies_in_the_text_it_names(answer: dict[str, list[dict[str, Any]]]) -> None:
    length = {row["id"]: len(row["text"]) for row in answer["articles"]}
    places = [
        place
        for table in ("nodes", "links", "origins", "events", "claims", "statements", "sites")
        for row in answer[table]
        for one in row["evidence"]
        for place in one["spans"]
    ]

    assert [one for one in places if not 0 <= one["span"][0] < one["span"][1] <= length[one["article"]]] == []


def test_every_id_named_is_the_id_of_a_row(answer: dict[str, list[dict[str, Any]]]) -> None:
    ids = {table: {row["id"] for row in rows} for table, rows in answer.items() if rows and "id" in rows[0]}
    named = [
        *(("articles", one) for row in answer["families"] for one in row["articles"]),
        *(("events", row["event"]) for row in answer["families"]),
        *(("nodes", row[end]) for row in answer["links"] for end in ("parent", "child")),
        *(("nodes", row["node"]) for row in answer["origins"]),
        *(("families", one) for row in answer["events"] for one in row["families"]),
        *(("speakers", one) for row in answer["events"] for one in row["informants"]),
        *(("speakers", row["speaker"]) for row in answer["statements"]),
        *(("speakers", hop["speaker"]) for row in answer["statements"] for hop in row["via"]),
        *(("statements", one) for row in answer["claims"] for one in row["statements"]),
        *(
            ("origins", one)
            for row in answer["claims"]
            for part in row["variants"]
            for one in part["origins"]
        ),
    ]

    assert [
        (table, one) for table, one in named if one is not None and one not in ids.get(table, set())
    ] == []

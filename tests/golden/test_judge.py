"""The judge finds the truth faultless, and each kind of mistake where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from judge import judge
from judge_measures import b_cubed, f1, pairs, same_name
from judge_perfect import perfect

Tables = dict[str, list[dict[str, Any]]]
VIOLATIONS = {"edges.never_linked", "claims.keep_apart"}


@pytest.fixture
def tables(example: Path, truth: dict[str, Any]) -> Tables:
    return perfect(example / "pages", truth)


def test_the_truth_itself_is_faultless(tables: Tables, truth: dict[str, Any]) -> None:
    figures = judge(tables, truth)

    assert {name: value for name, value in figures.items() if value != (name not in VIOLATIONS)} == {}


def _row(tables: Tables, table: str, **is_: object) -> dict[str, Any]:
    return next(row for row in tables[table] if all(row[name] == value for name, value in is_.items()))


def _unread(tables: Tables) -> None:
    del tables["articles"][0]


def _merged_states(tables: Tables) -> None:
    witnesses = _row(tables, "nodes", id="R")["witnesses"]
    _row(tables, "nodes", id="A1")["witnesses"] += witnesses
    witnesses.clear()


def _turned_arrow(tables: Tables) -> None:
    link = _row(tables, "links", child="R")
    link["parent"], link["child"] = link["child"], link["parent"]


def _arrow_between_agencies(tables: Tables) -> None:
    tables["links"].append(_row(tables, "links", child="R") | {"parent": "A1", "child": "B"})


def _no_lost_state(tables: Tables) -> None:
    tables["nodes"] = [row for row in tables["nodes"] if row["kind"] == "state"]
    for link in tables["links"]:
        link["parent"] = "A1" if link["parent"] == "A2" else link["parent"]


def _one_origin(tables: Tables) -> None:
    _row(tables, "events", id="ferries-hesper")["origins"] = 1


def _merged_events(tables: Tables) -> None:
    kelby = _row(tables, "events", id="ferries-kelby")
    _row(tables, "events", id="ferries-hesper")["articles"] = [
        *_row(tables, "events", id="ferries-hesper")["articles"],
        *kelby["articles"],
    ]
    kelby["articles"] = []


def _wrong_day(tables: Tables) -> None:
    _row(tables, "articles", id="p09.txt").update(written=["2025-09-21", "2025-09-21"], recycled=False)


def _wrong_speaker(tables: Tables) -> None:
    _row(tables, "statements", id="gasket p07.txt")["speaker"] = "Noor Halvard"


def _merged_claims(tables: Tables) -> None:
    calder = _row(tables, "claims", id="calder")
    _row(tables, "claims", id="logs")["statements"] += calder["statements"]
    tables["claims"].remove(calder)


@pytest.mark.parametrize(
    ("spoil", "figures"),
    [
        (_unread, {"pages.read", "states.how", "statements.recall"}),
        (_merged_states, {"states.pairs_f1", "edges.f1"}),
        (_turned_arrow, {"edges.f1", "edges.direction"}),
        (_arrow_between_agencies, {"edges.f1", "edges.never_linked"}),
        (_no_lost_state, {"lost.recall", "lost.must_carry"}),
        (_one_origin, {"origins.exact"}),
        (_merged_events, {"events.b3"}),
        (_wrong_day, {"written.holds", "recycled.recall"}),
        (_wrong_speaker, {"statements.recall", "statements.speaker", "speakers.pairs_f1"}),
        (_merged_claims, {"claims.pairs_f1", "claims.keep_apart"}),
    ],
)
def test_a_mistake_shows_in_its_figures(
    tables: Tables, truth: dict[str, Any], spoil: Callable[[Tables], None], figures: set[str]
) -> None:
    spoil(tables)
    worse = {name for name, value in judge(tables, truth).items() if value != (name not in VIOLATIONS)}

    assert figures <= worse


def test_an_empty_answer_is_judged(truth: dict[str, Any], tables: Tables) -> None:
    figures = judge({name: [] for name in tables}, truth)

    assert figures["pages.read"] == figures["statements.recall"] == figures["origins.exact"] == 0


def test_a_name_is_known_by_its_initials_its_parts_and_its_host() -> None:
    assert same_name("CPB", "Continental Press Bureau")
    assert same_name("Ms. Varnholt", "Ilse Varnholt")
    assert same_name("www.ardwenevening.example", "The Ardwen Evening")
    assert not same_name("Calder & Voss", "Tallis Line")


def test_measures_of_groups_agree_with_hand_counts() -> None:
    true = {"a": 1, "b": 1, "c": 2}
    found = {"a": 1, "b": 2, "c": 2}

    assert f1(pairs(found), pairs(true)) == 0
    assert b_cubed(found, true) == pytest.approx(2 / 3)

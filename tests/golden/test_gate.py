"""Floors only go up, ceilings only down, and what the clock says moves neither."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gate

shares = st.floats(0, 1)
FLOORS = {
    "at_least": {"example.edges.f1": 0.8},
    "at_most": {"example.edges.never_linked": 0.0, "speed.ratio": 4.0},
}


@given(shares)
def test_a_floor_never_moves_back(value: float) -> None:
    assert gate.raised({"example.edges.f1": value}, FLOORS)["at_least"]["example.edges.f1"] == max(value, 0.8)


@given(st.floats(0, 9))
def test_what_the_clock_says_moves_no_bound(value: float) -> None:
    assert gate.raised({"speed.ratio": value, "speed.trace_seconds": value}, FLOORS) == FLOORS


@pytest.mark.parametrize(
    ("name", "value", "verdict"),
    [
        ("example.edges.f1", 0.8, "ok"),
        ("example.edges.f1", 0.7, "FAILS"),
        ("example.edges.never_linked", 0.0, "ok"),
        ("example.edges.never_linked", 1.0, "FAILS"),
        ("example.edges.kind", 0.1, ""),
    ],
)
def test_a_figure_is_held_to_its_bound(name: str, value: float, verdict: str) -> None:
    assert gate.lines({name: value}, FLOORS)[0].verdict == verdict


def test_a_figure_whose_data_are_absent_is_named() -> None:
    assert "example.edges.f1" in gate.shown(gate.lines({}, FLOORS))
    assert {line.verdict for line in gate.lines({}, FLOORS)} == {"skipped: its data are not here"}


def test_a_figure_under_its_floor_fails_the_gate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text('{"at_least": {"a": 0.5}, "at_most": {}}', encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    codes = []
    for value in (0.5, 0.4):
        monkeypatch.setattr(gate, "measured", lambda _, value=value: {"a": value})
        codes.append(gate.main([]))

    assert codes == [0, 1]

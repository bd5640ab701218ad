"""The answer depends on the set of pages alone: not on their order, nor on which came in which run."""

import random
from pathlib import Path

import pytest

from stemmata import api
from stemmata.model import Case
from stemmata.show.export import jsonl
from stemmata.show.tables import Table, tables

REMEMBERED = "was"


def _pages(example: Path) -> list[str]:
    return sorted(str(path) for path in (example / "pages").iterdir())


def _written(case: Case) -> dict[str, bytes]:
    return {table.name: jsonl(table) for table in tables(case)}


def _reversed(pages: list[str]) -> list[str]:
    return pages[::-1]


def _shuffled(pages: list[str]) -> list[str]:
    return random.Random(11).sample(pages, len(pages))  # noqa: S311 - no secret


@pytest.mark.parametrize("ordered", [_shuffled, pytest.param(_reversed, marks=pytest.mark.slow)])
def test_pages_in_another_order_give_equal_bytes(case: Case, example: Path, ordered: object) -> None:
    assert callable(ordered)
    other = api.trace(*ordered(_pages(example)))

    assert _written(other) == _written(case)


def test_pages_in_two_runs_into_one_case_give_equal_bytes(example: Path, tmp_path: Path) -> None:
    pages = [
        str(example / "pages" / name) for name in ("p13.txt", "p02.txt", "p09.txt", "p07.txt", "p06.html")
    ]
    api.trace(*pages[:2], db=tmp_path / "case.db")
    grown = api.trace(*pages[2:], db=tmp_path / "case.db")

    assert _forgetful(grown) == _forgetful(api.trace(*pages))


def test_the_same_pages_again_change_nothing(example: Path, tmp_path: Path) -> None:
    pages = _pages(example)[:3]
    first = api.trace(*pages, db=tmp_path / "case.db")
    again = api.trace(*pages, db=tmp_path / "case.db")

    assert _written(again) == _written(api.load(tmp_path / "case.db")) == _written(first)


def _forgetful(case: Case) -> dict[str, bytes]:
    """Return the tables without the ids that groups had before they grew: those tell of the runs."""
    rows = (
        (table, [{**row, REMEMBERED: []} if REMEMBERED in row else row for row in table.rows])
        for table in tables(case)
    )
    return {table.name: jsonl(Table(table.name, table.schema, tuple(kept))) for table, kept in rows}

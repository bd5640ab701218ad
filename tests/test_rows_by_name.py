"""Rows of a file that are asked for by number."""

import json
from pathlib import Path

import pytest

import stemmata
from stemmata.errors import NotFound, StemmataError

LEFT = "A coaster sank off the cape on Monday, the harbour police of Ormsund said. Twelve sailors were saved."
RIGHT = "The mayor of Velden opened a bridge over the river on Friday. Three hundred people walked across it."


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Two stories in one file."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"text": one}) + "\n" for one in (LEFT, RIGHT)), encoding="utf-8")
    return path


def test_two_rows_of_one_file_are_explained(rows: Path) -> None:
    found = stemmata.explain(f"{rows}#1", f"{rows}#2")

    assert (found.left.text.strip(), found.right.text.strip()) == (LEFT, RIGHT)


def test_the_other_rows_are_not_read(rows: Path) -> None:
    case, _ = stemmata.dates(f"{rows}#2")

    assert [one.text.strip() for one in case.articles] == [RIGHT]


def test_a_row_that_is_not_there_is_said_not_to_be(rows: Path) -> None:
    with pytest.raises(StemmataError):
        stemmata.dates(f"{rows}#9")


def test_a_mark_behind_no_file_names_nothing() -> None:
    with pytest.raises(NotFound, match="it is no file"):
        stemmata.dates("nowhere.jsonl#1")

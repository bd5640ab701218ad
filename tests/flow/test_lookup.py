"""Which page somebody means."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from stemmata.errors import BadInput
from stemmata.flow.lookup import find, need
from stemmata.model import Article, Case


@pytest.fixture
def rows(article: Callable[..., Article]) -> Case:
    """Two rows of one file."""
    found = (
        replace(article(f"a{row}"), source=f"in/p.jsonl#{row}", sources=(f"in/p.jsonl#{row}",))
        for row in (1, 2)
    )
    return Case(articles=tuple(found))


def test_a_row_goes_by_the_file_and_its_number(rows: Case) -> None:
    found = find(rows, "./in/p.jsonl#2")

    assert found is rows.articles[1]


def test_a_row_goes_by_the_end_of_its_path(rows: Case) -> None:
    assert find(rows, "p.jsonl#1") is rows.articles[0]


def test_who_names_a_file_of_several_rows_is_told_how_to_name_one(rows: Case) -> None:
    with pytest.raises(BadInput, match=r"holds 2; name one: in/p\.jsonl#1"):
        need(rows, "in/p.jsonl")

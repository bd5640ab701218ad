"""What issue 2 asks of the five seeds, copied under names that say nothing."""

from pathlib import Path

import pytest

import seeds
from seeds_answer import Answer, answer
from stemmata import api

pytestmark = pytest.mark.shared


@pytest.fixture(scope="session")
def given(shared: Path) -> Answer:
    return answer(shared)


@pytest.mark.parametrize("name", seeds.CHECKS)
def test_the_seeds_give_what_the_issue_asks(given: Answer, name: str) -> None:
    assert seeds.CHECKS[name](given)


def test_the_trees_of_the_seeds_hang_on_no_file_name(given: Answer, shared: Path) -> None:
    other = api.trace(*sorted((shared / "seeds").glob("*.txt"), reverse=True))
    mine, theirs = (
        [(one.parent, one.child, one.kind, one.direction, one.confidence) for one in links]
        for links in (given.case.links, other.links)
    )

    assert mine == theirs

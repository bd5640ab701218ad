"""What the golden tests share: the benchmarks' judge, our example traced once, and how to renew an answer.

After a change in behaviour that is meant: ``python -m pytest tests/golden --renew``, then read the diff.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from stemmata import api
from stemmata.model import Case
from stemmata.show.tables import tables as tables_of

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(PROJECT / "benchmarks"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew", action="store_true", help="write the golden answers anew instead of comparing"
    )


@pytest.fixture(scope="session")
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether golden answers are to be written anew."""
    return bool(request.config.getoption("--renew", default=False))


@pytest.fixture(scope="session")
def truth(example: Path) -> dict[str, Any]:
    """Return what is true of our example."""
    return dict(json.loads((example / "truth.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def case(example: Path) -> Case:
    """Return our example, traced once."""
    return api.trace(example / "pages")


@pytest.fixture(scope="session")
def answer(case: Case) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of our example."""
    return {table.name: [dict(row) for row in table.rows] for table in tables_of(case)}

"""Every column of the contract is in the tables that an export writes."""

import re
from pathlib import Path

import pytest

from stemmata.model import Case
from stemmata.show.tables import tables


@pytest.mark.shared
def test_no_column_of_the_contract_is_missing(shared: Path) -> None:
    written = {table.name: set(table.schema.names) for table in tables(Case())}
    promised = _promised((shared / "TABLES.md").read_text(encoding="utf-8"))

    assert {name: columns - written.get(name, set()) for name, columns in promised.items()} == {
        name: set() for name in promised
    }


def _promised(contract: str) -> dict[str, set[str]]:
    """Return each table's columns: the names in its last cell that no bracket holds."""
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|(.*)\|$", contract, re.M)
    return {name: set(re.findall(r"`([a-z][a-z0-9_]*)`", _unbracketed(cell))) for name, cell in rows}


def _unbracketed(cell: str) -> str:
    while (shorter := re.sub(r"\([^()]*\)", "", cell)) != cell:
        cell = shorter
    return cell

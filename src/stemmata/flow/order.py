"""One order for every table, so that equal cases are equal bytes."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from stemmata.model import Case


def in_order(case: Case) -> Case:
    """Return the case with each table sorted by id, or by all its fields where it has none."""
    tables: dict[str, Any] = {field.name: getattr(case, field.name) for field in fields(case)}
    ordered: dict[str, Any] = {
        name: tuple(sorted(rows, key=_key)) for name, rows in tables.items() if isinstance(rows, tuple)
    }
    return replace(case, **ordered)


def _key(row: object) -> Any:
    name = getattr(row, "id", None)
    return name if name is not None else _fields(row)


def _fields(value: object) -> Any:
    """Return something that compares as the record does, field by field, with None before all else."""
    if is_dataclass(value) and not isinstance(value, type):
        value = tuple(getattr(value, field.name) for field in fields(value))
    if isinstance(value, tuple):
        value = tuple(map(_fields, value))
    return (value is not None, value if value is not None else "")

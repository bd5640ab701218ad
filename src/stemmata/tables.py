"""Record and row: every table's Arrow schema and JSON form, derived from the records' own type hints.

A dataclass becomes an object (its fields in order; ``metadata={"column": …}`` renames one), a NamedTuple and
every tuple a list, an enum its value, a date its ISO form. Floats are rounded to 4 decimals on the way out.
"""

import enum
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TypeVar

import pyarrow as pa

R = TypeVar("R")
Plain: typing.TypeAlias = "bool | int | float | str | bytes | list[Plain] | dict[str, Plain] | None"

DECIMALS = 4


@dataclass(frozen=True, slots=True)
class _Codec:
    """How one type is stored: its Arrow type, and the two ways."""

    arrow: pa.DataType
    out: Callable[[typing.Any], typing.Any]
    back: Callable[[typing.Any], typing.Any]
    nullable: bool = False


def schema_of(kind: type) -> pa.Schema:
    """Return the Arrow schema of a record type."""
    return pa.schema(list(_codec(kind).arrow))


def plain(record: object) -> dict[str, Plain]:
    """Return a record as what ``json.dumps`` takes (bytes stay bytes)."""
    return typing.cast(dict[str, Plain], _codec(type(record)).out(record))


def record(kind: type[R], row: dict[str, Plain]) -> R:
    """Return the record that ``plain`` was made from."""
    return typing.cast(R, _codec(kind).back(row))


def pack(kind: type[R], records: Iterable[R]) -> pa.RecordBatch:
    """Return records of one type as a record batch."""
    return pa.RecordBatch.from_pylist([plain(one) for one in records], schema=schema_of(kind))


def unpack(kind: type[R], batch: pa.RecordBatch) -> list[R]:
    """Return the records of a batch that ``pack`` made."""
    back = _codec(kind).back
    return [back(row) for row in batch.to_pylist()]


def _codec(kind: typing.Any) -> _Codec:
    """Return the codec of any type that a record may use; raise TypeError for one it may not."""
    if kind not in _MADE:
        make = next((make for applies, make in _MAKERS if applies(kind)), None)
        if make is None:
            raise TypeError(f"no column type for {kind!r}")
        _MADE[kind] = make(kind)
    return _MADE[kind]


def _is_optional(kind: typing.Any) -> bool:
    return typing.get_origin(kind) in {typing.Union, types.UnionType}


def _optional(kind: typing.Any) -> _Codec:
    (inner,) = (_codec(arm) for arm in typing.get_args(kind) if arm is not type(None))
    out, back = inner.out, inner.back
    return _Codec(
        inner.arrow,
        lambda value: None if value is None else out(value),
        lambda value: None if value is None else back(value),
        nullable=True,
    )


def _is_pair(kind: typing.Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _pair(kind: typing.Any) -> _Codec:
    hints = typing.get_type_hints(kind)
    (inner,) = {_codec(hints[name]) for name in kind._fields}
    out, back = inner.out, inner.back
    return _Codec(
        pa.list_(inner.arrow),
        lambda value: [out(part) for part in value],
        lambda value: kind(*map(back, value)),
    )


def _is_tuple(kind: typing.Any) -> bool:
    return typing.get_origin(kind) is tuple


def _tuple(kind: typing.Any) -> _Codec:
    (inner,) = {_codec(arm) for arm in typing.get_args(kind) if arm is not Ellipsis}
    out, back = inner.out, inner.back
    return _Codec(
        pa.list_(inner.arrow),
        lambda value: [out(part) for part in value],
        lambda value: tuple(map(back, value)),
    )


def _record(kind: typing.Any) -> _Codec:
    hints = typing.get_type_hints(kind)
    names = [(field.name, str(field.metadata.get("column", field.name))) for field in fields(kind)]
    codecs = {name: _codec(hints[name]) for name, _ in names}
    outs = [(column, name, codecs[name].out) for name, column in names]
    backs = [(column, codecs[name].back) for name, column in names]
    arrow = pa.struct(
        [pa.field(column, codecs[name].arrow, nullable=codecs[name].nullable) for name, column in names]
    )
    return _Codec(
        arrow,
        lambda value: {column: out(getattr(value, name)) for column, name, out in outs},
        lambda row: kind(*(back(row[column]) for column, back in backs)),
    )


def _is_enum(kind: typing.Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _same(value: typing.Any) -> typing.Any:
    return value


_SCALARS: dict[type, _Codec] = {
    str: _Codec(pa.string(), _same, _same),
    bool: _Codec(pa.bool_(), _same, _same),
    int: _Codec(pa.int64(), _same, _same),
    float: _Codec(pa.float64(), lambda value: round(float(value), DECIMALS) + 0.0, _same),
    bytes: _Codec(pa.binary(), _same, _same),
    date: _Codec(pa.string(), date.isoformat, date.fromisoformat),
}

_MADE: dict[typing.Any, _Codec] = {}

_MAKERS: tuple[tuple[Callable[[typing.Any], bool], Callable[[typing.Any], _Codec]], ...] = (
    (_is_optional, _optional),
    (_is_tuple, _tuple),
    (_is_pair, _pair),
    (_is_enum, lambda kind: _Codec(pa.string(), lambda value: value.value, kind)),
    (is_dataclass, _record),
    (lambda kind: kind in _SCALARS, lambda kind: _SCALARS[kind]),
)

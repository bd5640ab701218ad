"""Every record comes back from its table as it went in, and its JSON has the columns of the contract."""

import enum
import json
import types
import typing
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata import model
from stemmata.model import Evidence, Interval, Place, Reading, Span, Stamp
from stemmata.tables import DECIMALS, pack, plain, record, schema_of, unpack

WHOLES = {"Case", "Explanation", "Stemma"}
RECORDS = [
    kind for name in model.__all__ if name not in WHOLES and is_dataclass(kind := getattr(model, name))
]
SCALARS: dict[type, st.SearchStrategy[object]] = {
    str: st.text(max_size=4),
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(-1e6, 1e6).map(lambda number: round(number, DECIMALS) + 0.0),
    bytes: st.binary(max_size=4),
    date: st.dates(),
}


def values(kind: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Make any value that a column of this type may hold."""
    origin, arms = typing.get_origin(kind), typing.get_args(kind)
    if kind in SCALARS:
        return SCALARS[kind]
    if origin in {typing.Union, types.UnionType}:
        return st.one_of([st.none() if arm is type(None) else values(arm) for arm in arms])
    if origin is tuple:
        inner = [values(arm) for arm in arms if arm is not Ellipsis]
        return st.lists(inner[0], max_size=2).map(tuple) if Ellipsis in arms else st.tuples(*inner)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    return st.builds(kind, **{name: values(hint) for name, hint in typing.get_type_hints(kind).items()})


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=6)
@given(data=st.data())
def test_a_record_comes_back_from_its_table_and_from_its_json(kind: type, data: st.DataObject) -> None:
    rows = data.draw(st.lists(values(kind), max_size=2))
    written = [plain(row) for row in rows]
    if kind is not model.Page:
        written = json.loads(json.dumps(written))

    assert unpack(kind, pack(kind, rows)) == rows
    assert [record(kind, row) for row in written] == rows


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_columns_are_the_fields_in_order_by_the_names_of_the_contract(kind: type) -> None:
    names = [field.metadata.get("column", field.name) for field in fields(kind)]

    assert schema_of(kind).names == names


def test_a_reserved_word_of_the_contract_is_a_column_all_the_same() -> None:
    assert "from" in schema_of(Stamp).names
    assert "from" in schema_of(Reading).names


def test_an_interval_and_a_span_are_lists_and_floats_have_four_decimals() -> None:
    evidence = Evidence("rule", "It says so.", 1 / 3, (Place("a1", Span(2, 5)),))

    assert plain(evidence) == {
        "rule": "rule",
        "says": "It says so.",
        "weight": 0.3333,
        "spans": [{"article": "a1", "span": [2, 5]}],
    }
    assert pa.types.is_list(schema_of(model.Written).field("written").type)
    assert Interval.day(date(2024, 6, 12)) == Interval(date(2024, 6, 12), date(2024, 6, 12))


def test_minus_zero_is_written_as_zero() -> None:
    assert str(plain(Evidence("rule", "", -0.00001))["weight"]) == "0.0"


def test_a_type_that_no_column_can_hold_is_named() -> None:
    @dataclass(frozen=True)
    class Odd:
        odd: set[str]

    with pytest.raises(TypeError, match="set"):
        schema_of(Odd)

"""What every engine promises; each adapter passes this file with equal answers."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from itertools import combinations
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.engines import LocalEngine, LocalSettings
from stemmata.engines.spark.settings import SparkSettings
from stemmata.ports import Engine

TEXTS = pa.schema([pa.field("id", pa.string()), pa.field("text", pa.string())])
WORDS = pa.schema([pa.field("word", pa.string()), pa.field("text", pa.string())])
KEYS = pa.schema([pa.field("key", pa.uint64()), pa.field("row", pa.string())])
JOINED = pa.schema(
    [pa.field("id", pa.string()), pa.field("both", pa.string()), pa.field("shared", pa.int64())]
)

Plain = list[dict[str, Any]]

SMALLEST = LocalSettings(batch_rows=1, batch_pairs=1, held=0, held_rows=0, held_postings=1, pending_pairs=1)
ENGINES: dict[str, Callable[[], Engine[Any]]] = {
    "local": LocalEngine,
    "local in the smallest parts": lambda: LocalEngine(SMALLEST),
}
ON_SPARK: dict[str, dict[str, int]] = {
    "spark": {},
    "spark in the smallest parts": {"batch_rows": 1, "batch_pairs": 1, "load_bytes": 1, "pending_pairs": 1},
}
MARKS = (pytest.mark.spark, pytest.mark.slow, pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session", params=[*ENGINES, *(pytest.param(one, marks=MARKS) for one in ON_SPARK)])
def engine(request: pytest.FixtureRequest) -> Engine[Any]:
    if request.param in ENGINES:
        return ENGINES[request.param]()
    session = request.getfixturevalue("spark_session")
    spark, pickling = import_module("stemmata.engines.spark.engine"), import_module("pyspark.cloudpickle")
    pickling.register_pickle_by_value(sys.modules[__name__])  # no worker can import a test
    engine: Engine[Any] = spark.SparkEngine(session.newSession(), SparkSettings(**ON_SPARK[request.param]))
    return engine


def batches(rows: Plain, schema: pa.Schema, size: int = 2) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(rows), size):
        yield pa.RecordBatch.from_pylist(rows[start : start + size], schema=schema)


def given_out(engine: Engine[Any], frame: Any) -> Plain:
    return [row for batch in engine.collect(frame) for row in batch.to_pylist()]


def texts(*texts: str) -> Plain:
    return [{"id": f"t{number}", "text": text} for number, text in enumerate(texts)]


def split(batch: pa.RecordBatch) -> pa.RecordBatch:
    rows = [{"word": word, "text": row["id"]} for row in batch.to_pylist() for word in row["text"].split()]
    return pa.RecordBatch.from_pylist(rows, schema=WORDS)


def join(pairs: pa.RecordBatch, rows: pa.RecordBatch) -> pa.RecordBatch:
    text = {row["id"]: row["text"] for row in rows.to_pylist()}
    assert len(text) == rows.num_rows
    joined = [
        {
            "id": f"{one['left']}+{one['right']}",
            "both": f"{text[one['left']]}|{text[one['right']]}",
            "shared": one["shared"],
        }
        for one in pairs.to_pylist()
    ]
    return pa.RecordBatch.from_pylist(joined, schema=JOINED)


def fail(words: str, batch: pa.RecordBatch) -> pa.RecordBatch:
    raise LookupError(words)


def test_rows_come_out_as_they_went_in(engine: Engine[Any]) -> None:
    rows = texts("one", "two", "three", "four", "five")

    assert given_out(engine, engine.load(batches(rows, TEXTS), TEXTS)) == rows


def test_a_frame_can_be_used_twice_though_its_rows_come_once(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("one", "two", "three"), TEXTS), TEXTS)

    assert given_out(engine, engine.each(split, frame, WORDS)) == [
        {"word": "one", "text": "t0"},
        {"word": "two", "text": "t1"},
        {"word": "three", "text": "t2"},
    ]
    assert given_out(engine, frame) == texts("one", "two", "three")


def test_each_gives_any_number_of_rows_for_one(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("north pier", "", "harbour"), TEXTS), TEXTS)

    assert [row["word"] for row in given_out(engine, engine.each(split, frame, WORDS))] == [
        "north",
        "pier",
        "harbour",
    ]


def test_pairs_count_the_keys_that_two_rows_share(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("b a a", "a c b", "c", "d"), TEXTS), TEXTS)
    pairs = engine.pairs(engine.each(split, frame, WORDS), key="word", row="text", most=2)

    assert given_out(engine, pairs) == [
        {"left": "t0", "right": "t1", "shared": 2},
        {"left": "t1", "right": "t2", "shared": 1},
    ]


def test_a_key_that_too_many_rows_have_ties_nobody(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("a", "a a a b", "a b"), TEXTS), TEXTS)
    words = engine.each(split, frame, WORDS)

    assert given_out(engine, engine.pairs(words, key="word", row="text", most=2)) == [
        {"left": "t1", "right": "t2", "shared": 1}
    ]


def test_pairs_are_what_counting_by_hand_gives(engine: Engine[Any]) -> None:
    @settings(max_examples=60 if isinstance(engine, LocalEngine) else 6)
    @given(
        rows=st.lists(
            st.tuples(st.sampled_from([0, 1, 2, 2**63, 2**64 - 1]), st.sampled_from("edcba")), max_size=30
        ),
        most=st.integers(1, 5),
    )
    def are_counted(rows: list[tuple[int, str]], most: int) -> None:
        frame = engine.load(batches([{"key": key, "row": row} for key, row in rows], KEYS), KEYS)
        holders = [sorted({row for other, row in rows if other == key}) for key in {key for key, _ in rows}]
        counted = Counter(pair for held in holders if len(held) <= most for pair in combinations(held, 2))

        assert given_out(engine, engine.pairs(frame, key="key", row="row", most=most)) == [
            {"left": left, "right": right, "shared": shared}
            for (left, right), shared in sorted(counted.items())
        ]

    are_counted()


def test_both_rows_of_each_pair_meet(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("b a", "a c", "x", "c b"), TEXTS), TEXTS)
    pairs = engine.pairs(engine.each(split, frame, WORDS), key="word", row="text", most=9)

    assert given_out(engine, engine.meet(join, pairs, frame, JOINED)) == [
        {"id": "t0+t1", "both": "b a|a c", "shared": 1},
        {"id": "t0+t3", "both": "b a|c b", "shared": 1},
        {"id": "t1+t3", "both": "a c|c b", "shared": 1},
    ]


def test_nothing_in_is_nothing_out(engine: Engine[Any]) -> None:
    frame = engine.load([], TEXTS)
    pairs = engine.pairs(engine.each(split, frame, WORDS), key="word", row="text", most=9)

    assert given_out(engine, engine.meet(join, pairs, frame, JOINED)) == []


def test_what_a_step_raises_is_raised(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("one"), TEXTS), TEXTS)

    with pytest.raises(LookupError, match="no such pier"):
        given_out(engine, engine.each(partial(fail, "no such pier"), frame, WORDS))


def test_a_step_that_breaks_its_promise_of_columns_is_told(engine: Engine[Any]) -> None:
    frame = engine.load(batches(texts("one"), TEXTS), TEXTS)

    with pytest.raises(TypeError, match="promised"):
        given_out(engine, engine.each(split, frame, TEXTS))

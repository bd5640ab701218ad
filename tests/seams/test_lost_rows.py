"""On every engine, a row that kills or stalls its worker costs itself and no other."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from stemmata.engines import LocalEngine, LocalSettings
from stemmata.ports import Engine

TEXTS = pa.schema([pa.field("text", pa.string())])
STEPS = """
import os

import pyarrow as pa


def shout(batch):
    return pa.RecordBatch.from_pydict({"text": [_shouted(one) for one in batch.column("text").to_pylist()]})


def mourn(batch, how):
    return pa.RecordBatch.from_pydict({"text": [f"{how}: {one}" for one in batch.column("text").to_pylist()]})


def _shouted(text):
    if text == "die":
        os.abort()
    return text.upper()
"""


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a module of steps that lies where no engine looks by itself."""
    path = tmp_path_factory.mktemp("steps") / "steps_of_an_inventor.py"
    path.write_text(STEPS)
    return path


@pytest.fixture
def local(steps: Path, monkeypatch: pytest.MonkeyPatch) -> Engine[Any]:
    monkeypatch.syspath_prepend(steps.parent)
    return LocalEngine(LocalSettings(batch_rows=3, inline_rows=0))


@pytest.fixture
def spark(steps: Path, spark_session: Any, monkeypatch: pytest.MonkeyPatch) -> Engine[Any]:
    monkeypatch.syspath_prepend(steps.parent)
    spark_session.sparkContext.addPyFile(str(steps))
    engine: Engine[Any] = import_module("stemmata.engines.spark.engine").SparkEngine(
        spark_session.newSession()
    )
    return engine


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    ["local", pytest.param("spark", marks=[pytest.mark.spark, pytest.mark.xdist_group("spark")])],
)
def test_a_row_that_kills_its_worker_costs_itself_only(name: str, request: pytest.FixtureRequest) -> None:
    engine: Engine[Any] = request.getfixturevalue(name)
    steps = import_module("steps_of_an_inventor")
    rows = pa.RecordBatch.from_pydict({"text": ["a", "die", "b", "c"]}, schema=TEXTS)
    done = engine.each(steps.shout, engine.load([rows], TEXTS), TEXTS, lost=steps.mourn)

    assert [text for batch in engine.collect(done) for text in batch.column("text").to_pylist()] == [
        "A",
        "crashed: die",
        "B",
        "C",
    ]

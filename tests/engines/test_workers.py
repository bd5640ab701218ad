"""Many rows go to worker processes: what crashes or hangs there costs one row."""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pytest

from stemmata.engines import LocalEngine, LocalSettings
from stemmata.errors import StemmataError

TEXTS = pa.schema([pa.field("text", pa.string())])

STEPS = """
import os
import time

import pyarrow as pa


def shout(batch):
    return pa.RecordBatch.from_pydict({"text": [_shouted(one) for one in batch.column("text").to_pylist()]})


def mourn(batch, how):
    return pa.RecordBatch.from_pydict({"text": [f"{how}: {one}" for one in batch.column("text").to_pylist()]})


def _shouted(text):
    if text == "die":
        os._exit(1)
    if text == "hang":
        time.sleep(60)
    if text == "spin":
        while True:
            pass
    if text == "abort":
        os.abort()
    if text == "eat":
        bytearray(1 << 34)
    if text == "group":
        return f"GROUP {os.getpgrp()}"
    if text == "raise":
        raise LookupError("no such pier")
    if text == "burst":
        raise MemoryError
    return text.upper() + (f" {os.getpid()}" if text.startswith("who") else "")
"""

SETTINGS = LocalSettings(batch_rows=3, inline_rows=0, workers=2, patience=0.5, row_patience=0.4, stall=4)


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Steps in a module that worker processes can import too."""
    (tmp_path / "invented_steps.py").write_text(STEPS)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("invented_steps")
    del sys.modules["invented_steps"]


def run(
    steps: ModuleType, texts: list[str], *, lost: bool = False, settings: LocalSettings = SETTINGS
) -> list[str]:
    engine = LocalEngine(settings)
    frame = engine.load([pa.RecordBatch.from_pydict({"text": texts}, schema=TEXTS)], TEXTS)
    done = engine.each(steps.shout, frame, TEXTS, lost=steps.mourn if lost else None)
    return [text for batch in engine.collect(done) for text in batch.column("text").to_pylist()]


def test_rows_come_back_in_their_order(steps: ModuleType) -> None:
    texts = [f"page {number}" for number in range(50)]

    assert run(steps, texts) == [text.upper() for text in texts]


def test_many_rows_are_worked_on_elsewhere_and_few_here(steps: ModuleType) -> None:
    (there,) = run(steps, ["who"])
    (here,) = run(steps, ["who"], settings=LocalSettings())

    assert (here == f"WHO {os.getpid()}", there == f"WHO {os.getpid()}") == (True, False)


@pytest.mark.parametrize(
    ("fate", "how"),
    [
        pytest.param("die", "crashed", marks=pytest.mark.slow),
        pytest.param("abort", "crashed", marks=pytest.mark.slow),
        pytest.param("eat", "crashed", marks=pytest.mark.slow),
        pytest.param("burst", "crashed", marks=pytest.mark.slow),
        pytest.param("hang", "too-slow", marks=pytest.mark.slow),
        pytest.param("spin", "too-slow", marks=pytest.mark.slow),
    ],
)
def test_a_row_that_kills_or_stops_its_worker_costs_itself_only(
    steps: ModuleType, fate: str, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(steps, ["a", fate, "b", "c", "d"], lost=True) == ["A", f"{how}: {fate}", "B", "C", "D"]
    assert capfd.readouterr().err == ""


@pytest.mark.slow
def test_a_huge_row_is_worked_on_elsewhere_though_it_is_the_only_one(steps: ModuleType) -> None:
    (answer,) = run(steps, ["who" + " " * 9], settings=LocalSettings(inline_row_bytes=8))

    assert answer.split()[-1] != f"{os.getpid()}"


@pytest.mark.slow
def test_an_interrupt_from_the_keyboard_meets_no_worker(steps: ModuleType) -> None:
    (answer,) = run(steps, ["group"])

    assert answer.split()[-1] != f"{os.getpgrp()}"


@pytest.mark.slow
def test_a_lost_row_that_nobody_mourns_is_an_error(steps: ModuleType) -> None:
    with pytest.raises(StemmataError, match="died"):
        run(steps, ["a", "die"])


def test_what_a_step_raises_in_a_worker_is_raised_here(steps: ModuleType) -> None:
    with pytest.raises(LookupError, match="no such pier"):
        run(steps, ["a", "b", "c", "d", "raise"])


def test_a_step_that_no_worker_can_take_up_is_told_as_such(steps: ModuleType) -> None:
    steps.shout.__module__ = "a_module_that_is_nowhere"

    with pytest.raises(StemmataError, match="handed to a worker process"):
        run(steps, ["a"])


@pytest.mark.slow
def test_a_step_whose_module_is_gone_there_is_told_as_such(
    steps: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [one for one in sys.path if not Path(one, "invented_steps.py").exists()])

    with pytest.raises(StemmataError, match="No module named 'invented_steps'"):
        run(steps, ["a"])


@pytest.mark.slow
def test_a_program_without_a_guarded_main_can_use_workers(steps: ModuleType, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import pyarrow as pa\n"
        "from invented_steps import shout\n"
        "from stemmata.engines import LocalEngine, LocalSettings\n"
        "engine = LocalEngine(LocalSettings(inline_rows=0))\n"
        "batch = pa.RecordBatch.from_pydict({'text': ['a', 'b']})\n"
        "frame = engine.load([batch], batch.schema)\n"
        "print([one.to_pylist() for one in engine.collect(engine.each(shout, frame, batch.schema))])\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)

    assert done.stdout == "[[{'text': 'A'}, {'text': 'B'}]]\n"

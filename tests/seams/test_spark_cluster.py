"""Spark's own standalone master with two workers on loopback: the example is traced as on one machine."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.spark, pytest.mark.slow, pytest.mark.xdist_group("spark")]

WORKERS = ("first", "second")
SOON_WARM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java's quick compiler alone: a third less CPU time for so short a life."""

START = 120.0
"""Seconds that a master or worker may take to start on a busy machine."""


@pytest.fixture
def master(pyspark: ModuleType, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a master that two workers of one core each have registered with."""
    run = partial(_running, Path(pyspark.__path__[0]), tmp_path)
    with ExitStack() as ending:
        log = ending.enter_context(run("master", "master.Master"))
        address = _said(log, r"Starting Spark master at (spark://\S+)")
        for name in WORKERS:
            place = ["--work-dir", str(tmp_path / name), "--cores", "1", "--memory", "1g", address]
            worker = ending.enter_context(run(f"{name}.worker", "worker.Worker", *place))
            _said(worker, r"(Successfully registered) with master")
        yield address


def test_two_workers_give_the_answer_of_one_machine(master: str, example: Path, tmp_path: Path) -> None:
    pages = str(example / "pages")
    there = traced(tmp_path / "there", pages, "--engine", "spark", "--master", master)
    here = traced(tmp_path / "here", pages)

    assert len(here["articles"]) > 10
    assert list(there) == list(here)
    assert [name for name in here if there[name] != here[name]] == []
    assert [len([*(tmp_path / name).glob("app-*/*/stderr")]) for name in WORKERS] == [1, 1]


def traced(case: Path, *words: str) -> dict[str, Any]:
    """Return every table of a trace by the command; not when it ran, nor how long each step took."""
    program = "from stemmata.cli import main; main()"
    files = ["--db", f"{case}.db", "--report", f"{case}.html", "--json"]
    command = [sys.executable, "-c", program, "trace", *words, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    tables = json.loads(done.stdout)
    del tables["run"]
    return tables


@contextmanager
def _running(home: Path, folder: Path, name: str, daemon: str, *words: str) -> Iterator[Path]:
    """Run one of Spark's daemons on loopback, on any free ports, and end it after."""
    command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{daemon}", "--host", "127.0.0.1"]
    options = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(home), "JDK_JAVA_OPTIONS": SOON_WARM}
    log = folder / f"{name}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--port", "0", "--webui-port", "0", *words],
            stdout=out,
            stderr=out,
            env=os.environ | options,
        )
    try:
        yield log
    finally:
        process.terminate()
        process.wait(START)


def _said(log: Path, pattern: str) -> str:
    """Return what a daemon says of itself, as soon as it has."""
    end = monotonic() + START
    while monotonic() < end:
        found = re.search(pattern, log.read_text(errors="replace"))
        if found:
            return found[1]
        sleep(0.2)
    raise AssertionError(f"{pattern} is not in {log.name}:\n{log.read_text(errors='replace')[-2000:]}")

"""What only a process of its own can show: interrupts, closed pipes, odd terminals."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

STEMMATA = str(Path(sys.executable).with_name("stemmata"))
PIPE = 1 << 16
"""Bytes that a pipe of Linux holds."""


def _rows(example: Path) -> bytes:
    """Return more rows than a pipe holds: whoever has written them all knows that reading is under way."""
    row = (example / "pages" / "rows.jsonl").read_bytes().splitlines()[0] + b"\n"
    return row * (2 * PIPE // len(row))


def heard() -> None:
    """Hear interrupts, as a program at a terminal does, even where this suite runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_in_the_middle_leaves_the_case_as_it_was(case: Path, example: Path, here: Path) -> None:
    before = case.read_bytes()
    command = [STEMMATA, "trace", "-", "--db", str(case)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heard,  # noqa: PLW1509 - one thread here
    ) as job:
        assert job.stdin is not None
        assert job.stderr is not None
        job.stdin.write(_rows(example))
        job.stdin.flush()
        job.send_signal(signal.SIGINT)
        told = job.stderr.read().decode()

    assert job.returncode == 1
    assert told.strip().splitlines() == ["Error: Stopped. The case is as it was before."]
    assert case.read_bytes() == before
    assert not (here / "stemmata-report.html").exists()


@pytest.mark.slow
def test_a_reader_that_leaves_early_meets_no_traceback(traced: tuple[Path, Result]) -> None:
    command = [STEMMATA, "explain", "p09.txt", "p03.html", "--json", "--db", str(traced[0] / "case.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as job:
        assert job.stdout is not None
        assert job.stderr is not None
        job.stdout.close()
        told = job.stderr.read().decode()

    assert told == ""


@pytest.mark.slow
def test_a_terminal_that_lacks_letters_gets_the_answer_all_the_same(
    traced: tuple[Path, Result], here: Path
) -> None:
    command = [STEMMATA, "explain", "p09.txt", "p03.html", "--db", str(traced[0] / "case.db")]
    poor = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = subprocess.run(command, capture_output=True, env=poor, check=False)

    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\\u201c" in result.stdout


def test_standard_input_that_is_closed_is_told_of(here: Path) -> None:
    result = subprocess.run(["sh", "-c", f"exec {STEMMATA} trace - <&-"], capture_output=True, check=False)

    assert result.returncode == 2
    assert result.stderr.startswith(b"Error: - stands for standard input")


def test_the_package_loads_nothing_heavy_before_it_is_asked(here: Path) -> None:
    heavy = ("pyarrow", "numpy", "resiliparse", "rich", "jinja2", "apsw")
    code = f"import json, sys, stemmata.cli; print(json.dumps([name for name in {heavy!r} if name in sys.modules]))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert json.loads(result.stdout) == []

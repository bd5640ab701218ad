"""How long the main job takes as a reader waits for it, beside what importing the usual extractor takes.

Run as ``python benchmarks/speed.py [SHARED]``. Each figure is the wall time of whole processes, run in turn
so that a busy moment of the machine meets both; ``speed.ratio`` is their quotient in the median.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from seeds_answer import SEEDS

TURNS = 7
ANCHOR = "trafilatura"

_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Both run as installed packages do: with their modules and templates compiled, which the first turn sees to."""


def figures(shared: Path, turns: int = TURNS) -> dict[str, float]:
    """Return seconds of both processes and their ratio; no ratio where the anchor is not installed."""
    if not (shared / "seeds").is_dir():
        return {}
    with tempfile.TemporaryDirectory() as folder:
        jobs = {"speed.trace_seconds": _trace(shared, Path(folder))}
        if find_spec(ANCHOR):
            jobs["speed.anchor_seconds"] = [sys.executable, "-c", f"import {ANCHOR}"]
        taken = _in_turn(jobs, turns)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    if len(taken) > 1:
        pairs = zip(*taken.values(), strict=True)
        medians["speed.ratio"] = statistics.median(job / anchor for job, anchor in pairs)
    return {name: round(value, 4) for name, value in medians.items()}


def _trace(shared: Path, folder: Path) -> list[str]:
    pages = [str(path) for seed in SEEDS for path in (shared / "seeds").glob(f"{seed}_*.txt")]
    kept = ["--db", str(folder / "case.db"), "--report", str(folder / "report.html")]
    return [str(Path(sys.executable).with_name("stemmata")), "trace", *pages, *kept]


def _in_turn(jobs: dict[str, list[str]], turns: int) -> dict[str, list[float]]:
    """Time every job ``turns`` times, in turn, after one run of each that warms the disk's cache."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(turns + 1):
        for name, command in jobs.items():
            seconds = _wall(command)
            if turn:
                taken[name].append(seconds)
    return taken


def _wall(command: Sequence[str]) -> float:
    """Return the seconds of one whole process; each trace begins a case of its own."""
    if "--db" in command:
        for left in Path(command[command.index("--db") + 1]).parent.glob("case.db*"):
            left.unlink()
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=_AS_INSTALLED)
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")).items():
        print(f"{name:<22} {value:7.3f}")

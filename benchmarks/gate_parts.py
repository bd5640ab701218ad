"""Where the gate gets its figures: every part's own ``figures(shared)``, or what stands in for it here."""

import importlib
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

Figures = Callable[[Path], dict[str, float]]

SIMULATED = 30
"""Simulated events of each profile: few enough for half a minute."""


def _own(part: str) -> Figures:
    """Return what asks a module beside this one."""
    return lambda shared: dict(importlib.import_module(part).figures(shared))


def _read(shared: Path) -> dict[str, float]:
    """Return F1 of stories, phrases and lines, by the three sets of READ's benchmark."""
    if not (shared / "data" / "read").is_dir():
        return {}
    os.environ["STEMMATA_SHARED"] = str(shared.resolve())
    read = importlib.import_module("read")
    told = {
        "scrapinghub": read.judge_stories(read.ours, "scrapinghub"),
        "fundus": read.judge_stories(read.ours, "fundus"),
        "phrases": read.judge_phrases(read.ours),
        "lines": read.judge_lines(read.ours),
    }
    found = {name: re.search(r"F1 ([\d.]+)", line) for name, line in told.items()}
    return {f"read.{name}.f1": float(match[1]) for name, match in found.items() if match}


def _lineage(_: Path) -> dict[str, float]:
    """Return the figures of trees grown by the simulation, by profile."""
    lineage = importlib.import_module("lineage")
    return {
        f"lineage.{profile}.{_named(name)}": round(value, 4)
        for profile in lineage.PROFILES
        for name, value in lineage.measure(profile, SIMULATED).items()
        if name in KEPT
    }


KEPT = ("edge F1", "direction", "ancestry F1", "origins exact", "merges P", "merges R")
"""The figures of the simulation that have floors."""


def _named(name: str) -> str:
    return name.replace(" ", "_").lower()


PARTS: Mapping[str, Figures] = {
    "judge": _own("judge"),
    "seeds": _own("seeds"),
    "read": _read,
    "reuse": _own("reuse"),
    "lineage": _lineage,
    "statements": _own("statements"),
    "speed": _own("speed"),
}
"""The parts by the module that measures, in the order of the table."""


def measured(shared: Path) -> dict[str, float]:
    """Return the figures of every part whose module is there."""
    there = [part for part in PARTS if Path(__file__).with_name(f"{part}.py").exists()]
    return {name: value for part in there for name, value in PARTS[part](shared).items()}

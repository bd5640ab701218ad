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
        "phrases": read.judge_phrases(read.with_standfirst),
        "lines": read.judge_lines(read.with_standfirst),
    }
    return {
        f"read.{corpus}.{name.lower()}": float(value)
        for corpus, line in told.items()
        for name, value in re.findall(r"([A-Za-z-]+[0-9]?) ([\d.]+)", line)
        if name in READ
    }


READ = ("ROUGE-LSum", "F1", "perfect", "leaked")
"""The figures of stories that have floors; on pages fitted on. Those on new publishers: ``fit_read.py``, by hand."""


def _facts(shared: Path) -> dict[str, float]:
    """Return our own figures on bylines, titles, credits and datelines: shares exact, and F1 of what is found."""
    os.environ["STEMMATA_SHARED"] = str(shared.resolve())
    if not (shared / "data").is_dir():
        return {}
    lines = [
        (part, line) for part, judge in importlib.import_module("facts").PARTS.items() for line in judge()
    ]
    found = {
        f"facts.{part}.{_named(line.name.partition(',')[0])}": re.search(
            r"F1 ([\d.]+)|^([\d.]+) of", line.all
        )
        for part, line in lines
        if "trafilatura" not in line.name
    }
    return {name: float(match[1] or match[2]) for name, match in found.items() if match}


def _refusals(_: Path) -> dict[str, float]:
    """Return how well pages without an article are refused, on our own pages."""
    return importlib.import_module("refusals").measured_refusals()


def _sites(shared: Path) -> dict[str, float]:
    """Return the share of pages of invented networks that are grouped, alone and among ordinary sites."""
    sites = importlib.import_module("sites")
    made = list(sites.invented())
    known = made + (list(sites.ordinary(shared)) if (shared / "data" / "read").is_dir() else [])
    found = {}
    for name, pages in {"alone": made, "among_ordinary": known}.items():
        articles = list({one.article.id: one.article for one in pages}.values())
        judged = sites.judge(pages, sites.find_networks(articles, sites.SiteSettings()))
        found |= {f"sites.{name}.grouped": judged.grouped, f"sites.{name}.keep_apart": float(judged.joined)}
    return found


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
    "facts": _facts,
    "dates": _own("dates"),
    "times": _own("times"),
    "written": _own("written"),
    "happenings": _own("happenings"),
    "refusals": _refusals,
    "sites": _sites,
    "reuse": _own("reuse"),
    "reuse_planted": _own("reuse_planted"),
    "paraphrases": _own("paraphrases"),
    "heaps": _own("heaps"),
    "lineage": _lineage,
    "statements": _own("statements"),
    "statements_own": _own("statements_own"),
    "statements_german": _own("statements_german"),
    "statements_variants": _own("statements_variants"),
    "speed": _own("speed"),
}
"""The parts by the module that measures, in the order of the table."""


def measured(shared: Path) -> dict[str, float]:
    """Return the figures of every part whose module is there."""
    there = [part for part in PARTS if Path(__file__).with_name(f"{part}.py").exists()]
    return {name: value for part in there for name, value in PARTS[part](shared).items()}

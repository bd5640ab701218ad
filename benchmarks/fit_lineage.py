"""Fit every model of LINEAGE on simulated families and write ``src/stemmata/lineage/fitted.toml``.

``python benchmarks/fit_lineage.py [events of each profile]``. Signs of direction first, because sources are weighed with
them; a second program run is needed for nothing. Only profiles in ``FITTED``, seeds from 10,000 on.
"""

import sys
from pathlib import Path

import numpy as np

import fit_clans
import fit_direction
import fit_merges
import fit_parents
import fit_related
from simulator_pool import stories
from simulator_text import FITTED
from stemmata.lineage import clans, merges
from stemmata.lineage import fitted as weights_of
from stemmata.lineage.relation import TRAITS
from stemmata.lineage.signs import SIGNS
from stemmata.lineage.traits import OF_NONE, OF_SOURCES

SHARE = {"base": 2}
"""How many times as many families are made of a profile."""
TARGET = Path(__file__).parents[1] / "src" / "stemmata" / "lineage" / "fitted.toml"


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    part = sys.argv[2] if len(sys.argv) > 2 else "all"
    known = weights_of.fitted()
    tables = {
        "direction": dict(known.direction),
        "versions": fit_direction.HOUSE,
        "source": dict(known.source),
        "none": dict(known.none),
        "related": dict(known.related),
        "clan": dict(known.clan),
        "second": dict(known.second),
    }
    if part in {"all", "direction"}:
        rows = np.concatenate(
            [fit_direction.pairs(one, fit_direction.START, events * SHARE.get(one, 1)) for one in FITTED]
        )
        tables["direction"] = dict(zip([s.name for s in SIGNS], fit_direction.fitted(rows), strict=True))
        write(tables, events)
        weights_of.fitted.cache_clear()
    if part in {"all", "parents"}:
        choices = [
            row
            for one in FITTED
            for row in fit_parents.choices(one, fit_direction.START, events * SHARE.get(one, 1))
        ]
        values = fit_parents.fit(choices)
        tables["source"] = dict(zip(OF_SOURCES, values[: len(OF_SOURCES)], strict=True))
        tables["none"] = dict(zip(OF_NONE, values[len(OF_SOURCES) :], strict=True))
        write(tables, events)
    if part in {"all", "related"}:
        held = [fit_related.pairs(one, fit_direction.START, events * SHARE.get(one, 1)) for one in FITTED]
        rows, told = np.concatenate([one[0] for one in held]), np.concatenate([one[1] for one in held])
        values = fit_related.fit(rows, told)
        print("unrelated called related, related called unrelated", fit_related.wrong(rows, told, values))
        tables["related"] = dict(zip(TRAITS, values, strict=True))
        write(tables, events)
    if part in {"all", "clan"}:
        held = [fit_clans.pairs(one, fit_direction.START, events * SHARE.get(one, 1)) for one in FITTED]
        rows, told = np.concatenate([one[0] for one in held]), np.concatenate([one[1] for one in held])
        values = fit_related.fit(rows, told)
        print(
            "clans:",
            told.mean(),
            "strangers called a clan, clans missed",
            fit_related.wrong(rows, told, values),
        )
        tables["clan"] = dict(zip(clans.TRAITS, values, strict=True))
        write(tables, events)
    if part in {"all", "second"}:
        held = [fit_merges.pairs(one, fit_direction.START, max(20, events // 2)) for one in FITTED]
        rows, told, counts = (np.concatenate([one[at] for one in held]) for at in range(3))
        values = fit_related.fit(rows, told, counts=counts)
        print("second sources: others called so, missed", fit_related.wrong(rows, told, values))
        tables["second"] = dict(zip(merges.TRAITS, values, strict=True))
        write(tables, events)


def write(tables: dict[str, dict[str, float]], events: int) -> None:
    said = (
        f"{events} simulated families of each of the profiles {', '.join(FITTED)} over {len(stories())} invented stories "
        "(benchmarks/fit_lineage.py); the profile unseen was never fitted on, nor any real text"
    )
    lines = [f'said = "{said}"']
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f'"{key}" = {value:.4f}' for key, value in table.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

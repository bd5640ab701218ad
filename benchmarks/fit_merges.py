"""Fit the model of second sources: whether a page took what it shares with a text of another story from there."""

from dataclasses import replace

import numpy as np

from fit_families import family
from lineage_truth import truth
from simulator import simulate
from simulator_text import PROFILES
from stemmata.lineage.build import grow
from stemmata.lineage.joins import find_joins
from stemmata.lineage.merges import TRAITS, line_of, second_of, strangers
from stemmata.lineage.relation import kinship

FEWEST = 8
"""Words below which nobody is asked: nearly every two texts of one event share as many."""


def pairs(profile: str, start: int, events: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return traits of (page, text of another story), whether the page has words from that story, and what the row counts.

    In every event two stories are put together once: as rare as they are, families as they come would show but a few.
    """
    rates = replace(PROFILES[profile], merges=1.0, origins=(0.0, 0.7, 0.3))
    rows, told, counts = [], [], []
    for seed in range(start, start + events):
        case = simulate(seed, rates)
        lineup, number_of = family(case)
        groups = truth(case).groups
        tree, _ = grow(lineup)
        tree.merges.clear()
        kin = kinship(lineup)
        joins = find_joins(lineup, kin)
        for child in number_of:
            line = line_of(tree, child)
            if tree.parents[child] is None or not line:
                continue
            own = []
            for source in strangers(lineup, tree, kin, child, line):
                values = second_of(lineup, kin, joins, child, source, line)
                if values[TRAITS.index("words")] >= np.log1p(FEWEST):
                    whence = groups[number_of[source]] & groups[number_of[child]]
                    known = set().union(*(groups[number_of[one]] for one in line if one in number_of))
                    own.append(
                        (values, bool(whence) and len(groups[number_of[child]]) > 1 and not whence & known)
                    )
            rows.extend(values for values, _ in own)
            told.extend(right for _, right in own)
            counts.extend(1 / len(own) for _ in own)
    return np.array(rows), np.array(told, float), np.array(counts)

"""Fit the model of the nearest observed ancestor on simulated families: a conditional logit over a text's possible sources.

``python benchmarks/fit_parents.py [events]``. Profiles fitted on only; families from seed 10,000 on.
"""

import sys
from typing import NamedTuple

import numpy as np

from fit_direction import START
from fit_families import family
from lineage_truth import truth
from simulator import simulate
from simulator_text import FITTED, PROFILES
from stemmata.lineage.parents import find_old, sources_of
from stemmata.lineage.traits import OF_NONE, OF_SOURCES, traits_of, traits_of_none

PRIOR = 1.0


class Choice(NamedTuple):
    """One text: traits of its possible sources and of none (columns side by side), and which were right."""

    rows: np.ndarray
    right: np.ndarray


def main() -> None:
    """Print the weights."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    fitted_on = [one for profile in FITTED for one in choices(profile, START, events)]
    unseen = choices("unseen", 0, events // 2)
    weights = fit(fitted_on)
    names = [*OF_SOURCES, *OF_NONE]
    for name, weight in zip(names, weights, strict=True):
        print(f"{name:28} {weight:7.3f}")
    for told, held in (("fitted on", fitted_on), ("unseen", unseen)):
        print(told, len(held), "right", np.mean([_hit(one, weights) for one in held]).round(3), "loss",
              np.mean([-np.log(_chance(one, weights)) for one in held]).round(3))  # fmt: skip


def choices(profile: str, start: int, events: int) -> list[Choice]:
    found = []
    for seed in range(start, start + events):
        case = simulate(seed, PROFILES[profile])
        lineup, number_of = family(case)
        found.extend(_choices(lineup, number_of, truth(case)))
    return found


def _choices(lineup, number_of, true):
    place = {number: at for at, number in number_of.items()}
    parents = {at: set() for at in number_of}
    for parent, child in true.edges | true.second:
        if parent in place and child in place:
            parents[place[child]].add(place[parent])
    find_old(lineup)
    for text in sorted(number_of):
        sources = sources_of(lineup, text)
        rows = traits_of(lineup, sources, text)
        none = traits_of_none(lineup, text, rows)
        whole = np.zeros((len(sources) + 1, len(OF_SOURCES) + len(OF_NONE)))
        whole[:-1, : len(OF_SOURCES)] = rows
        whole[-1, len(OF_SOURCES) :] = none
        right = np.array([one in parents[text] for one in sources] + [not parents[text]])
        if right.any():
            yield Choice(whole, right)


def fit(choices: list[Choice], steps: int = 25) -> np.ndarray:
    """Return the weights of greatest likelihood under a prior around 0, by Newton's steps (the denominator's bend)."""
    size = choices[0].rows.shape[1]
    scale = np.concatenate([one.rows for one in choices]).std(axis=0) + 1e-9
    weights = np.zeros(size)
    for _ in range(steps):
        slope, bend = -weights / PRIOR**2, np.eye(size) / PRIOR**2
        for one in choices:
            rows = one.rows / scale
            chance = _soft(rows @ weights)
            held = np.where(one.right, chance, 0)
            held = held / held.sum()
            slope += (held - chance) @ rows
            mean = chance @ rows
            bend += (rows * chance[:, None]).T @ rows - np.outer(mean, mean)
        weights = weights + np.linalg.solve(bend, slope)
    return weights / scale


def _soft(scores: np.ndarray) -> np.ndarray:
    odds = np.exp(scores - scores.max())
    return odds / odds.sum()


def _chance(one: Choice, weights: np.ndarray) -> float:
    return max(1e-9, float(_soft(one.rows @ weights)[one.right].sum()))


def _hit(one: Choice, weights: np.ndarray) -> bool:
    return bool(one.right[int((one.rows @ weights).argmax())])


if __name__ == "__main__":
    main()

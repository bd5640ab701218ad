"""Fit the model of kinship: whether two texts go back to one, on simulated families."""

import numpy as np

from fit_families import family
from lineage_truth import truth
from simulator import simulate
from simulator_text import PROFILES
from stemmata.lineage.relation import relations

PRIOR = 4.0


def pairs(profile: str, start: int, events: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the traits of every two texts of an event, and whether they have a source in common."""
    rows, told = [], []
    for seed in range(start, start + events):
        case = simulate(seed, PROFILES[profile])
        true = truth(case)
        lineup, number_of = family(case)
        whole = np.stack(relations(lineup), axis=-1)
        for one in number_of:
            for other in range(one):
                rows.append(whole[one, other])
                told.append(bool(true.groups[number_of[one]] & true.groups[number_of[other]]))
    return np.array(rows), np.array(told, float)


def fit(rows: np.ndarray, told: np.ndarray, steps: int = 40, counts: np.ndarray | float = 1.0) -> np.ndarray:
    """Return the weights of a logistic model with a prior around 0; ``counts``: how much each row counts."""
    counts = np.broadcast_to(counts, told.shape)
    scale = rows.std(axis=0) + 1e-9
    scale[scale < 1e-6] = 1.0
    scaled, weights = rows / scale, np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (counts * (told - chance)) - weights / PRIOR**2
        bend = (scaled * (counts * chance * (1 - chance))[:, None]).T @ scaled + np.eye(
            len(weights)
        ) / PRIOR**2
        weights = weights + np.linalg.solve(bend, slope)
    return weights / scale


def wrong(rows: np.ndarray, told: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Return the shares of unrelated pairs called related, and of related pairs called unrelated."""
    said = rows @ weights > 0
    return float(np.mean(said[told == 0])), float(np.mean(~said[told == 1]))

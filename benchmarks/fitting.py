"""Samples, ridge logistic regression and folds by publisher: what both fits of READ's body scores share."""

import gzip
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stemmata.read.body import columns_of
from stemmata.read.context import surroundings
from stemmata.read.features import Floats
from stemmata.read.sheet import Sheet

PROJECT = Path(__file__).parent.parent
DATA = (PROJECT / os.environ.get("STEMMATA_SHARED", "../shared")).resolve() / "data" / "read"
FOLDS = 5
RIDGE = (1e-3, 2e-3)
"""For text and for HTML; tried 1e-3 to 3e-2 on the folds: beyond 3e-3 whole sites were lost."""


@dataclass
class Sample:
    """A page laid out, with its gold, the weight it has in the fit, and its publisher."""

    group: str
    share: float
    sheet: Sheet
    gold: Floats
    measured: Floats
    kind: str
    known: Floats | None = None
    """Which paragraphs the gold speaks of, where it does not speak of all."""

    @property
    def words(self) -> Floats:
        return np.expm1(self.measured[:, 0])

    @property
    def weights(self) -> Floats:
        words = np.minimum(self.words, 80)
        if self.known is not None:
            return 200 * self.share * self.known / max(1.0, float(self.known.sum()))
        return 200 * self.share * (0.3 / len(words) + words / max(1.0, float(words[self.gold > 0].sum())))


def rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))]


def logistic(samples: list[Sample], columns: list[Floats], ridge: float) -> tuple[Floats, float]:
    """Return weights and bias of a weighted ridge logistic regression (Newton's method)."""
    table, gold = np.vstack(columns), np.concatenate([sample.gold for sample in samples])
    weight = np.concatenate([sample.weights for sample in samples])
    mean, spread = table.mean(0), table.std(0) + 1e-6
    scaled = np.hstack([(table - mean) / spread, np.ones((len(table), 1))])
    punish = ridge * len(gold) * np.r_[np.ones(table.shape[1]), 0]
    beta = np.zeros(scaled.shape[1])
    for _ in range(20):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        slope = scaled.T @ (weight * (likely - gold)) + punish * beta
        bend = (scaled * (weight * likely * (1 - likely) + 1e-6)[:, None]).T @ scaled + np.diag(punish)
        step = np.linalg.solve(bend, slope)
        beta -= step
        if np.abs(step).max() < 1e-3:
            break
    weights = beta[:-1] / spread
    return weights, float(beta[-1] - mean @ weights)


def fit(samples: list[Sample]) -> tuple[tuple[Floats, float], tuple[Floats, float]]:
    ridge = RIDGE[bool(samples[0].sheet.marks)]
    first = logistic(samples, [sample.measured for sample in samples], ridge)
    return first, logistic(samples, [second_columns(sample, first) for sample in samples], ridge)


def second_columns(sample: Sample, first: tuple[Floats, float]) -> Floats:
    odds = sample.measured @ first[0] + first[1]
    return np.hstack([sample.measured, surroundings(sample.sheet, odds, sample.words)])


def guessed(sample: Sample, scores: tuple[tuple[Floats, float], tuple[Floats, float]]) -> Floats:
    first, second = scores
    return second_columns(sample, first) @ second[0] + second[1] > 0


def folded(samples: list[Sample], score: Callable[[int, Floats], tuple[float, float, float, float]]) -> None:
    groups = sorted({sample.group for sample in samples})
    fold = [groups.index(sample.group) % FOLDS for sample in samples]
    results: dict[str, list[tuple[float, float, float, float]]] = {}
    for held in range(FOLDS):
        scores = fit([sample for sample, number in zip(samples, fold, strict=True) if number != held])
        for number, sample in enumerate(samples):
            if fold[number] == held:
                results.setdefault(sample.kind, []).append(score(number, guessed(sample, scores)))
    for kind, values in sorted(results.items()):
        print(f"{kind:12} F1 {{:.4f}}  P {{:.4f}}  R {{:.4f}}  perfect {{:.3f}}".format(*np.mean(values, 0)))


def table(samples: list[Sample], fitted_on: str) -> dict:
    scores = fit(samples)
    html = bool(samples[0].sheet.marks)
    names = (columns_of("first", html=html), columns_of("second", html=html))
    parts = {
        name: {
            "bias": round(bias, 4),
            "weights": {key: round(float(value), 4) for key, value in zip(keys, weights, strict=True)},
        }
        for name, keys, (weights, bias) in zip(("first", "second"), names, scores, strict=True)
    }
    return {"fitted_on": fitted_on, **parts}

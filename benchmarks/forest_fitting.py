"""Boosted trees fitted with LightGBM, and written as ``stemmata.read.forests`` reads them."""

import json
from collections.abc import Sequence
from pathlib import Path

import lightgbm
import numpy as np

from stemmata.kernels import Forest
from stemmata.read.forests import grown

GENERAL = {
    "objective": "binary",
    "lambda_l2": 20.0,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "min_data_in_leaf": 120,
    "min_sum_hessian_in_leaf": 5.0,
    "max_bin": 63,
    "use_missing": False,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 3,
}
Trees = tuple[list[int], list[int], list[float]]
"""Sizes, columns and numbers, as ``stemmata.read.forests.load`` says."""


def fit_trees(table: np.ndarray, gold: np.ndarray, weight: np.ndarray, rounds: int, **wishes: float) -> Trees:
    """Return boosted trees for the rows that count."""
    counted = weight > 0
    data = lightgbm.Dataset(table[counted], gold[counted], weight=weight[counted])
    return trees_of(lightgbm.train(GENERAL | wishes, data, rounds))


def trees_of(model: lightgbm.Booster) -> Trees:
    sizes, columns, numbers = list[int](), list[int](), list[float]()
    for tree in model.dump_model()["tree_info"]:
        row = [tree["tree_structure"]]
        for node in row:
            leaf = "split_feature" not in node
            columns.append(-1 if leaf else node["split_feature"])
            numbers.append(float(f"{node['leaf_value'] if leaf else node['threshold']:.6g}"))
            if not leaf:
                row += [node["left_child"], node["right_child"]]
        sizes.append(len(row))
    return sizes, columns, numbers


def forest_of(trees: Trees) -> Forest:
    return grown(*trees)


def write(path: Path, fitted_on: str, forests: dict[str, tuple[Sequence[str], Trees]]) -> None:
    parts = {
        name: {"names": names, "sizes": sizes, "columns": columns, "numbers": numbers}
        for name, (names, (sizes, columns, numbers)) in forests.items()
    }
    text = json.dumps({"fitted_on": fitted_on, "forests": parts}, separators=(",", ":"))
    path.write_text(text.replace('],"', '],\n"') + "\n")

"""Fit the model of clans: which two of the texts that hang on one node had a lost version of their own between."""

import numpy as np

from fit_families import family
from lineage_truth import Shape, truth
from simulator import simulate
from simulator_text import PROFILES
from stemmata.lineage.clans import clan_of


def pairs(profile: str, start: int, events: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the traits of every two texts below one node (its observed parent, or none), and whether they are a clan."""
    rows, told = [], []
    for seed in range(start, start + events):
        case = simulate(seed, PROFILES[profile])
        true = truth(case)
        lineup, number_of = family(case)
        place = {number: at for at, number in number_of.items()}
        for above, group in _groups(true):
            known = [one for one in group if one in place]
            whole = frozenset(true.below(group))
            for left in known:
                for right in known:
                    if left < right and len(known) > (1 if above is not None else 2):
                        at = [place[one] for one in known]
                        rows.append(
                            clan_of(
                                lineup,
                                place[left],
                                place[right],
                                at,
                                None if above is None else place.get(above),
                            )
                        )
                        told.append(any({left, right} <= clade and not whole <= clade for clade in true.clades)
                                    or (above is not None and any({left, right} <= clade for clade in true.clades
                                                                  if above not in clade)))  # fmt: skip
    return np.array(rows), np.array(told, float)


def _groups(true: Shape) -> list[tuple[int | None, list[int]]]:
    """Return what hangs on each observed state, and the tops of each lost root."""
    groups: dict[tuple[str, object], list[int]] = {}
    up = {child: parent for parent, child in true.edges}
    for state in true.states:
        if state in up:
            groups.setdefault(("seen", up[state]), []).append(state)
        else:
            groups.setdefault(("lost", tuple(sorted(true.groups[state]))), []).append(state)
    return [(key[1] if key[0] == "seen" else None, group) for key, group in sorted(groups.items(), key=str)]  # type: ignore[misc]

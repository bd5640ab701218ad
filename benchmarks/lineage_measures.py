"""What trees are measured by: arrows, ancestry, relations, origins, second sources, lost clades, calibration."""

from collections import Counter
from itertools import combinations, pairwise

from lineage_truth import Shape

STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
"""Borders of the table of reliability."""
CERTAIN = 0.95


def count(found: Shape, true: Shape) -> Counter[str]:
    """Count what the figures are made of, for one event."""
    sums: Counter[str] = Counter(events=1)
    undirected = {tuple(sorted(edge)) for edge in true.edges}
    both = {edge for edge in found.edges if tuple(sorted(edge)) in undirected}
    _score(sums, "edges", found.edges, true.edges)
    sums["up to direction"] += len(both)
    decided = {edge for edge in both if found.sure.get(edge, (0, True))[1]}
    sums["decided"] += len(decided)
    sums["decided right"] += len(decided & true.edges)
    _score(sums, "ancestry", found.ancestry, true.ancestry)
    _score(sums, "tops", found.tops, true.tops)
    _score(sums, "merges", found.second, true.second)
    put_together = frozenset(one for one in true.states if len(true.groups[one]) > 1)
    _score(sums, "put together", frozenset(child for _, child in found.second), put_together)
    _score(sums, "clades", found.clades, true.clades)
    sums["origins exact"] += found.origins == true.origins
    sums["origins off"] += abs(found.origins - true.origins)
    for one, other in combinations(sorted(set(found.states) & set(true.states)), 2):
        ours, theirs = found.relation(one, other), true.relation(one, other)
        sums["pairs"] += 1
        sums["pairs right"] += ours == theirs
        sums[f"is {theirs}"] += 1
        sums[f"said {ours}"] += 1
        sums[f"both {theirs}"] += ours == theirs
    for edge, (sure, _) in found.sure.items():
        step = max(one for one in STEPS if sure >= one)
        sums[f"at {step}"] += 1
        sums[f"at {step} right"] += edge in true.edges or edge in true.second
        sums[f"at {step} sum"] += sure  # type: ignore[assignment]
        if sure >= CERTAIN:
            sums["certain"] += 1
            sums["certain right"] += edge in true.edges or edge in true.second
    return sums


def _score(sums: Counter[str], name: str, found: frozenset[object], true: frozenset[object]) -> None:
    sums[name] += len(true)
    sums[f"{name} found"] += len(found)
    sums[f"{name} right"] += len(found & true)


def figures(sums: Counter[str]) -> dict[str, float]:
    """Return the figures of the table."""
    kinds = ("ancestor", "descendant", "common", "independent")
    macro = [
        2 * sums[f"both {kind}"] / max(1, sums[f"is {kind}"] + sums[f"said {kind}"])
        for kind in kinds
        if sums[f"is {kind}"]
    ]
    return {
        "edge F1": _f1(sums, "edges"),
        "edge F1 up to direction": 2 * sums["up to direction"] / max(1, sums["edges"] + sums["edges found"]),
        "direction": sums["edges right"] / max(1, sums["up to direction"]),
        "decided": sums["decided"] / max(1, sums["up to direction"]),
        "direction where decided": sums["decided right"] / max(1, sums["decided"]),
        "ancestry F1": _f1(sums, "ancestry"),
        "tops F1": _f1(sums, "tops"),
        "relation": sums["pairs right"] / max(1, sums["pairs"]),
        "relation macro F1": sum(macro) / max(1, len(macro)),
        "origins exact": sums["origins exact"] / max(1, sums["events"]),
        "origins off": sums["origins off"] / max(1, sums["events"]),
        "merges P": sums["merges right"] / max(1, sums["merges found"]),
        "merges R": sums["merges right"] / max(1, sums["merges"]),
        "put together P": sums["put together right"] / max(1, sums["put together found"]),
        "put together R": sums["put together right"] / max(1, sums["put together"]),
        "clades P": sums["clades right"] / max(1, sums["clades found"]),
        "clades R": sums["clades right"] / max(1, sums["clades"]),
        "clades F1": _f1(sums, "clades"),
        "certain": sums["certain"] / max(1, sums["edges found"]),
        "certain right": sums["certain right"] / max(1, sums["certain"]),
    }


def _f1(sums: Counter[str], name: str) -> float:
    return 2 * sums[f"{name} right"] / max(1, sums[name] + sums[f"{name} found"])


def reliability(sums: Counter[str]) -> list[str]:
    """Return the table of reliability: what was said of arrows, and how often it held."""
    lines = []
    for low, high in pairwise(STEPS):
        many = sums[f"at {low}"]
        if many:
            said, held = sums[f"at {low} sum"] / many, sums[f"at {low} right"] / many
            lines.append(
                f"  {low:.2f} to {min(high, 1):.2f}: {many:5} arrows, said {said:.3f}, right {held:.3f}"
            )
    return lines

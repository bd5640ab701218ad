"""How well LINEAGE finds trees whose truth is known: ``python benchmarks/lineage.py [profile] [events]``."""

import sys
import time
from collections import defaultdict

from families_sim import PROFILES, Simulated, simulate
from stemmata.lineage import build_stemma
from stemmata.model import Direction, Family, Stemma

Pairs = set[tuple[int, int]]


def main() -> None:
    """Print the table."""
    profiles = [sys.argv[1]] if len(sys.argv) > 1 else list(PROFILES)
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    for profile in profiles:
        print(profile, {name: round(value, 3) for name, value in measure(profile, events).items()})


def measure(profile: str, events: int, start: int = 0) -> dict[str, float]:
    """Return the figures over so many simulated events."""
    sums: dict[str, float] = defaultdict(float)
    for seed in range(start, start + events):
        _score(simulate(seed, PROFILES[profile]), sums)
    return _figures(sums, events)


def _score(case: Simulated, sums: dict[str, float]) -> None:
    began = time.perf_counter()
    members = tuple(sorted(page.id for page in case.pages))
    stemma = build_stemma(Family("f", (), members), case.pages, (), ())
    sums["seconds"] += time.perf_counter() - began
    state = _states(case, stemma)
    edges, second, tops = _truth(case, state)
    found, merged, sure = _answer(case, stemma, state)
    undirected = {tuple(sorted(edge)) for edge in edges}
    both = {edge for edge in found if tuple(sorted(edge)) in undirected}
    sums["edges"] += len(edges)
    sums["found"] += len(found)
    sums["right"] += len(found & edges)
    sums["up to direction"] += len(both)
    decided = {edge for edge in both if sure[edge][1]}
    sums["decided"] += len(decided)
    sums["decided right"] += len(decided & edges)
    certain = {edge for edge in found if sure[edge][0] >= 0.9}
    sums["certain"] += len(certain)
    sums["certain right"] += len(certain & edges)
    ours, theirs = _ancestry(found | merged), _ancestry(edges | second)
    sums["ancestry right"] += len(ours & theirs)
    sums["ancestry found"] += len(ours)
    sums["ancestry"] += len(theirs)
    sums["merges right"] += len(merged & second)
    sums["merges found"] += len(merged)
    sums["merges"] += len(second)
    count = len({case.texts[top].origin for top in tops})
    sums["origins exact"] += len(stemma.origins) == count
    sums["origins off"] += abs(len(stemma.origins) - count)


def _states(case: Simulated, stemma: Stemma) -> dict[str, int]:
    """Return each node's state as the smallest true number of its witnesses' texts."""
    return {
        node.id: min(case.number_of[witness.article] for witness in node.witnesses)
        for node in stemma.nodes
        if node.witnesses
    }


def _truth(case: Simulated, state: dict[str, int]) -> tuple[Pairs, Pairs, set[int]]:
    """Return true arrows from nearest observed ancestor to state, second parents, and states without ancestor."""
    same = {}
    for text in case.texts:
        same[text.number] = next(
            (other.number for other in case.texts if other.seen and other.paragraphs == text.paragraphs),
            text.number,
        )
    seen = set(state.values())
    edges: Pairs = set()
    second: Pairs = set()
    tops = set()
    for text in case.texts:
        if text.seen and text.number in seen:
            above = [_nearest(case, parent, same, seen, text.number) for parent in text.parents]
            first = [one for one in above[:1] if one is not None]
            edges |= {(one, text.number) for one in first}
            second |= {(one, text.number) for one in above[1:] if one is not None}
            if not first and not any(one is not None for one in above):
                tops.add(text.number)
    return edges, second, tops


def _nearest(case: Simulated, number: int, same: dict[int, int], seen: set[int], child: int) -> int | None:
    while True:
        if same[number] in seen and same[number] != child:
            return same[number]
        parents = case.texts[number].parents
        if not parents:
            return None
        number = parents[0]


def _answer(
    case: Simulated, stemma: Stemma, state: dict[str, int]
) -> tuple[Pairs, Pairs, dict[tuple[int, int], tuple[float, bool]]]:
    """Return found arrows between observed states (lost ones skipped), second parents, and how sure each is."""
    into: dict[str, list[str]] = defaultdict(list)
    links = {(link.parent, link.child): link for link in stemma.links}
    for link in sorted(stemma.links, key=lambda one: -one.confidence):
        into[link.child].append(link.parent)
    edges, merged = set(), set()
    sure = {}
    for node, number in state.items():
        parents = into[node]
        origins = sorted(parents, key=lambda parent: not _is_first(case, state, parent, number))
        for place, parent in enumerate(origins):
            above: str | None = parent
            while above is not None and above not in state:
                above = into[above][0] if into[above] else None
            if above is not None:
                edge = (state[above], number)
                link = links[parent, node]
                (merged if place else edges).add(edge)
                sure[edge] = (link.confidence, link.direction is Direction.DECIDED)
    return edges, merged, sure


def _is_first(case: Simulated, state: dict[str, int], parent: str, child: int) -> bool:
    """Whether a parent is of the child's first origin: which of two parents is called first is no question."""
    return parent in state and case.texts[state[parent]].origin == case.texts[child].origin


def _ancestry(edges: Pairs) -> Pairs:
    above: dict[int, set[int]] = defaultdict(set)
    for parent, child in edges:
        above[child].add(parent)
    pairs = set()
    for child in list(above):
        waiting, known = list(above[child]), set()
        while waiting:
            one = waiting.pop()
            if one not in known:
                known.add(one)
                waiting.extend(above.get(one, ()))
        pairs |= {(one, child) for one in known}
    return pairs


def _figures(sums: dict[str, float], events: int) -> dict[str, float]:
    def f1(right: str, found: str, true: str) -> float:
        return 2 * sums[right] / max(1.0, sums[found] + sums[true])

    return {
        "edge F1": f1("right", "found", "edges"),
        "edge F1 up to direction": f1("up to direction", "found", "edges"),
        "direction": sums["right"] / max(1.0, sums["up to direction"]),
        "decided": sums["decided"] / max(1.0, sums["up to direction"]),
        "direction where decided": sums["decided right"] / max(1.0, sums["decided"]),
        "ancestry F1": f1("ancestry right", "ancestry found", "ancestry"),
        "origins exact": sums["origins exact"] / events,
        "origins off": sums["origins off"] / events,
        "merges P": sums["merges right"] / max(1.0, sums["merges found"]),
        "merges R": sums["merges right"] / max(1.0, sums["merges"]),
        "arrows at .9": sums["certain"] / max(1.0, sums["found"]),
        "right at .9": sums["certain right"] / max(1.0, sums["certain"]),
        "seconds an event": sums["seconds"] / events,
    }


if __name__ == "__main__":
    main()

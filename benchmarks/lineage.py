"""How well LINEAGE finds trees whose truth is known.

``python benchmarks/lineage.py [profile] [events] [--start N] [--undated] [--anchor] [--reliability]``
"""

import argparse
import time
from collections import Counter
from dataclasses import replace
from itertools import combinations

from lineage_anchor import earlier_most_similar
from lineage_measures import count, figures, reliability
from lineage_truth import answer, truth
from simulator import Simulated, simulate
from simulator_text import PROFILES, Rates
from stemmata.dating import DatingSettings, date_texts
from stemmata.lineage import build_stemma
from stemmata.model import Family, Stemma
from stemmata.reuse import ReuseSettings, compare

_REUSE = ReuseSettings()
__all__ = ["PROFILES", "measure"]


def main() -> None:
    """Print the table."""
    asked = _asked()
    for profile in [asked.profile] if asked.profile else list(PROFILES):
        rates = replace(PROFILES[profile], dates=not asked.undated)
        sums, seconds = _sums(rates, asked.events, asked.start)
        print(profile, {name: round(value, 3) for name, value in (figures(sums) | seconds).items()})
        if asked.reliability:
            print("\n".join(reliability(sums)))
        if asked.anchor:
            beside = figures(_anchored(rates, asked.events, asked.start))
            print("  earlier and most similar:", {name: round(value, 3) for name, value in beside.items()})


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", nargs="?", choices=list(PROFILES))
    parser.add_argument("events", nargs="?", type=int, default=60)
    parser.add_argument("--start", type=int, default=0)
    for flag in ("--undated", "--anchor", "--reliability"):
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()


def measure(profile: str, events: int, start: int = 0) -> dict[str, float]:
    """Return the figures over so many simulated events."""
    sums, seconds = _sums(PROFILES[profile], events, start)
    return figures(sums) | seconds


def _sums(rates: Rates, events: int, start: int) -> tuple[Counter[str], dict[str, float]]:
    sums: Counter[str] = Counter()
    spent = 0.0
    for seed in range(start, start + events):
        case = simulate(seed, rates)
        began = time.perf_counter()
        stemma = grown(case)
        spent += time.perf_counter() - began
        sums += count(answer(case, stemma), truth(case))
    return sums, {"seconds an event": spent / events}


def _anchored(rates: Rates, events: int, start: int) -> Counter[str]:
    cases = [simulate(seed, rates) for seed in range(start, start + events)]
    return sum((count(earlier_most_similar(case), truth(case)) for case in cases), Counter())


def grown(case: Simulated) -> Stemma:
    """Return the tree of a simulated family, its pages compared and dated as the pipeline does."""
    passages = [
        passage for one, other in combinations(case.pages, 2) for passage in compare(one, other, _REUSE)
    ]
    family = Family("f", (), tuple(sorted(page.id for page in case.pages)))
    written, _ = date_texts(case.pages, (family,), passages, DatingSettings())
    return build_stemma(family, case.pages, passages, written)


if __name__ == "__main__":
    main()

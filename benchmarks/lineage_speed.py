"""How long a large family takes: states, seconds of one core, room.

``python benchmarks/lineage_speed.py [pages ...]``. One simulated story with many hands; two thirds of the pages are states
of their own. One page more costs what the family costs: its tree is built anew, and no other.
"""

import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import simulator
from simulator_pool import Part, Story, stories
from simulator_text import PROFILES
from stemmata.lineage import build_stemma
from stemmata.model import Family

SEED = 77
SHARES = {"reprints": 0.3, "scrapes": 0.2, "spins": 0.15, "rewrites": 0.3, "retold": 0.1}


def figures(pages: int) -> dict[str, float]:
    """Return states, seconds and megabytes of a family of so many pages."""
    many = {name: (round(pages * share),) * 2 for name, share in SHARES.items()}
    rates = replace(
        PROFILES["crowded"], origins=(1.0, 0.0, 0.0), updates=(6, 6), seen=(0.9, 0.9, 0.9), **many
    )
    simulator._own = _shuffled
    case = simulator.simulate(SEED, rates)
    family = Family("f", (), tuple(sorted(page.id for page in case.pages)))
    began = time.process_time()
    stemma = build_stemma(family, case.pages, (), ())
    return {
        "pages": len(case.pages),
        "states": sum(bool(node.witnesses) for node in stemma.nodes),
        "seconds": time.process_time() - began,
        "megabytes at most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
    }


def _shuffled(dice: random.Random, chosen: list[Story]) -> Callable[[], Part]:
    """Return what gives paragraphs of other stories without end, their words shuffled: the pool is too small for a thousand."""
    free = [part for story in stories() if story not in chosen for part in story.parts[2:]]

    def own() -> Part:
        words = dice.choice(free).text.rstrip(".").split()
        dice.shuffle(words)
        return Part(" ".join(words) + ".", None)

    return own


def main() -> None:
    """Print the figures."""
    for pages in map(int, sys.argv[1:] or ("160",)):
        print({name: round(value, 2) for name, value in figures(pages).items()})


if __name__ == "__main__":
    main()

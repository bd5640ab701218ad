"""How well lost versions are reconstructed: the words of what they must have said, against what they said.

``python benchmarks/lineage_lost.py [profile] [events]``. A lost version found is held against the latest simulated text
from which all its descendants come; words are right if they stand, in order, in one of that text's paragraphs.
"""

import re
import sys
from collections import Counter

from rapidfuzz.distance import LCSseq

from lineage import grown
from lineage_truth import _held
from simulator import Simulated, simulate
from simulator_text import PROFILES
from stemmata.model import Stemma
from stemmata.text.words import words

SHOWN = 0.9


def main() -> None:
    profile = sys.argv[1] if len(sys.argv) > 1 else "base"
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    print(profile, {name: round(value, 3) for name, value in figures(profile, events).items()})


def figures(profile: str, events: int) -> dict[str, float]:
    sums: Counter[str] = Counter()
    for seed in range(events):
        case = simulate(seed, PROFILES[profile])
        _count(case, grown(case), sums)
    return {
        "lost versions": sums["lost"],
        "words right, all": sums["all right"] / max(1, sums["all"]),
        f"words at {SHOWN}": sums["sure"],
        f"words right at {SHOWN}": sums["sure right"] / max(1, sums["sure"]),
        "of the true text told": sums["told"] / max(1, sums["true"]),
    }


def _count(case: Simulated, stemma: Stemma, sums: Counter[str]) -> None:
    number_of = {
        node.id: case.number_of[node.witnesses[0].article] for node in stemma.nodes if node.witnesses
    }
    below: dict[str, list[str]] = {}
    for link in stemma.links:
        if link.kind != "merge":
            below.setdefault(link.parent, []).append(link.child)
    for node in stemma.nodes:
        if node.witnesses or len(below.get(node.id, ())) < 2:
            continue
        held = _held(node.id, _Empty(below), number_of)
        true = _common(case, held)
        if true is None:
            continue
        sums["lost"] += 1
        paragraphs = [_words(part) for part in case.texts[true].words]
        sums["true"] += sum(map(len, paragraphs))
        for reading in node.readings:
            told = _words(re.sub(r"^HARTLAND \([^)]*\) — ", "", reading.text))
            right = max((int(LCSseq.similarity(told, part)) for part in paragraphs), default=0)
            sums["all"] += len(told)
            sums["all right"] += right
            sums["told"] += right
            if reading.confidence >= SHOWN:
                sums["sure"] += len(told)
                sums["sure right"] += right


class _Empty(dict[str, list[str]]):
    def __missing__(self, key: str) -> list[str]:
        return []


def _common(case: Simulated, held: set[int]) -> int | None:
    """Return the latest text all come from."""
    lines = [_line(case, one) for one in sorted(held)]
    shared = set(lines[0]).intersection(*map(set, lines[1:])) if lines else set()
    return max(shared, default=None)


def _line(case: Simulated, number: int) -> list[int]:
    line = [number]
    while case.texts[line[-1]].parents:
        line.append(case.texts[line[-1]].parents[0])
    return line


def _words(text: str) -> list[str]:
    return [word.folded for word in words(text)]


if __name__ == "__main__":
    main()

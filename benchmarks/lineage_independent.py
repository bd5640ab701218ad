"""How often articles of different outlets on one event, judged independent by reading, are joined by a tree.

``python benchmarks/lineage_independent.py``. The verdicts (``independent_pairs.txt``) were committed before the first run.
Two are joined when an arrow runs between them, they are one state, or they go back to one root.
"""

import gzip
import json
import os
from collections import Counter, defaultdict
from pathlib import Path

from lineage_real import page
from stemmata.lineage import build_stemma
from stemmata.model import Article, Family, Passage
from stemmata.reuse import ReuseSettings, compare

SHARED = Path(os.environ.get("STEMMATA_SHARED", "../shared"))
PAIRS = Path(__file__).with_name("independent_pairs.txt")


def judged() -> list[tuple[str, str, str, str]]:
    lines = PAIRS.read_text("utf-8").splitlines()
    return [tuple(line.split()) for line in lines if not line.startswith("#")]  # type: ignore[misc]


def articles() -> dict[str, dict[str, Article]]:
    """Return the articles by the first letters of their event and by outlet."""
    found: dict[str, dict[str, Article]] = defaultdict(dict)
    with gzip.open(SHARED / "data" / "basil" / "docs.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            paragraphs = [part if isinstance(part, str) else " ".join(part) for part in row["paragraphs"]]
            outlet = row["source"].lower()
            name = f"{row['event'][:8]} {outlet}"
            found[row["event"][:8]][outlet] = page(name, "\n\n".join(paragraphs), outlet, row["title"])
    return found


def joined(pages: dict[str, Article]) -> set[frozenset[str]]:
    """Return the pairs of outlets whose articles go back to one root, all of the event taken as one family."""
    members = list(pages.values())
    passages: list[Passage] = []
    for at, one in enumerate(members):
        for other in members[:at]:
            passages.extend(compare(one, other, ReuseSettings()))
    family = Family("f", (), tuple(sorted(one.id for one in members)))
    stemma = build_stemma(family, members, passages, ())
    names = {one.id: outlet for outlet, one in pages.items()}
    return {
        frozenset((names[one], names[other]))
        for origin in stemma.origins
        for one in origin.articles
        for other in origin.articles
        if one < other
    }


def main() -> None:
    known = articles()
    found = {event: joined(known[event]) for event in sorted({row[0] for row in judged()})}
    told: Counter[tuple[str, bool]] = Counter(
        (verdict, frozenset((one, other)) in found[event]) for event, one, other, verdict in judged()
    )
    for verdict in ("independent", "common", "derived", "unsure"):
        print(verdict, told[verdict, False] + told[verdict, True], "pairs, joined", told[verdict, True])
    for event, one, other, verdict in judged():
        if verdict == "independent" and frozenset((one, other)) in found[event]:
            print("  joined:", event, one, other)


if __name__ == "__main__":
    main()

"""How well REUSE finds what texts share: figures on real texts that lie beside the project, and on planted reuse.

``python benchmarks/reuse.py [SHARED]`` prints them. Texts are read there and stay there. What each set is and
where its gold comes from, its own README says; ``naver`` and ``odu`` are silver (made by shared characters):
several papers' rewordings of one text count there as wrong.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from reuse_rows import plain, read
from stemmata.engines import LocalEngine
from stemmata.model import Article, Media, Page, Passage
from stemmata.read import read_page
from stemmata.reuse import ReuseSettings, compare, find_families, find_reuse
from stemmata.tables import pack, schema_of, unpack

SETTINGS = ReuseSettings()
RELATED = ("000", "001", "003", "004")
Pair = frozenset[str]


def figures(shared: Path) -> dict[str, float]:
    """Return every figure whose data are there."""
    found: dict[str, float] = {}
    for name, (folder, measure) in PARTS.items():
        if (shared / folder).is_dir():
            found |= {
                f"reuse.{name}.{figure}": round(value, 4)
                for figure, value in measure(shared / folder).items()
            }
    return found | importlib.import_module("reuse_planted").figures(shared)


def seeds(folder: Path) -> dict[str, float]:
    """Right pairs of the seeds: the six of one story derived, none with the other story."""
    pages = [Page(path.name, path.read_bytes(), Media.TEXT) for path in sorted(folder.glob("*.txt"))]
    articles = [one for page in pages if isinstance(one := read_page(page), Article)]
    number = {one.id: one.source[:3] for one in articles}
    derived = {
        frozenset((number[one.left], number[one.right])) for one in traced(articles) if one.kind.derives
    }
    wanted = {frozenset(two) for two in combinations(RELATED, 2)}
    return {"pairs": len(derived & wanted) / len(derived | wanted)}


def naver(folder: Path) -> dict[str, float]:
    """Pairs of one family against the silver clusters, Korean."""
    rows = read(folder / "docs.jsonl.gz")
    articles = [plain(row["id"], row["title"] + "\n" + row["text"]) for row in rows]
    clusters = [one["members"] for one in read(folder / "clusters.jsonl.gz")]
    return against(families(articles), {frozenset(two) for one in clusters for two in combinations(one, 2)})


def odu(folder: Path) -> dict[str, float]:
    """Silver pairs of outlets that carry one text, among the texts of all such pairs: how many are in one family."""
    texts = {row["id"]: row["silver_text"] for row in read(folder / "docs.jsonl.gz") if row["silver_text"]}
    clusters = [[one for one in row["members"] if one in texts] for row in read(folder / "clusters.jsonl.gz")]
    names = sorted({one for cluster in clusters for one in cluster})
    silver = {frozenset(two) for one in clusters for two in combinations(one, 2)}
    return against(families([plain(name, texts[name]) for name in names]), silver)


def ecbplus(folder: Path) -> dict[str, float]:
    """Pairs of one family that report one event: look-alike events must not meet."""
    rows = read(folder / "docs.jsonl.gz")
    event = {row["id"]: row["event"] for row in rows}
    found = families([plain(row["id"], row["title"] + "\n" + row["text"]) for row in rows])
    return {"same_event": share(event[one] == event[two] for one, two in map(sorted, found))}


def clough(folder: Path) -> dict[str, float]:
    """Answers copied, revised lightly or heavily, or not at all, told apart by the kinds of their passages."""
    found: dict[str, float] = importlib.import_module("reuse_classes").figures(folder)
    return found


def mrpc(folder: Path) -> dict[str, float]:
    """Sentence pairs: a paraphrase where any derived passage ties the two."""
    rows = read(folder / "pairs.jsonl.gz")
    guesses = [
        any(one.kind.derives for one in compare(plain("a", row["a"]), plain("b", row["b"]), SETTINGS))
        for row in rows
    ]
    gold = [bool(int(row["paraphrase"])) for row in rows]
    right = sum(guess and true for guess, true in zip(guesses, gold, strict=True))
    return {
        "accuracy": share(guess == true for guess, true in zip(guesses, gold, strict=True)),
        "f1": 2 * right / (sum(guesses) + sum(gold)),
    }


PARTS: Mapping[str, tuple[str, Callable[[Path], dict[str, float]]]] = {
    "seeds": ("seeds", seeds),
    "naver": ("data/naver_clusters", naver),
    "odu": ("data/odu", odu),
    "ecbplus": ("data/ecbplus", ecbplus),
    "clough": ("data/clough_stevenson", clough),
    "mrpc": ("data/mrpc", mrpc),
}


def traced(articles: Sequence[Article]) -> list[Passage]:
    """Run the stage."""
    engine = LocalEngine()
    frame = engine.load([pack(Article, articles)], schema_of(Article))
    return [
        one for batch in engine.collect(find_reuse(frame, engine, SETTINGS)) for one in unpack(Passage, batch)
    ]


def families(articles: Sequence[Article]) -> set[Pair]:
    """Return the pairs of articles, by their source, that are in one family."""
    source = {one.id: one.source for one in articles}
    found = find_families(articles, traced(articles), SETTINGS)
    return {
        frozenset((source[one], source[two]))
        for family in found
        for one, two in combinations(family.articles, 2)
    }


def against(found: set[Pair], silver: set[Pair]) -> dict[str, float]:
    """Return precision, recall and F1 of pairs."""
    right = len(found & silver)
    return {
        "pair_precision": right / max(1, len(found)),
        "pair_recall": right / len(silver),
        "pair_f1": 2 * right / (len(found) + len(silver)),
    }


def share(answers: Iterable[bool]) -> float:
    """Return how many of the answers are yes."""
    held = list(answers)
    return sum(held) / len(held)


if __name__ == "__main__":
    place = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("STEMMATA_SHARED", "../shared")
    for name, value in figures(Path(place)).items():
        print(f"{name:<28} {value:.4f}")
    if (Path(place) / PARTS["clough"][0]).is_dir():
        print("clough, with intervals of 95 %, beside the baseline of the paper:")
        print(importlib.import_module("reuse_classes").shown(Path(place) / PARTS["clough"][0]))

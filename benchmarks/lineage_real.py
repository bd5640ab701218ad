"""Which of two versions of one text came first, on real chains of versions with every date hidden.

``python benchmarks/lineage_real.py [wire|wiki] [--why]``. Reads ``STEMMATA_SHARED``; nothing of it is fitted on.
"""

import gzip
import json
import os
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from stemmata.lineage.lineup import Lineup
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.model import Article, Block, Role, Span, content_id
from stemmata.text.identify import identify

SHARED = Path(os.environ.get("STEMMATA_SHARED", "../shared"))


class Chain(NamedTuple):
    """Versions of one text, the oldest first, and who published them."""

    name: str
    publisher: str | None
    texts: tuple[str, ...]
    titles: tuple[str | None, ...]


class Asked(NamedTuple):
    """One pair of versions: lengths, whether ours and "longer is later" have it right (half for not knowing)."""

    chain: str
    shrinks: bool
    ours: float
    longer: float
    odds: float


def wire() -> Iterator[Chain]:
    for number, row in enumerate(_rows("wire_chains")):
        versions = sorted(row["versions"], key=lambda one: one["order"])
        yield Chain(
            f"wire {number}", row["publisher"], tuple(one["text"] for one in versions),
            tuple(one["title_clean"] for one in versions),
        )  # fmt: skip


def wiki() -> Iterator[Chain]:
    for row in _rows("wiki_versions"):
        yield Chain(row["title"], "one page", tuple(row["versions"]), (None,) * len(row["versions"]))


def _rows(corpus: str) -> list[dict]:
    with gzip.open(SHARED / "data" / corpus / "chains.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def ask(chain: Chain, *, cut: bool = False) -> list[Asked]:
    """Return what is said of every two versions; ``cut``: both cut to the length of the shorter."""
    if not cut:
        lineup, place = _lined_up(chain, chain.texts)
        return [
            _asked(chain, one, other, lineup, place)
            for one, other in combinations(range(len(chain.texts)), 2)
            if place[one] != place[other]
        ]
    found = []
    for one, other in combinations(range(len(chain.texts)), 2):
        size = min(len(chain.texts[one]), len(chain.texts[other]))
        both = [_cut(chain.texts[at], size) for at in (one, other)]
        lineup, place = _lined_up(chain._replace(titles=(None, None)), both)
        if place[0] != place[1]:
            odds = lineup.order(place[0], place[1]).odds
            found.append(Asked(chain.name, False, _half(odds), 0.5, odds))
    return found


def _cut(text: str, size: int) -> str:
    """Return the beginning of a text to the last whole word, closed as a sentence: that it was cut shall not be seen."""
    if len(text) <= size:
        return text
    whole = text[:size].rsplit(None, 1)[0].rstrip(" ,;:-–—.")
    return f"{whole}."


def _asked(chain: Chain, one: int, other: int, lineup: Lineup, place: dict[int, int]) -> Asked:
    odds = lineup.order(place[one], place[other]).odds
    more = len(chain.texts[other]) - len(chain.texts[one])
    return Asked(f"{chain.name} {one} {other}", more < 0, _half(odds), _half(more), odds)


def _half(odds: float) -> float:
    return 1.0 if odds > 0 else 0.5 if odds == 0 else 0.0


def _lined_up(chain: Chain, texts: list[str] | tuple[str, ...]) -> tuple[Lineup, dict[int, int]]:
    pages = [
        page(f"{chain.name} {number}", text, chain.publisher, title)
        for number, (text, title) in enumerate(zip(texts, chain.titles, strict=True))
    ]
    settings = LineageSettings()
    states = find_states([read_story(page, settings.crosshead) for page in pages], {}, "f")
    lineup = Lineup(states, {}, settings)
    home = {page.id: number for number, state in enumerate(states) for page in state.articles}
    return lineup, {number: home[page.id] for number, page in enumerate(pages)}


def page(name: str, text: str, publisher: str | None, title: str | None) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), Role.BODY))
        start += len(line) + 1
    site = None if publisher is None else f"{publisher}.example"
    return Article(
        content_id("a", name), name, (), None, site, publisher, None, "", title, (), None, text, tuple(blocks),
        None, (), (), identify(text), (),
    )  # fmt: skip


def figures(chains: list[Chain]) -> dict[str, float]:
    asked = [one for chain in chains for one in ask(chain)]
    cut = [one for chain in chains for one in ask(chain, cut=True)]
    shrinking = [one for one in asked if one.shrinks]
    decided = [one for one in asked if abs(one.odds) > 1.1]
    return {
        "pairs": len(asked),
        "order": _mean([one.ours for one in asked]),
        "longer is later": _mean([one.longer for one in asked]),
        "pairs that shrink": len(shrinking),
        "order where it shrinks": _mean([one.ours for one in shrinking]),
        "cut to equal length": _mean([one.ours for one in cut]),
        "decided": len(decided) / max(1, len(asked)),
        "right where decided": _mean([one.ours for one in decided]),
    }


def _mean(values: list[float]) -> float:
    return sum(values) / max(1, len(values))


def main() -> None:
    for name, read in (("wire", wire), ("wiki", wiki)):
        if len(sys.argv) < 2 or sys.argv[1] in {name, "--why"}:
            print(name, {key: round(value, 3) for key, value in figures(list(read())).items()})


if __name__ == "__main__":
    main()

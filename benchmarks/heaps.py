"""The main job on heaps of pages of our own: events, sources, second sources and origins, against truth written before.

``python benchmarks/heaps.py [NAME…] [--why]``: for each heap of ``benchmarks/heaps/`` its pages are made, traced and compared
with what their heads say. ``--why`` lists every wrong answer. Figures: F1 over pairs of pages in one event, and in one text
origin; precision and recall of sources (page by page, the state that a page's text was made from; a page of the same state
as its source is right, an arrow whose direction cannot be told is none), of second sources and of recycled pages; share of events with the right number of origins.
"""

import html
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import stemmata
from stemmata.model import Case, Direction

FOLDER = Path(__file__).parent / "heaps"
NONE = "root"


class Told(NamedTuple):
    """One page: its head by name, and its lines."""

    name: str
    head: Mapping[str, str]
    lines: list[str]


def told(path: Path) -> list[Told]:
    found = []
    for part in path.read_text(encoding="utf-8").split("@page ")[1:]:
        first, *lines = part.strip().split("\n")
        name, *rest = (piece.strip() for piece in first.split(" | "))
        found.append(Told(name, dict(piece.split(": ", 1) for piece in rest), lines))
    return found


def page(one: Told) -> tuple[str, str]:
    """Return the name and the content of the file that a page is."""
    if one.head.get("form") == "text":
        return f"{one.name}.txt", "\n\n".join(one.lines)
    title, *paragraphs = (html.escape(line.removeprefix("# "), quote=False) for line in one.lines)
    site = html.escape(one.head["site"])
    body = "\n".join(f"<p>{line}</p>" for line in paragraphs)
    around = "<nav><a href=/>Home</a> <a href=/local>Local</a> <a href=/sport>Sport</a></nav>"
    return f"{one.name}.html", (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>\n'
        f'<meta property="og:site_name" content="{site}">'
        f'<meta property="article:published_time" content="{one.head["stamp"]}"></head>\n'
        f'<body class="{site.split()[0].lower()}"><header>{around}</header><main><article><h1>{title}</h1>\n'
        f'<p class="byline">{html.escape(one.head["by"])}</p>\n{body}\n</article></main>'
        f"<footer><a href=/about>About us</a> © {site}</footer></body></html>"
    )


class Answer(NamedTuple):
    """What a case says of pages by their names: event, states of source and of second sources, roots, recycled.

    ``untold`` are pages of which it cannot tell whether they or their source came first.
    """

    event: dict[str, str]
    node: dict[str, str]
    source: dict[str, str]
    also: dict[str, set[str]]
    untold: set[str]
    root: dict[str, frozenset[str]]
    recycled: set[str]
    origins: dict[str, int]


def answer(case: Case) -> Answer:
    names = {one.id: Path(one.source).stem for one in case.articles}
    node = {names[w.article]: one.id for one in case.nodes for w in one.witnesses}
    lost = {one.id for one in case.nodes if not one.witnesses}
    above: dict[str, str] = {}
    doubtful = {link.child for link in case.links if link.direction is Direction.UNDECIDED}
    also: dict[str, set[str]] = {}
    for link in sorted(case.links, key=lambda one: (-one.confidence, one.parent)):
        if link.child in above:
            also.setdefault(link.child, set()).add(link.parent)
        else:
            above[link.child] = link.parent

    def seen(state: str | None) -> str:
        while state in lost:
            state = above.get(state)
        return state or NONE

    def roots(state: str) -> frozenset[str]:
        found = {one for second in also.get(state, ()) for one in roots(second)}
        return frozenset(found | (roots(above[state]) if state in above else {state}))

    return Answer(
        {names[a]: one.id for one in case.events for a in one.articles},
        node,
        {name: seen(above.get(state)) for name, state in node.items()},
        {name: {seen(one) for one in also.get(state, ())} for name, state in node.items()},
        {name for name, state in node.items() if state in doubtful},
        {name: roots(state) for name, state in node.items()},
        {names[one.article] for one in case.written if one.recycled},
        {one.id: one.origins for one in case.events},
    )


def score(pages: list[Told], case: Case, why: list[str]) -> dict[str, tuple[int, int, int]]:
    """Return hits, said and true of every measure."""
    got = answer(case)
    heads = {one.name: one.head for one in pages}
    true_root = {name: _roots(name, heads) for name in heads}
    found = {
        "events": _pairs(
            {n: frozenset({h["event"]}) for n, h in heads.items()},
            {n: frozenset({one}) for n, one in got.event.items()},
            "event",
            why,
        ),
        "roots": _pairs(true_root, got.root, "root", why),
    }
    hits = said = true = 0
    for name, head in heads.items():
        wanted = head["from"]
        mine = NONE if name in got.untold else got.source.get(name, NONE)
        same = wanted != NONE and got.node.get(name) == got.node.get(wanted)
        right = same or (mine == got.node.get(wanted, "?") if wanted != NONE else mine == NONE)
        hits += right and wanted != NONE
        true += wanted != NONE
        said += mine != NONE or same
        if not right:
            by_node = {state: page for page, state in got.node.items()}
            why.append(f"{name}: from {wanted}, said to be from {by_node.get(mine, mine)}")
    found["sources"] = hits, said, true
    second = {(name, got.node.get(head["also"], "?")) for name, head in heads.items() if "also" in head}
    mine = {(name, state) for name, states in got.also.items() for state in states}
    why += [f"second source missed or wrong: {one}" for one in sorted(second ^ mine)]
    found["second"] = len(second & mine), len(mine), len(second)
    old = {name for name, head in heads.items() if head.get("recycled") == "yes"}
    found["recycled"] = len(old & got.recycled), len(got.recycled), len(old)
    counted = _counts(heads, true_root, got, why)
    found["counts"] = sum(counted), len(counted), len(counted)
    return found


def _counts(
    heads: Mapping[str, Mapping[str, str]], roots: Mapping[str, frozenset[str]], got: Answer, why: list[str]
) -> Iterator[bool]:
    """Say of every event whether its number of origins is right; one that was split or joined is wrong."""
    counted = []
    for event in sorted({head["event"] for head in heads.values()}):
        names = {name for name, head in heads.items() if head["event"] == event}
        wanted = frozenset[str]().union(*(roots[name] for name in names))
        mine = {got.event.get(name) for name in names}
        others = {name for name, one in got.event.items() if one in mine} - names
        right = len(mine) == 1 and not others and got.origins.get(mine.pop() or "") == len(wanted)
        counted.append(right)
        if not right:
            why.append(f"event {event}: {len(wanted)} origins is not what was said")
    return counted


def _roots(name: str, heads: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Return the pages that a page goes back to: one, or those of both its sources."""
    head = heads[name]
    first = _roots(head["from"], heads) if head["from"] != NONE else frozenset({name})
    return first | (_roots(head["also"], heads) if "also" in head else frozenset())


def _pairs(
    truth: Mapping[str, frozenset[str]], mine: Mapping[str, frozenset[str]], what: str, why: list[str]
) -> tuple[int, int, int]:
    """Return how many pairs of pages share something rightly, how many are said to, how many do."""
    pairs = list(combinations(sorted(truth), 2))
    true = {(a, b) for a, b in pairs if truth[a] & truth[b]}
    said = {(a, b) for a, b in pairs if mine.get(a, frozenset()) & mine.get(b, frozenset())}
    why += [f"one {what}, not told: {one}" for one in sorted(true - said)]
    why += [f"not one {what}: {one}" for one in sorted(said - true)]
    return len(true & said), len(said), len(true)


def measure(names: list[str], why: bool = False) -> dict[str, float]:
    """Return the figures over the heaps of these names, or over all."""
    totals: dict[str, list[tuple[int, int, int]]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        if names and path.stem not in names:
            continue
        pages, wrong = told(path), []
        with tempfile.TemporaryDirectory() as folder:
            for one in pages:
                name, content = page(one)
                (Path(folder) / name).write_text(content, encoding="utf-8")
            for what, counts in score(pages, stemmata.trace(folder), wrong).items():
                totals.setdefault(what, []).append(counts)
        if why:
            print(path.stem, *wrong, sep="\n  ")
    figures = {}
    for what, rows in totals.items():
        hits, said, true = (sum(row[at] for row in rows) for at in range(3))
        if what == "counts":
            figures["heaps.origins_exact"] = hits / true
            continue
        figures[f"heaps.{what}.precision"] = hits / said if said else 1.0
        figures[f"heaps.{what}.recall"] = hits / true if true else 1.0
    return figures


def figures(shared: Path) -> dict[str, float]:
    """Return the figures of the gate; the heaps are our own and need nothing shared."""
    return measure([])


if __name__ == "__main__":
    asked = [one for one in sys.argv[1:] if not one.startswith("--")]
    for name, value in measure(asked, "--why" in sys.argv).items():
        print(f"{name:32} {value:.3f}")

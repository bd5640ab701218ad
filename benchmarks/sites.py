"""How well SITES knows the pages of one maker: invented networks among the ordinary sites of the evaluation data.

``python benchmarks/sites.py [SHARED] [--draws N]`` prints the share of the networks' pages that were grouped, how many
networks were joined with another, and every join among ordinary sites, to be looked at by hand: some are one owner's. With
``--draws`` so many other draws of the networks are judged as well: nothing was fitted on them.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from stemmata.model import Article, Media, Network, Page
from stemmata.read import read_page
from stemmata.sites import SiteSettings, find_networks

sys.path.insert(0, str(Path(__file__).parent / "networks"))
from make import networks

ORDINARY = ("fundus", "scrapinghub", "htmldate", "trafilatura")


class Known(NamedTuple):
    """An article and whose it is: the network that made it, or its outlet behind ``=``."""

    owner: str
    article: Article


class Figures(NamedTuple):
    """What the benchmark tells."""

    grouped: float
    joined: int
    strays: tuple[str, ...]
    """Ordinary sites that were put into one network, or into an invented one."""


def invented(seed: int = 7, each: int = 2) -> Iterator[Known]:
    """Yield the articles of the invented networks."""
    for number, made in enumerate(networks(seed, each)):
        media = Media.HTML if made.html else Media.TEXT
        read = read_page(Page(f"{made.network}-{number}", made.text.encode(), media, url=made.url))
        if isinstance(read, Article):
            yield Known(made.network, read)


def ordinary(shared: Path) -> Iterator[Known]:
    """Yield the articles of the ordinary sites: pages with their hosts, and texts of known outlets without."""
    for corpus in ORDINARY:
        for row in _rows(shared / "data" / "read" / corpus / "gold.jsonl.gz"):
            path = shared / "data" / "read" / corpus / row["file"]
            path = path if path.exists() else path.with_name(path.name + ".gz")
            url = row.get("url") or f"https://{path.name.partition('-')[0]}/"
            yield from _known(Page(path.name, gzip.decompress(path.read_bytes()), Media.HTML, url=url), url)
    for row in _rows(shared / "data" / "read" / "lines" / "lines.jsonl.gz"):
        content = "\n".join(row["lines"]).encode("utf-8", "replace")
        yield from _known(Page(row["id"], content, Media.TEXT), f"={row['publisher']}")
    for url, content in _archived(shared / "data" / "odu" / "pages.warc.gz"):
        yield from _known(Page(url, content, Media.HTML, url=url), url)


def _known(page: Page, whose: str) -> Iterator[Known]:
    read = read_page(page)
    if isinstance(read, Article):
        yield Known(whose if whose.startswith("=") else f"={read.site}", read)


def _rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def _archived(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield address and page of each record of a web archive."""
    records = gzip.decompress(path.read_bytes()).split(b"WARC/1.0\r\n")
    for record in records:
        head, _, rest = record.partition(b"\r\n\r\n")
        url = re.search(rb"WARC-Target-URI: *<?([^\s>]+)", head)
        if url and b"response" in head:
            yield url[1].decode(), rest.partition(b"\r\n\r\n")[2]


def judge(known: Sequence[Known], found: Sequence[Network]) -> Figures:
    """Compare what was found with who made the pages."""
    owner = {one.article.id: one.owner for one in known}
    wanted = Counter(one for one in owner.values() if not one.startswith("="))
    best: dict[str, int] = defaultdict(int)
    joined, strays = 0, []
    for network in found:
        held = Counter(owner[one] for one in network.articles)
        made = {name: count for name, count in held.items() if not name.startswith("=")}
        joined += len(made) > 1
        if len(made) == 1:
            ((name, count),) = made.items()
            best[name] = max(best[name], count)
        if network.template and any(name.startswith("=") for name in held) and (len(held) > 1):
            strays.append(f"{network.tier}: {', '.join(sorted(held))}: {network.evidence[0].says}")
    return Figures(sum(best.values()) / max(1, wanted.total()), joined, tuple(sorted(strays)))


def missing(known: Sequence[Known], found: Sequence[Network]) -> Iterator[str]:
    """Yield for each invented network into how many groups its pages fell."""
    owner = {one.article.id: one.owner for one in known}
    groups: dict[str, list[int]] = defaultdict(list)
    inside = set()
    for network in found:
        for name, count in Counter(owner[one] for one in network.articles).items():
            groups[name].append(count)
        inside.update(network.articles)
    for name in sorted(name for name in set(owner.values()) if not name.startswith("=")):
        alone = sum(whose == name and one not in inside for one, whose in owner.items())
        yield f"{name}: {sorted(groups[name], reverse=True)}, {alone} alone"


def other_draws(count: int, others: Sequence[Known]) -> Iterator[str]:
    """Yield the figures of other draws of the networks, alone and among ordinary sites."""
    for seed in range(1, count + 1):
        made = list(invented(seed))
        for name, known in (("alone", made), ("among ordinary sites", [*made, *others])):
            articles = list({one.article.id: one.article for one in known}.values())
            figures = judge(known, find_networks(articles, SiteSettings()))
            yield f"draw {seed}, {name}: {figures.grouped:.3f} of pages grouped, {figures.joined} joined"


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("shared", nargs="?", default="../shared", type=Path)
    asked.add_argument("--draws", default=0, type=int)
    options = asked.parse_args()
    made, others = list(invented()), list(ordinary(options.shared))
    known = made + others
    articles = list({one.article.id: one.article for one in known}.values())
    start = time.process_time()
    found = find_networks(articles, SiteSettings())
    spent = time.process_time() - start
    print("\n".join(missing(made, find_networks([one.article for one in made], SiteSettings()))))
    for named, figures in (
        (
            "networks among themselves",
            judge(made, find_networks([one.article for one in made], SiteSettings())),
        ),
        ("networks among ordinary sites", judge(known, found)),
    ):
        print(f"{named}: {figures.grouped:.3f} of pages grouped, {figures.joined} joined")
        print(f"ordinary sites in one network: {len(figures.strays)}")
        print("\n".join(f"  {one}" for one in figures.strays))
    print("\n".join(other_draws(options.draws, others)))
    print(f"{len(articles)} pages in {spent:.2f} CPU-seconds")


if __name__ == "__main__":
    main()

"""Invented networks of sites: several domains that one maker fills through one template.

``python benchmarks/networks/make.py DIR`` writes their pages, so that one may look at them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from words import name

from engines import ENGINES, Site, filling, look


class Made(NamedTuple):
    """One page of an invented network."""

    network: str
    url: str | None
    site: str
    html: bool
    text: str


def networks(seed: int = 7, each: int = 2) -> Iterator[Made]:
    """Yield the pages of ``each`` networks for every engine, in order; the same seed gives the same pages."""
    taken: set[str] = set()
    for engine, fill in ENGINES:
        for number in range(each):
            chance = Random(f"{seed}/{engine}/{number}")  # noqa: S311 - invention, not a secret
            chosen = look(chance)
            for site in _sites(chance, number, taken):
                for page in range(chance.randrange(5, 21)):
                    filled = filling(chance, chosen, site)
                    url = f"https://{site.host}/{filled.day[:4]}/{page}-{filled.count}.html"
                    html = engine != "scraped"
                    yield Made(
                        f"{engine}-{number}",
                        url if html else None,
                        site.host,
                        html,
                        fill(chosen, site, filled),
                    )


def _sites(chance: Random, number: int, taken: set[str]) -> list[Site]:
    """Draw the domains of a network; in every second network one of them writes in another language."""
    hosts = sorted({name(chance) for _ in range(chance.randrange(4, 8))} - taken)[:6]
    taken.update(hosts)
    tongues = ["en"] * len(hosts)
    if number % 2:
        tongues[-1] = chance.choice(["de", "es"])
    return [
        Site(
            f"{host}.example",
            f"{host.title()} {chance.choice(['Post', 'Daily', 'Times', 'Now'])}",
            tongue,
            f"{host}{number}",
        )
        for host, tongue in zip(hosts, tongues, strict=True)
    ]


def main() -> None:
    """Write the pages into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(networks()):
        ending = "html" if page.html else "txt"
        (folder / f"{page.network}-{page.site}-{number}.{ending}").write_text(page.text, encoding="utf-8")


if __name__ == "__main__":
    main()

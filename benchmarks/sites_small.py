"""How often SITES joins strangers where few sites are at hand, as in a journalist's case: small draws of ordinary sites.

``python benchmarks/sites_small.py [SHARED]`` draws cases of 8, 25 and 60 outlets, up to three pages of each, and prints every
join of outlets that are not one group when all are at hand. Such a join is wrong, or one owner's that only shows here.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from sites import Known, ordinary
from stemmata.sites import SiteSettings, find_networks

SIZES = {8: 150, 25: 150, 60: 60}
"""Outlets of a case, and how many such cases are drawn."""
PAGES = 3


def owners_joined(known: Sequence[Known]) -> Iterator[tuple[str, ...]]:
    """Yield the owners of each group that holds pages of more than one."""
    owner = {one.article.id: one.owner for one in known}
    articles = list({one.article.id: one.article for one in known}.values())
    for network in find_networks(articles, SiteSettings()):
        if len(held := sorted({owner[one] for one in network.articles})) > 1:
            yield tuple(held)


def drawn(known: Sequence[Known], size: int, cases: int) -> Iterator[list[Known]]:
    """Yield cases of pages of so many owners."""
    pages: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        pages[one.owner].append(one)
    chance = Random(size)  # noqa: S311 - a draw, not a secret
    for _ in range(cases):
        owners = chance.sample(sorted(pages), min(size, len(pages)))
        yield [one for name in owners for one in chance.sample(pages[name], min(PAGES, len(pages[name])))]


def main() -> None:
    """Print the joins of each size, texts and pages with markup apart."""
    known = list(ordinary(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
    right = [frozenset(held) for held in owners_joined(known)]
    kinds = {
        "texts": [one for one in known if one.article.url is None],
        "pages with markup": [one for one in known if one.article.url is not None],
        "both": known,
    }
    for name, pages in kinds.items():
        for size, cases in SIZES.items():
            joins = Counter(held for case in drawn(pages, size, cases) for held in owners_joined(case))
            strange = {
                held: count for held, count in joins.items() if not any(one.issuperset(held) for one in right)
            }
            print(f"{name}, {cases} cases of {size}: {sum(strange.values())} joins of strangers")
            print("\n".join(f"  {' + '.join(held)}" for held in sorted(strange)))


if __name__ == "__main__":
    main()

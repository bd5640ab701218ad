"""Who makes pages: one site, one page of an unknown site, or several of them behind one template."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemmata.model import Article


class Part(NamedTuple):
    """The pages of one site, or one page of an unknown site, and the marks that most of them bear."""

    name: str | None
    pages: tuple[Article, ...]
    marks: frozenset[str]
    borne: frozenset[str]
    """Every mark on any of its pages."""


class Maker(NamedTuple):
    """What was found to be one maker's so far; ``marks`` are those that most of its parts bear."""

    parts: tuple[Part, ...]
    marks: frozenset[str]
    borne: frozenset[str]

    @property
    def is_named(self) -> bool:
        """Whether the site of any of its pages is known."""
        return any(part.name is not None for part in self.parts)

    @property
    def is_one_page(self) -> bool:
        """Whether it is known by a single page, whose story may leave marks of its own."""
        return len(self.parts) == 1 and len(self.parts[0].pages) == 1


def makers_of(articles: Sequence[Article]) -> tuple[Maker, ...]:
    """Return a maker for each site and for each page of unknown site, in one order."""
    return tuple(Maker((part,), part.marks, part.borne) for part in _parts(articles))


def _parts(articles: Sequence[Article]) -> Iterator[Part]:
    sites: dict[tuple[bool, str], list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.id):
        sites[article.site is not None, article.site or article.id].append(article)
    for (known, name), pages in sorted(sites.items()):
        counts = Counter(mark for page in pages for mark in page.layout)
        marks = frozenset(mark for mark, count in counts.items() if 2 * count >= len(pages))
        yield Part(name if known else None, tuple(pages), marks, frozenset(counts))


def merged(makers: Sequence[Maker], ties: Iterable[tuple[int, int]]) -> tuple[Maker, ...]:
    """Return the makers, those that are tied (by their numbers) made one, in the order of their first."""
    head = list(range(len(makers)))
    for one, other in ties:
        low, high = sorted((_head(head, one), _head(head, other)))
        head[high] = low
    groups: dict[int, list[Maker]] = defaultdict(list)
    for number, maker in enumerate(makers):
        groups[_head(head, number)].append(maker)
    return tuple(held[0] if len(held) == 1 else _joined(held) for _, held in sorted(groups.items()))


def _joined(makers: Sequence[Maker]) -> Maker:
    parts = tuple(part for maker in makers for part in maker.parts)
    counts = Counter(mark for part in parts for mark in part.marks)
    marks = frozenset(mark for mark, count in counts.items() if 2 * count >= len(parts))
    return Maker(parts, marks, frozenset().union(*(maker.borne for maker in makers)))


def _head(head: list[int], one: int) -> int:
    while head[one] != one:
        head[one] = one = head[head[one]]
    return one

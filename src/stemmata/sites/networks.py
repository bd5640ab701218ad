"""Which sites are one network: their pages come from one template."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from stemmata.model import Article, Evidence, Network, Place, Role, Tier, content_id
from stemmata.sites.marks import is_odd, is_stock, weight_of
from stemmata.sites.settings import SiteSettings

MASK = re.compile(r"[*#]")
"""What stands for the part of a phrase that changes from page to page."""


class Maker(NamedTuple):
    """The pages of one site, or one page of an unknown site, and the marks that most of them bear."""

    name: str | None
    pages: tuple[Article, ...]
    marks: frozenset[str]

    @property
    def id(self) -> str:
        """The least id of its pages."""
        return self.pages[0].id


class Bond(NamedTuple):
    """What two makers share: the marks, the weight of the odd ones, and of all."""

    left: str
    right: str
    marks: tuple[str, ...]
    odd: float


def find_networks(articles: Sequence[Article], settings: SiteSettings) -> tuple[Network, ...]:
    """Group sites whose pages share the marks of one template; every named site is in one network.

    Stock furniture (``related``, ``entry-content``) joins nobody: two sites need marks with words of their
    own, and most of the poorer site's marks in common.
    """
    makers = {maker.id: maker for maker in _makers(articles)}
    bonds = [bond for pair in _proposed(makers, settings) if (bond := _bond(*pair, settings))]
    groups = _grouped(makers, bonds)
    held = [_network([makers[one] for one in ids], bonds, settings) for ids in groups]
    return tuple(sorted((one for one in held if one is not None), key=lambda one: one.id))


def _makers(articles: Sequence[Article]) -> Iterator[Maker]:
    """Gather the pages of each site; a page of unknown site stands alone."""
    sites: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.id):
        sites[article.site or f"\0{article.id}"].append(article)
    for name, pages in sites.items():
        counts = Counter(mark for page in pages for mark in page.layout)
        marks = frozenset(mark for mark, count in counts.items() if 2 * count >= len(pages))
        yield Maker(None if name.startswith("\0") else name, tuple(pages), marks)


def _proposed(makers: Mapping[str, Maker], settings: SiteSettings) -> Iterator[tuple[Maker, Maker]]:
    """Yield the makers whose shared odd marks weigh enough."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for one in sorted(makers):
        for mark in sorted(filter(is_odd, makers[one].marks)):
            bearers[mark].append(one)
    odd: dict[tuple[str, str], float] = defaultdict(float)
    for mark in sorted(bearers):
        for pair in _twos(bearers[mark], settings.most):
            odd[pair] += weight_of(mark)
    for one, other in sorted(pair for pair, weight in odd.items() if weight >= settings.odd):
        yield makers[one], makers[other]


def _twos(held: Sequence[str], most: int) -> Iterable[tuple[str, str]]:
    if len(held) <= most:
        return combinations(held, 2)
    return ((held[0], other) for other in held[1:])


def _bond(left: Maker, right: Maker, settings: SiteSettings) -> Bond | None:
    """Return what two makers share, if it is enough for one template.

    Between two sites of one stock system its translated labels tell nothing: only class names count as odd.
    """
    shared = left.marks & right.marks
    both_stock = any(map(is_stock, left.marks)) and any(map(is_stock, right.marks))
    odd = _weight(mark for mark in shared if is_odd(mark) and not (both_stock and mark.startswith("phrase:")))
    whole, poorer = _weight(shared), min(_weight(left.marks), _weight(right.marks))
    if (
        odd < (settings.odd_stock if both_stock else settings.odd)
        or whole < settings.whole
        or whole < settings.share * poorer
    ):
        return None
    return Bond(left.id, right.id, tuple(sorted(shared, key=lambda mark: (-weight_of(mark), mark))), odd)


def _weight(marks: Iterable[str]) -> float:
    return sum(sorted(weight_of(mark) for mark in marks))


def _grouped(makers: Iterable[str], bonds: Iterable[Bond]) -> list[list[str]]:
    """Return the makers that bonds tie together, each group sorted."""
    head = {one: one for one in makers}
    for bond in bonds:
        low, high = sorted((_head(head, bond.left), _head(head, bond.right)))
        head[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for one in sorted(head):
        groups[_head(head, one)].append(one)
    return list(groups.values())


def _head(head: dict[str, str], one: str) -> str:
    while head[one] != one:
        head[one] = one = head[head[one]]
    return one


def _network(makers: Sequence[Maker], bonds: Sequence[Bond], settings: SiteSettings) -> Network | None:
    """Return the network of a group; none for a lone page of unknown site."""
    ids = {maker.id for maker in makers}
    inside = [bond for bond in bonds if bond.left in ids]
    names = tuple(sorted(maker.name for maker in makers if maker.name is not None))
    pages = sorted((page for maker in makers for page in maker.pages), key=lambda page: page.id)
    if not inside and not names:
        return None
    if not inside:
        evidence, tier = _one_site(names[0], len(pages)), Tier.CONCLUSIVE
    else:
        weakest = min(inside, key=lambda bond: (bond.odd, bond.marks))
        evidence, tier = _one_template(makers, weakest, settings), _tier(weakest, settings)
    return Network(
        id=content_id("n", pages[0].id),
        sites=names,
        template=content_id("t", pages[0].id) if inside else None,
        tier=tier,
        articles=tuple(page.id for page in pages),
        evidence=(evidence,),
    )


def _tier(bond: Bond, settings: SiteSettings) -> Tier:
    if bond.odd >= settings.conclusive:
        return Tier.CONCLUSIVE
    return Tier.ASSOCIATIVE if bond.odd >= settings.associative else Tier.CIRCUMSTANTIAL


def _one_site(name: str, count: int) -> Evidence:
    pages = "One page comes" if count == 1 else f"{count} pages come"
    return Evidence("one-site", f"{pages} from {name}.", 1.0)


def _one_template(makers: Sequence[Maker], bond: Bond, settings: SiteSettings) -> Evidence:
    """Say which marks the two least alike of a network still share."""
    named = [_told(mark) for mark in bond.marks if is_odd(mark)][: settings.told]
    more = len(bond.marks) - len(named)
    rest = f" and {more} more marks" if more > 1 else " and one more mark" if more else ""
    who = " and ".join(maker.name or "a page of unknown site" for maker in makers[:2])
    others = f" (and {len(makers) - 2} more)" if len(makers) > 2 else ""
    says = f"The pages of {who}{others} have one frame around their stories: they share {', '.join(named)}{rest}."
    places = [
        place
        for maker in makers
        if maker.id in (bond.left, bond.right)
        for place in _places(maker, bond, settings.told)
    ]
    return Evidence("one-template", says, round(bond.odd, 4), tuple(places))


def _told(mark: str) -> str:
    kind, _, value = mark.partition(":")
    return f"the class “{value}”" if kind == "class" else f"“{value}”"


def _places(maker: Maker, bond: Bond, most: int) -> Iterator[Place]:
    """Yield where the first page of a maker shows the shared phrases, the tellingest first."""
    page = maker.pages[0]
    told = [mark.partition(":")[2] for mark in bond.marks if is_odd(mark) and mark.startswith("phrase:")]
    for opening in [opening for phrase in told[:most] if (opening := MASK.split(phrase)[0].strip())]:
        for span in page.spans(Role.CHROME, Role.STAMP, Role.TEASER):
            if span.of(page.text).lower().startswith(opening):
                yield Place(page.id, span)
                break

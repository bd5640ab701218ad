"""Which makers share so many rare marks, and so much of their frames, that one template made both.

A mark weighs as many bits as it is rare, -log2 of the share of makers that bear it; makers at hand are counted
together with believed ones (``settings.believed``) that have the mark as often as its kind and words let expect.
So a mark that many unrelated sites have says nothing, and where few sites are at hand general knowledge stands in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log2
from typing import NamedTuple
from zlib import crc32

from stemmata.sites.makers import Maker
from stemmata.sites.marks import expected, is_odd, is_stock, worth
from stemmata.sites.settings import SiteSettings

CEILINGS = {
    "phrase": 60.0,
    "class": 40.0,
    "tree": 15.0,
    "set": 15.0,
    "order": 15.0,
    "meta": 5.0,
    "generator": 3.0,
}
"""Most bits that one kind may add: its marks hang together."""
SAYS = {"phrase": 1.0, "class": 1.0, "tree": 0.7, "set": 0.5, "order": 0.5, "meta": 0.3, "generator": 0.1}
"""How much each kind has to say in how alike two frames are."""
SHAPES = ("tree:", "set:", "order:")
"""Kinds of marks that tell how a page is built, not what it says."""
ENOUGH = 10.0
"""Bits of a kind from which it has its full say."""
TELLING = 2.0
"""Bits from which a mark proposes that its bearers be compared."""
NEAR = 3
"""Neighbours, in the order of their own marks, with which a maker is compared where very many share a mark."""


class Weights(NamedTuple):
    """What each mark weighs, in bits, how many makers bear it, and up to how many it is rare."""

    bits: Mapping[str, float]
    bearers: Mapping[str, int]
    few: float


def weigh(
    makers: Sequence[Maker], settings: SiteSettings, *, judges: Sequence[Maker] | None = None
) -> Weights:
    """Return what marks weigh; where ``judges`` are given, it is they who tell what is rare."""
    bearers = Counter(mark for maker in makers for mark in maker.borne)
    counted = bearers if judges is None else Counter(mark for maker in judges for mark in maker.borne)
    all_told = len(makers if judges is None else judges) + settings.believed
    bits = {
        mark: -log2(min(1.0, (max(counted[mark], 1) + settings.believed * expected(mark)) / all_told))
        * worth(mark)
        for mark in bearers
    }
    return Weights(bits, bearers, max(2.0, settings.rare * len(makers)))


def ties(makers: Sequence[Maker], weights: Weights, settings: SiteSettings) -> Iterator[tuple[int, int]]:
    """Yield the numbers of makers that one template made."""
    totals = [_totals(maker, weights, settings) for maker in makers]
    stock = [any(map(is_stock, maker.marks)) for maker in makers]
    for one, other in _proposed(makers, weights, settings):
        shared = sorted(makers[one].marks & makers[other].marks)
        kinds = _by_kind(shared, weights)
        if sum(min(bits, CEILINGS[kind]) for kind, bits in kinds.items()) < settings.whole:
            continue
        lone = sum(bits >= TELLING for kind, bits in kinds.items() if kind != "order") == 1
        both = stock[one] and stock[other]
        odd = odd_bits(shared, weights, settings, both_stock=both)
        alike = _alike(kinds, totals[one], totals[other])
        least, share = _least(settings, alike, lone=lone, both_stock=both)
        if odd >= least and alike >= share:
            yield one, other


def _least(settings: SiteSettings, alike: float, *, lone: bool, both_stock: bool) -> tuple[float, float]:
    """Return how many odd bits are enough, and how much of the frame must be shared."""
    if lone:
        return (settings.odd if alike >= settings.twins else settings.odd_one_kind), settings.alike_one_kind
    if both_stock:
        return 1.5 * settings.odd, settings.alike
    return (settings.odd_twins if alike >= settings.twins else settings.odd), settings.alike


def odd_bits(marks: Iterable[str], weights: Weights, settings: SiteSettings, *, both_stock: bool) -> float:
    """Return what those marks weigh that no system explains.

    Between two sites of one widely used system its labels tell nothing, translated or not: phrases do not count.
    Paths and rows add to them that are rare, or no commoner than the most telling of the odd marks: where few sites are at
    hand, a network is itself a good part of them.
    """
    shared = list(marks)
    odd = [mark for mark in shared if is_odd(mark) and not (both_stock and mark.startswith("phrase:"))]
    most = max(odd, key=lambda mark: (weights.bits[mark], mark), default="")
    few = max(weights.few, weights.bearers.get(most, 0))
    rare = (mark for mark in shared if mark.startswith(SHAPES) and weights.bearers[mark] <= few)
    shape = sum(weights.bits[mark] for mark in rare)
    return sum(weights.bits[mark] for mark in odd) + min(settings.shape, shape)


def _proposed(makers: Sequence[Maker], weights: Weights, settings: SiteSettings) -> list[tuple[int, int]]:
    """Return the pairs whose shared telling marks weigh enough to look closer, by an inverted index."""
    telling: dict[str, list[int]] = defaultdict(list)
    for number, maker in enumerate(makers):
        for mark in maker.marks:
            if weights.bits[mark] >= TELLING and weights.bearers[mark] > 1:
                telling[mark].append(number)
    signs = [
        min(
            (crc32(mark.encode("utf-8", "replace")) for mark in maker.marks if weights.bearers[mark] > 1),
            default=0,
        )
        for maker in makers
    ]
    pairs: dict[tuple[int, int], float] = defaultdict(float)
    for mark in sorted(telling):
        for pair in _twos(telling[mark], signs, settings.most):
            pairs[pair] += weights.bits[mark]
    return sorted(pair for pair, bits in pairs.items() if bits >= settings.odd / 2)


def _twos(held: list[int], signs: Sequence[int], most: int) -> Iterable[tuple[int, int]]:
    if len(held) <= most:
        return combinations(held, 2)
    row = sorted(held, key=lambda one: (signs[one], one))
    near = (pair for step in range(1, NEAR + 1) for pair in zip(row, row[step:], strict=False))
    return {(min(pair), max(pair)) for pair in near}


def _by_kind(marks: Iterable[str], weights: Weights) -> dict[str, float]:
    kinds = dict.fromkeys(SAYS, 0.0)
    for mark in marks:
        kind = mark.partition(":")[0]
        if kind in kinds:
            kinds[kind] += weights.bits[mark]
    return kinds


def _totals(maker: Maker, weights: Weights, settings: SiteSettings) -> dict[str, float]:
    """Return the weight of a maker's marks by kind; of a single page those that nobody shares count for less."""
    if not maker.is_one_page:
        return _by_kind(sorted(maker.marks), weights)
    shared = _by_kind(sorted(mark for mark in maker.marks if weights.bearers[mark] > 1), weights)
    alone = _by_kind(sorted(mark for mark in maker.marks if weights.bearers[mark] == 1), weights)
    return {kind: shared[kind] + settings.alone * alone[kind] for kind in shared}


def _alike(shared: Mapping[str, float], left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return how much of the poorer frame is shared, 0 to 1: the mean over the kinds that both have."""
    agreed = said = 0.0
    for kind, say in SAYS.items():
        poorer = min(left[kind], right[kind])
        if poorer > 0:
            voice = say * min(1.0, poorer / ENOUGH)
            agreed += voice * min(1.0, shared[kind] / poorer)
            said += voice
    return agreed / said if said else 0.0

"""Families: articles tied by derivation, and guards against chains of small ties."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stemmata.model import Article, Family, Passage, Span, content_id
from stemmata.reuse.settings import ReuseSettings


class Tie(NamedTuple):
    """How much of two articles is derived from one another: characters of body, likeness taken into account."""

    derived: float
    small: str
    large: str
    small_share: float
    large_share: float


def find_families(
    articles: Sequence[Article], passages: Sequence[Passage], settings: ReuseSettings
) -> tuple[Family, ...]:
    """Group articles that derivation ties; every article is in one family, alone if need be.

    Only derived passages in the body of both count. Ties that make up a good part of both texts, or are long,
    join families. A short text that a long one contains joins the family of the best such host, and no other:
    a clip that two stories carry does not make them one.
    """
    ties = [tie for tie in _ties(articles, passages) if _binds(tie, settings)]
    groups = _Groups(article.id for article in articles)
    contained = []
    for tie in sorted(ties, key=lambda tie: (-tie.derived, tie.small, tie.large)):
        if _mutual(tie, settings):
            groups.join(tie.small, tie.large)
        else:
            contained.append(tie)
    for tie in contained:
        groups.attach(tie.small, tie.large)
    return tuple(Family(content_id("f", one[0]), (), one) for one in groups.members())


def _binds(tie: Tie, settings: ReuseSettings) -> bool:
    """Whether a tie means derivation: a good part of the shorter text, a fair part of both, or very much."""
    if tie.derived >= settings.family_long:
        return True
    if tie.large_share >= settings.family_both and tie.derived >= settings.family_part:
        return True
    return tie.small_share >= settings.family_share and tie.derived >= settings.family_least


def _mutual(tie: Tie, settings: ReuseSettings) -> bool:
    return tie.large_share >= settings.family_both or tie.derived >= settings.family_long


def _ties(articles: Sequence[Article], passages: Iterable[Passage]) -> list[Tie]:
    """Add up the derived characters of every pair of articles."""
    known = {article.id: article for article in articles}
    between: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind.derives and passage.left in known and passage.right in known:
            between[passage.left, passage.right].append(passage)
    bodies = {article.id: max(1, sum(span.length for span in article.body)) for article in articles}
    return [_tie(known, bodies, held) for _, held in sorted(between.items())]


def _tie(known: Mapping[str, Article], bodies: Mapping[str, int], held: Sequence[Passage]) -> Tie:
    left, right = known[held[0].left], known[held[0].right]
    from_left = _derived(left, [(one.left_span, one.likeness) for one in held])
    from_right = _derived(right, [(one.right_span, one.likeness) for one in held])
    shares = sorted(
        (
            (bodies[left.id], left.id, from_left / bodies[left.id]),
            (bodies[right.id], right.id, from_right / bodies[right.id]),
        )
    )
    (_, small, small_share), (_, large, large_share) = shares
    return Tie(min(from_left, from_right), small, large, small_share, large_share)


def _derived(article: Article, stretches: Iterable[tuple[Span, float]]) -> float:
    """Return how many characters of the body the stretches cover, each counted once at its best likeness."""
    body = article.body
    derived, reached = 0.0, 0
    for span, likeness in sorted(stretches, key=lambda one: (one[0].start, -one[0].end, -one[1])):
        fresh = Span(max(span.start, reached), span.end)
        if fresh.start < fresh.end:
            derived += likeness * sum(part.length for one in body if (part := fresh.meet(one)))
            reached = fresh.end
    return derived


class _Groups:
    """Union-find over article ids; the least id stands for its group."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {one: one for one in ids}
        self.attached: set[str] = set()

    def find(self, one: str) -> str:
        """Return the id that stands for the group of ``one``."""
        while self.parent[one] != one:
            self.parent[one] = one = self.parent[self.parent[one]]
        return one

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(one), self.find(other)))
        self.parent[high] = low

    def attach(self, guest: str, host: str) -> None:
        """Join the group of a contained text to that of its host, unless it has a host already."""
        if self.find(guest) in self.attached:
            return
        self.join(guest, host)
        self.attached.add(self.find(guest))

    def members(self) -> list[tuple[str, ...]]:
        """Return all groups, each sorted, in the order of their least ids."""
        held: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.parent):
            held[self.find(one)].append(one)
        return [tuple(held[one]) for one in sorted(held)]

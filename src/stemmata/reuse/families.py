"""Families: articles tied by derivation, and guards against chains of small ties."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from stemmata.model import Article, Family, Passage, Reuse, Span, content_id
from stemmata.reuse.groups import Groups
from stemmata.reuse.leads import lead_of, tell_apart
from stemmata.reuse.settings import ReuseSettings
from stemmata.text.citing import cited


class End(NamedTuple):
    """One article of a tie: how many characters of its body are derived, which share that is, and where most are.

    ``share`` and ``derived`` take the likeness of each passage into account, ``told`` is the share whatever the
    likeness; ``place`` is where the body block with most of them starts.
    """

    share: float
    derived: float
    length: int
    article: str
    place: int
    told: float


class Tie(NamedTuple):
    """What derivation ties of two articles, the shorter one first."""

    small: End
    large: End

    @property
    def ends(self) -> tuple[str, str]:
        """The two articles."""
        return self.small.article, self.large.article

    @property
    def derived(self) -> float:
        """Derived characters, by the end that has fewer."""
        return min(self.small.derived, self.large.derived)

    @property
    def share(self) -> float:
        """The greater of the two shares."""
        return max(self.small.share, self.large.share)


def find_families(
    articles: Sequence[Article], passages: Sequence[Passage], settings: ReuseSettings
) -> tuple[Family, ...]:
    """Group articles that derivation ties; every article is in one family, alone if need be.

    Only derived passages in the body of both count. Ties that make up a good part of both texts, or are long,
    join families. Guards against chains: a short text that a long one contains joins the family of the best
    such host and no other; a clip, or a stretch that many unlike texts carry, a notice or a standing paragraph, ties none.
    """
    ties = find_ties(articles, passages, settings)
    groups = Groups(article.id for article in articles)
    firm = [tie for tie in ties if tie.share >= settings.family_most]
    groups.join_all(tie.ends for tie in firm if _mutual(tie, settings))
    rest = _uncrowded([tie for tie in ties if tie.share < settings.family_most], groups, settings)
    groups.join_all(tie.ends for tie in rest if _mutual(tie, settings))
    for tie in sorted([*firm, *rest], key=lambda tie: (-tie.derived, tie)):
        if not _mutual(tie, settings):
            groups.attach(*tie.ends)
    return tuple(Family(content_id("f", one[0]), (), one) for one in groups.members())


def find_ties(articles: Sequence[Article], passages: Iterable[Passage], settings: ReuseSettings) -> list[Tie]:
    """Return the pairs of articles of which enough is derived to mean derivation of the story.

    Two happenings told over the same standing paragraphs are none, though the passages are reuse.
    """
    known = {article.id: article for article in articles}
    leads = cache(lambda one: lead_of(known[one]))
    ties: list[Tie] = []
    for (left, right), held in sorted(_between(known, passages).items()):
        derived = [one for one in held if one.kind.derives]
        if derived:
            tie = _tie(known, [*derived, *_fitting(held, derived, settings)])
            if (
                _binds(tie, settings)
                and not _is_clip(derived, tie, settings)
                and not tell_apart(leads(left), leads(right), derived, tie.share, settings)
            ):
                ties.append(tie)
                continue
        if _is_cited(known[left], known[right], held, settings):
            ties.append(_tie(known, held))
    return ties


def _is_cited(left: Article, right: Article, held: Sequence[Passage], settings: ReuseSettings) -> bool:
    """Whether one of two articles has a sentence or a quotation of the other, and says that it has it from that outlet."""
    shared = sum(one.left_span.length for one in held)
    return shared >= settings.family_cited and bool(cited(left, right) or cited(right, left))


def _is_clip(derived: Sequence[Passage], tie: Tie, settings: ReuseSettings) -> bool:
    """Whether all that is derived stands in one place of both texts and is the lesser part of either."""
    less, more = sorted((tie.small.told, tie.large.told))
    whole = less >= settings.family_whole_less and more >= settings.family_whole
    if tie.share >= settings.family_most or whole:
        return False
    sides = ([one.left_span for one in derived], [one.right_span for one in derived])
    return any(_in_one_place(sorted(spans), settings.family_apart) for spans in sides)


def _in_one_place(spans: Sequence[Span], apart: int) -> bool:
    """Whether no gap between the spans, in the order of the text, is longer than ``apart``."""
    reached = spans[0].end
    for span in spans:
        if span.start > reached + apart:
            return False
        reached = max(reached, span.end)
    return True


def _between(
    known: Mapping[str, Article], passages: Iterable[Passage]
) -> dict[tuple[str, str], list[Passage]]:
    between: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind is not Reuse.CHROME and passage.left in known and passage.right in known:
            between[passage.left, passage.right].append(passage)
    return between


def _fitting(held: Sequence[Passage], derived: Sequence[Passage], settings: ReuseSettings) -> list[Passage]:
    """Return the shared quotations that stand in one place of both texts, among sentences that are derived.

    A rewriting desk keeps the agency's quotations where they were and recasts what is around them.
    """
    if len(derived) < settings.family_pieces:
        return []
    quotes = [one for one in held if one.kind is Reuse.QUOTE]
    return [quote for quote in quotes if any(_beside(quote, one, settings.family_reach) for one in derived)]


def _beside(one: Passage, other: Passage, reach: int) -> bool:
    """Whether two passages are close on both sides."""
    sides = ((one.left_span, other.left_span), (one.right_span, other.right_span))
    return all(Span(here.start - reach, here.end + reach).overlaps(there) for here, there in sides)


def _binds(tie: Tie, settings: ReuseSettings) -> bool:
    """Whether a tie means derivation: a good part of the shorter text, a fair part of both, or very much.

    Two texts that tell the same things throughout are one story, in whatever words.
    """
    if _told_throughout(tie, settings):
        return True
    if tie.derived >= settings.family_long:
        return True
    if tie.large.share >= settings.family_both and tie.derived >= settings.family_part:
        return True
    return tie.small.share >= settings.family_share and tie.derived >= settings.family_least


def _told_throughout(tie: Tie, settings: ReuseSettings) -> bool:
    return min(tie.small.told, tie.large.told) >= settings.family_told


def _mutual(tie: Tie, settings: ReuseSettings) -> bool:
    return tie.large.share >= settings.family_both or tie.derived >= settings.family_long


def _uncrowded(ties: Sequence[Tie], groups: Groups, settings: ReuseSettings) -> list[Tie]:
    """Leave out the ties whose stretch ties one text to many groups of unlike texts."""
    crowd: dict[tuple[str, int], set[str]] = defaultdict(set)
    for tie in ties:
        crowd[tie.small.article, tie.small.place].add(groups.find(tie.large.article))
        crowd[tie.large.article, tie.large.place].add(groups.find(tie.small.article))
    return [
        tie
        for tie in ties
        if all(len(crowd[end.article, end.place]) < settings.family_crowd for end in (tie.small, tie.large))
    ]


def _tie(known: Mapping[str, Article], held: Sequence[Passage]) -> Tie:
    left = _end(known[held[0].left], [(one.left_span, one.likeness) for one in held])
    right = _end(known[held[0].right], [(one.right_span, one.likeness) for one in held])
    return Tie(*sorted((left, right), key=lambda end: (end.length, end.article)))


def _end(article: Article, stretches: Iterable[tuple[Span, float]]) -> End:
    """Add up what the stretches cover of the body, each character counted once at its best likeness."""
    derived = dict.fromkeys(article.body, 0.0)
    reached = told = 0
    for span, likeness in sorted(stretches, key=lambda one: (one[0].start, -one[0].end, -one[1])):
        fresh = Span(max(span.start, reached), span.end)
        reached = max(reached, span.end)
        for block in derived:
            part = fresh.meet(block) if fresh.start < fresh.end else None
            derived[block] += likeness * part.length if part else 0.0
            told += part.length if part else 0
    length = max(1, sum(block.length for block in derived))
    total = sum(derived.values())
    place = min(derived, key=lambda block: (-derived[block], block)).start if derived else 0
    return End(total / length, total, length, article.id, place, told / length)

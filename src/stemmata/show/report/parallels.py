"""What stands under every arrow: the two texts side by side, and why the arrow is drawn as it is."""

from collections.abc import Iterable, Iterator
from itertools import groupby, product
from typing import NamedTuple

from stemmata.model import Article, Direction, How, Link, LinkKind, Node, NodeKind, Passage, Reuse, Span
from stemmata.show.report.anchors import anchor, arrow_anchor
from stemmata.show.report.coverage import Stretch, own_paragraphs, strip
from stemmata.show.report.limits import Excerpts
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.wording import Pieces, around, differences, flat, folded
from stemmata.show.words import sure

_OWN = 0.25
"""A paragraph of which less than this share stands in the other text is shown as standing on one side only."""


class Row(NamedTuple):
    """One passage, the parent's words and the child's."""

    kind: str
    likeness: float
    words: int
    left: Pieces
    right: Pieces

    @property
    def same(self) -> bool:
        """Whether the words are the same on both sides."""
        return all(piece.kind != "changed" for piece in (*self.left, *self.right))


class Rows(NamedTuple):
    """Passages in a row that are all word for word the same, or all not; ``words`` counts one side."""

    same: bool
    rows: tuple[Row, ...]
    words: int


class Side(NamedTuple):
    """One page of the comparison; ``own`` are paragraphs that the other page has not."""

    page: str
    anchor: str
    strip: tuple[Stretch, ...]
    own: tuple[str, ...]
    own_count: int


class Comparison(NamedTuple):
    """Two pages side by side; ``stands_in`` says why these, when a text of the arrow is on no page."""

    left: Side
    right: Side
    runs: tuple[Rows, ...]
    more: int
    stands_in: str


class Doubt(NamedTuple):
    """Another parent that the arrow might have had."""

    name: str
    confidence: float


class ArrowSection(NamedTuple):
    """Everything that stands under one arrow."""

    anchor: str
    parent: str
    parent_anchor: str
    child: str
    child_anchor: str
    kind: str
    told: bool
    direction_confidence: float
    confidence: float
    sure: str
    credit: str
    receipts: Receipts
    rivals: tuple[Doubt, ...]
    comparison: Comparison | None


class Parallels:
    """Makes the sections of arrows, and stops quoting when a report has had enough passages."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk, self.index = clerk, clerk.index
        self._left = clerk.limits.arrows

    def section(self, link: Link, among: int = 1) -> ArrowSection:
        """Return what stands under an arrow, one ``among`` several of an event."""
        rivals = sorted(link.rivals, key=lambda one: (-one.confidence, one.parent or ""))
        return ArrowSection(
            arrow_anchor(link),
            self.index.label(link.parent),
            anchor("text", link.parent),
            self.index.label(link.child),
            anchor("text", link.child),
            link.kind.value,
            link.direction is Direction.DECIDED,
            link.direction_confidence,
            link.confidence,
            sure(link.confidence),
            self._credit(link),
            self.clerk.receipts(link.evidence),
            tuple(Doubt(self.index.label(one.parent), one.confidence) for one in rivals),
            self._comparison(link, self._most(among)) if self._left > 0 else None,
        )

    def _credit(self, link: Link) -> str:
        if link.kind is LinkKind.REVISION or self._node(link.child).kind is NodeKind.LOST:
            return ""
        return "names its source" if link.credited else "does not name its source"

    def _node(self, name: str) -> Node:
        return self.index.nodes[name]

    def _most(self, among: int) -> int:
        """Return how many passages one arrow may show."""
        excerpts = self.clerk.quoting.excerpts
        return max(1, excerpts.passages // among) if excerpts else self.clerk.limits.passages

    def _comparison(self, link: Link, most: int) -> Comparison | None:
        parents, before = self._shown(link.parent, link.child)
        children, after = self._shown(link.child, link.parent)
        pair = self._closest(parents, children)
        if pair is None:
            return None
        said = " ".join(part for part in (before, after) if part)
        return self._side_by_side(*pair, said, most)

    def _shown(self, name: str, other: str) -> tuple[list[Article], str]:
        """Return the pages that show a text; for a lost one, pages of the texts next to it, and what to say."""
        node = self._node(name)
        if node.kind is not NodeKind.LOST:
            return self._pages(node), ""
        near = [link.parent for link in self.index.above.get(name, ())]
        near += [link.child for link in self.index.below.get(name, ())]
        pages = [page for one in near if one != other for page in self._pages(self._node(one))]
        said = f"{self.index.label(name)} is on no page; a text next to it in the tree stands in its place."
        return pages, said

    def _pages(self, node: Node) -> list[Article]:
        order = {how: rank for rank, how in enumerate(How)}
        witnesses = sorted(node.witnesses, key=lambda one: (order[one.how], one.article))
        return [self.index.articles[one.article] for one in witnesses]

    def _closest(self, left: list[Article], right: list[Article]) -> tuple[Article, Article] | None:
        """Return the two pages that share the most words; the first pages of each when none share any."""
        pairs = list(product(left[:_WITNESSES], right[:_WITNESSES]))
        ranked = [
            (self._shared(one, other), -at) for at, (one, other) in enumerate(pairs) if one is not other
        ]
        if not ranked:
            return None
        most, at = max(ranked)
        return pairs[-at] if most else None

    def _shared(self, one: Article, other: Article) -> int:
        return sum(
            passage.left_span.length
            for passage in self.index.between(one.id, other.id)
            if passage.kind.derives
        )

    def _side_by_side(self, left: Article, right: Article, said: str, most: int) -> Comparison:
        passages = [one for one in self.index.between(left.id, right.id) if one.kind is not Reuse.CHROME]
        turned = sorted((_turned(one, left) for one in passages), key=lambda one: (one[1], one[0]))
        rows = [row for row in (self._row(left, right, one) for one in _telling(turned, most)) if row]
        self._left -= sum(len(piece.text) for row in rows for piece in (*row.left, *row.right))
        return Comparison(
            self._side(left, [(here, kind) for here, _, kind, _ in turned]),
            self._side(right, [(there, kind) for _, there, kind, _ in turned]),
            tuple(_runs(rows)),
            len(turned) - len(rows),
            said,
        )

    def _row(self, left: Article, right: Article, turned: "_Turned") -> Row | None:
        here, there, kind, likeness = turned
        quoting, limits = self.clerk.quoting, self.clerk.limits
        if quoting.excerpts:
            return self._window(left, right, turned, quoting.excerpts)
        old, new = (
            quoting.quoted(article, span, longest=limits.characters)
            for article, span in ((left, here), (right, there))
        )
        if not old or not new:
            return None
        sides = (folded(one, longest=limits.alike, around=limits.around) for one in differences(old, new))
        return Row(kind.value, likeness, len(new.split()), *sides)

    def _window(self, left: Article, right: Article, turned: "_Turned", excerpts: Excerpts) -> Row | None:
        """Return a passage as an edition for publication may show it: a few words around its first difference."""
        here, there, kind, likeness = turned
        if kind is Reuse.EXACT:
            return None
        longest = self.clerk.limits.characters
        texts = (here.of(left.text)[:longest], there.of(right.text)[:longest])
        cut = [around(pieces, excerpts.window) for pieces in differences(*texts)]
        given = [
            self.clerk.quoting.repeated(flat(pieces), article.id, longest=2 * excerpts.window)
            for pieces, article in zip(cut, (left, right), strict=True)
        ]
        if None in given:
            return None
        return Row(kind.value, likeness, len(flat(cut[1]).split()), *cut)

    def _side(self, article: Article, shared: list[tuple[Span, Reuse]]) -> Side:
        own = own_paragraphs(article, [span for span, _ in shared], _OWN)
        quoting, limits = self.clerk.quoting, self.clerk.limits
        texts = (quoting.quoted(article, span, longest=limits.characters) for span in own[: limits.passages])
        return Side(
            self.index.names[article.id],
            anchor("page", article.id),
            strip(article, shared),
            tuple(text for text in texts if text) if quoting.whole else (),
            len(own),
        )


_Turned = tuple[Span, Span, Reuse, float]

_WITNESSES = 12
"""Witnesses of either text tried when looking for the two pages that share the most."""


def _turned(passage: Passage, left: Article) -> _Turned:
    """Return a passage with the parent's side first."""
    if passage.left == left.id:
        return passage.left_span, passage.right_span, passage.kind, passage.likeness
    return passage.right_span, passage.left_span, passage.kind, passage.likeness


def _runs(rows: list[Row]) -> Iterator[Rows]:
    for same, run in groupby(rows, key=lambda row: row.same):
        together = tuple(run)
        yield Rows(same, together, sum(row.words for row in together))


def _telling(turned: list[_Turned], most: int) -> Iterable[_Turned]:
    """Return at most so many passages in the child's order: those that were changed before the exact ones."""
    if len(turned) <= most:
        return turned
    ranked = sorted(turned, key=lambda one: (one[2] in (Reuse.EXACT, Reuse.QUOTE), -one[1].length, one[1]))
    kept = set(ranked[:most])
    return [one for one in turned if one in kept]

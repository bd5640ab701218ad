"""Evidence as a reader sees it: sentences with their weight, and the places they rest on."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.model import Evidence, Place
from stemmata.show.index import Index
from stemmata.show.report.anchors import anchor
from stemmata.show.report.limits import Limits
from stemmata.show.report.quoting import Quoting

_PLACE = 180


class Quote(NamedTuple):
    """Words of a page, and where the page is shown."""

    page: str
    anchor: str
    text: str


class Receipt(NamedTuple):
    """One reason; ``bar`` is its weight as a share (0 to 100) of the weightiest one beside it."""

    says: str
    rule: str
    weight: float
    bar: int
    quotes: tuple[Quote, ...]


class Receipts(NamedTuple):
    """The reasons for one conclusion, weightiest first, and how many more there are."""

    shown: tuple[Receipt, ...]
    more: int


class Clerk:
    """Makes receipts for one report."""

    def __init__(self, index: Index, quoting: Quoting, limits: Limits) -> None:
        self.index, self.quoting, self.limits = index, quoting, limits

    def receipts(self, evidence: Sequence[Evidence]) -> Receipts:
        """Return the reasons for one conclusion."""
        ranked = sorted(evidence, key=lambda one: (-abs(one.weight), one.rule, one.says))
        heaviest = abs(ranked[0].weight) if ranked else 0.0
        shown = ranked[: self.limits.reasons]
        return Receipts(tuple(self._receipt(one, heaviest) for one in shown), more=len(ranked) - len(shown))

    def quote(self, place: Place) -> Quote | None:
        """Return the words of a place; None where the edition does not give them, or there are none."""
        article = self.index.articles.get(place.article)
        if article is None or not self.quoting.whole:
            return None
        text = self.quoting.quoted(article, place.span, longest=_PLACE)
        return Quote(self.index.names[place.article], anchor("page", place.article), text) if text else None

    def _receipt(self, one: Evidence, heaviest: float) -> Receipt:
        quotes = [self.quote(place) for place in one.spans[: self.limits.places]]
        bar = round(100 * abs(one.weight) / heaviest) if heaviest else 0
        says = self.quoting.told(one.says, longest=600)
        return Receipt(says, one.rule, one.weight, bar, tuple(quote for quote in quotes if quote))

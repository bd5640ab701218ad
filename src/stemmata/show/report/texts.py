"""One text state as a section: the pages that carry it, or for a lost one what it must have said."""

from typing import NamedTuple

from stemmata import model
from stemmata.model import Node, NodeKind, Witness
from stemmata.show.report.anchors import anchor
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.voices import PageRef
from stemmata.show.words import stamp_day, sure, written_day

HOW = {"clean": "text alone", "reprint": "reprint", "wrapped": "inside a page not its own"}


class Carrier(NamedTuple):
    """A page that carries a text."""

    page: PageRef
    how: str
    site: str
    written: str
    claim: str


class Reading(NamedTuple):
    """What a lost text must have said, and on which pages that is read."""

    text: str
    confidence: float
    sources: tuple[PageRef, ...]


class TextSection(NamedTuple):
    """One text state: the pages that carry it, or for a lost one what it must have said."""

    anchor: str
    label: str
    lost: bool
    carriers: tuple[Carrier, ...]
    readings: tuple[Reading, ...]
    more_readings: int
    sure: str
    confidence: float
    receipts: Receipts


def text_section(clerk: Clerk, node: Node) -> TextSection:
    """Return the section of one text."""
    read = (_reading(clerk, one) for one in node.readings[: clerk.limits.passages])
    readings = tuple(one for one in read if one)
    return TextSection(
        anchor("text", node.id),
        clerk.index.label(node.id),
        node.kind is NodeKind.LOST,
        tuple(_carrier(clerk, one) for one in node.witnesses),
        readings,
        len(node.readings) - len(readings),
        sure(node.confidence),
        node.confidence,
        clerk.receipts(node.evidence),
    )


def _reading(clerk: Clerk, one: model.Reading) -> Reading | None:
    pages = sorted({place.article for place in one.sources})
    text = clerk.quoting.repeated(one.text, pages[0] if pages else "", longest=600)
    return Reading(text, one.confidence, tuple(page_ref(clerk, page) for page in pages)) if text else None


def _carrier(clerk: Clerk, witness: Witness) -> Carrier:
    article = clerk.index.articles[witness.article]
    told = clerk.index.written.get(witness.article)
    claim = f"stamped {stamp_day(article.stamps[0].value)}" if article.stamps else ""
    return Carrier(
        page_ref(clerk, witness.article),
        HOW[witness.how.value],
        article.site or "",
        written_day(told),
        f"recycled: {claim}" if told and told.recycled else "",
    )


def page_ref(clerk: Clerk, article: str) -> PageRef:
    """Return a page's name and where it is shown."""
    return PageRef(clerk.index.names.get(article, article), anchor("page", article))

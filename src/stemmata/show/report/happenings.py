"""One event as a section of the report: its origins, its tree, its arrows, its texts, its statements."""

from collections.abc import Iterator
from typing import NamedTuple

from stemmata.model import Direction, Event, Modality, NodeKind, Origin
from stemmata.show.forest import Forest, grow
from stemmata.show.index import Index
from stemmata.show.order import OUTSIDE
from stemmata.show.report.anchors import anchor, arrow_anchor
from stemmata.show.report.drawing import Drawing, draw
from stemmata.show.report.parallels import ArrowSection, Parallels
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.texts import TextSection, page_ref, text_section
from stemmata.show.report.voices import PageRef, Voices, voices
from stemmata.show.words import count, days, sure

MODALITY = {
    Modality.HAPPENED: "",
    Modality.PLANNED: "planned: the reports do not say that it has happened",
    Modality.ALLEGED: "alleged: the reports do not vouch for it",
    Modality.DENIED: "denied: the reports say that it did not happen",
}


class OriginCard(NamedTuple):
    """One independent text origin and the pages that go back to it; ``shared`` of them also to another."""

    name: str
    unnamed: bool
    root: str
    root_anchor: str
    lost: bool
    pages: tuple[PageRef, ...]
    shared: int
    sure: str
    confidence: float
    receipts: Receipts


class Twig(NamedTuple):
    """One line of the tree as an indented list, for narrow screens."""

    depth: int
    arrow: str
    arrow_anchor: str
    untold: bool
    seconds: tuple[PageRef, ...]
    text: TextSection


class EventSection(NamedTuple):
    """One event, whole."""

    anchor: str
    outside: bool
    title: str
    facts: tuple[str, ...]
    certain: str
    pages: int
    origins: int
    reach: str
    cards: tuple[OriginCard, ...]
    notices: tuple[str, ...]
    actors: tuple[str, ...]
    informants: tuple[str, ...]
    absent: tuple[str, ...]
    background: tuple[PageRef, ...]
    follows: PageRef | None
    drawing: Drawing
    twigs: tuple[Twig, ...]
    arrows: tuple[ArrowSection, ...]
    texts: tuple[TextSection, ...]
    voices: Voices
    receipts: Receipts
    sourcing: Receipts


def event_section(clerk: Clerk, parallels: Parallels, event: Event) -> EventSection:
    """Return the section of one event."""
    index = clerk.index
    forest = grow(index, event.families)
    arrows = tuple(_arrows(parallels, forest))
    texts = tuple(text_section(clerk, node) for node in forest.order)
    sourcing = [one for one in index.case.sourcing if one.event == event.id]
    low, high = event.origins_range
    follows = index.events.get(event.follows) if event.follows else None
    return EventSection(
        anchor("event", event.id),
        event.id == OUTSIDE,
        event.title,
        tuple(_facts(event)),
        f"certainly within {days(event.within)}"
        if event.when and event.within and event.within != event.when
        else "",
        len(event.articles),
        event.origins,
        "" if low == high else f"at least {low}, at most {high}",
        _origins(clerk, event),
        tuple(_notices(clerk, event, forest)),
        event.actors,
        tuple(
            index.speakers[name].name if name in index.speakers else name
            for one in sourcing
            for name in one.informants
        ),
        tuple(name for one in sourcing for name in one.absent),
        tuple(page_ref(clerk, one) for one in event.background),
        PageRef(follows.title, anchor("event", follows.id)) if follows else None,
        draw(index, forest, clerk.limits),
        _twigs(index, forest, texts),
        arrows,
        texts,
        voices(clerk, event),
        clerk.receipts(event.evidence),
        clerk.receipts([reason for one in sourcing for reason in one.evidence]),
    )


def _facts(event: Event) -> Iterator[str]:
    if event.id == OUTSIDE:
        yield "what happened, and when, cannot be told"
    elif event.when:
        yield days(event.when)
    elif event.within:
        yield f"within {days(event.within)}"
    else:
        yield "day not told"
    if event.place:
        yield event.place
    if event.kind:
        yield event.kind
    if MODALITY[event.modality]:
        yield MODALITY[event.modality]


def _origins(clerk: Clerk, event: Event) -> tuple[OriginCard, ...]:
    origins = [one for one in clerk.index.case.origins if one.family in event.families]
    return tuple(
        _origin(clerk, one, [other for other in origins if other is not one])
        for one in sorted(origins, key=lambda one: (-len(one.articles), one.id))
    )


def _origin(clerk: Clerk, one: Origin, others: list[Origin]) -> OriginCard:
    node = clerk.index.nodes.get(one.node)
    elsewhere = {article for other in others for article in other.articles}
    pages = sorted((page_ref(clerk, article) for article in one.articles), key=lambda page: page.name)
    return OriginCard(
        one.agency or "No agency or outlet named",
        one.agency is None,
        clerk.index.label(one.node),
        anchor("text", one.node),
        node is not None and node.kind is NodeKind.LOST,
        tuple(pages),
        sum(article in elsewhere for article in one.articles),
        sure(one.confidence),
        one.confidence,
        clerk.receipts(one.evidence),
    )


def _notices(clerk: Clerk, event: Event, forest: Forest) -> Iterator[str]:
    """Yield what a reader must not miss."""
    told = (clerk.index.written.get(article) for article in event.articles)
    recycled = sum(one.recycled for one in told if one)
    lost = sum(node.kind is NodeKind.LOST for node in forest.order)
    if recycled:
        yield f"{count(recycled, 'page')} recycled: old text under a new date"
    if lost:
        yield f"{count(lost, 'lost version')} that only later texts show"
    if forest.seconds:
        yield f"{count(len(forest.seconds), 'text')} put together from more than one source"


def _twigs(index: Index, forest: Forest, texts: tuple[TextSection, ...]) -> tuple[Twig, ...]:
    out = []
    for node, text in zip(forest.order, texts, strict=True):
        link = forest.nearest.get(node.id)
        seconds = tuple(
            PageRef(index.label(one.parent), arrow_anchor(one)) for one in forest.seconds.get(node.id, ())
        )
        untold = link is not None and link.direction is Direction.UNDECIDED
        kind, leads = (link.kind.value, arrow_anchor(link)) if link else ("origin", "")
        out.append(Twig(forest.depth[node.id], kind, leads, untold, seconds, text))
    return tuple(out)


def _arrows(parallels: Parallels, forest: Forest) -> Iterator[ArrowSection]:
    links = [
        link
        for node in forest.order
        for link in (forest.nearest.get(node.id), *forest.seconds.get(node.id, ()))
        if link
    ]
    for link in links:
        yield parallels.section(link, among=len(links))

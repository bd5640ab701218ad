"""A stemma as a drawing: cards for text states, arrows between them, in pixels."""

from typing import NamedTuple

from stemmata.model import Direction, How, Link, LinkKind, Node, NodeKind, Witness
from stemmata.show.forest import Forest
from stemmata.show.index import Index
from stemmata.show.report.anchors import anchor, arrow_anchor
from stemmata.show.report.layout import Box, Plan, planned
from stemmata.show.report.lettering import lines, width
from stemmata.show.report.limits import Limits
from stemmata.show.report.strokes import Point, head, rounded
from stemmata.show.words import count, stamp_day, sure, written_day

CARD = 206
ACROSS = 86
DOWN = 22
_PAD = 12
_LEADING = {"tag": 17, "label": 18, "page": 17, "mark": 16, "note": 16}
_SIZE = {"tag": 10.5, "label": 13.5, "page": 12, "mark": 11, "note": 11.5}
_BOLD = 1.1
_MARGIN = 14
_TRUNK = 14


class Text(NamedTuple):
    """One line of lettering; ``kind`` is its look: ``tag label page mark note``."""

    kind: str
    says: str
    x: float = 0
    y: float = 0


class Card(NamedTuple):
    """One text state. ``look``: ``state root lost``; ``spoken`` is what a screen reader says."""

    anchor: str
    look: str
    box: Box
    texts: tuple[Text, ...]
    spoken: str


class Arrow(NamedTuple):
    """One arrow: its line, its head (empty where the direction is not told) and its lettering."""

    anchor: str
    look: str
    line: str
    head: str
    dots: tuple[tuple[float, float], ...]
    texts: tuple[Text, ...]
    spoken: str


class Drawing(NamedTuple):
    """A whole drawing; ``signs`` names the looks that occur, for the legend."""

    width: float
    height: float
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    signs: frozenset[str]


def draw(index: Index, forest: Forest, limits: Limits) -> Drawing:
    """Return the drawing of a forest."""
    written = {node.id: _lettering(index, forest, node, limits) for node in forest.order}
    heights = {name: _height(texts, name in forest.seconds) for name, texts in written.items()}
    plan = planned(forest, heights, width=CARD, across=ACROSS, down=DOWN, margin=_MARGIN)
    boxes = plan.boxes
    cards = tuple(_card(index, forest, node, boxes[node.id], written[node.id]) for node in forest.order)
    arrows = tuple(_arrows(index, forest, plan))
    width = max((box.right for box in boxes.values()), default=0) + _MARGIN
    height = max((box.y + box.height for box in boxes.values()), default=0) + _MARGIN
    return Drawing(width, height, cards, arrows, _signs(cards, arrows))


def _lettering(index: Index, forest: Forest, node: Node, limits: Limits) -> list[Text]:
    room = CARD - 2 * _PAD
    texts = []
    if node.id not in forest.nearest:
        texts.append(Text("tag", "ORIGIN"))
    if node.kind is NodeKind.LOST:
        texts.append(Text("tag", "LOST"))
    texts += [Text("label", line) for line in lines(index.label(node.id), _SIZE["label"] * _BOLD, room, 3)]
    if node.kind is NodeKind.LOST:
        texts.append(Text("note", "not among these pages"))
        return texts
    texts.append(Text("note", _cut(_when(index, node), "note")))
    for witness in node.witnesses[: limits.pages_on_a_card]:
        texts.extend(_page(index, node, witness))
    if len(node.witnesses) > limits.pages_on_a_card:
        texts.append(Text("note", f"and {count(len(node.witnesses) - limits.pages_on_a_card, 'more page')}"))
    return texts


def _when(index: Index, node: Node) -> str:
    told = [index.written.get(witness.article) for witness in node.witnesses]
    best = [one for one in told if one and one.written_best]
    return written_day(best[0] if best else next((one for one in told if one), None))


def _page(index: Index, node: Node, witness: Witness) -> list[Text]:
    """Name a page that carries the text; a page that already gave the card its name only by its file."""
    name = index.names[witness.article]
    if name == index.label(node.id):
        name = index.files[witness.article]
    how = "" if witness.how is How.CLEAN else witness.how.value
    texts = []
    if name != index.label(node.id):
        texts.append(Text("page", _name_and_how(name, how)))
    elif how:
        texts.append(Text("page", how))
    told = index.written.get(witness.article)
    if told and told.recycled:
        stamps = index.articles[witness.article].stamps
        claim = f": stamped {stamp_day(stamps[0].value)}" if stamps else ""
        texts.append(Text("mark", _cut(f"recycled{claim}", "mark")))
    return texts


def _name_and_how(name: str, how: str) -> str:
    behind = f" · {how}" if how else ""
    room = CARD - 2 * _PAD - width(behind, _SIZE["page"])
    return "".join(lines(name, _SIZE["page"], room, 1)) + behind


def _cut(text: str, kind: str) -> str:
    return next(iter(lines(text, _SIZE[kind], CARD - 2 * _PAD, 1)), "")


def _height(texts: list[Text], merged: bool) -> float:
    return max(2 * _PAD - 2 + sum(_LEADING[text.kind] for text in texts), 74 if merged else 0)


def _card(index: Index, forest: Forest, node: Node, box: Box, texts: list[Text]) -> Card:
    lost = node.kind is NodeKind.LOST
    look = "lost" if lost else "state" if node.id in forest.nearest else "root"
    set_texts = []
    at = box.y + _PAD - 2
    for text in texts:
        at += _LEADING[text.kind]
        set_texts.append(Text(text.kind, text.says, box.x + _PAD, at - 4))
    pages = ", ".join(index.names[one.article] for one in node.witnesses)
    spoken = f"{index.label(node.id)}: {pages or 'a lost version, not among these pages'}"
    return Card(anchor("text", node.id), look, box, tuple(set_texts), spoken)


def _arrows(index: Index, forest: Forest, plan: Plan) -> list[Arrow]:
    """Return second arrows first, so that they lie beneath."""
    seconds = [
        _second(index, link, plan) for node in forest.order for link in forest.seconds.get(node.id, ())
    ]
    firsts = [forest.nearest[node.id] for node in forest.order if node.id in forest.nearest]
    return seconds + [_first(index, link, plan.boxes[link.parent], plan.boxes[link.child]) for link in firsts]


def _first(index: Index, link: Link, parent: Box, child: Box) -> Arrow:
    """Draw along a trunk right of the parent, then straight into the child."""
    trunk, at, to = parent.right + _TRUNK, parent.middle, child.middle
    middle = (max(trunk, child.x - ACROSS + _TRUNK) + child.x) / 2
    texts = [Text("kind", link.kind.value, middle, to - 7)]
    texts += [Text("under", says, middle, to + 14 + 12 * row) for row, says in enumerate(_remarks(link))]
    way = [(parent.right, at), (trunk, at), (trunk, to), (child.x, to)]
    return _arrow(index, link, "first", way, tuple(texts))


def _second(index: Index, link: Link, plan: Plan) -> Arrow:
    """Draw through the lane beside the parent's band, where no card stands, into the child's nearer corner."""
    parent, child = plan.boxes[link.parent], plan.boxes[link.child]
    top, bottom = plan.bands[link.parent]
    lane = top - DOWN / 2 if child.middle < parent.middle else bottom + DOWN / 2
    to = child.middle + (child.height / 2 - 12) * (1 if lane > child.middle else -1)
    out, into = parent.right + 2 * _TRUNK, child.x - 2 * _TRUNK
    start = parent.middle + (12 if lane > parent.middle else -12)
    way = [(parent.right, start), (out, start), (out, lane), (into, lane), (into, to), (child.x, to)]
    return _arrow(index, link, "second", way, ())


def _arrow(index: Index, link: Link, look: str, way: list[Point], texts: tuple[Text, ...]) -> Arrow:
    """Return an arrow with a head where the direction is told, with two dots where it is not."""
    told = link.direction is Direction.DECIDED
    x, y = way[-1]
    line = rounded([*way[:-1], (x - (7 if told else 4), y)])
    dots = () if told else ((way[-2][0] + _TRUNK / 2, y), (x - 4, y))
    name = look if told else f"{look} untold"
    return Arrow(
        arrow_anchor(link), name, line, head((x, y)) if told else "", dots, texts, _spoken(index, link)
    )


def _remarks(link: Link) -> list[str]:
    remarks = [] if link.direction is Direction.DECIDED else ["direction", "not told"]
    if not link.credited and link.kind is not LinkKind.REVISION:
        remarks.append("no credit")
    return remarks


def _spoken(index: Index, link: Link) -> str:
    told = "" if link.direction is Direction.DECIDED else ", which of the two came first is not told"
    return (
        f"{index.label(link.child)}: {link.kind.value} of {index.label(link.parent)}{told}, "
        f"{sure(link.confidence)} ({link.confidence:.2f})"
    )


def _signs(cards: tuple[Card, ...], arrows: tuple[Arrow, ...]) -> frozenset[str]:
    signs = {card.look for card in cards} | {word for arrow in arrows for word in arrow.look.split()}
    if any(text.kind == "mark" for card in cards for text in card.texts):
        signs.add("recycled")
    if any(text.says == "no credit" for arrow in arrows for text in arrow.texts):
        signs.add("uncredited")
    return frozenset(signs)

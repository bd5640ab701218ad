"""Pages with strange pieces set into their story: cards of other stories, links, pictures with captions, comments.

Page engines put such pieces between and after paragraphs in more ways than any hundred pages show. What is set in comes
from the other pages of the set; only where it stands and how it is built is new.
"""

import random
import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from resiliparse.parse.html import HTMLTree

_LABELS = ("", "", "More stories", "Related", "Read more", "You may also like", "Latest", "Most read")
_CLASSES = (
    "",
    "",
    "x81f2",
    "block",
    "cards",
    "module",
    "list",
    "box",
    "inset",
    "item-7",
    "teaser",
    "promo",
    "component",
)
_LINKS = (
    '<p><a href="/s">{title}</a></p>',
    '<p><strong>READ MORE: <a href="/s">{title}</a></strong></p>',
    '<p>Read also: <a href="/s">{title}</a></p>',
    '<div class="{name}"><a href="/s">{title}</a></div>',
    '<h3><a href="/s">{title}</a></h3>',
    '<div class="{name}"><span>Related</span><a href="/s"><h4>{title}</h4></a></div>',
    '<ul><li><a href="/s">{title}</a></li><li><a href="/t">{lead}</a></li></ul>',
)
_CARDS = (
    '<div class="{name}"><h3><a href="/s">{title}</a></h3><p>{lead}</p></div>',
    '<div class="{name}"><a href="/s"><h4>{title}</h4></a><p>{lead}</p><p>{day}</p></div>',
    '<li class="{name}"><a href="/s">{title}</a><p>{lead}</p></li>',
    '<li><a href="/s">{title}</a></li>',
    '<div class="{name}"><p><a href="/s">{title}</a></p><p class="{name}-text">{lead}</p><p>{day}</p></div>',
    '<article class="{name}"><h2><a href="/s">{title}</a></h2><p>{lead}</p><a href="/s">Continue</a></article>',
    '<a class="{name}" href="/s"><p>{title}</p><p>{lead}</p></a>',
)
_PICTURES = (
    "<figure><img src='a.jpg'><figcaption>{lead}</figcaption></figure>",
    '<div class="{name}"><img src="a.jpg"><p>{lead} ({by})</p></div>',
    '<div class="image"><img src="a.jpg"><div class="caption">{lead}</div></div>',
    "<figure><div><img src='a.jpg'></div><figcaption><span>{lead}</span><span>{by}</span></figcaption></figure>",
    '<p><img src="a.jpg"><em>{lead} Photo: {by}</em></p>',
)
_COMMENTS = (
    '<div class="{name}"><p>{by}</p><p>{day}</p><p>{text}</p><p><a href="#">Reply</a></p></div>',
    '<li class="{name}"><h4>{by}</h4><div>{text}</div><a href="#">Reply</a></li>',
)
_DAYS = ("Feb. 26, 2024", "3 hours ago", "12 May 2021", "2019-11-18", "Yesterday")
_NAMES = ("Ann Perry", "T. Olufsen", "Marta Kohl", "reader_77", "J. Saito", "Lucas P.")


class Piece(NamedTuple):
    """What another page lends: its title, the first sentence of one of its paragraphs, and the paragraph."""

    title: str
    lead: str
    text: str


def piece_of(title: str, gold: str, chance: random.Random) -> Piece:
    parts = [line for line in gold.split("\n") if len(line) > 80] or [gold[:300]]
    text = chance.choice(parts)
    return Piece(title, re.split(r"(?<=[.!?。]) ", text)[0], text)


def grafted(text: str, gold: str, pieces: Sequence[Piece], chance: random.Random) -> str:
    """Return a page with pieces set in after its last paragraph and, by chance, after some others."""
    html = HTMLTree.parse(text).document.html
    ends = sorted({end for line in gold.split("\n") if (end := _end(html, line))})
    for place in reversed(ends):
        if place == ends[-1]:
            inset = "".join(_row(pieces, chance) for _ in range(chance.randint(1, 3)))
        elif chance.random() < min(0.3, 3 / len(ends)):
            inset = chance.choice((_one, _one, _row, _one))(pieces, chance)
        else:
            continue
        html = html[:place] + inset + html[place:]
    return html


def _end(html: str, line: str) -> int:
    """Return where the element ends that ends with a line of the story, or 0."""
    tail = line[-30:]
    at = html.find(tail) if len(line) >= 60 else -1
    end = html.find("</p>", at) if at >= 0 else -1
    return end + 4 if 0 <= end - at < 150 else 0


def _one(pieces: Sequence[Piece], chance: random.Random) -> str:
    return _filled(chance.choice(chance.choice((_LINKS, _PICTURES))), chance.choice(pieces), chance)


def _row(pieces: Sequence[Piece], chance: random.Random) -> str:
    """Return a row of pieces built alike, under a label or none."""
    form = chance.choice(chance.choice((_CARDS, _CARDS, _COMMENTS, _LINKS)))
    name, label = chance.choice(_CLASSES), chance.choice(_LABELS)
    seed = chance.random()
    rows = "".join(
        _filled(form, chance.choice(pieces), random.Random(seed))  # noqa: S311
        for _ in range(chance.choice((1, 2, 3, 4, 6)))
    )
    outer = "ul" if form.startswith("<li") else chance.choice(("div", "section", "aside"))
    head = f"<h3>{label}</h3>" if label and chance.random() < 0.6 else f"<p>{label}</p>" if label else ""
    return f'<{outer} class="{name}">{head}{rows}</{outer}>'


def _filled(form: str, piece: Piece, chance: random.Random) -> str:
    return form.format(
        name=chance.choice(_CLASSES), by=chance.choice(_NAMES), day=chance.choice(_DAYS),
        title=escape(piece.title), lead=escape(piece.lead), text=escape(piece.text),
    )  # fmt: skip

"""The pages themselves: a table of all, and the text of each with its story set apart from what surrounds it."""

from typing import NamedTuple

from stemmata.model import Article, Role
from stemmata.show.report.anchors import anchor, web_address
from stemmata.show.report.quoting import clean, shortened
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.texts import HOW
from stemmata.show.report.voices import PageRef
from stemmata.show.words import stamp_day, written_day


class Paragraph(NamedTuple):
    """A paragraph of a page and its role."""

    role: str
    text: str


class Sheet(NamedTuple):
    """One page of the table. ``text`` is empty where this edition does not show it; ``untold`` says why."""

    anchor: str
    name: str
    file: str
    source: str
    also: tuple[str, ...]
    url: str
    web: str | None
    site: str
    title: str
    how: str
    written: str
    stamp: str
    stamp_from: str
    recycled: str
    text_state: PageRef | None
    event: PageRef | None
    credits: tuple[str, ...]
    declared: tuple[tuple[str, str], ...]
    language: str
    words: int
    text: tuple[Paragraph, ...]
    untold: str
    dated: Receipts
    contradicted: Receipts


class Shelf:
    """Makes the sheets of one report, and stops printing whole texts when it holds enough of them."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk, self.index = clerk, clerk.index
        self._left = clerk.limits.whole_texts
        self._event = {
            article: event for event in clerk.index.case.events for article in reversed(event.articles)
        }

    def sheets(self) -> tuple[Sheet, ...]:
        """Return every page, by name."""
        return tuple(
            self._sheet(one)
            for one in sorted(self.index.case.articles, key=lambda one: self.index.names[one.id])
        )

    def _sheet(self, article: Article) -> Sheet:
        told = self.index.written.get(article.id)
        node, event = self.index.home.get(article.id), self._event.get(article.id)
        stamp = article.stamps[0] if article.stamps else None
        text, untold = self._text(article)
        how = next((one.how.value for one in node.witnesses if one.article == article.id), "") if node else ""
        return Sheet(
            anchor("page", article.id),
            self.index.names[article.id],
            self.index.files[article.id],
            self.clerk.quoting.path(article.source),
            tuple(self.clerk.quoting.path(one) for one in article.sources if one != article.source),
            clean(article.url or ""),
            web_address(article.url),
            article.site or "",
            shortened(clean(article.title or ""), 200),
            HOW.get(how, ""),
            written_day(told),
            stamp_day(stamp.value) if stamp else "",
            stamp.origin if stamp else "",
            _recycled(told.recycled_days) if told and told.recycled else "",
            PageRef(self.index.label(node.id), anchor("text", node.id)) if node else None,
            PageRef(event.title, anchor("event", event.id)) if event else None,
            tuple(dict.fromkeys(f"{one.agency} ({one.how})" for one in article.credits)),
            tuple((one.name, shortened(clean(one.value), 200)) for one in article.declared),
            article.language,
            sum(len(span.of(article.text).split()) for span in article.body),
            text,
            untold,
            self.clerk.receipts(told.written_evidence if told else ()),
            self.clerk.receipts(told.recycled_evidence if told else ()),
        )

    def _text(self, article: Article) -> tuple[tuple[Paragraph, ...], str]:
        if not self.clerk.quoting.whole:
            return (), "This edition quotes pages, and does not print them."
        if len(article.text) > self._left:
            return (
                (),
                "This report holds so many texts already that this one is left out; it is in the case file.",
            )
        self._left -= len(article.text)
        return tuple(_paragraphs(article)), ""


def _recycled(days: int | None) -> str:
    return f"{days} days apart" if days else "yes"


def _paragraphs(article: Article) -> list[Paragraph]:
    """Return the page's paragraphs in order; what no block covers counts as surroundings."""
    out, at = [], 0
    for block in article.blocks:
        out.append(Paragraph(Role.CHROME.value, article.text[at : block.span.start]))
        out.append(Paragraph(block.role.value, block.span.of(article.text)))
        at = block.span.end
    out.append(Paragraph(Role.CHROME.value, article.text[at:]))
    return [Paragraph(one.role, one.text.strip()) for one in out if one.text.strip()]

"""What a report may quote: whole texts, or short excerpts within a share of each page."""

import re
from collections import defaultdict
from functools import cache

from stemmata.model import Article, Span
from stemmata.show.report.limits import Excerpts


class Quoting:
    """Gives out the words of pages, and in an edition for publication keeps count of what was given.

    One of its kind serves one report, so that the same stretch may be quoted twice but no page comes together
    from its quotations.
    """

    def __init__(self, excerpts: Excerpts | None) -> None:
        self.excerpts = excerpts
        self._given: dict[str, list[Span]] = defaultdict(list)

    @property
    def whole(self) -> bool:
        """Whether whole texts may be shown."""
        return self.excerpts is None

    def quoted(self, article: Article, span: Span, *, longest: int) -> str | None:
        """Return the words of a span, shortened; None when the page's share is used up."""
        wanted = span.meet(Span(0, len(article.text)))
        if wanted is None:
            return None
        if self.excerpts is None:
            return shortened(
                clean(article.text[wanted.start : min(wanted.end, wanted.start + 4 * longest)]), longest
            )
        length = min(longest, self.excerpts.longest)
        cut = Span(wanted.start, min(wanted.end, wanted.start + length))
        if not self._may_give(article, cut, self.excerpts):
            return None
        self._given[article.id] = _joined([*self._given[article.id], cut])
        return shortened(clean(article.text[wanted.start : min(wanted.end, cut.end + 1)]), length)

    def said(self, text: str, *, longest: int) -> str:
        """Return words that have no place on a page (a reading, a variant), shortened."""
        most = longest if self.excerpts is None else min(longest, self.excerpts.longest)
        return shortened(clean(text), most)

    def path(self, source: str) -> str:
        """Return where a page came from; an edition for publication names no folder of the desk that made it."""
        if self.excerpts is None or "://" in source:
            return source
        return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or source

    def _may_give(self, article: Article, span: Span, excerpts: Excerpts) -> bool:
        after = _joined([*self._given[article.id], span])
        if after == self._given[article.id]:
            return True
        share = max(excerpts.share * len(article.text), excerpts.longest)
        return sum(one.length for one in after) <= share


def clean(text: str) -> str:
    """Return text in one line."""
    return " ".join(text.split())


def showable(text: str) -> str:
    """Return text with the marks that no page shows (control characters, lone surrogates) replaced."""
    return _unshowable().sub("\ufffd", text)


def shortened(text: str, longest: int) -> str:
    """Return text of at most ``longest`` characters, cut at a word, with an ellipsis where it was cut."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return cut[: max(cut.rfind(" "), longest // 2)].rstrip() + "…"


@cache
def _unshowable() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans sorted, those that touch joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out

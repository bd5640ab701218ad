"""What a report may quote: whole texts, or short excerpts within a share of each page."""

import re
from collections import defaultdict
from functools import cache

from stemmata.model import Article, Case, Span
from stemmata.show.report.limits import Excerpts

PASSAGES, SAID = "passages", "said"
"""The two accounts of an edition for publication: a page's own words, and what it reports of others'."""

_NOTHING = Case()


class Quoting:
    """Gives out the words of pages, and in an edition for publication keeps count of what was given.

    Pages of one family mostly carry the same words, so they share one account: what it may give is a share of
    the longest story among them. The same words may be given again.
    """

    def __init__(self, excerpts: Excerpts | None, case: Case = _NOTHING) -> None:
        self.excerpts = excerpts
        self._kin = {article: family.id for family in case.families for article in family.articles}
        self._longest: dict[str, int] = defaultdict(int)
        self._given: dict[tuple[str, str], list[str]] = defaultdict(list)
        for article in case.articles:
            kin = self._kin.get(article.id, article.id)
            self._longest[kin] = max(self._longest[kin], sum(span.length for span in article.body))

    @property
    def whole(self) -> bool:
        """Whether whole texts may be shown."""
        return self.excerpts is None

    def quoted(self, article: Article, span: Span, *, longest: int) -> str | None:
        """Return the words of a span, shortened; None when no more may be given of the page."""
        start, end = max(0, span.start), min(span.end, span.start + 4 * longest)
        return self.repeated(article.text[start:end], article.id, longest=longest)

    def repeated(self, text: str, article: str, *, longest: int, account: str = PASSAGES) -> str | None:
        """Return words that a page has, shortened; None when no more may be given of it on this account."""
        if self.excerpts is None:
            return shortened(clean(text), longest)
        words = shortened(clean(text), min(longest, self.excerpts.longest))
        kin = self._kin.get(article, article)
        return words if self._may_give(words, kin, account, self.excerpts) else None

    def _may_give(self, words: str, kin: str, account: str, excerpts: Excerpts) -> bool:
        given = self._given[kin, account]
        if any(words in one for one in given):
            return True
        share = excerpts.said_share if account == SAID else excerpts.passages_share
        room = max(excerpts.longest, share * self._longest[kin]) - sum(map(len, given))
        if len(words) > room:
            return False
        given.append(words)
        return True

    def told(self, text: str, *, longest: int) -> str:
        """Return a sentence of our own, shortened; the few words that it quotes are not counted."""
        return shortened(clean(text), longest)

    def path(self, source: str) -> str:
        """Return where a page came from; an edition for publication names no folder of the desk that made it."""
        if self.excerpts is None or "://" in source:
            return source
        return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or source


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

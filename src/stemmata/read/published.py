"""The day a page was published: what its markup says, and where that is silent or in doubt what it shows.

Four pages in five say it in a few ``meta`` tags or in JSON-LD, which are found by looking for bytes. Where several such statements
differ, or only vague ones are there, the dates shown near the headline decide; where there is none, those are taken, then the
best of the whole page, then the last change, then the address.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from stemmata.model import Media, Stamp
from stemmata.read.charsets import own_codec
from stemmata.read.claims import Claims, claims_of
from stemmata.read.days import first_in
from stemmata.read.decode import binary_kind, decode
from stemmata.read.headline import headline_in
from stemmata.read.said import addressed, changed, said, vaguely_said
from stemmata.read.sheet import Head
from stemmata.read.shown import Shown, ShownSettings, shown_days
from stemmata.read.skim import skimmed

_BEFORE, _AFTER = 4_000, 9_000
"""Bytes before and after the headline in which a page's date stands, if it is shown near it."""
_SURE = 3.0
"""Weight from which a date shown near the headline outweighs a vague statement of the markup."""
_LIKELY = 1.0
"""Weight from which a date shown is taken where the markup says nothing."""
_MOST_BYTES = 3_000_000
"""Bytes of a page that are looked through for dates shown."""


class Found(NamedTuple):
    """The stamp of publication, and the words on the page that show it, if any do."""

    stamp: Stamp
    words: str = ""


def publication_date(content: bytes, url: str | None = None) -> Stamp | None:
    """Return when an HTML page says that it was published, with the origin of the statement; None if it does not say.

    ``read_page`` ranks the same stamp first. It is a claim of the page, never truth.
    """
    found = published(content, url, None)
    return found.stamp if found else None


def published(content: bytes, url: str | None, charset: str | None) -> Found | None:
    """Return the stamp of publication with the words that show it."""
    return None if binary_kind(content) else _Asked(content, url or "", charset).answer()


class _Asked:
    """One page asked for its date; each part of it is looked at when it is needed."""

    def __init__(self, content: bytes, url: str, charset: str | None) -> None:
        self.content, self.url, self.charset = content, url, charset
        self.low = content.lower()
        self.head: Head = skimmed(content, self.low)
        self.claims: Claims = claims_of(self.head)

    def answer(self) -> Found | None:
        surely = tuple(said(self.head, self.claims))
        if len({stamp.value[:10] for stamp in surely}) == 1:
            return Found(surely[0])
        told = (*surely, *vaguely_said(self.head))
        return self._weighed(told) if told else self._unsaid()

    def _weighed(self, told: Sequence[Stamp]) -> Found:
        """Choose among statements that differ, or are vague, by what is shown near the headline."""
        days = {stamp.value[:10]: stamp for stamp in reversed(told)}
        for shown in self.near:
            if shown.value[:10] in days:
                return Found(days[shown.value[:10]])
            if shown.weight >= _SURE:
                return _found(shown)
        return Found(told[0])

    def _unsaid(self) -> Found | None:
        for some in (self.near, self.anywhere):
            if some and some[0].weight >= _LIKELY:
                return _found(some[0])
        last = (*changed(self.head, self.claims), *addressed(self.url))
        return Found(last[0]) if last else None

    @cached_property
    def near(self) -> list[Shown]:
        """The dates shown near the headline, best first."""
        at = headline_in(self.content, self.low)
        if at is None:
            return []
        begin = max(0, at - _BEFORE)
        before = self._text(begin, at)
        return self._shown(before + self._text(at, at + _AFTER), len(before))

    @cached_property
    def anywhere(self) -> list[Shown]:
        """The dates shown anywhere on the page, best first."""
        at = headline_in(self.content, self.low) or self.low.find(b"<body")
        before = self._text(0, max(at, 0))
        return self._shown(before + self._text(max(at, 0), _MOST_BYTES), len(before))

    def _text(self, begin: int, end: int) -> str:
        charset = self.charset or own_codec(self.content)
        return decode(self.content[begin:end], charset, Media.HTML)

    def _shown(self, markup: str, headline: int) -> list[Shown]:
        found = shown_days(markup, headline, first_in(self.head.language), ShownSettings())
        return sorted(found, key=lambda one: (-one.weight, one.start))


def _found(shown: Shown) -> Found:
    return Found(Stamp(shown.value, None, shown.origin), shown.words)

"""The day a page was published: what its markup says, and where that is silent or in doubt what it shows.

Four pages in five say it in a few ``meta`` tags or in JSON-LD, which are found by looking for bytes. Where several such statements
differ, or only vague ones are there, the dates shown near the headline decide; where there is none, those are taken, then the
address, what scripts say, what the whole page shows, and the last change. All weights stand in ``ShownSettings``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from stemmata.kernels.seek import find_folded
from stemmata.model import Media, Stamp
from stemmata.read.charsets import own_codec
from stemmata.read.claims import Claims, claims_of
from stemmata.read.days import First, first_in, iso
from stemmata.read.decode import binary_kind, decode
from stemmata.read.headline import headline_in
from stemmata.read.local import days_apart, elsewhere, in_country, in_greenwich, moment_of, on_clock
from stemmata.read.said import addressed, changed, filed, said, vaguely_said
from stemmata.read.sheet import Head
from stemmata.read.shown import Shown, ShownSettings, ranked_days, ranked_short_days
from stemmata.read.skim import scripted, skimmed

_BEFORE, _AFTER = 4_000, 9_000
"""Bytes before and after the headline in which a page's date stands, if it is shown near it."""
_DAYTIME = range(9, 15)
"""Hours in Greenwich at which it is the same day in all but the farthest places."""
_MOST_BYTES = 3_000_000
"""Bytes of a page that are looked through for dates shown."""

Ranked = Callable[[str, int | None, First, ShownSettings], list[Shown]]


class Found(NamedTuple):
    """The stamp of publication, and the words on the page that show it, if any do."""

    stamp: Stamp
    words: str = ""


def publication_date(content: bytes, url: str | None = None) -> Stamp | None:
    """Return when an HTML page says that it was published, with the origin of the statement; None if it does not say.

    ``read_page`` ranks the same stamp first. It is a claim of the page, never truth: a ``url`` stamp is one by the address alone.
    """
    if binary_kind(content):
        return None
    head = skimmed(content)
    found = published(content, url, head, claims_of(head))
    return found.stamp if found else None


def published(
    content: bytes, url: str | None, head: Head, claims: Claims, charset: str | None = None
) -> Found | None:
    """Return the stamp of publication of a page whose head is read, with the words that show it."""
    return _Asked(content, url or "", head, claims, charset).answer()


@dataclass
class _Asked:
    """One page asked for its date; each part of it is looked at when it is needed."""

    content: bytes
    url: str
    head: Head
    claims: Claims
    charset: str | None
    settings: ShownSettings = field(default_factory=ShownSettings)

    def answer(self) -> Found | None:
        """Return the stamp of publication; the day under which the page is filed, if that is earlier than what it says of itself."""
        found = self._stated()
        first = filed(self.url)
        if first and (found is None or _later(found.stamp, first)) and not self._wiki:
            return Found(first)
        return found

    def _stated(self) -> Found | None:
        if self._wiki and self.changed:
            return Found(self.changed[0])
        surely = tuple(said(self.head, self.claims))
        if len(_days(surely)) > 1:
            surely = self._not_changes(surely)
        if len(_days(surely)) == 1:
            return self._local(surely[0], surely)
        told = (*surely, *self._not_changes(tuple(vaguely_said(self.head))))
        return self._weighed(told) if told else self._unsaid()

    @cached_property
    def changed(self) -> tuple[Stamp, ...]:
        return tuple(changed(self.head, self.claims))

    def _not_changes(self, told: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
        """Return the statements without those that give the moment of the last change, unless all do."""
        moments = {moment_of(stamp.value) for stamp in self.changed}
        return tuple(stamp for stamp in told if moment_of(stamp.value) not in moments) or told

    @property
    def _wiki(self) -> bool:
        """Whether the page is one that all may write on: its text is that of its last edit, not of its first day."""
        return self.head.meta("generator").lower().startswith("mediawiki")

    def _local(self, stamp: Stamp, told: Sequence[Stamp]) -> Found:
        """Return a stamp in Greenwich time as the moment it was at the page's place, as far as something tells that."""
        moment = in_greenwich(stamp.value)
        if moment is None:
            return Found(stamp)
        there = on_clock(moment, (other.value for other in told)) or elsewhere(moment, self.content)
        if there:
            return Found(replace(stamp, value=there))
        there = in_country(moment, self.url)
        if there and (there[:10] == stamp.value[:10] or not self._shows(stamp)):
            return Found(replace(stamp, value=there))
        return Found(stamp) if there or moment.hour in _DAYTIME else self._by_clock(stamp, moment)

    def _shows(self, stamp: Stamp) -> bool:
        """Whether the day of a stamp is that of the headline or the address: some engines call the time of their place Greenwich's."""
        first = filed(self.url)
        days = {shown.value[:10] for shown in self.surely_near} | {first.value if first else ""}
        return stamp.value[:10] in days

    def _by_clock(self, stamp: Stamp, moment: datetime) -> Found:
        """Return a stamp by the clock shown near the headline, or by the day before or after that is shown or in the address."""
        if there := on_clock(moment, (shown.value for shown in self.near)):
            return Found(replace(stamp, value=there))
        days = (*map(_found, self.surely_near), *map(Found, addressed(self.url)))
        day = next(iter(days), None)
        changes = {change.value[:10] for change in self.changed}
        if day is None or day.stamp.value[:10] in changes - {stamp.value[:10]}:
            return Found(stamp)
        return day if abs(days_apart(day.stamp.value, stamp.value)) == 1 else Found(stamp)

    def _weighed(self, told: Sequence[Stamp]) -> Found:
        """Choose among statements that differ, or are vague, by what is shown near the headline."""
        days = {stamp.value[:10]: stamp for stamp in reversed(told)}
        for shown in self.near:
            if shown.value[:10] in days:
                return self._local(days[shown.value[:10]], told)
            if shown.weight >= self.settings.sure:
                return _found(shown)
        return self._local(told[0], told)

    def _unsaid(self) -> Found | None:
        """Return what is shown near the headline, else what the address or a script says, else what is shown elsewhere."""
        if near := _best(self.near, self.settings.sure) or _best(self.shortly_near, self.settings.sure):
            return near
        if told := (*addressed(self.url), *self._scripted()):
            return Found(told[0])
        if likely := _best(self.anywhere, self.settings.likely):
            return likely
        return Found(self.changed[0]) if self.changed else _best(self.anywhere, self.settings.faint)

    def _scripted(self) -> tuple[Stamp, ...]:
        """Return the day that scripts give for publication, if it is one: several are those of several pages."""
        values = scripted(self.content)
        stamps = tuple(Stamp(day, None, "script") for value in values if (day := iso(value)))
        return stamps if len(_days(stamps)) == 1 else ()

    @cached_property
    def headline(self) -> int | None:
        return headline_in(self.content)

    @cached_property
    def near(self) -> list[Shown]:
        """The dates shown near the headline, best first."""
        return self._ranked(*self._stretch, ranked_days)

    @cached_property
    def shortly_near(self) -> list[Shown]:
        """Those whose years have two digits. They are looked for only where there are no others."""
        return self._ranked(*self._stretch, ranked_short_days)

    @cached_property
    def _stretch(self) -> tuple[str, int]:
        """The page around the headline, and where in it that is."""
        at = self.headline
        if at is None:
            return "", 0
        before = self._text(max(0, at - _BEFORE), at)
        return before + self._text(at, at + _AFTER), len(before)

    @property
    def surely_near(self) -> list[Shown]:
        """Those of them that are surely the page's own, and no mere copies of what the markup says in Greenwich time."""
        local = (one for one in self.near if not in_greenwich(one.value))
        return [one for one in islice(local, 1) if one.weight >= self.settings.sure]

    @cached_property
    def anywhere(self) -> list[Shown]:
        """The dates shown anywhere on the page, best first."""
        at = max(self.headline or find_folded(self.content, b"<body"), 0)
        before = self._text(0, at)
        return self._ranked(before + self._text(at, _MOST_BYTES), len(before), ranked_days)

    def _text(self, begin: int, end: int) -> str:
        charset = self.charset or own_codec(self.content)
        return decode(self.content[begin:end], charset, Media.HTML)

    def _ranked(self, markup: str, headline: int, ranked: Ranked) -> list[Shown]:
        return ranked(markup, headline, first_in(self.head.language), self.settings)


def _later(stamp: Stamp, filed_on: Stamp) -> bool:
    """Whether a stamp is of a later day than the one a page is filed under, which may be the day it was in Greenwich."""
    moment = moment_of(stamp.value)
    day = moment.astimezone(UTC).date().isoformat() if isinstance(moment, datetime) else stamp.value
    return min(day, stamp.value)[:10] > filed_on.value


def _days(stamps: Sequence[Stamp]) -> set[str]:
    return {stamp.value[:10] for stamp in stamps}


def _best(shown: Sequence[Shown], weight: float) -> Found | None:
    """Return the first of the dates shown if it has the weight."""
    return _found(shown[0]) if shown and shown[0].weight >= weight else None


def _found(shown: Shown) -> Found:
    return Found(Stamp(shown.value, None, shown.origin), shown.words)

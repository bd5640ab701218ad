"""Everybody who speaks on the pages, with what they said in order of the days it was written."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stemmata.model import Polarity, Statement
from stemmata.show.report.anchors import anchor
from stemmata.show.report.quoting import SAID
from stemmata.show.report.receipts import Clerk
from stemmata.show.report.voices import DIFFERS, PageRef
from stemmata.show.sayings_groups import Group, by_speaker, in_headline, verb
from stemmata.show.words import written_day


class Utterances(NamedTuple):
    """One statement: the day it was written, the verb before its words, these, what is to be said of them, its pages and how many more."""

    day: str
    verb: str
    says: str
    badges: tuple[str, ...]
    pages: tuple[PageRef, ...]
    more: int


class SpeakerRow(NamedTuple):
    """One speaker: what they said day by day, and how many statements are left out."""

    name: str
    role: str
    said: tuple[Utterances, ...]
    total: int

    @property
    def more(self) -> int:
        """Return how many statements are left out."""
        return self.total - len(self.said)


def speaker_rows(clerk: Clerk) -> tuple[tuple[SpeakerRow, ...], int]:
    """Return the speakers, who said most first, and how many are left out; the same statement of several pages once.

    An edition for publication has none: it would print every quotation of every page.
    """
    known, limits = clerk.index, clerk.limits
    if not clerk.quoting.whole:
        return (), 0
    by = by_speaker(known, sorted(known.case.statements, key=lambda one: _when(clerk, one)))
    ranked = sorted((name for name in by if name in known.speakers), key=lambda name: (-len(by[name]), name))
    rows = tuple(_row(clerk, name, by[name]) for name in ranked[: limits.speakers])
    return rows, len(ranked) - len(rows)


def _when(clerk: Clerk, one: Statement) -> tuple[object, ...]:
    told = clerk.index.written.get(one.article)
    day = told and (told.written_best or (told.written and told.written.first))
    return day or date.max, clerk.index.names[one.article], one.span, one.id


def _row(clerk: Clerk, name: str, groups: Sequence[Group]) -> SpeakerRow:
    speaker = clerk.index.speakers[name]
    said = tuple(_utterance(clerk, group) for group in groups[: clerk.limits.said_by_one])
    return SpeakerRow(speaker.name, speaker.role or "", said, len(groups))


def _utterance(clerk: Clerk, group: Group) -> Utterances:
    one, known = group.shown(), clerk.index
    article = known.articles[one.article]
    words = " … ".join(span.of(article.text) for span in one.content)
    says = clerk.quoting.repeated(words, article.id, longest=200, account=SAID) or ""
    day = written_day(known.written.get(group.members[0].article)).removeprefix("written ")
    pages = list(dict.fromkeys(each.article for each in group.members))
    shown = tuple(PageRef(known.names[page], anchor("page", page)) for page in pages[: clerk.limits.places])
    return Utterances(
        day, verb(article, one), says, _badges(clerk, group, one), shown, len(pages) - len(shown)
    )


def _badges(clerk: Clerk, group: Group, one: Statement) -> tuple[str, ...]:
    """Return that a statement stands in a headline or is denied, and in what its wordings differ."""
    headline = ["in a headline"] if in_headline(clerk.index.articles[one.article], one) else []
    denied = [one.polarity.value] if one.polarity is not Polarity.ASSERTED else []
    differs = [DIFFERS[each.kind] for each in group.claim.differences] if group.claim else []
    return tuple(dict.fromkeys([*headline, *denied, *differs]))

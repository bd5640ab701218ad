"""One HTML file: no script, nothing from elsewhere, readable offline."""

from dataclasses import replace
from typing import NamedTuple

from stemmata.model import Case, Unread
from stemmata.show.index import index
from stemmata.show.order import shown_events
from stemmata.show.report.chronicle import Chronicle, chronicle
from stemmata.show.report.happenings import EventSection, event_section
from stemmata.show.report.limits import Excerpts, Limits
from stemmata.show.report.paper import paper
from stemmata.show.report.parallels import Parallels
from stemmata.show.report.quoting import Quoting, showable
from stemmata.show.report.receipts import Clerk
from stemmata.show.report.sheets import Sheet, Shelf
from stemmata.show.report.speakers import SpeakerRow, speaker_rows
from stemmata.show.report.surroundings import (
    Making,
    SeriesRow,
    SiteRow,
    TermRow,
    making,
    series_rows,
    site_rows,
    term_rows,
    unread_reasons,
)
from stemmata.show.report.voices import Utterance, Voices, utterances, voices
from stemmata.show.summary import sentence


class Report(NamedTuple):
    """Everything a report shows, in the order in which it shows it."""

    sentence: tuple[str, ...]
    excerpts: bool
    events: tuple[EventSection, ...]
    event_count: int
    chronicle: Chronicle | None
    series: tuple[SeriesRow, ...]
    loose: Voices
    utterances: tuple[Utterance, ...]
    more_utterances: int
    speakers: tuple[SpeakerRow, ...]
    more_speakers: int
    sites: tuple[SiteRow, ...]
    terms: tuple[TermRow, ...]
    sheets: tuple[Sheet, ...]
    unread: tuple[Unread, ...]
    unread_reasons: str
    making: Making | None


def report(case: Case, *, excerpts: bool) -> str:
    """Return the whole answer as one HTML file.

    With ``excerpts`` no page is printed whole: short quotations only, together at most a share of each page.
    The same case gives the same bytes.
    """
    page = paper().get_template("report.html.j2").render(report=_assembled(case, excerpts=excerpts))
    return showable(page)


def _assembled(case: Case, *, excerpts: bool) -> Report:
    found, limits = index(case), Limits()
    clerk = Clerk(found, Quoting(Excerpts() if excerpts else None, case), limits)
    parallels = Parallels(clerk)
    events = shown_events(case)
    said, more = utterances(clerk)
    speakers, silent = speaker_rows(clerk)
    return Report(
        sentence(case),
        excerpts,
        tuple(event_section(clerk, parallels, event) for event in events),
        len(case.events),
        chronicle(found, events, limits),
        series_rows(clerk),
        voices(clerk, None),
        said,
        more,
        speakers,
        silent,
        site_rows(clerk),
        term_rows(clerk),
        Shelf(clerk).sheets(),
        tuple(replace(one, source=clerk.quoting.path(one.source)) for one in case.unread),
        unread_reasons(case),
        making(clerk),
    )

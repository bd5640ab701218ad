"""What to call an event: the best headline among its pages, cut short at a clause."""

import re
from collections import Counter
from collections.abc import Sequence

from stemmata.events.cast import undated
from stemmata.events.report import Report
from stemmata.events.settings import EventsSettings
from stemmata.model import Role, Span
from stemmata.text.opening import content

CLAUSE = re.compile(r"(?:[;:,]| [-–—|]| and| as| after| amid| in face of| in the face of|, days before) ")
FEWEST_WORDS = 4
LABEL = re.compile(
    r"(?:correction|update|watch|video|listen|live|opinion|analysis|exclusive)\b ?\d*\s*[:|]", re.IGNORECASE
)
"""What opens headlines of corrections, films and opinions."""
EASE = 4
"""Words added to a headline's length when what it shares is divided by it: of two, the fuller tells more."""


def title_of(reports: Sequence[Report], settings: EventsSettings) -> str:
    """Return the headline that shares most with the others, of a page that is not recycled where there is one."""
    titled = [(report, title) for report in reports if (title := headline(report))]
    if not titled:
        return _untitled(reports)
    words = {title: content(title, _whole(title), report.article.language) for report, title in titled}
    counts = Counter(word for _, title in titled for word in words[title])

    def rank(pair: tuple[Report, str]) -> tuple[bool, bool, bool, float, int, str]:
        report, title = pair
        recycled = report.written is not None and report.written.recycled
        shared = sum(counts[word] for word in words[title]) / (len(words[title]) + EASE)
        clear = len(words[title]) >= FEWEST_WORDS
        return _teases(title), recycled, not clear, -round(shared, 6), len(title), title

    return shortened(min(titled, key=rank)[1], settings.widest_title)


def _teases(title: str) -> bool:
    """Whether a headline asks, shouts, corrects or breaks off instead of telling what happened."""
    breaks = title.endswith(("?", "…", "...")) or "(" in title
    return breaks or title.isupper() or LABEL.match(title) is not None


def headline(report: Report) -> str:
    """Return an article's headline on one line, or nothing."""
    article = report.article
    spans = article.spans(Role.TITLE)
    return " ".join((spans[0].of(article.text) if spans else article.title or "").split())


def shortened(title: str, widest: int) -> str:
    """Cut a long headline at the last clause that leaves a whole one."""
    if len(title) <= widest:
        return title
    for cut in reversed([match.start() for match in CLAUSE.finditer(title)]):
        if cut <= widest and len(title[:cut].split()) >= FEWEST_WORDS:
            return title[:cut]
    cut = title.rfind(" ", 0, widest)
    return title[: cut if cut > 0 else widest] + " …"


def _untitled(reports: Sequence[Report]) -> str:
    for report in reports:
        if report.sentences:
            first = " ".join(undated(report.article, report.sentences[0]).of(report.article.text).split())
            return shortened(first, 72)
    return reports[0].article.name if reports else ""


def _whole(title: str) -> Span:
    return Span(0, len(title))

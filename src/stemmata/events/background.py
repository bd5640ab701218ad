"""Articles that speak of an event but have another as their own."""

from collections.abc import Iterator, Mapping, Sequence

from stemmata.events.happening import Happening
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Event, Span, Time
from stemmata.text.sentences import sentences

MONTH = 31


def mentions(
    happenings: Sequence[Happening],
    events: Sequence[Event],
    times: Mapping[str, Mapping[Span, Time]],
    settings: EventsSettings,
) -> dict[str, tuple[str, ...]]:
    """Return, for each event, the articles of other events with a sentence that names and dates it."""
    dated = [place for place, event in enumerate(events) if event.when is not None]
    found: dict[str, list[str]] = {event.id: [] for event in events}
    for place, happening in enumerate(happenings):
        for report in happening.reports:
            for other in _mentioned(report.article, place, dated, happenings, events, times, settings):
                found[events[other].id].append(report.article.id)
    return {event: tuple(sorted(articles)) for event, articles in found.items()}


def _mentioned(
    article: Article,
    own: int,
    dated: Sequence[int],
    happenings: Sequence[Happening],
    events: Sequence[Event],
    times: Mapping[str, Mapping[Span, Time]],
    settings: EventsSettings,
) -> Iterator[int]:
    """Yield the events, not its own, that one of the article's dated sentences speaks of."""
    read = [time for time in times.get(article.id, {}).values() if time.when and time.when.days <= MONTH]
    if not read:
        return
    mine, days = _folded(happenings[own]), happenings[own].days
    for other in dated:
        when = events[other].when
        if other == own or when is None:
            continue
        apart = days is not None and days.meet(when) is None
        theirs = _folded(happenings[other])
        near = [time for time in read if time.when and time.when.meet(when)]
        close = [time for time in near if time.when and time.when.days <= settings.longest_days and apart]
        if _speaks(article, near, theirs - mine, settings) or _speaks(article, close, theirs, settings):
            yield other


def _speaks(article: Article, times: Sequence[Time], named: set[str], settings: EventsSettings) -> bool:
    """Whether one of the sentences that hold the times has enough of the names."""
    return bool(times and named) and any(
        _names_in(article, sentence, named) >= settings.background_names
        for sentence in _sentences_of(article, times)
    )


def _folded(happening: Happening) -> set[str]:
    return {name.casefold() for name in happening.names}


def _sentences_of(article: Article, times: Sequence[Time]) -> Iterator[Span]:
    for paragraph in article.body:
        inside = [time.span for time in times if paragraph.contains(time.span)]
        if inside:
            for sentence in sentences(article.text, paragraph, article.language):
                if any(sentence.contains(span) for span in inside):
                    yield sentence


def _names_in(article: Article, sentence: Span, names: set[str]) -> int:
    text = sentence.of(article.text).casefold()
    return sum(name in text for name in names)

"""Find the events that articles report, and which article reports which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemmata.events.acts import acts
from stemmata.events.adopt import adopt
from stemmata.events.background import mentions
from stemmata.events.follow import follow
from stemmata.events.happening import of_family
from stemmata.events.report import report
from stemmata.events.same import Joined, Likeness, join
from stemmata.events.settings import EventsSettings
from stemmata.events.title import title_of
from stemmata.model import (
    Article,
    Event,
    Evidence,
    Family,
    Origin,
    Passage,
    Place,
    Span,
    Time,
    Written,
    content_id,
)


def find_events(
    articles: Sequence[Article],
    families: Sequence[Family],
    passages: Sequence[Passage],
    written: Sequence[Written],
    times: Sequence[Time],
    origins: Sequence[Origin],
    settings: EventsSettings,
) -> tuple[Event, ...]:
    """Return the main events of ``articles``: each family's, joined where several families tell of one."""
    read: dict[str, dict[Span, Time]] = defaultdict(dict)
    for time in times:
        read[time.article][time.span] = time
    dates = {one.article: one for one in written}
    reports = {
        article.id: report(article, dates.get(article.id), read.get(article.id, {}), settings)
        for article in articles
    }
    told = [of_family(family, reports, settings) for family in sorted(families, key=lambda one: one.id)]
    joined = adopt(join([one for one in told if one is not None], settings), read, settings)
    roots: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        roots[origin.family].append(origin)
    events = [_event(one, roots, settings) for one in joined]
    background = mentions([one.happening for one in joined], events, read, settings)
    events = [replace(event, background=background[event.id]) for event in events]
    followed = follow(joined, events, _told_of(events, background), settings)
    return tuple(sorted(followed, key=lambda event: event.id))


def _told_of(events: Sequence[Event], background: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Return, for each event, the events its articles tell of as background."""
    home = {article: event.id for event in events for article in event.articles}
    told: dict[str, set[str]] = defaultdict(set)
    for other, articles in background.items():
        for article in articles:
            told[home[article]].add(other)
    return {event: frozenset(others) for event, others in told.items()}


def _event(joined: Joined, roots: Mapping[str, Sequence[Origin]], settings: EventsSettings) -> Event:
    happening = joined.happening
    names = tuple(report.article.id for report in happening.reports)
    count, low, high = _counted(joined, roots, settings)
    return Event(
        id=content_id("e", min(names)),
        was=(),
        articles=tuple(sorted(names)),
        background=(),
        families=happening.families,
        title=title_of(happening.reports, settings),
        kind=happening.kind,
        actors=happening.leading(settings),
        place=happening.places[0] if happening.places else None,
        modality=happening.modality,
        when=happening.when,
        within=happening.within,
        follows=None,
        origins=count,
        origins_range=(low, high),
        evidence=_evidence(joined),
    )


def _counted(
    joined: Joined, roots: Mapping[str, Sequence[Origin]], settings: EventsSettings
) -> tuple[int, int, int]:
    """Return how many origins the event's families have: the count, those that are sure, those possible.

    Possible are also the origins of families that were nearly joined.
    """
    mine = [origin for family in joined.happening.families for origin in roots.get(family, ())]
    near = [origin for family in joined.doubtful for origin in roots.get(family, ())]
    sure = sum(origin.confidence >= settings.sure for origin in mine)
    return len(mine), max(sure, min(1, len(mine))), len(mine) + len(near)


def _evidence(joined: Joined) -> tuple[Evidence, ...]:
    """Say what kind of act it is, when it was, and why its families are one event."""
    happening = joined.happening
    plover = acts(happening.reports[0].article.language).plover.get(happening.kind)
    named = f"{happening.kind} (PLOVER {plover})" if plover else happening.kind
    places = tuple(
        Place(report.article.id, report.sentences[0]) for report in happening.reports[:1] if report.sentences
    )
    kind = Evidence("kind-of-act", f"Title and opening tell of an act of the kind “{named}”.", 0.7, places)
    same = tuple(_same(one) for one in joined.likeness)
    return (kind, *happening.when_evidence, *same)


def _same(one: Likeness) -> Evidence:
    if one.cosine is None:
        return Evidence(
            "speaks-of-event",
            "A text without news of its own speaks of the day of this event, in words of its reports.",
            0.5,
        )
    return Evidence(
        "same-event",
        f"Two independent texts tell of one event: both name {_listed(one.names)}, "
        f"their openings are alike ({one.cosine:.2f}), and their days meet.",
        one.cosine,
    )


def _listed(names: Sequence[str]) -> str:
    named = list(names[:3])
    return (
        ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else "".join(named) or "the same names"
    )

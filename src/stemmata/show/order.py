"""In which order events are shown, and what becomes of pages of which no event could be told."""

from stemmata.model import Case, Event, Modality

OUTSIDE = "outside"
"""The id of the section for pages of no event."""


def shown_events(case: Case) -> tuple[Event, ...]:
    """Return the events with the most pages first; last, what is outside them, if anything is."""
    ranked = sorted(case.events, key=lambda event: (-len(event.articles), event.id))
    rest = _outside(case)
    return (*ranked, rest) if rest else tuple(ranked)


def _outside(case: Case) -> Event | None:
    """Return the families of no event as if they were one, so that their trees are shown like all others."""
    told = {family for event in case.events for family in event.families}
    families = [one for one in case.families if one.id not in told]
    if not families:
        return None
    names = tuple(sorted({article for family in families for article in family.articles}))
    ids = tuple(family.id for family in families)
    origins = sum(origin.family in ids for origin in case.origins)
    return Event(
        id=OUTSIDE,
        was=(),
        articles=names,
        background=(),
        families=ids,
        title="Pages of which no event could be told",
        kind="",
        actors=(),
        place=None,
        modality=Modality.HAPPENED,
        when=None,
        within=None,
        follows=None,
        origins=origins,
        origins_range=(origins, origins),
        evidence=(),
    )

"""Whom the reports of an event had it from, and which cited sources are not among the pages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemmata.model import (
    Article,
    Event,
    Evidence,
    Place,
    Polarity,
    Sourcing,
    Speaker,
    SpeakerKind,
    Statement,
)
from stemmata.statements.cues import cues
from stemmata.statements.kinds import canonical
from stemmata.statements.reference import UNKNOWN

TELLING = frozenset(
    {"quote", "clause", "aside", "according", "cited", "continued", "begun", "labelled", "citing"}
)
"""Frames that report what somebody told, not how somebody is described."""


def informants(
    statements: Sequence[Statement], speakers: Mapping[str, Speaker], rules: Mapping[str, str]
) -> dict[str, str]:
    """Return for each statement the speaker who told the reporters: the outermost that its text names."""
    by_id = {statement.id: statement for statement in statements}
    outer_speakers = {by_id[statement.parent].speaker for statement in statements if statement.parent}
    found: dict[str, str] = {}
    for statement in statements:
        outer = statement
        while outer.parent is not None:
            outer = by_id[outer.parent]
        inferred = next(
            (relay.speaker for relay in outer.via if relay.span is not None and not relay.explicit), None
        )
        chosen = inferred if inferred in outer_speakers else outer.speaker
        if speakers[chosen].name != UNKNOWN:
            found[statement.id] = chosen
    return found


def find_sourcing(
    events: Sequence[Event],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    speakers: Mapping[str, Speaker],
    told: Mapping[str, str],
    rules: Mapping[str, str],
    keys: Mapping[str, str],
) -> tuple[Sourcing, ...]:
    """Return the first-hand sources and the absent ones of every event."""
    present = _present(articles)
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    return tuple(
        _sourcing(
            event,
            [one for article in event.articles for one in by_article[article]],
            speakers,
            told,
            rules,
            keys,
            present,
        )
        for event in sorted(events, key=lambda event: event.id)
    )


def _sourcing(
    event: Event,
    statements: Sequence[Statement],
    speakers: Mapping[str, Speaker],
    told: Mapping[str, str],
    rules: Mapping[str, str],
    keys: Mapping[str, str],
    present: frozenset[str],
) -> Sourcing:
    relayed = _only_relayed(statements, speakers, rules)
    places: dict[str, list[Place]] = defaultdict(list)
    for statement in statements:
        informant = told.get(statement.id)
        telling = rules[statement.id] in TELLING or bool(statement.quoted)
        direct = telling and statement.polarity is not Polarity.HYPOTHETICAL
        if informant and direct and informant not in relayed and _first_hand(informant, speakers, keys):
            places[informant].append(Place(statement.article, statement.source or statement.span))
        for relay in statement.via:
            newsroom = speakers[relay.speaker].kind is SpeakerKind.MEDIA and keys[relay.speaker] == "body"
            if (
                newsroom
                and relay.explicit
                and relay.span is not None
                and _plain(speakers[relay.speaker].name) not in present
            ):
                places[relay.speaker].append(Place(statement.article, relay.span))
    informing = sorted(places)
    cited = {name for name in places if speakers[name].kind is SpeakerKind.MEDIA}
    absent = {
        speakers[name].name: places[name]
        for name in sorted(cited)
        if _plain(speakers[name].name) not in present
    }
    return Sourcing(
        event=event.id,
        informants=tuple(informing),
        absent=tuple(sorted(absent)),
        evidence=(*_informed(informing, places, speakers), *_missing(absent)),
    )


def _first_hand(name: str, speakers: Mapping[str, Speaker], keys: Mapping[str, str]) -> bool:
    """Whether a speaker is somebody: a named person or body, not a group and not a whole state.

    A body that is only described counts when the description tells it apart: *the hoteliers' association*.
    """
    speaker = speakers[name]
    if keys[name] == "class" and speaker.kind is SpeakerKind.UNNAMED:
        words = speaker.name.lower().split()
        known = cues("en")
        return known is not None and len(words) > 1 and words[-1] in known.bodies - known.people - known.media
    house = any(each.rule == "house" for each in speaker.evidence)
    return (
        speaker.kind is not SpeakerKind.UNNAMED and keys[name] != "class" and (keys[name] != "state" or house)
    )


def _only_relayed(
    statements: Sequence[Statement], speakers: Mapping[str, Speaker], rules: Mapping[str, str]
) -> frozenset[str]:
    """Return speakers whom the reports have through a newsroom only: whatever they told, it told."""
    passed: dict[str, bool] = {}
    for statement in statements:
        through = [
            each
            for each in statement.via
            if each.span is not None and speakers[each.speaker].kind is SpeakerKind.MEDIA
        ]
        inside = statement.parent is not None or any(not each.explicit for each in through)
        if through or rules[statement.id] in TELLING:
            passed[statement.speaker] = passed.get(statement.speaker, True) and bool(through) and inside
    return frozenset(name for name, only in passed.items() if only)


def _present(articles: Sequence[Article]) -> frozenset[str]:
    """Return the newsrooms whose words are among the pages: sites, publishers, credited agencies.

    A credit for a picture brings no words.
    """
    found: set[str] = set()
    for article in articles:
        names = [
            article.publisher or "",
            *(canonical(one.agency, article.language) for one in article.credits if one.how != "image"),
        ]
        host = (article.site or "").removeprefix("www.")
        found.update(_plain(name) for name in (*names, host, host.split(".")[0]) if name)
    return frozenset(found)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower().removeprefix("the ") if letter.isalnum())


def _informed(
    names: Sequence[str], places: Mapping[str, Sequence[Place]], speakers: Mapping[str, Speaker]
) -> list[Evidence]:
    return [
        Evidence(
            "informant", f"{speakers[name].name} is named as a source in {len({place.article for place in places[name]})} of the pages.",
            1.0, tuple(places[name][:5]),
        )
        for name in names
    ]  # fmt: skip


def _missing(absent: Mapping[str, Sequence[Place]]) -> list[Evidence]:
    return [
        Evidence(
            "absent", f"{name} is cited, but no page of {name} is among these.", 1.0, tuple(absent[name][:5])
        )
        for name in sorted(absent)
    ]

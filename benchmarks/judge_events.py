"""What is judged of the happenings."""

from judge_case import Judged, Row
from judge_measures import b_cubed, f1, same_name, share


def figures(judged: Judged) -> dict[str, float | None]:
    """Return every figure of events and their sources."""
    found = {page: row["id"] for row in judged.tables["events"] for page in judged.names(row["articles"])}
    true = {name: page["event"] for name, page in judged.pages.items()}
    met = [
        (judged.event_of[row["key"]], row) for row in judged.truth["events"] if row["key"] in judged.event_of
    ]
    return {
        "events.b3": b_cubed(found, true),
        "events.count": float(len(judged.tables["events"]) == len(judged.truth["events"])),
        "events.when": share(_inside(row["when"], one["within"]) for row, one in met),
        "events.within": share(_inside(one["when"], row["within"]) for row, one in met),
        "events.place": share(same_name(row["place"], one["place"]) for row, one in met),
        "events.actors": share(
            any(same_name(name, actor) for name in row["actors"])
            for row, one in met
            for actor in one["actors"]
        ),
        "events.modality": share(row["modality"] == one["modality"] for row, one in met),
        "events.follows": share(_follows(judged, row) == one["follows"] for row, one in met),
        "events.background_f1": f1(
            {(row["key"], page) for row in judged.truth["events"] for page in row["background"]},
            {(one["key"], page) for row, one in met for page in judged.names(row["background"])},
        ),
        **_sourcing(judged, met),
    }


def _inside(interval: list[str] | None, outer: list[str] | None) -> bool:
    return bool(interval and outer and outer[0] <= interval[0] and interval[1] <= outer[1])


def _follows(judged: Judged, row: Row) -> str | None:
    """Return the true key of the event that a row follows; its id where it is none of them."""
    keys = {event["id"]: key for key, event in judged.event_of.items()}
    return keys.get(row["follows"], row["follows"])


def _sourcing(judged: Judged, met: list[tuple[Row, Row]]) -> dict[str, float | None]:
    return {
        "informants.recall": share(
            any(_is(judged, speaker, name) for speaker in row["informants"])
            for row, one in met
            for name in one["informants"]
        ),
        "informants.precision": share(
            any(_is(judged, speaker, name) for name in one["informants"])
            for row, one in met
            for speaker in row["informants"]
        ),
        "absent.recall": share(
            any(same_name(name, absent) for absent in row["absent"])
            for row, one in met
            for name in one["absent"]
        ),
        "absent.precision": share(
            any(same_name(name, absent) for name in one["absent"])
            for row, one in met
            for absent in row["absent"]
        ),
    }


def _is(judged: Judged, speaker: str, name: str) -> bool:
    """Whether a speaker of the answer is the true one of that name."""
    row = judged.speakers.get(speaker)
    return bool(row) and any(
        same_name(row["name"], alias) for alias in (name, *judged.people[name]["aliases"])
    )

"""Datelines: Reuters-21578, whose datelines are a field of their own and are set before the text again; and our own lines."""

import gzip
import json
import re

from facts_credits import OWN
from facts_measures import Line, Seen, line
from read import DATA
from stemmata.model import Dateline
from stemmata.read.dateline import dateline_of

_DAY = re.compile(r"^(?P<place>.*?),?\s*(?P<day>(?:[A-Za-z]{3,9})\.?\s+\d{1,2})?\s*-+\s*$")


def datelines() -> list[Line]:
    return [*reuters(), *own()]


def reuters() -> list[Line]:
    """Judge whole lines (where the dateline ends), places, and days; texts without the field should give none."""
    whole, places, days = [], [], []
    with gzip.open(DATA.parent / "reuters21578" / "docs.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in (json.loads(each) for each in lines):
            told = " ".join((row["dateline"] or "").split())
            parts = _DAY.match(told)
            text = f"{told} {row['body']}" if told else row["body"] or row["other_text"] or ""
            if told and not (parts and parts["place"]):
                continue
            found = dateline_of(text, 0, min(len(text), text.find("\n") if "\n" in text else len(text)))
            name = f"{row['id']}: {told!r} read as {found!r}"
            place = parts["place"].strip(" *") if parts else ""
            day = (parts["day"] or "") if parts else ""
            whole.append(_seen(name, found and found.span.of(text), told))
            places.append(_seen(name, found and " ".join(found.place.split()), place))
            days.append(_seen(name, found and day_of(found), _month_day(day)))
    names = ("lines", "places", "days")
    return [line(f"Reuters-21578 {n}", seen) for n, seen in zip(names, (whole, places, days), strict=True)]


def own() -> list[Line]:
    places, days, agencies = [], [], []
    for row in (OWN / "datelines.txt").read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        if row.startswith("---"):
            place, agency, day, text = "", "", "", row.partition("|")[2].strip()
        else:
            place, agency, day, text = (part.strip() for part in row.split("|", 3))
        found = dateline_of(text, 0, len(text))
        name = f"{text[:60]!r} read as {found!r}"
        key = (place or "(none)") if place or agency else ""
        places.append(_seen(name, found and (found.place or "(none)"), key))
        agencies.append(_seen(name, found and found.agency, agency))
        days.append(_seen(name, found and day_of(found), day))
    names = ("places", "agencies", "days")
    return [line(f"own lines {n}", seen) for n, seen in zip(names, (places, agencies, days), strict=True)]


def day_of(found: Dateline) -> str | None:
    return getattr(found, "day", None)


def _month_day(day: str) -> str:
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    word, _, number = day.partition(" ")
    if word[:3].lower() not in months:
        return ""
    return f"--{months.index(word[:3].lower()) + 1:02}-{int(number):02}"


def _seen(name: str, given: str | None, wanted: str) -> Seen:
    given = given or ""
    return Seen(name, int(bool(wanted) and given == wanted), int(bool(given)), int(bool(wanted)))

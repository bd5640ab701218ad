"""The answer, as a terminal shows it: 80 columns, readable without colour."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from stemmata.model import Case, Event, Origin
from stemmata.show.index import Index, index
from stemmata.show.order import OUTSIDE, shown_events
from stemmata.show.tree import tree
from stemmata.show.words import count, days, listed

WIDTH = 80
"""Columns of the summary; the narrowest terminal in use."""


def summary(case: Case) -> str:
    """Return the whole answer: the sentence with the number, then each event with its tree."""
    found = index(case)
    parts = [headline(case)]
    parts.extend(_event(found, event) for event in shown_events(case))
    if case.unread:
        parts.append(_unread(case))
    return "\n\n".join(parts) + "\n"


def headline(case: Case) -> str:
    """Return ``5 pages → 2 events → 1 independent text origin each, among these pages``."""
    said = " → ".join(sentence(case))
    return _wrapped(f"{said}, among these pages" if case.origins else said, "", "  ")


def sentence(case: Case) -> tuple[str, ...]:
    """Return the parts of the answer: pages, events, independent text origins."""
    pages = count(len(case.articles), "page")
    events = count(len(case.events), "event") if case.events else "no event could be told"
    return (pages, events, _origins(case)) if case.origins else (pages, events)


def _origins(case: Case) -> str:
    numbers = [event.origins for event in shown_events(case)]
    if len(set(numbers)) == 1 and len(numbers) > 1:
        return f"{count(numbers[0], 'independent text origin')} each"
    return count(sum(numbers), "independent text origin")


def _event(found: Index, event: Event) -> str:
    kicker = "" if event.id == OUTSIDE else "EVENT"
    lines = [_wrapped(event.title, f"{kicker:7}", "       ")]
    lines.append(_wrapped(_facts(found.case, event), "       ", "       "))
    lines.extend(_sources(found.case, event))
    lines.extend(_tree(found, event))
    return "\n".join(lines)


def _facts(case: Case, event: Event) -> str:
    origins = [origin for origin in case.origins if origin.family in event.families]
    when = days(event.when) if event.when else f"within {days(event.within)}"
    if event.when is None and event.within is None:
        when = "day not told"
    low, high = event.origins_range
    told = "" if low == high else f" (between {low} and {high})"
    names = ", ".join(_names(origins))
    text = f"{when} · {count(len(event.articles), 'page')} · {count(event.origins, 'origin')}{told}"
    return f"{text}: {names}" if names else text


def _names(origins: list[Origin]) -> Iterator[str]:
    names = Counter(origin.agency or "no agency named" for origin in origins)
    for name, number in sorted(names.items()):
        yield name if number == 1 else f"{name} ({number})"


def _sources(case: Case, event: Event) -> Iterator[str]:
    names = {speaker.id: speaker.name for speaker in case.speakers}
    for one in case.sourcing:
        if one.event != event.id:
            continue
        informants = [names.get(speaker, speaker) for speaker in one.informants]
        if informants:
            yield _wrapped(listed(informants, 6), "       informants: ", " " * 19)
        if one.absent:
            yield _wrapped(listed(one.absent, 6), "       cited but not here: ", " " * 27)


def _tree(found: Index, event: Event) -> Iterator[str]:
    for line in tree(found, event.families):
        yield _wrapped(line.says, "  " + line.branches, "  " + line.hanging + "  ")
        for remark in line.remarks:
            yield _wrapped(remark, "  " + line.hanging + "    ", "  " + line.hanging + "      ")


def _unread(case: Case) -> str:
    reasons = Counter(one.reason for one in case.unread)
    told = ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
    return _wrapped(f"{count(len(case.unread), 'input')} could not be read: {told}", "", "  ")


def _wrapped(text: str, first: str, after: str) -> str:
    """Return text folded to the width, the first line behind ``first``, the others behind ``after``."""
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False
    )

"""What was said, by whom, in which wordings and on how many pages, on a terminal."""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stemmata.model import Case, Speaker, Statement
from stemmata.show.index import Index, index
from stemmata.show.sayings_groups import Group, by_speaker, in_headline, verb
from stemmata.show.words import count, listed, written_day

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_MOST = 12
"""Statements of one speaker drawn before the rest is counted, where several speak."""
_SPEAKERS = 25
"""Speakers drawn before the rest is counted."""
_WORDS = 320
"""Letters of a statement that are shown."""


def sayings(case: Case, found: Sequence[Statement], width: int = NARROW) -> str:
    """Return statements speaker by speaker, who has most first; the same statement of several pages once."""
    known, width = index(case), max(NARROW, min(width, WIDE))
    by = by_speaker(known, found)
    ranked = sorted(by, key=lambda name: (-sum(len(one.members) for one in by[name]), name))
    pages = len({one.article for one in found})
    head = f"{count(len(found), 'statement')} by {count(len(ranked), 'speaker')} on {count(pages, 'page')}"
    head += _once(len(found), by)
    most = _MOST if len(ranked) > 1 else len(found)
    parts = [_folded(head, "", width) if found else "No such statement is in this case."]
    parts.extend("\n".join(_speaker(known, name, by[name], most, width)) for name in ranked[:_SPEAKERS])
    if len(ranked) > _SPEAKERS:
        parts.append(f"and {len(ranked) - _SPEAKERS} more speakers; --json shows all")
    return "\n\n".join(parts) + "\n"


def quotations(case: Case, phrase: str, found: Sequence[Statement], width: int = NARROW) -> str:
    """Return who is said to have used a phrase: inside quotation marks, and in reports without them."""
    told = sayings(case, found, width)
    if not found:
        return f"“{phrase}” → in no statement of this case\n"
    texts = {article.id: article.text for article in case.articles}
    marked = sum(_has(texts[one.article], one, phrase) for one in found)
    head = f"“{phrase}” → in {count(len(found), 'statement')}, inside quotation marks in {marked}"
    head += _once(len(found), by_speaker(index(case), found))
    return _folded(head, "", max(NARROW, min(width, WIDE))) + "\n\n" + told.partition("\n\n")[2]


def _once(total: int, by: Mapping[str, Sequence[Group]]) -> str:
    """Say how many are left when the same statement on several pages counts once."""
    different = sum(map(len, by.values()))
    if different == total:
        return ""
    if different == 1:
        return "; all the same one, shown once"
    return f"; {different} different ones, each shown once"


def _has(text: str, one: Statement, phrase: str) -> bool:
    wanted = " ".join(phrase.lower().split())
    return any(wanted in " ".join(span.of(text).lower().split()) for span in one.quoted)


def _speaker(known: Index, name: str, groups: Sequence[Group], most: int, width: int) -> Iterator[str]:
    speaker = known.speakers.get(name)
    yield _folded(_called(speaker, name), "", width)
    for group in groups[:most]:
        yield from _told(known, group, width)
    if len(groups) > most:
        yield f"  and {len(groups) - most} more; --speaker shows all"


def _called(speaker: Speaker | None, name: str) -> str:
    if speaker is None:
        return name
    also = [alias for alias in speaker.aliases if alias.lower() != speaker.name.lower()]
    role = f", {speaker.role}" if speaker.role else ""
    return f"{speaker.name} · {speaker.kind.value}{role}" + (f" (also {listed(also)})" if also else "")


def _told(known: Index, group: Group, width: int) -> Iterator[str]:
    """Yield day and words of a statement, the pages that have it, how it came there, and what differs."""
    one = group.shown()
    article = known.articles[one.article]
    words = " … ".join(span.of(article.text) for span in one.content)
    words = textwrap.shorten(f"{verb(article, one)} {words}", _WORDS, placeholder=" …")
    headline = " · in a headline" if in_headline(article, one) else ""
    denied = f" · {one.polarity.value}" if one.polarity.value != "asserted" else ""
    when = written_day(known.written.get(group.members[0].article))
    yield _folded(f"{when}{headline}{denied}: {words}", "  ", width)
    yield _folded(_where(known, group), "      ", width)
    for relay in _relays(known, group):
        yield _folded(relay, "      ", width)
    for each in group.claim.differences if group.claim else ():
        yield _folded(f"differs, {each.kind.value}: {each.says}", "      ", width)


def _where(known: Index, group: Group) -> str:
    pages = group.pages(known)
    again = f", {len(group.members)} times" if len(group.members) > len(pages) else ""
    told = f"{count(len(pages), 'page')}{again}: {listed(pages)}"
    return (
        f"{count(group.claim.origins, 'text origin')}, {told}"
        if group.claim
        else f"on no other page here: {listed(pages)}"
    )


def _relays(known: Index, group: Group) -> Iterator[str]:
    """Yield who passed a statement on, by which pages; that a page passes on what it carries goes without saying."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for one in group.members:
        for hop in one.via:
            if hop.span is not None and hop.speaker in known.speakers:
                told[known.speakers[hop.speaker].name].append(one)
    pages = len(group.pages(known))
    for name, members in told.items():
        telling = Group(None, tuple(members)).pages(known)
        yield f"passed on by {name}" + (f", says {listed(telling)}" if len(telling) < pages else "")


def _folded(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        " ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent + "    ",
        break_on_hyphens=False,
    )  # fmt: skip

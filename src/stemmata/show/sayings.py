"""What was said, by whom, in which wordings and on how many pages, on a terminal."""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemmata.model import Case, Claim, Speaker, Statement
from stemmata.show.index import Index, index
from stemmata.show.words import count, listed, written_day

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_MOST = 12
"""Statements of one speaker drawn before the rest is counted, where several speak."""
_SPEAKERS = 25
"""Speakers drawn before the rest is counted."""
_WORDS = 320
"""Letters of a statement that are shown."""

Group = tuple[Claim | None, tuple[Statement, ...]]


def sayings(case: Case, found: Sequence[Statement], width: int = NARROW) -> str:
    """Return statements speaker by speaker, who has most first; the same statement of several pages once."""
    known, width = index(case), max(NARROW, min(width, WIDE))
    by: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        by[one.speaker].append(one)
    ranked = sorted(by, key=lambda name: (-len(by[name]), name))
    pages = len({one.article for one in found})
    head = f"{count(len(found), 'statement')} by {count(len(ranked), 'speaker')} on {count(pages, 'page')}"
    most = _MOST if len(ranked) > 1 else len(found)
    parts = [head if found else "No such statement is in this case."]
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
    return head + "\n" + told.partition("\n")[2]


def _has(text: str, one: Statement, phrase: str) -> bool:
    wanted = " ".join(phrase.lower().split())
    return any(wanted in " ".join(span.of(text).lower().split()) for span in one.quoted)


def _speaker(known: Index, name: str, said: Sequence[Statement], most: int, width: int) -> Iterator[str]:
    speaker = known.speakers.get(name)
    yield _folded(_called(speaker, name), "", width)
    groups = _groups(known, said)
    for claim, members in groups[:most]:
        yield from _told(known, claim, members, width)
    if len(groups) > most:
        yield f"  and {len(groups) - most} more; --speaker shows all"


def _called(speaker: Speaker | None, name: str) -> str:
    if speaker is None:
        return name
    also = [alias for alias in speaker.aliases if alias.lower() != speaker.name.lower()]
    role = f", {speaker.role}" if speaker.role else ""
    return f"{speaker.name} · {speaker.kind.value}{role}" + (f" (also {listed(also)})" if also else "")


def _groups(known: Index, said: Sequence[Statement]) -> list[Group]:
    """Return the statements in their order, those of one claim together where its first one stands."""
    claims = {one: claim for claim in known.case.claims for one in claim.statements}
    groups: dict[str, list[Statement]] = {}
    for one in said:
        claim = claims.get(one.id)
        groups.setdefault(claim.id if claim else one.id, []).append(one)
    return [(claims.get(members[0].id), tuple(members)) for members in groups.values()]


def _told(known: Index, claim: Claim | None, members: Sequence[Statement], width: int) -> Iterator[str]:
    """Yield day and words of a statement, the pages that have it, how it came there, and what differs."""
    one = members[0]
    text = known.articles[one.article].text
    words = textwrap.shorten(" … ".join(span.of(text) for span in one.content), _WORDS, placeholder=" …")
    denied = f" · {one.polarity.value}" if one.polarity.value != "asserted" else ""
    yield _folded(f"{written_day(known.written.get(one.article))}{denied}: {words}", "  ", width)
    yield _folded(_where(known, claim, members), "      ", width)
    via = [known.speakers[hop.speaker].name for hop in one.via if hop.speaker in known.speakers]
    if via:
        yield _folded(f"passed on by {listed(via)}", "      ", width)
    for each in claim.differences if claim else ():
        yield _folded(f"differs, {each.kind.value}: {each.says}", "      ", width)


def _where(known: Index, claim: Claim | None, members: Sequence[Statement]) -> str:
    pages = [known.names[article] for article in dict.fromkeys(one.article for one in members)]
    told = f"{count(len(pages), 'page')}: {listed(pages)}"
    return (
        f"{count(claim.origins, 'text origin')}, {told}"
        if claim
        else f"on no other page here: {listed(pages)}"
    )


def _folded(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        " ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent + "    ",
        break_on_hyphens=False,
    )  # fmt: skip

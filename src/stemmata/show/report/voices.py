"""Who said what: each statement with its wordings, and how it reached the pages."""

from collections.abc import Iterable
from typing import NamedTuple

from stemmata.model import Claim, Differs, Event, Polarity, Statement, Variant
from stemmata.show.report.anchors import anchor
from stemmata.show.report.quoting import SAID, shortened
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.wording import Piece, Pieces, differences, folded
from stemmata.show.sayings_groups import in_order, verb
from stemmata.show.words import sure

DIFFERS = {
    Differs.WORDING: "wording differs",
    Differs.QUOTATION: "quotation marks differ",
    Differs.POLARITY: "asserted here, denied there",
    Differs.NUMBER: "number differs",
    Differs.DATE: "date differs",
    Differs.SPEAKER: "speaker differs",
    Differs.STRENGTH: "strength differs",
}
"""How each kind of difference reads; never "false"."""


class PageRef(NamedTuple):
    """A page, by its name and where it is shown."""

    name: str
    anchor: str


class Wording(NamedTuple):
    """One wording of a statement, marked where it differs from the first one shown."""

    pieces: Pieces
    pages: tuple[PageRef, ...]
    origins: tuple[str, ...]


class Voice(NamedTuple):
    """One statement across pages. ``relays`` are the ways it took, each from the speaker to a page."""

    anchor: str
    speaker: str
    role: str
    verb: str
    lead: str
    badges: tuple[str, ...]
    differences: tuple[str, ...]
    wordings: tuple[Wording, ...]
    relays: tuple[str, ...]
    pages: int
    origins: int
    informants: tuple[str, ...]
    first: PageRef | None
    sure: str
    confidence: float
    receipts: Receipts


class Voices(NamedTuple):
    """The statements of one event: those whose wordings differ, the others, and how many are left out."""

    differing: tuple[Voice, ...]
    alike: tuple[Voice, ...]
    more: int


class Utterance(NamedTuple):
    """One row of the list of everything said."""

    speaker: str
    verb: str
    says: str
    how: str
    via: str
    page: PageRef


def voices(clerk: Clerk, event: Event | None) -> Voices:
    """Return the statements of an event (None: of no event), those whose wordings differ first."""
    name = event.id if event else None
    claims = [one for one in clerk.index.case.claims if one.event == name]
    ranked = sorted(claims, key=lambda one: (not one.differences, -len(one.statements), one.id))
    shown = ranked[: clerk.limits.claims]
    return Voices(
        tuple(_voice(clerk, one) for one in shown if one.differences),
        tuple(_voice(clerk, one) for one in shown if not one.differences),
        len(ranked) - len(shown),
    )


def _voice(clerk: Clerk, claim: Claim) -> Voice:
    index = clerk.index
    speaker = index.speakers.get(claim.speaker)
    said = [index.statements[one] for one in claim.statements if one in index.statements]
    first = index.statements.get(claim.first) if claim.first else None
    wordings = _wordings(clerk, claim)
    return Voice(
        anchor("said", claim.id),
        speaker.name if speaker else "speaker not told",
        (speaker.role or "") if speaker else "",
        _verb(clerk, claim),
        _lead(clerk, claim),
        tuple(dict.fromkeys(DIFFERS[one.kind] for one in claim.differences)),
        tuple(clerk.quoting.told(one.says, longest=400) for one in claim.differences),
        wordings,
        tuple(dict.fromkeys(_relay(clerk, one) for one in said if one.via)),
        len({one.article for one in said}),
        claim.origins,
        _names(clerk, claim.informants),
        _page(clerk, first.article) if first else None,
        sure(claim.confidence),
        claim.confidence,
        clerk.receipts(claim.evidence),
    )


def _verb(clerk: Clerk, claim: Claim) -> str:
    """Return the verb that stands before the wording of the list."""
    index = clerk.index
    names = (name for variant in in_order(claim) for name in variant.statements)
    one = next((index.statements[name] for name in names if name in index.statements), None)
    return verb(index.articles[one.article], one) if one else ""


def _lead(clerk: Clerk, claim: Claim) -> str:
    """Return the wording that names a statement in a list."""
    ranked = in_order(claim)
    return shortened(_words(clerk, ranked[0]), 220) if ranked else ""


def _words(clerk: Clerk, variant: Variant) -> str:
    said = (clerk.index.statements.get(one) for one in variant.statements)
    article = next((one.article for one in said if one), "")
    words = clerk.quoting.repeated(variant.text, article, longest=700, account=SAID)
    return "(not quoted in this edition)" if words is None else words


def _wordings(clerk: Clerk, claim: Claim) -> tuple[Wording, ...]:
    limits, ranked = clerk.limits, in_order(claim)
    texts = [_words(clerk, one) for one in ranked]
    out = []
    for at, variant in enumerate(ranked):
        pieces: Pieces = (Piece("same", texts[0]),)
        if at:
            pieces = differences(texts[0], texts[at])[1]
        pieces = folded(pieces, longest=limits.alike, around=limits.around)
        out.append(Wording(pieces, _pages(clerk, variant), _origins(clerk, variant)))
    return tuple(out)


def _pages(clerk: Clerk, variant: Variant) -> tuple[PageRef, ...]:
    said = (clerk.index.statements.get(one) for one in variant.statements)
    return tuple(_page(clerk, name) for name in sorted({one.article for one in said if one}))


def _page(clerk: Clerk, article: str) -> PageRef:
    return PageRef(clerk.index.names[article], anchor("page", article))


def _origins(clerk: Clerk, variant: Variant) -> tuple[str, ...]:
    found = [clerk.index.origins[one] for one in variant.origins if one in clerk.index.origins]
    return tuple(dict.fromkeys(one.agency or clerk.index.label(one.node) for one in found))


def _names(clerk: Clerk, speakers: Iterable[str]) -> tuple[str, ...]:
    known = clerk.index.speakers
    return tuple(known[one].name if one in known else one for one in speakers)


def _relay(clerk: Clerk, statement: Statement) -> str:
    """Return the way from the speaker to the page; a site that relays its own page is named once."""
    names = [*_names(clerk, [statement.speaker, *(one.speaker for one in statement.via)])]
    page, site = clerk.index.names[statement.article], clerk.index.articles[statement.article].site
    while len(names) > 1 and names[-1] in {page, site}:
        names.pop()
    return " → ".join([*names, page])


def utterances(clerk: Clerk) -> tuple[tuple[Utterance, ...], int]:
    """Return everything said on the pages, page by page, and how many rows were left out.

    An edition for publication has no such list: it would print every quotation of every page.
    """
    if not clerk.quoting.whole:
        return (), len(clerk.index.case.statements)
    said = sorted(clerk.index.case.statements, key=lambda one: (clerk.index.names[one.article], one.span))
    rows = (_utterance(clerk, one) for one in said[: clerk.limits.utterances])
    shown = tuple(row for row in rows if row)
    return shown, len(said) - len(shown)


def _utterance(clerk: Clerk, one: Statement) -> Utterance | None:
    article = clerk.index.articles[one.article]
    words = (one.content[0] if one.content else one.span).of(article.text)
    says = clerk.quoting.repeated(words, article.id, longest=300, account=SAID)
    if not says:
        return None
    how = {"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}[one.type.value]
    if one.polarity is not Polarity.ASSERTED:
        how += f", {one.polarity.value}"
    speaker = _names(clerk, [one.speaker])[0] or one.source_text
    via = ", ".join(_names(clerk, (hop.speaker for hop in one.via)))
    return Utterance(speaker, verb(article, one), says, how, via, _page(clerk, one.article))

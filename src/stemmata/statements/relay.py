"""Who passes a statement on: by containment in the text, by the run of a story, by the page itself."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemmata.model import Article, Relay, Span, SpeakerKind
from stemmata.statements.draft import Draft

RUN = 1
"""Paragraphs over which a named relay is taken to go on. Set by hand."""
WHOLE_STORY = frozenset({"dateline", "byline", "footline"})
"""Ways of crediting an agency that claim the whole story for it."""


def parents(drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """Return for each statement the number of the smallest one whose content holds it, or None."""
    order = sorted(range(len(drafts)), key=lambda at: (drafts[at].span.start, -drafts[at].span.end))
    found: list[int | None] = [None] * len(drafts)
    open_: list[int] = []
    for at in order:
        open_ = [other for other in open_ if drafts[other].span.end > drafts[at].span.start]
        holding = [other for other in open_ if other != at and _holds(drafts[other], drafts[at])]
        found[at] = min(holding, key=lambda other: drafts[other].span.length) if holding else None
        open_.append(at)
    told = {
        (each.paragraph, each.content): at
        for at, each in reversed(list(enumerate(drafts)))
        if each.rule != "citing"
    }
    for at, draft in enumerate(drafts):
        if draft.rule == "citing":
            found[at] = told.get((draft.paragraph, draft.content))
    return tuple(found)


def relays(
    drafts: Sequence[Draft],
    above: Sequence[int | None],
    speakers: Sequence[str],
    told: Sequence[Relay | None],
    kinds: Mapping[str, SpeakerKind],
    page: Sequence[Relay],
) -> tuple[tuple[Relay, ...], ...]:
    """Return for each statement who relays it, nearest first: in the text, then ``page``'s own agency and site.

    ``told`` are the newsrooms that statements were made to, by their sentences.
    """
    explicit = [_chain(at, drafts, above, speakers, told) for at in range(len(drafts))]
    passed = _passed(drafts, speakers, [_first_media(chain, kinds) for chain in explicit])
    made: list[tuple[Relay, ...]] = []
    for at, chain in enumerate(explicit):
        inferred = () if chain or above[at] is not None else _run_on(drafts[at], speakers[at], passed, kinds)
        known = {speakers[at], *(relay.speaker for relay in (*chain, *inferred))}
        own = tuple(relay for relay in page if relay.speaker not in known)
        made.append((*chain, *inferred, *own))
    return tuple(made)


def agencies(article: Article) -> tuple[tuple[str, Span], ...]:
    """Return the agencies the page credits with its whole story, with the span that does so. *Agencies* is no name."""
    found: dict[str, Span] = {}
    if article.dateline and article.dateline.agency:
        found[article.dateline.agency] = article.dateline.span
    for credit in article.credits:
        if credit.how in WHOLE_STORY:
            found.setdefault(credit.agency, credit.span)
    return tuple((name, span) for name, span in found.items() if name != name.lower())


def _holds(outer: Draft, inner: Draft) -> bool:
    if inner.rule == "citing":
        return False
    pieces = [
        span
        for span in (*inner.content, inner.cue, inner.source if inner.rule != "continued" else None)
        if span
    ]
    own = [span for span in (outer.cue, outer.source) if span]
    return (
        outer.cue != inner.cue
        and all(
            any(part.contains(piece) for part in outer.content)
            or (outer.rule == "cited" and piece == inner.cue)
            for piece in pieces
        )
        and not any(piece.contains(span) for piece in inner.content for span in own)
    )


def _chain(
    at: int,
    drafts: Sequence[Draft],
    above: Sequence[int | None],
    speakers: Sequence[str],
    told: Sequence[Relay | None],
) -> tuple[Relay, ...]:
    hearer = told[at]
    found: list[Relay] = [hearer] if hearer and hearer.speaker != speakers[at] else []
    outer = above[at]
    while outer is not None:
        if speakers[outer] not in {speakers[at], *(relay.speaker for relay in found)}:
            found.append(Relay(speakers[outer], drafts[outer].source or drafts[outer].cue, explicit=True))
        outer = above[outer]
    return tuple(found)


def _first_media(chain: Sequence[Relay], kinds: Mapping[str, SpeakerKind]) -> Relay | None:
    return next((relay for relay in chain if kinds[relay.speaker] is SpeakerKind.MEDIA), None)


def _passed(
    drafts: Sequence[Draft], speakers: Sequence[str], newsrooms: Sequence[Relay | None]
) -> Mapping[tuple[str, int], Sequence[tuple[int, Relay]]]:
    """Return where, and by whom, each speaker is relayed in each paragraph."""
    found: dict[tuple[str, int], list[tuple[int, Relay]]] = defaultdict(list)
    for draft, speaker, relay in zip(drafts, speakers, newsrooms, strict=True):
        if relay is not None:
            found[speaker, draft.paragraph].append((draft.span.start, relay))
    return found


def _run_on(
    draft: Draft,
    speaker: str,
    passed: Mapping[tuple[str, int], Sequence[tuple[int, Relay]]],
    kinds: Mapping[str, SpeakerKind],
) -> tuple[Relay, ...]:
    """Infer that a statement comes through the newsroom that relays the same speaker right beside it."""
    if not passed or kinds[speaker] is SpeakerKind.MEDIA:
        return ()
    for far in range(RUN + 1):
        for paragraph in dict.fromkeys((draft.paragraph - far, draft.paragraph + far)):
            near = passed.get((speaker, paragraph))
            if near:
                relay = min(near, key=lambda each: abs(each[0] - draft.span.start))[1]
                return (Relay(relay.speaker, relay.span, explicit=False),)
    return ()

"""The stage: who said what, through whom, and the same statement across articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemmata.model import (
    Article,
    Claim,
    Event,
    Family,
    Link,
    Node,
    Origin,
    Relay,
    Sourcing,
    Speaker,
    SpeakerKind,
    Statement,
    Written,
    content_id,
)  # fmt: skip
from stemmata.ports import Linguist
from stemmata.statements.cast import Cast, find_cast
from stemmata.statements.claims import find_claims
from stemmata.statements.clauses import told_in_clauses
from stemmata.statements.cues import cues
from stemmata.statements.direct import unclaimed
from stemmata.statements.draft import Draft
from stemmata.statements.hearers import hearers
from stemmata.statements.joining import joined
from stemmata.statements.joins import Mention
from stemmata.statements.kinds import canonical
from stemmata.statements.labels import labelled
from stemmata.statements.likeness import Told
from stemmata.statements.lines import lines
from stemmata.statements.people import people
from stemmata.statements.reference import Reference
from stemmata.statements.relay import agencies, parents, relays
from stemmata.statements.reported import reported
from stemmata.statements.resolving import references
from stemmata.statements.settings import StatementSettings
from stemmata.statements.sourcing import find_sourcing, informants
from stemmata.statements.standing import events_of, standing
from stemmata.statements.telling import one_told
from stemmata.text.linguists import PLAIN

_SETTINGS = StatementSettings()


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that was said, by whom, which of it is the same, and whom the reports had it from."""

    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[Claim, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """One article's statements, each with the words for its source resolved, and the page's own relays."""

    article: Article
    drafts: tuple[Draft, ...]
    references: tuple[Reference, ...]
    hearers: tuple[Reference | None, ...]
    page: tuple[Reference, ...]

    @property
    def all(self) -> tuple[Reference, ...]:
        """Every reference, in the order in which the cast is asked: statements, their hearers, the page."""
        return (*self.references, *(each for each in self.hearers if each is not None), *self.page)


def read_statements(
    articles: Sequence[Article],
    families: Sequence[Family],
    nodes: Sequence[Node],
    links: Sequence[Link],
    origins: Sequence[Origin],
    events: Sequence[Event],
    written: Sequence[Written],
    settings: StatementSettings = _SETTINGS,
    linguist: Linguist = PLAIN,
) -> Spoken:
    """Read every article, name its speakers, and bring the same statements together.

    ``linguist`` tells where sentences end and names stand: our own rules, unless the user asks for a pipeline.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    heard = [hear(article, settings, linguist) for article in ordered]
    scopes = _scopes(ordered, families, events)
    mentions = [mention for each in heard for mention in _mentions(each, scopes[each.article.id])]
    cast = find_cast(mentions, _roles(ordered))
    speakers = cast.by_id()
    told, keys = _told(heard, cast, speakers, scopes)
    statements = tuple(sorted((each.statement for each in told), key=lambda statement: statement.id))
    rules = {each.statement.id: each.statement.evidence[0].rule for each in told}
    sources = informants(statements, speakers, rules)
    ground = standing(nodes, links, origins, events, written, sources)
    return Spoken(
        statements=statements,
        speakers=cast.speakers,
        claims=find_claims(told, ground, settings),
        sourcing=find_sourcing(events, ordered, statements, speakers, sources, rules, keys),
    )


def hear(article: Article, settings: StatementSettings, linguist: Linguist = PLAIN) -> Heard:
    """Return the statements of one article. A language without cue frames has none."""
    known = cues(article.language)
    page = _page(article)
    if known is None:
        return Heard(article, (), (), (), page)
    if known.order == "clauses":
        read = lines(article, linguist)
        drafts = told_in_clauses(article, read, known, settings)
    else:
        read = joined(lines(article, linguist), known)
        drafts = [draft for line in read for draft in reported(article, line, known, settings)]
    drafts.extend(labelled(article, read, known, settings))
    drafts.sort(key=_place)
    drafts.extend(unclaimed(article, read, drafts, known, settings))
    drafts = _distinct(drafts)
    named = people(article, known, linguist)
    told = hearers(article, read, drafts, named, known)
    return Heard(article, tuple(drafts), references(article, drafts, named, known), told, page)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts in order of the text; of two with one cue and content, the surer."""
    found: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (draft.span, draft.content, draft.core)
        if key not in found or found[key].confidence < draft.confidence:
            found[key] = draft
    return sorted(found.values(), key=_place)


def _place(draft: Draft) -> tuple[object, ...]:
    return draft.span, draft.cue or draft.span, draft.content


def _page(article: Article) -> tuple[Reference, ...]:
    """Return the page's own relays: the agencies it credits, then its site."""
    found = []
    for name, span in agencies(article):
        short = canonical(name, article.language)
        says = f"The page credits {short} with the story."
        key = ("body", "", *sorted(short.lower().split()))
        found.append(Reference(SpeakerKind.MEDIA, short, key, None, "credit", says, 1.0, span))
    site = article.publisher or article.site
    if site:
        key = ("site", (article.site or site).lower())
        found.append(
            Reference(SpeakerKind.MEDIA, site, key, None, "site", f"The page is {site}’s.", 1.0, None)
        )
    return tuple(found)


def _scopes(
    articles: Sequence[Article], families: Sequence[Family], events: Sequence[Event]
) -> dict[str, str]:
    """Return for each article the event, else the family, within which surnames and classes are shared."""
    family = {name: each.id for each in families for name in each.articles}
    event = events_of(events)
    return {article.id: event.get(article.id) or family.get(article.id) or article.id for article in articles}


def _roles(articles: Sequence[Article]) -> dict[str, str]:
    """Return what each calling is about, in all the languages of the articles."""
    known = [cues(code) for code in sorted({article.language for article in articles})]
    return {word: sort for each in known if each is not None for word, sort in each.roles.items()}


def _mentions(heard: Heard, scope: str) -> list[Mention]:
    text = heard.article.text
    made = [
        Mention(heard.article.id, scope, draft.core.of(text) if draft.core else "", reference)
        for draft, reference in zip(heard.drafts, heard.references, strict=True)
    ]
    others = heard.all[len(made) :]
    return [*made, *(Mention(heard.article.id, scope, "", reference) for reference in others)]


def _told(
    heard: Sequence[Heard], cast: Cast, speakers: Mapping[str, Speaker], scopes: Mapping[str, str]
) -> tuple[list[Told], dict[str, str]]:
    """Turn drafts into statements, article by article; also return the sort of key of every speaker."""
    found: list[Told] = []
    keys: dict[str, str] = {}
    at = 0
    for each in heard:
        ids = cast.ids[at : at + len(each.all)]
        at += len(each.all)
        keys.update((name, reference.key[0]) for name, reference in zip(ids, each.all, strict=True))
        found.extend(_in_article(each, ids, speakers, scopes[each.article.id]))
    return found, keys


def _in_article(
    heard: Heard, named: Sequence[str], speakers: Mapping[str, Speaker], scope: str
) -> list[Told]:
    """Make the statements of one article; ``named`` are the ids of all its references, in order."""
    article, drafts = heard.article, heard.drafts
    above = parents(drafts)
    said, rest = named[: len(drafts)], list(named[len(drafts) :])
    told = [Relay(rest.pop(0), each.place, explicit=True) if each else None for each in heard.hearers]
    page = [
        Relay(name, ref.place, explicit=ref.place is not None)
        for name, ref in zip(rest, heard.page, strict=True)
    ]
    kinds = {name: speaker.kind for name, speaker in speakers.items()}
    through = relays(drafts, above, said, told, kinds, page)
    ids = _ids(article, drafts)
    return [
        one_told(
            article,
            draft,
            heard.references[at],
            ids[at],
            speakers[said[at]],
            through[at],
            _id_of(ids, above[at]),
            scope,
        )
        for at, draft in enumerate(drafts)
    ]


def _ids(article: Article, drafts: Sequence[Draft]) -> list[str]:
    """Return content ids; a number parts statements of one article in the very same words."""
    return [
        content_id(
            "s",
            article.id,
            str(draft.span),
            str(draft.cue),
            *(str(span) for span in draft.content),
            str(draft.core),
        )
        for draft in drafts
    ]


def _id_of(ids: Sequence[str], at: int | None) -> str | None:
    return None if at is None else ids[at]

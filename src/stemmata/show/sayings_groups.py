"""The statements of a speaker, the same one on several pages once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemmata.model import Article, Claim, Role, Span, Statement, Variant
from stemmata.show.index import Index

_LEAD = 48
"""Letters between the verb and what was said, at most."""


class Group(NamedTuple):
    """A statement with the places where it stands; ``claim`` is None where it stands on one page alone."""

    claim: Claim | None
    members: tuple[Statement, ...]

    def shown(self) -> Statement:
        """Return the member whose wording stands for all: that of the first text if that is told, else the most told."""
        claim = self.claim
        if claim is None:
            return self.members[0]
        ids = {one.id: one for one in self.members}
        told = (ids[name] for variant in in_order(claim) for name in variant.statements if name in ids)
        return next(told, self.members[0])

    def pages(self, known: Index) -> list[str]:
        """Return the names of the pages, each once, in their order."""
        return [known.names[article] for article in dict.fromkeys(one.article for one in self.members)]


def in_order(claim: Claim) -> list[Variant]:
    """Return the wordings of a claim: that of the first text first, then the most told."""
    return sorted(
        claim.variants, key=lambda one: (claim.first not in one.statements, -len(one.statements), one.text)
    )


def verb(article: Article, one: Statement) -> str:
    """Return the words by which a page leads to what was said ("praised", "denied that"); empty where they follow it."""
    if one.cue is None or not one.content or one.cue.end > one.content[0].start:
        return ""
    lead = Span(one.cue.start, one.content[0].start)
    names_it = one.source is not None and lead.contains(one.source)
    words = " ".join(lead.of(article.text).split())
    return "" if names_it or len(words) > _LEAD or set(words) & set(",;:.") else words


def in_headline(article: Article, one: Statement) -> bool:
    """Whether a statement stands in its page's headline."""
    return any(title.contains(one.span) for title in article.spans(Role.TITLE))


def by_speaker(known: Index, found: Sequence[Statement]) -> dict[str, list[Group]]:
    """Return for each speaker the statements in their order, those of one claim together where its first stands."""
    by: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        by[one.speaker].append(one)
    claims = {one: claim for claim in known.case.claims for one in claim.statements}
    return {name: _groups(claims, said) for name, said in by.items()}


def _groups(claims: Mapping[str, Claim], said: Sequence[Statement]) -> list[Group]:
    groups: dict[str, list[Statement]] = {}
    for one in said:
        claim = claims.get(one.id)
        groups.setdefault(claim.id if claim else one.id, []).append(one)
    return [Group(claims.get(members[0].id), tuple(members)) for members in groups.values()]

"""The same statement in several articles: which ones, in which variants."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemmata.model import Claim, Evidence, Place, Variant, content_id
from stemmata.statements.differences import differences
from stemmata.statements.likeness import Comparison, Likeness, Told, own_quotations
from stemmata.statements.settings import StatementSettings
from stemmata.statements.standing import Standing
from stemmata.statements.wording import Rarity

Own = Mapping[str, frozenset[tuple[str, ...]]]


class Group(NamedTuple):
    """Statements that are one claim, and how alike their pairs are."""

    told: tuple[Told, ...]
    scores: tuple[float, ...]

    @classmethod
    def of(cls, parts: Sequence["Group"]) -> "Group":
        """Return several groups as one."""
        told = tuple(each for part in parts for each in part.told)
        return (
            parts[0] if len(parts) == 1 else cls(told, (*(one for part in parts for one in part.scores), 1.0))
        )


def find_claims(told: Sequence[Told], standing: Standing, settings: StatementSettings) -> tuple[Claim, ...]:
    """Return the claims: statements that several articles share, with their variants and differences."""
    if len({each.statement.article for each in told}) < 2:
        return ()
    scopes: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        scopes[each.scope].append(each)
    own = own_quotations(told, settings)
    groups = [group for scope in sorted(scopes) for group in _in_scope(scopes[scope], own, settings)]
    groups = _across(groups, own) if len(scopes) > 1 else groups
    found = [_claim(group, standing) for group in groups if _several(group)]
    return tuple(sorted(found, key=lambda claim: claim.id))


def _several(group: "Group") -> bool:
    return len({each.statement.article for each in group.told}) > 1


def _across(groups: Sequence["Group"], own: Own) -> list["Group"]:
    """Join groups of different events that hold the same long quotation: nothing less is one claim over events."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for quote in sorted({quote for each in group.told for quote in own[each.statement.id]}):
            holders[quote].append(number)
    first = list(range(len(groups)))
    for numbers in holders.values():
        for number in numbers[1:]:
            one, other = _root(first, numbers[0]), _root(first, number)
            first[max(one, other)] = min(one, other)
    joined: dict[int, list[Group]] = defaultdict(list)
    for number, group in enumerate(groups):
        joined[_root(first, number)].append(group)
    return [Group.of(parts) for parts in joined.values()]


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number


def _in_scope(told: Sequence[Told], own: Own, settings: StatementSettings) -> list["Group"]:
    """Compare each wording of a speaker once, however many pages copy it; one page alone has nothing to compare."""
    if len({each.statement.article for each in told}) < 2:
        return [Group((each,), ()) for each in sorted(told, key=_id)]
    copies: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        copies[_sameness(each)].append(each)
    for alike in copies.values():
        alike.sort(key=_id)
    kept = sorted((alike[0] for alike in copies.values()), key=_id)
    pairs = Comparison(Rarity.among([each.wording for each in kept]), own, settings).pairs(kept)
    groups = _grouped(len(kept), pairs)
    inside: dict[int, list[Likeness]] = defaultdict(list)
    home = {at: number for number, group in enumerate(groups) for at in group}
    for pair in pairs:
        if home[pair.left] == home[pair.right]:
            inside[home[pair.left]].append(pair)
    made = []
    for number, group in enumerate(groups):
        members = [each for at in group for each in copies[_sameness(kept[at])]]
        made.append(Group(tuple(members), tuple(pair.score for pair in inside[number])))
    return made


def _sameness(told: Told) -> tuple[object, ...]:
    """Return what makes two statements copies: words, marks, speaker, polarity, strength, relays in the text."""
    one = told.statement
    relays = frozenset(relay.speaker for relay in one.via)
    return told.wording.plain, told.wording.marked, one.speaker, one.polarity, told.strength, relays


def _id(told: Told) -> str:
    return told.statement.id


def _grouped(count: int, pairs: Sequence[Likeness]) -> list[list[int]]:
    """Join pairs, best first, while at least half of the pairs between two groups are alike."""
    group = {at: [at] for at in range(count)}
    alike = {(pair.left, pair.right) for pair in pairs} | {(pair.right, pair.left) for pair in pairs}
    for pair in pairs:
        one, other = group[pair.left], group[pair.right]
        if one is other:
            continue
        ties = sum(1 for left in one for right in other if (left, right) in alike)
        if ties * 2 >= len(one) * len(other):
            one.extend(other)
            for at in other:
                group[at] = one
    unique = {id(members): sorted(members) for members in group.values()}
    return sorted(unique.values())


def _claim(group: Group, standing: Standing) -> Claim:
    told = sorted(group.told, key=_id)
    ids = tuple(each.statement.id for each in told)
    articles = {each.statement.article for each in told}
    speakers = Counter(each.statement.speaker for each in told)
    speaker = min(speakers, key=lambda name: (-speakers[name], name))
    mean = math.fsum(group.scores) / len(group.scores) if group.scores else 1.0
    return Claim(
        id=content_id("c", ids[0]),
        was=(),
        event=standing.event(articles),
        speaker=speaker,
        statements=ids,
        variants=_variants(told, standing),
        differences=differences(told, standing.origins),
        origins=len(standing.origins(articles)),
        informants=tuple(sorted({standing.informant(each.statement) for each in told} - {""})),
        first=standing.first([each.statement for each in told]),
        confidence=round(min(0.95, 0.45 + mean / 2), 4),
        evidence=(
            _evidence(told, articles, mean, standing),
            standing.why_first([each.statement for each in told]),
        ),
    )


def _evidence(told: Sequence[Told], articles: set[str], mean: float, standing: Standing) -> Evidence:
    origins = len(standing.origins(articles))
    return Evidence(
        "same-statement",
        f"{len(articles)} pages carry it and share {mean:.0%} of its words by weight; "
        f"behind them stand {origins} text origin{'s' if origins != 1 else ''} among these pages.",
        round(mean, 4),
        tuple(Place(each.statement.article, each.statement.span) for each in told),
    )


def _variants(told: Sequence[Told], standing: Standing) -> tuple[Variant, ...]:
    """Return the wordings: words in one spelling, with the places of quotation marks."""
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        groups[each.wording.plain, each.wording.marked, each.statement.polarity].append(each)
    made = []
    for group in groups.values():
        origins = standing.origins({each.statement.article for each in group})
        made.append(
            Variant(group[0].text, tuple(each.statement.id for each in group), tuple(sorted(origins)))
        )
    return tuple(sorted(made, key=lambda variant: (-len(variant.statements), variant.text)))

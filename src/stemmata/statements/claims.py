"""The same statement in several articles: which ones, in which variants."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemmata.model import Claim, Evidence, Place, Polarity, SpeakerKind, Statement, Variant, content_id
from stemmata.statements.differences import differences
from stemmata.statements.settings import StatementSettings
from stemmata.statements.standing import Standing
from stemmata.statements.wording import Rarity, Wording, carries

VAGUE = frozenset({SpeakerKind.UNNAMED, SpeakerKind.MEDIA})
"""Kinds of speaker that one report names and another paraphrases: experts are observers, state media the agency."""
POINTED = frozenset({"praised", "criticised", "pledged", "accused"})
RAREST = 8
"""Stems by which candidates are looked up."""
WIDEST = 60
"""Statements that share a stem at most for it to bring them together."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what claims need of it: its words, its strength, its article's name and event."""

    statement: Statement
    wording: Wording
    strength: str
    verb: str
    text: str
    label: str
    scope: str
    name: str
    kind: SpeakerKind


class Likeness(NamedTuple):
    """Two statements, by number, and how alike they are."""

    score: float
    left: int
    right: int


def find_claims(told: Sequence[Told], standing: Standing, settings: StatementSettings) -> tuple[Claim, ...]:
    """Return the claims: statements that several articles share, with their variants and differences."""
    scopes: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        scopes[each.scope].append(each)
    found = [claim for scope in sorted(scopes) for claim in _in_scope(scopes[scope], standing, settings)]
    return tuple(sorted(found, key=lambda claim: claim.id))


def _in_scope(told: Sequence[Told], standing: Standing, settings: StatementSettings) -> list[Claim]:
    """Compare each wording of a speaker once, however many pages copy it."""
    copies: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in sorted(told, key=_id):
        copies[_sameness(each)].append(each)
    kept = [group[0] for group in copies.values()]
    pairs = _pairs(kept, Rarity.among([each.wording for each in kept]), settings)
    groups = _grouped(len(kept), pairs)
    inside: dict[int, list[Likeness]] = defaultdict(list)
    home = {at: number for number, group in enumerate(groups) for at in group}
    for pair in pairs:
        if home[pair.left] == home[pair.right]:
            inside[home[pair.left]].append(pair)
    made = []
    for number, group in enumerate(groups):
        members = [each for at in group for each in copies[_sameness(kept[at])]]
        if len({each.statement.article for each in members}) > 1:
            made.append(_claim(members, inside[number], standing))
    return made


def _sameness(told: Told) -> tuple[object, ...]:
    """Return what makes two statements copies: words, marks, speaker, polarity, strength, relays in the text."""
    one = told.statement
    relays = frozenset(relay.speaker for relay in one.via)
    return told.wording.plain, told.wording.marked, one.speaker, one.polarity, told.strength, relays


def _id(told: Told) -> str:
    return told.statement.id


def _pairs(told: Sequence[Told], rarity: Rarity, settings: StatementSettings) -> list[Likeness]:
    """Return the pairs alike enough to be one claim, the best first."""
    postings: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        for key in rarity.rarest(each.wording.stems, RAREST):
            postings[key].append(at)
    met = {
        (one, other)
        for places in postings.values()
        if len(places) <= WIDEST
        for number, one in enumerate(places)
        for other in places[number + 1 :]
    }
    masses = [rarity.mass(each.wording.stems) for each in told]
    found = []
    for one, other in met:
        score = _likeness(told[one], told[other], masses[one], masses[other], rarity, settings)
        if score is not None:
            found.append(Likeness(score, one, other))
    return sorted(
        found, key=lambda pair: (-pair.score, told[pair.left].statement.id, told[pair.right].statement.id)
    )


def _likeness(
    one: Told, other: Told, mass: float, other_mass: float, rarity: Rarity, settings: StatementSettings
) -> float | None:
    """Return how alike two statements are, 0 to 1, or None when they are not one claim."""
    left, right = one.statement, other.statement
    shared = one.wording.stems & other.wording.stems
    if not shared or _passes_on(left, right) or _passes_on(right, left) or min(mass, other_mass) <= 0:
        return None
    common = rarity.mass(shared)
    score = common / math.sqrt(mass * other_mass)
    if (one.kind is SpeakerKind.MEDIA) != (other.kind is SpeakerKind.MEDIA):
        return None
    if left.speaker != right.speaker and (one.kind is not other.kind or one.kind not in VAGUE):
        return score if score >= settings.crossed and len(shared) >= settings.fewest else None
    if left.article != right.article and _same_object(one, other):
        return max(score, settings.same)
    part = common / min(mass, other_mass)
    fewest = min(len(one.wording.stems), len(other.wording.stems))
    if left.article == right.article:
        return score if score >= settings.crossed else None
    enough = settings.pointed if _pointed(one, other) else settings.same
    if len(shared) > 1 and (score >= enough or (part >= settings.contained and fewest >= settings.fewest)):
        return max(score, settings.same)
    return None


def _same_object(one: Told, other: Told) -> bool:
    """Whether both call the same thing something: described *the order* as X, described *the order* as Y."""
    if not one.strength == other.strength == "described":
        return False
    left, right = _object(one), _object(other)
    return bool(left) and left == right


def _object(told: Told) -> tuple[str, ...]:
    plain = told.wording.plain
    named = plain[: plain.index("as")] if "as" in plain else ()
    return tuple(word for word in named if carries(word, "en"))


def _pointed(one: Told, other: Told) -> bool:
    """Whether both speakers do the same pointed thing: both deny, both praise."""
    denied = one.statement.polarity is other.statement.polarity is Polarity.DENIED
    return denied or (one.strength == other.strength and one.strength in POINTED)


def _passes_on(one: Statement, other: Statement) -> bool:
    """Whether ``one``'s speaker relays ``other``: then theirs are two claims, that it was said and what was."""
    return one.speaker in {relay.speaker for relay in other.via} or one.parent == other.id


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


def _claim(told: Sequence[Told], pairs: Sequence[Likeness], standing: Standing) -> Claim:
    told = sorted(told, key=_id)
    ids = tuple(each.statement.id for each in told)
    articles = {each.statement.article for each in told}
    speakers = Counter(each.statement.speaker for each in told)
    speaker = min(speakers, key=lambda name: (-speakers[name], name))
    mean = math.fsum(pair.score for pair in pairs) / len(pairs) if pairs else 1.0
    return Claim(
        id=content_id("c", ids[0]),
        was=(),
        event=standing.event(articles),
        speaker=speaker,
        statements=ids,
        variants=_variants(told, standing),
        differences=differences(told),
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

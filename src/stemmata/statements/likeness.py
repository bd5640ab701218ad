"""How alike two statements are, and whether that makes them one claim."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from stemmata.model import Article, Polarity, SpeakerKind, Statement
from stemmata.statements.settings import StatementSettings
from stemmata.statements.wording import Rarity, Wording, alike, carries, quotes, wording

VAGUE = frozenset({SpeakerKind.UNNAMED, SpeakerKind.MEDIA})
"""Kinds of speaker that one report names and another paraphrases: experts are observers, state media the agency."""
POINTED = frozenset({"praised", "criticised", "pledged", "accused"})
RAREST = 14
"""Stems by which candidates are looked up."""
BRIEF = 16
"""Words of a statement at most that is looked up by its pairs of words, too."""
MOST_WORDS = 60
"""Words at most of statements whose order of words is compared."""
FEWEST = 3
"""Words of a statement at least whose order of words tells anything."""
WHOLE = 0.999
WIDEST = 60
"""Statements that share a stem at most for it to bring them together."""


@dataclass(frozen=True)
class Told:
    """A statement with what claims need of it: its words, its strength, its article's name and event.

    The words are looked at when they are asked for: most statements stand in one article alone.
    """

    statement: Statement
    article: Article
    strength: str
    verb: str
    text: str
    label: str
    scope: str
    name: str
    kind: SpeakerKind
    role: str

    @cached_property
    def wording(self) -> Wording:
        """The words of the content as they are compared."""
        return wording(self.article, self.statement.content, self.statement.quoted)

    @cached_property
    def quotes(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quotation inside."""
        return quotes(self.article, self.statement.quoted)


class Likeness(NamedTuple):
    """Two statements, by number, and how alike they are."""

    score: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two statements of an event are compared by: how rare its words are, which quotations are whose own."""

    rarity: Rarity
    own: Mapping[str, frozenset[tuple[str, ...]]]
    settings: StatementSettings

    def pairs(self, told: Sequence[Told]) -> list[Likeness]:
        """Return the pairs alike enough to be one claim, the best first."""
        postings: dict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(told):
            for key in (*self.rarity.rarest(each.wording.stems, RAREST), *_pairs_of_words(each)):
                postings[key].append(at)
        met = Counter(
            pair for places in postings.values() if len(places) <= WIDEST for pair in combinations(places, 2)
        )
        masses = [self.rarity.mass(each.wording.stems) for each in told]
        found = []
        for (one, other), times in met.items():
            if times < 2 and not _describe(told[one], told[other]):
                continue
            score = self._likeness(told[one], told[other], masses[one], masses[other])
            if score is not None:
                found.append(Likeness(score, one, other))
        return sorted(
            found, key=lambda pair: (-pair.score, told[pair.left].statement.id, told[pair.right].statement.id)
        )

    def _likeness(self, one: Told, other: Told, mass: float, other_mass: float) -> float | None:
        """Return how alike two statements are, 0 to 1, or None when they are not one claim."""
        left, right = one.statement, other.statement
        shared = one.wording.stems & other.wording.stems
        if _passes_on(left, right) or _passes_on(right, left):
            return None
        apart = left.article != right.article
        if apart and left.speaker == right.speaker and self._reworded(one, other):
            return max(self.settings.reworded, alike(one.wording.plain, other.wording.plain))
        if not shared or min(mass, other_mass) <= 0:
            return None
        common = self.rarity.mass(shared)
        score = common / math.sqrt(mass * other_mass)
        if apart and self.own[left.id] & self.own[right.id]:
            return 1.0
        if apart and self._repeats(one, other):
            return self.settings.crossed
        if (one.kind is SpeakerKind.MEDIA) != (other.kind is SpeakerKind.MEDIA):
            return None
        settings = self.settings
        if left.speaker != right.speaker and (left.polarity is Polarity.DENIED) != (
            right.polarity is Polarity.DENIED
        ):
            return None
        if not _speak_alike(one, other):
            return score if score >= settings.crossed and len(shared) >= settings.fewest else None
        if not apart:
            return score if score >= settings.crossed else None
        if _count_otherwise(one, other):
            mass, other_mass = self._uncounted(one), self._uncounted(other)
            if min(mass, other_mass) <= 0:
                return None
            score = common / math.sqrt(mass * other_mass)
        part = common / min(mass, other_mass)
        return max(score, settings.same) if self._same(one, other, score, part, len(shared)) else None

    def _reworded(self, one: Told, other: Told) -> bool:
        """Whether nearly the same words stand in the same order, small ones included."""
        left, right = one.wording.plain, other.wording.plain
        fewest = min(len(left), len(right))
        if fewest < FEWEST or max(len(left), len(right)) > MOST_WORDS:
            return False
        enough = self.settings.reworded if fewest >= self.settings.fewest else self.settings.contained
        return alike(left, right) >= enough

    def _repeats(self, one: Told, other: Told) -> bool:
        """Whether the two of them are told to have spoken the very same sentence, in quotation marks."""
        left, right = one.wording, other.wording
        whole = all(left.marked) and all(right.marked) and left.plain == right.plain
        return whole and len(left.plain) >= self.settings.fewest and len(left.stems) > 1

    def _uncounted(self, told: Told) -> float:
        """Return the weight of a statement without its numbers: another number is a difference, not another claim."""
        counts = told.wording.stems & {number for number, _ in told.wording.numbers}
        return self.rarity.mass(told.wording.stems - counts)

    def _same(self, one: Told, other: Told, score: float, part: float, shared: int) -> bool:
        """Whether two statements of one speaker in two articles are one: ``part`` is the share of the shorter."""
        settings = self.settings
        if _same_object(one, other):
            return True
        if shared < 2:
            return False
        enough = settings.pointed if _pointed(one, other) else settings.same
        counted = part >= settings.counted and _counts_alike(one, other)
        quoted = part >= WHOLE and _quotes_part(one, other)
        fewest = min(len(one.wording.stems), len(other.wording.stems))
        contained = part >= settings.contained and fewest >= settings.fewest
        return score >= enough or counted or quoted or contained


def _pairs_of_words(told: Told) -> tuple[str, ...]:
    """Return neighbouring words as keys: short statements share few rare words."""
    plain = told.wording.plain
    if len(plain) > BRIEF:
        return ()
    return tuple(sorted({f"{one} {other}" for one, other in pairwise(plain)}))


def own_quotations(
    told: Sequence[Told], settings: StatementSettings
) -> dict[str, frozenset[tuple[str, ...]]]:
    """Return for each statement its long quotations, without those that a statement inside it holds."""
    inside: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in told:
        if each.statement.parent is not None:
            inside[each.statement.parent].update(each.quotes)
    return {
        each.statement.id: frozenset(
            quote
            for quote in each.quotes
            if len(quote) >= settings.verbatim and quote not in inside[each.statement.id]
        )
        for each in told
    }


def _speak_alike(one: Told, other: Told) -> bool:
    """Whether the speakers are one, both vague, or one is the other's spokesman."""
    if one.statement.speaker == other.statement.speaker:
        return True
    if one.kind is other.kind and one.kind in VAGUE:
        return True
    return _speaks_for(one, other) or _speaks_for(other, one)


def _speaks_for(one: Told, other: Told) -> bool:
    return "spokes" in one.role and other.kind is not SpeakerKind.PERSON and other.name.lower() in one.role


def _counts_alike(one: Told, other: Told) -> bool:
    """Whether both count as many of the same: *11 letters*, *4,200 people*."""
    return any(len(number) > 1 for number, _ in one.wording.numbers & other.wording.numbers)


def _count_otherwise(one: Told, other: Told) -> bool:
    """Whether both count the same things and differ in every number."""
    left, right = one.wording.numbers, other.wording.numbers
    return not left & right and bool({counted for _, counted in left} & {counted for _, counted in right})


def _quotes_part(one: Told, other: Told) -> bool:
    """Whether one quotes a few of the words that the other quotes at length."""
    return any(
        f" {' '.join(few)} " in f" {' '.join(many)} "
        for short, long in ((one, other), (other, one))
        for few in short.wording.quotes
        for many in long.wording.quotes
    )


def _same_object(one: Told, other: Told) -> bool:
    """Whether both call the same thing something: described *the order* as X, described *the order* as Y."""
    if not _describe(one, other):
        return False
    left, right = _object(one), _object(other)
    return bool(left) and left == right


def _describe(one: Told, other: Told) -> bool:
    return one.strength == other.strength == "described"


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

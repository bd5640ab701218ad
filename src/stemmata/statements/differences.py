"""In what the variants of a claim differ: "differs", never "false"."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Protocol

from stemmata.model import Difference, Differs, Statement
from stemmata.statements.reference import UNKNOWN
from stemmata.statements.wording import Wording, alike, carries
from stemmata.text.stems import stem

NEUTRAL = frozenset(
    {"said", "told", "described", "spoke of", "quoted", "asked", "insisted", "stressed", "showed"}
)
"""Strengths that a change between does not alter the sense."""
ALIKE = 0.5
"""Share of the shorter quotation's stems that makes two quotations versions of one. Set by hand."""

TURNED = 0.6
"""Share of the shorter content's stems in common when its main verb is negated on one side. Set by hand."""
REWORDED = 0.66
"""The same by the words in order, small ones included."""
NEGATED = 0.7
"""Share of all stems that two contents have in common when a negation on one side turns the other round."""


class Compared(Protocol):
    """What is needed of a statement to compare it."""

    @property
    def statement(self) -> Statement: ...
    @property
    def wording(self) -> Wording: ...
    @property
    def strength(self) -> str: ...
    @property
    def verb(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def name(self) -> str: ...


Origins = Callable[[set[str]], frozenset[str]]
Held = tuple[tuple[str, ...], Sequence[Compared]]


def differences(told: Sequence[Compared], origins: Origins = frozenset) -> tuple[Difference, ...]:
    """Return every kind of difference among the statements of one claim, each once.

    ``origins`` tells how many independent text origins articles go back to: by them a wording has the majority.
    """
    found = [
        *_quoted_words(told, origins),
        *_moved_marks(told),
        *_by(told, Differs.POLARITY, _polarity, "the polarity"),
        *_negations(told),
        *_numbers(told),
        *_days(told),
        *_strengths(told),
        *_by(told, Differs.SPEAKER, _speaker, "the speaker"),
    ]
    return tuple(found)


def _quoted_words(told: Sequence[Compared], origins: Origins) -> Iterator[Difference]:
    """Find quotations that are versions of one another in other words."""
    holders: dict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for each in told:
        for quote in each.wording.quotes:
            holders[quote].append(each)
    for one, other in combinations(sorted(holders), 2):
        mine, theirs = holders[one], holders[other]
        apart = {each.statement.article for each in mine}.isdisjoint(
            each.statement.article for each in theirs
        )
        if (
            apart
            and (_versions(one, other) or _same_frame(mine, theirs))
            and _really(one, other, mine, theirs)
        ):
            says = f"“{' '.join(one)}” in {_names(mine)}; “{' '.join(other)}” in {_names(theirs)}."
            most = _majority((one, mine), (other, theirs), origins)
            yield Difference(Differs.WORDING, f"{says} {most}", _ids([*mine, *theirs]))


def _majority(left: Held, right: Held, origins: Origins) -> str:
    """Say which of two wordings more independent origins have."""
    counts = [len(origins({each.statement.article for each in held})) for _, held in (left, right)]
    if counts[0] == counts[1]:
        return f"Origins among these pages: {counts[0]} for each."
    more, fewer = max(counts), min(counts)
    quote = " ".join((left if counts[0] == more else right)[0])
    return f"More independent origins have “{quote}”: {more} against {fewer}."


def _versions(one: Sequence[str], other: Sequence[str]) -> bool:
    left, right = (
        {stem(word) for word in one if carries(word, "en")},
        {stem(word) for word in other if carries(word, "en")},
    )
    return bool(left and right) and len(left & right) >= ALIKE * min(len(left), len(right))


def _same_frame(mine: Sequence[Compared], theirs: Sequence[Compared]) -> bool:
    """Whether the words around single quotations are the same: described the order as “X”, as “Y”."""
    for left in mine:
        for right in theirs:
            one, other = _outside(left.wording), _outside(right.wording)
            single = len(left.wording.quotes) == len(right.wording.quotes) == 1
            if single and one and one == other:
                return True
    return False


def _outside(wording: Wording) -> set[str]:
    """Return the stems that stand outside the marks."""
    return {
        stem(word)
        for word, marked in zip(wording.plain, wording.marked, strict=True)
        if not marked and carries(word, "en")
    }


def _really(
    one: Sequence[str], other: Sequence[str], mine: Sequence[Compared], theirs: Sequence[Compared]
) -> bool:
    """Whether words changed, and not only the place of the marks."""
    return not any(_within(other, each.wording.plain) for each in mine) and not any(
        _within(one, each.wording.plain) for each in theirs
    )


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _moved_marks(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find words that one has inside quotation marks and another outside; pages that quote alike count together."""
    groups: dict[tuple[tuple[str, ...], ...], list[Compared]] = defaultdict(list)
    for each in told:
        groups[each.wording.quotes].append(each)
    for one, other in combinations([groups[key] for key in sorted(groups)], 2):
        if {each.statement.article for each in one} == {each.statement.article for each in other}:
            continue
        if any(
            _moved(left.wording, right.wording) | _moved(right.wording, left.wording)
            for left in one
            for right in other
        ):
            says = f"The quotation marks differ: {_shown(one[0])} in {_names(one)}; {_shown(other[0])} in {_names(other)}."
            yield Difference(Differs.QUOTATION, says, _ids([*one, *other]))


def _moved(one: Wording, other: Wording) -> set[str]:
    """Return the stems that ``one`` quotes and ``other`` has only outside its marks; any word, where only small ones moved."""
    if one.plain == other.plain and one.quotes and other.quotes and one.marked != other.marked:
        return {
            word
            for word, left, right in zip(one.plain, one.marked, other.marked, strict=True)
            if left > right
        }
    inside = {
        stem(word)
        for word, marked in zip(one.plain, one.marked, strict=True)
        if marked and carries(word, "en")
    }
    quoted = {stem(word) for word, marked in zip(other.plain, other.marked, strict=True) if marked}
    outside = {stem(word) for word, marked in zip(other.plain, other.marked, strict=True) if not marked}
    return (inside & outside) - quoted


def _shown(each: Compared) -> str:
    quotes = [f"“{' '.join(quote)}”" for quote in each.wording.quotes]
    return ", ".join(quotes) if quotes else "none"


def _negations(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find the same words with a *not* on one side only."""
    distinct = {each.wording: each for each in reversed(told)}
    for one, other in combinations(reversed(distinct.values()), 2):
        if one.statement.article == other.statement.article:
            continue
        turned = _turned(one, other)
        if turned or _negated_once(one.wording, other.wording):
            first = one.wording.refuses if turned else one.wording.negated
            no, yes = (one, other) if first else (other, one)
            yield Difference(
                Differs.POLARITY, f"A negation in {no.label}, none in {yes.label}.", _ids([one, other])
            )


def _negated_once(left: Wording, right: Wording) -> bool:
    """Whether nearly the same words have a negation on one side only."""
    if left.negated == right.negated:
        return False
    stems = len(left.stems & right.stems) >= NEGATED * len(left.stems | right.stems)
    return stems or alike(left.plain, right.plain) >= REWORDED


def _turned(one: Compared, other: Compared) -> bool:
    """Whether one speaker's main verb is negated on one side only: *would back* it, *would not support* it."""
    left, right = one.wording, other.wording
    if one.statement.speaker != other.statement.speaker or left.refuses == right.refuses:
        return False
    shared = len(left.stems & right.stems)
    return shared >= TURNED * min(len(left.stems), len(right.stems)) and shared > 1


def _polarity(each: Compared) -> str:
    return each.statement.polarity.value


def _speaker(each: Compared) -> str:
    return each.name


def _by(
    told: Sequence[Compared], kind: Differs, value: Callable[[Compared], str], what: str
) -> Iterator[Difference]:
    if kind is Differs.SPEAKER:
        told = [each for each in told if each.name != UNKNOWN]
        names = {frozenset(each.name.lower().split()) for each in told}
        if len({each.statement.speaker for each in told}) < 2 or _one_inside_another(names):
            return
    groups: dict[str, list[Compared]] = defaultdict(list)
    for each in told:
        groups[value(each)].append(each)
    if len(groups) > 1:
        parts = "; ".join(f"{name} in {_names(groups[name])}" for name in sorted(groups))
        yield Difference(kind, f"{what[0].upper()}{what[1:]} differs: {parts}.", _ids(told))


def _one_inside_another(names: set[frozenset[str]]) -> bool:
    """Whether the fullest name has all words of the others: *spokesman*, *foreign ministry spokesman*."""
    return frozenset.union(*names) in names


def _numbers(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find different numbers before the same word."""
    values: dict[str, dict[str, list[Compared]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        for number, counted in each.wording.numbers:
            values[counted][number].append(each)
    for counted in sorted(values):
        found = values[counted]
        articles = [{each.statement.article for each in group} for group in found.values()]
        if len(found) > 1 and all(one.isdisjoint(other) for one, other in combinations(articles, 2)):
            parts = "; ".join(f"{number} in {_names(found[number])}" for number in sorted(found))
            yield Difference(
                Differs.NUMBER,
                f"The number differs: {parts}.",
                _ids([each for group in found.values() for each in group]),
            )


def _days(told: Sequence[Compared]) -> Iterator[Difference]:
    dated = [each for each in told if each.wording.days]
    groups: dict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for each in dated:
        groups[tuple(sorted(each.wording.days))].append(each)
    if len(groups) > 1 and all(set(one).isdisjoint(other) for one, other in combinations(groups, 2)):
        parts = "; ".join(f"{', '.join(days)} in {_names(groups[days])}" for days in sorted(groups))
        yield Difference(Differs.DATE, f"The day differs: {parts}.", _ids(dated))


def _strengths(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find verbs that speak with different strength."""
    groups: dict[str, list[Compared]] = defaultdict(list)
    for each in told:
        groups["said" if each.strength in NEUTRAL else each.strength].append(each)
    if len(groups) < 2:
        return
    parts = [
        f"“{'”, “'.join(sorted({each.verb for each in group}))}” in {_names(group)}"
        for _, group in sorted(groups.items())
    ]
    yield Difference(Differs.STRENGTH, f"The verb differs: {'; '.join(parts)}.", _ids(told))


def _names(told: Sequence[Compared]) -> str:
    return ", ".join(sorted({each.label for each in told}))


def _ids(told: Sequence[Compared]) -> tuple[str, ...]:
    return tuple(sorted({each.statement.id for each in told}))

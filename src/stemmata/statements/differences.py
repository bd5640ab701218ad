"""In what the variants of a claim differ: "differs", never "false"."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from stemmata.model import Difference, Differs
from stemmata.statements.added import negated_alone, refused_alone
from stemmata.statements.compared import Compared, Origins, ids, names
from stemmata.statements.quote_words import longer_quotations, quoted_words
from stemmata.statements.reference import UNKNOWN
from stemmata.statements.wording import Wording, alike, carries, opposites_of
from stemmata.text.stems import stem

NEUTRAL = frozenset(
    {"said", "told", "described", "spoke of", "quoted", "asked", "insisted", "stressed", "showed"}
)
"""Strengths that a change between does not alter the sense."""
TURNED = 0.6
"""Share of the shorter content's stems in common when its main verb is negated on one side. Set by hand."""
REWORDED = 0.66
"""The same by the words in order, small ones included."""
NEGATED = 0.7
"""Share of all stems that two contents have in common when a negation on one side turns the other round."""


def differences(told: Sequence[Compared], origins: Origins = frozenset) -> tuple[Difference, ...]:
    """Return every kind of difference among the statements of one claim, each once.

    ``origins`` tells how many independent text origins articles go back to: by them a wording has the majority.
    """
    found = [
        *quoted_words(told, origins),
        *longer_quotations(told, origins),
        *_moved_marks(told),
        *_by(told, Differs.POLARITY, _polarity, "the polarity"),
        *_negations(told),
        *_turned(told),
        *_numbers(told),
        *_days(told),
        *_strengths(told),
        *_by(told, Differs.SPEAKER, _speaker, "the speaker"),
    ]
    return tuple(found)


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
            says = f"The quotation marks differ: {_shown(one[0])} in {names(one)}; {_shown(other[0])} in {names(other)}."
            yield Difference(Differs.QUOTATION, says, ids([*one, *other]))


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
        first = _denies(one, other)
        if first is not None:
            no, yes = (one, other) if first else (other, one)
            yield Difference(
                Differs.POLARITY, f"A negation in {no.label}, none in {yes.label}.", ids([one, other])
            )


def _denies(one: Compared, other: Compared) -> bool | None:
    """Tell which of two alike statements negates what the other asserts: True for the first one, None for neither."""
    left, right = one.wording, other.wording
    if one.statement.speaker == other.statement.speaker and _on_one_thing(left, right):
        refused = refused_alone(left, right)
        if refused is not None:
            return refused
    if len(left.denials) == len(right.denials):
        return None
    inside = one.statement.speaker == other.statement.speaker and _one_holds(left, right)
    return negated_alone(left, right) if inside or _nearly_same(left, right) else None


def _on_one_thing(left: Wording, right: Wording) -> bool:
    shared = len(left.stems & right.stems)
    return shared >= TURNED * min(len(left.stems), len(right.stems)) and shared > 1


def _one_holds(left: Wording, right: Wording) -> bool:
    """Whether one of two wordings has every stem of the other, and more than one."""
    shared = len(left.stems & right.stems)
    return shared > 1 and shared == min(len(left.stems), len(right.stems))


def _turned(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find the same words with opposites on either side: the road was *open*, was *closed*."""
    distinct = {each.wording: each for each in reversed(told)}
    for one, other in combinations(reversed(distinct.values()), 2):
        apart = one.statement.article != other.statement.article
        if not apart or one.statement.speaker != other.statement.speaker:
            continue
        pair = _opposite(one.wording, other.wording, opposites_of(one.article.language))
        if pair is not None and _on_one_thing(one.wording, other.wording):
            says = f"“{pair[0]}” in {one.label}, “{pair[1]}” in {other.label}."
            yield Difference(Differs.POLARITY, says, ids([one, other]))


def _opposite(left: Wording, right: Wording, known: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Return the one word on either side of which the other says the opposite, where neither has both."""
    mine, theirs = set(left.plain), set(right.plain)
    pairs = [
        (word, other)
        for word in sorted(mine - theirs)
        for other in sorted(known.get(word, frozenset()) & (theirs - mine))
    ]
    return pairs[0] if len(pairs) == 1 and len(left.denials) % 2 == len(right.denials) % 2 else None


def _nearly_same(left: Wording, right: Wording) -> bool:
    stems = len(left.stems & right.stems) >= NEGATED * len(left.stems | right.stems)
    return stems or alike(left.plain, right.plain) >= REWORDED


def _polarity(each: Compared) -> str:
    return each.statement.polarity.value


def _speaker(each: Compared) -> str:
    return each.name


def _by(
    told: Sequence[Compared], kind: Differs, value: Callable[[Compared], str], what: str
) -> Iterator[Difference]:
    if kind is Differs.SPEAKER:
        told = [each for each in told if each.name != UNKNOWN]
        called = {frozenset(each.name.lower().split()) for each in told}
        if len({each.statement.speaker for each in told}) < 2 or _one_inside_another(called):
            return
    groups: dict[str, list[Compared]] = defaultdict(list)
    for each in told:
        groups[value(each)].append(each)
    if len(groups) > 1:
        parts = "; ".join(f"{name} in {names(groups[name])}" for name in sorted(groups))
        yield Difference(kind, f"{what[0].upper()}{what[1:]} differs: {parts}.", ids(told))


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
            parts = "; ".join(f"{number} in {names(found[number])}" for number in sorted(found))
            yield Difference(
                Differs.NUMBER,
                f"The number differs: {parts}.",
                ids([each for group in found.values() for each in group]),
            )


def _days(told: Sequence[Compared]) -> Iterator[Difference]:
    dated = [each for each in told if each.wording.days]
    groups: dict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for each in dated:
        groups[tuple(sorted(each.wording.days))].append(each)
    if len(groups) > 1 and all(set(one).isdisjoint(other) for one, other in combinations(groups, 2)):
        parts = "; ".join(f"{', '.join(days)} in {names(groups[days])}" for days in sorted(groups))
        yield Difference(Differs.DATE, f"The day differs: {parts}.", ids(dated))


def _strengths(told: Sequence[Compared]) -> Iterator[Difference]:
    """Find verbs that speak with different strength."""
    groups: dict[str, list[Compared]] = defaultdict(list)
    for each in told:
        groups["said" if each.strength in NEUTRAL else each.strength].append(each)
    if len(groups) < 2:
        return
    parts = [
        f"“{'”, “'.join(sorted({each.verb for each in group}))}” in {names(group)}"
        for _, group in sorted(groups.items())
    ]
    yield Difference(Differs.STRENGTH, f"The verb differs: {'; '.join(parts)}.", ids(told))

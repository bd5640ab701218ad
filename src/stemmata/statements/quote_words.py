"""Quotations that are versions of one another: other words inside the marks, words added or left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from stemmata.model import Difference, Differs, Speech
from stemmata.statements.compared import Compared, Origins, ids, names
from stemmata.statements.wording import Wording, carries, comparable
from stemmata.text.stems import stem

ALIKE = 0.5
"""Share of the shorter quotation's stems that makes two quotations versions of one. Set by hand."""
REMEMBERED = 64
"""Articles whose words are remembered while their quotations are compared."""

Held = tuple[tuple[str, ...], Sequence[Compared]]


def quoted_words(told: Sequence[Compared], origins: Origins) -> Iterator[Difference]:
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
            says = f"“{' '.join(one)}” in {names(mine)}; “{' '.join(other)}” in {names(theirs)}."
            most = _majority((one, mine), (other, theirs), origins)
            yield Difference(Differs.WORDING, f"{says} {most}", ids([*mine, *theirs]))


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


def longer_quotations(told: Sequence[Compared], origins: Origins) -> Iterator[Difference]:
    """Find whole quoted sentences that another page has with more words inside its marks.

    A page that quotes a few words of a sentence, or the rest of it in another place, has left nothing out.
    """
    holders: dict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for each in told:
        for quote in each.wording.quotes:
            holders[quote].append(each)
    for one, other in combinations(sorted(holders, key=lambda quote: (len(quote), quote)), 2):
        more = _more(one, other)
        short = [each for each in holders[one] if more and _whole(each) and _lacks(each, more)]
        pages = {each.statement.article for each in short}
        if short and pages.isdisjoint(each.statement.article for each in holders[other]):
            extra = " … ".join(f"“{' '.join(part)}”" for part in more)
            says = f"{extra} stands inside the quotation marks in {names(holders[other])}, and not in {names(short)}."
            most = _majority((one, short), (other, holders[other]), origins)
            yield Difference(Differs.WORDING, f"{says} {most}", ids([*short, *holders[other]]))


def _more(short: Sequence[str], long: Sequence[str]) -> list[Sequence[str]]:
    """Return what stands before and behind the shorter quotation inside the longer one; nothing if it is not in it."""
    size = len(short)
    for at in range(len(long) - size + 1) if size < len(long) else ():
        if tuple(long[at : at + size]) == tuple(short):
            return [part for part in (long[:at], long[at + size :]) if part]
    return []


def _whole(told: Compared) -> bool:
    """Whether the page gives a whole sentence in quotation marks, and no part of one."""
    one = told.statement
    return one.type is Speech.DIRECT and one.quoted[0].of(told.article.text)[:1].isupper()


def _lacks(told: Compared, more: Sequence[Sequence[str]]) -> bool:
    """Whether a page has a part of the longer quotation nowhere."""
    here = _words(told.article.text)
    return any(f" {' '.join(part)} " not in here for part in more)


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> str:
    return f" {' '.join(comparable(text))} "

"""The measures that judging uses: shares, pairs, partitions, names."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import combinations

from stemmata.text.words import fold

FEWEST_INITIALS = 2


def share(marks: Iterable[bool]) -> float | None:
    """Return how many of the marks are true, or None where there are none."""
    listed = list(marks)
    return sum(listed) / len(listed) if listed else None


def f1(found: Collection[Hashable], true: Collection[Hashable]) -> float:
    """Return the harmonic mean of precision and recall; 1 where nothing is true and nothing found."""
    both = len(set(found) & set(true))
    total = len(set(found)) + len(set(true))
    return 2 * both / total if total else 1.0


def precision(found: Collection[Hashable], true: Collection[Hashable]) -> float | None:
    """Return the share of what was found that is true, or None where nothing was found."""
    return share(one in set(true) for one in set(found))


def recall(found: Collection[Hashable], true: Collection[Hashable]) -> float | None:
    """Return the share of what is true that was found, or None where nothing is true."""
    return precision(true, found)


def jaccard(one: Collection[Hashable], other: Collection[Hashable]) -> float:
    """Return the size of what both hold over the size of what either holds."""
    either = set(one) | set(other)
    return len(set(one) & set(other)) / len(either) if either else 1.0


def pairs(group_of: Mapping[str, Hashable]) -> set[frozenset[str]]:
    """Return the pairs of things that stand in one group; None is a group of its own for each."""
    return {
        frozenset(pair)
        for pair in combinations(sorted(group_of), 2)
        if group_of[pair[0]] is not None and group_of[pair[0]] == group_of[pair[1]]
    }


def b_cubed(found: Mapping[str, Hashable], true: Mapping[str, Hashable]) -> float:
    """Return the B-cubed F1 of a partition (Bagga and Baldwin 1998); what has no group stands alone."""
    if not true:
        return 1.0
    here = {one: found.get(one) or f"alone {one}" for one in true}
    both = Counter((here[one], true[one]) for one in true)
    sizes, sizes_true = Counter(here.values()), Counter(true.values())
    right = sum(both[here[one], true[one]] / sizes[here[one]] for one in true) / len(true)
    whole = sum(both[here[one], true[one]] / sizes_true[true[one]] for one in true) / len(true)
    return 2 * right * whole / (right + whole)


_HONORIFICS = {"mr", "ms", "mrs", "dr", "the", "a", "an", "of", "and"}


def bare(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: marks, case and accents aside."""
    return tuple(fold(word) for word in re.findall(r"[^\W_]+", text))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names can stand for one bearer.

    They are equal, or one is the other's initials or host, or has all the words of the other.
    """
    if not one or not other:
        return False
    if _host(one) == _joined(other) or _host(other) == _joined(one):
        return True
    left, right = ([word for word in bare(name) if word not in _HONORIFICS] for name in (one, other))
    if not left or not right:
        return bare(one) == bare(other)
    return (
        set(left) <= set(right) or set(right) <= set(left) or _initials(left, right) or _initials(right, left)
    )


def _initials(short: list[str], long: list[str]) -> bool:
    return len(long) >= FEWEST_INITIALS and short == ["".join(word[0] for word in long)]


def _host(name: str) -> str | None:
    """Return the first part of a host's name, or None where it is none."""
    labels = name.casefold().removeprefix("www.").split(".")
    return labels[0] if len(labels) > 1 and " " not in name else None


def _joined(name: str) -> str:
    return "".join(word for word in bare(name) if word != "the")

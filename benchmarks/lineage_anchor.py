"""The anchor that trees are measured beside: a text comes from the earlier one it is most like, as seriatim links passages."""

from lineage_truth import Shape
from simulator import Simulated

GRAM = 5
FEWEST = 0.05
"""Least share of the later text's runs of five words: below it a text is called an origin."""


def earlier_most_similar(case: Simulated) -> Shape:
    """Link every state to the earlier state that holds most of its runs of words, by claimed dates (none: latest)."""
    first: dict[tuple[str, ...], int] = {}
    state = {text.number: first.setdefault(text.words, text.number) for text in case.texts}
    when: dict[int, tuple[str, int]] = {}
    for one in case.shown:
        number = state[case.number_of[one.id]]
        when[number] = min(when.get(number, ("~", 0)), (one.claimed_date or "~", number))
    grams = {number: _grams(case.texts[number].words) for number in when}
    edges = set()
    for child, own in when.items():
        ranked = [
            (-len(grams[child] & grams[other]) / max(1, len(grams[child])), other)
            for other in when
            if when[other] < own
        ]
        if ranked and -min(ranked)[0] >= FEWEST:
            edges.add((min(ranked)[1], child))
    up = {child: parent for parent, child in edges}
    groups = {number: frozenset({str(_root(number, up))}) for number in when}
    count = len(set(groups.values()))
    return Shape(tuple(sorted(when)), frozenset(edges), frozenset(), groups, frozenset(), count, {})


def _root(number: int, up: dict[int, int]) -> int:
    while number in up:
        number = up[number]
    return number


def _grams(parts: tuple[str, ...]) -> set[tuple[str, ...]]:
    words = " ".join(parts).lower().split()
    return {tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)}

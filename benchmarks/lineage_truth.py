"""Trees as the benchmark compares them: of observed states only, the true one and the one found."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from simulator import Simulated
from stemmata.model import Direction, Stemma

Edge = tuple[int, int]


@dataclass(frozen=True)
class Shape:
    """A tree over observed states (numbers): arrows from the nearest observed ancestor, second sources, and what is lost.

    ``groups`` is a name for what each state goes back to (its root, lost or not), for second sources too. ``clades`` are
    the observed descendants of each lost state from which two or more lines run. ``sure``: confidence of an arrow, and
    whether its direction is called decided.
    """

    states: tuple[int, ...]
    edges: frozenset[Edge]
    second: frozenset[Edge]
    groups: dict[int, frozenset[str]]
    clades: frozenset[frozenset[int]]
    origins: int
    sure: dict[Edge, tuple[float, bool]]

    @cached_property
    def ancestry(self) -> frozenset[Edge]:
        """Return every (ancestor, descendant), by second sources too."""
        above: dict[int, set[int]] = defaultdict(set)
        for parent, child in self.edges | self.second:
            above[child].add(parent)
        pairs = set()
        for child in list(above):
            waiting, known = list(above[child]), set()
            while waiting:
                one = waiting.pop()
                if one not in known:
                    known.add(one)
                    waiting.extend(above.get(one, ()))
            pairs |= {(one, child) for one in known if one != child}
        return frozenset(pairs)

    @property
    def tops(self) -> frozenset[int]:
        """Return the states without an observed ancestor."""
        return frozenset(self.states) - {child for _, child in self.edges | self.second}

    def below(self, tops: list[int]) -> set[int]:
        """Return some states and all that descend from them by first sources."""
        found, waiting = set(), list(tops)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(child for parent, child in self.edges if parent == one)
        return found

    def relation(self, one: int, other: int) -> str:
        """Return how one state stands to another: ancestor, descendant, common (a source), independent."""
        if (one, other) in self.ancestry:
            return "ancestor"
        if (other, one) in self.ancestry:
            return "descendant"
        return "common" if self.groups[one] & self.groups[other] else "independent"


def truth(case: Simulated) -> Shape:
    """Return the true tree, collapsed to observed states."""
    first: dict[tuple[str, ...], int] = {}
    state = {text.number: first.setdefault(text.words, text.number) for text in case.texts}
    seen = {state[text.number] for text in case.texts if text.seen}
    above = {number: [state[one] for one in case.texts[number].parents] for number in first.values()}
    edges, second = set(), set()
    for number in sorted(seen):
        found = [one for parent in above[number][:1] if (one := _nearest(parent, above, seen)) is not None]
        edges |= {(one, number) for one in found}
        second |= {(one, number) for one in _others(number, above, seen) if one not in found}
    groups = {number: frozenset(_roots(number, above)) for number in seen}
    below: dict[int, set[int]] = defaultdict(set)
    for number in first.values():
        for parent in above[number][:1]:
            below[parent].add(number)
    clades = {
        frozenset(_observed(number, below, seen))
        for number in first.values()
        if number not in seen and sum(bool(_observed(one, below, seen)) for one in below[number]) > 1
    }
    tops = seen - {child for _, child in edges | second}
    count = len({case.texts[top].origin for top in tops})
    return Shape(
        tuple(sorted(seen)), frozenset(edges), frozenset(second), groups, frozenset(clades), count, {}
    )


def _nearest(number: int, above: dict[int, list[int]], seen: set[int]) -> int | None:
    while number not in seen:
        if not above[number]:
            return None
        number = above[number][0]
    return number


def _others(number: int, above: dict[int, list[int]], seen: set[int]) -> set[int]:
    """Return nearest observed ancestors by second sources, of a state or of the lost ones right above it."""
    found: set[int] = set()
    line = [number]
    while above[line[-1]] and (len(line) == 1 or line[-1] not in seen):
        line.append(above[line[-1]][0])
    for one in line if len(line) == 1 else line[:-1]:
        found |= {near for parent in above[one][1:] if (near := _nearest(parent, above, seen)) is not None}
    return found


def _roots(number: int, above: dict[int, list[int]]) -> set[str]:
    if not above[number]:
        return {str(number)}
    return set().union(*(_roots(parent, above) for parent in above[number]))


def _observed(number: int, below: dict[int, set[int]], seen: set[int]) -> set[int]:
    found = {number} & seen
    for child in below[number]:
        found |= _observed(child, below, seen)
    return found


def answer(case: Simulated, stemma: Stemma) -> Shape:
    """Return the tree found, states named by the smallest true number of their witnesses' texts."""
    first: dict[tuple[str, ...], int] = {}
    state = {text.number: first.setdefault(text.words, text.number) for text in case.texts}
    number_of = {
        node.id: min(state[case.number_of[one.article]] for one in node.witnesses)
        for node in stemma.nodes
        if node.witnesses
    }
    into: dict[str, list[str]] = defaultdict(list)
    for link in sorted(stemma.links, key=lambda one: (one.kind == "merge", -one.confidence)):
        into[link.child].append(link.parent)
    lost = [node.id for node in stemma.nodes if not node.witnesses]
    edges, second, sure = set(), set(), {}
    told = {(link.parent, link.child): link for link in stemma.links}
    for node, number in number_of.items():
        ranked = sorted(into[node], key=lambda one: not _same_origin(case, number_of, one, number))
        for place, parent in enumerate(ranked):
            near = _seen_above(parent, into, number_of)
            if near is not None:
                edge = (number_of[near], number)
                (second if place else edges).add(edge)
                if near == parent:
                    link = told[parent, node]
                    sure[edge] = (link.confidence, link.direction is Direction.DECIDED)
    groups = {number: frozenset(_tops(node, into)) for node, number in number_of.items()}
    below: dict[str, list[str]] = defaultdict(list)
    for child, parents in into.items():
        for parent in parents[:1]:
            below[parent].append(child)
    clades = {
        frozenset(_held(one, below, number_of))
        for one in lost
        if sum(bool(_held(child, below, number_of)) for child in below[one]) > 1
    }
    return Shape(
        tuple(sorted(set(number_of.values()))), frozenset(edges), frozenset(second), groups, frozenset(clades),
        len(stemma.origins), sure,
    )  # fmt: skip


def _same_origin(case: Simulated, number_of: dict[str, int], node: str, child: int) -> bool:
    """Which of two sources is called the first is no question: that of the child's first origin."""
    return node in number_of and case.texts[number_of[node]].origin == case.texts[child].origin


def _seen_above(node: str | None, into: dict[str, list[str]], number_of: dict[str, int]) -> str | None:
    while node is not None and node not in number_of:
        node = into[node][0] if into[node] else None
    return node


def _tops(node: str, into: dict[str, list[str]]) -> set[str]:
    waiting, known, found = [node], {node}, set()
    while waiting:
        one = waiting.pop()
        if not into[one]:
            found.add(one)
        fresh = [parent for parent in into[one] if parent not in known]
        known.update(fresh)
        waiting.extend(fresh)
    return found


def _held(node: str, below: dict[str, list[str]], number_of: dict[str, int]) -> set[int]:
    found = {number_of[node]} if node in number_of else set()
    for child in below[node]:
        found |= _held(child, below, number_of)
    return found

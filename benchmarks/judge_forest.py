"""The trees of the truth and of the answer, brought to the same terms: observed states and arrows between them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from judge_case import Judged, Row


class Arrow(NamedTuple):
    """From the nearest observed ancestor to a state, by the truth's keys; ``last`` is the arrow into the state."""

    parent: str
    child: str
    last: Row


@dataclass(frozen=True)
class Forest:
    """The trees of the truth and of the answer, side by side."""

    judged: Judged

    @cached_property
    def state_of(self) -> dict[str, str]:
        """The true state that most witnesses of each observed node have, by the node's id."""
        states = {}
        for node in self.judged.tables["nodes"]:
            pages = self.judged.names([one["article"] for one in node["witnesses"]])
            votes = Counter(self.judged.pages[page]["state"] for page in pages if page in self.judged.pages)
            if votes:
                states[node["id"]] = min(votes, key=lambda state: (-votes[state], state))
        return states

    @cached_property
    def arrows(self) -> list[Arrow]:
        """The answer's arrows between observed states."""
        into = _into(self.judged.tables["links"])
        found = [
            Arrow(self.state_of[parent], state, last)
            for node, state in self.state_of.items()
            for parent, last in _observed_above(node, into, set(self.state_of))
        ]
        return [arrow for arrow in found if arrow.parent != arrow.child]

    @cached_property
    def true_arrows(self) -> list[Arrow]:
        """The true arrows between observed states."""
        into = _into(self.judged.truth["edges"])
        observed = {row["key"] for row in self.judged.truth["states"] if row["kind"] == "state"}
        return [
            Arrow(parent, state, last)
            for state in sorted(observed)
            for parent, last in _observed_above(state, into, observed)
        ]

    def below(self, node: str) -> set[str]:
        """Return the true states of the observed nodes under a node of the answer."""
        children = below(self.judged.tables["links"], node)
        return {self.state_of[one] for one in children if one in self.state_of}

    @cached_property
    def lost(self) -> list[Row]:
        """The lost nodes of the answer."""
        return [node for node in self.judged.tables["nodes"] if node["kind"] == "lost"]


def _into(links: list[Row]) -> dict[str, list[Row]]:
    into: dict[str, list[Row]] = defaultdict(list)
    for link in links:
        into[link["child"]].append(link)
    return into


def _observed_above(
    node: str, into: dict[str, list[Row]], observed: set[str], last: Row | None = None, depth: int = 50
) -> list[tuple[str, Row]]:
    """Return the nearest observed ancestors, each with the arrow that ends in ``node``."""
    if not depth:
        return []
    above = []
    for link in into.get(node, []):
        ends = last or link
        if link["parent"] in observed:
            above.append((link["parent"], ends))
        else:
            above += _observed_above(link["parent"], into, observed, ends, depth - 1)
    return above


def below(links: list[Row], node: str) -> set[str]:
    out: dict[str, list[str]] = defaultdict(list)
    for link in links:
        out[link["parent"]].append(link["child"])
    met: set[str] = set()
    waiting = [node]
    while waiting:
        fresh = set(out[waiting.pop()]) - met
        met |= fresh
        waiting += fresh
    return met

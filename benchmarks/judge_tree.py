"""What is judged of the family trees: states, arrows, lost states, families, origins."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from judge_case import Judged, Row
from judge_measures import bare, f1, jaccard, pairs, precision, recall, same_name, share

ENOUGH_DESCENDANTS = 0.5
"""Likeness of the sets of descendants from which a lost state counts as the true one."""
ENOUGH_WORDS = 0.8
"""Share of a reading's words, in one reading of the answer, from which it counts as carried."""


def figures(judged: Judged) -> dict[str, float | None]:
    """Return every figure of lineage and origins."""
    forest = Forest(judged)
    return (
        _states(judged, forest)
        | _edges(forest)
        | _lost(judged, forest)
        | _families(judged)
        | _origins(judged)
    )


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
        children = _below(self.judged.tables["links"], node)
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


def _below(links: list[Row], node: str) -> set[str]:
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


def _states(judged: Judged, forest: Forest) -> dict[str, float | None]:
    found, how = {}, {}
    for node in judged.tables["nodes"]:
        for one in node["witnesses"]:
            if one["article"] in judged.page_of:
                found[judged.page_of[one["article"]]] = node["id"]
                how[judged.page_of[one["article"]]] = one["how"]
    true = {name: page["state"] for name, page in judged.pages.items()}
    return {
        "states.pairs_f1": f1(pairs(found), pairs(true)),
        "states.how": share(how.get(name) == page["how"] for name, page in judged.pages.items()),
    }


def _edges(forest: Forest) -> dict[str, float | None]:
    true = {(arrow.parent, arrow.child): arrow for arrow in forest.true_arrows}
    found = {(arrow.parent, arrow.child): arrow for arrow in forest.arrows}
    either = {frozenset(pair) for pair in found} & {frozenset(pair) for pair in true}
    met = [pair for pair in found if frozenset(pair) in either]
    right = [pair for pair in found if pair in true]
    decided = [pair for pair in met if found[pair].last["direction"] == "decided"]
    second = {pair for pair in true if true[pair].last["rank"] > 1}
    return {
        "edges.f1": f1(found, true),
        "edges.undirected_f1": f1({*map(frozenset, found)}, {*map(frozenset, true)}),
        "edges.direction": share(pair in true for pair in decided),
        "edges.decided": share(pair in decided for pair in met),
        "edges.kind": share(found[pair].last["kind"] in true[pair].last["accept"] for pair in right),
        "edges.credited": share(
            found[pair].last["credited"] == true[pair].last["credited"] for pair in right
        ),
        "edges.second_parents.recall": recall(found, second),
        "edges.second_parents.precision": precision(_beyond_one(forest.arrows, true), true),
        "edges.never_linked": float(sum(_linked(forest, row) for row in forest.judged.truth["never_linked"])),
    }


def _beyond_one(arrows: list[Arrow], true: dict[tuple[str, str], Arrow]) -> set[tuple[str, str]]:
    """Return the arrows into states that have several, less one right one for each."""
    into: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for arrow in arrows:
        into[arrow.child].append((arrow.parent, arrow.child))
    several = [sorted(set(ones), key=lambda pair: pair not in true) for ones in into.values()]
    return {pair for ones in several for pair in ones[1:]}


def _linked(forest: Forest, row: Row) -> bool:
    """Whether an arrow runs between two states, they are one node, or one lost node stands right above both."""
    left, right = (
        {node for node, state in forest.state_of.items() if state == row[side]} for side in ("left", "right")
    )
    pair = {row["left"], row["right"]}
    if any({arrow.parent, arrow.child} == pair for arrow in forest.arrows):
        return True
    above = [
        {link["parent"] for link in forest.judged.tables["links"] if link["child"] in ends}
        for ends in (left, right)
    ]
    return _one_node(forest, pair) or bool(above[0] & above[1] & {node["id"] for node in forest.lost})


def _one_node(forest: Forest, pair: set[str]) -> bool:
    judged = forest.judged
    for node in judged.tables["nodes"]:
        pages = judged.names([one["article"] for one in node["witnesses"]])
        if pair <= {judged.pages[page]["state"] for page in pages if page in judged.pages}:
            return True
    return False


def _lost(judged: Judged, forest: Forest) -> dict[str, float | None]:
    true = [row for row in judged.truth["states"] if row["kind"] == "lost"]
    best = {row["key"]: _likest(judged, forest, row) for row in true}
    found = {key: node for key, (node, likeness) in best.items() if node and likeness >= ENOUGH_DESCENDANTS}
    carried = [
        _carried(one["text"], best[row["key"]][0]) for row in true for one in row.get("must_carry", [])
    ]
    return {
        "lost.recall": share(row["key"] in found for row in true),
        "lost.precision": share(node["id"] in {one["id"] for one in found.values()} for node in forest.lost),
        "lost.must_carry": share(carried),
    }


def _likest(judged: Judged, forest: Forest, row: Row) -> tuple[Row | None, float]:
    """Return the lost node whose observed descendants are likest to those of a true lost state."""
    true = _below(judged.truth["edges"], row["key"])
    true -= {one["key"] for one in judged.truth["states"] if one["kind"] == "lost"}
    likeness = {node["id"]: jaccard(forest.below(node["id"]), true) for node in forest.lost}
    node = max(forest.lost, key=lambda one: (likeness[one["id"]], one["id"]), default=None)
    return node, likeness[node["id"]] if node else 0.0


def _carried(text: str, node: Row | None) -> bool:
    """Whether one reading of a lost node has the words of a text."""
    words = Counter(bare(text))
    readings = [Counter(bare(one["text"])) for one in node["readings"]] if node else []
    return any((words & reading).total() >= ENOUGH_WORDS * words.total() for reading in readings)


def _families(judged: Judged) -> dict[str, float | None]:
    states = {state: number for number, family in enumerate(judged.truth["families"]) for state in family}
    true = {name: states[page["state"]] for name, page in judged.pages.items()}
    found = {
        page: family["id"]
        for family in judged.tables["families"]
        for page in judged.names(family["articles"])
    }
    return {"families.pairs_f1": f1(pairs(found), pairs(true))}


def _origins(judged: Judged) -> dict[str, float | None]:
    events = [(judged.event_of.get(true["key"]), true) for true in judged.truth["events"]]
    found = [(_likest_origin(judged, true), true) for true in judged.truth["origins"]]
    return {
        "origins.exact": share(bool(row) and row["origins"] == true["origins"] for row, true in events),
        "origins.in_range": share(
            bool(row) and row["origins_range"][0] <= true["origins"] <= row["origins_range"][1]
            for row, true in events
        ),
        "origins.pages": share(
            bool(row) and judged.names(row["articles"]) == set(true["pages"]) for row, true in found
        ),
        "origins.root": share(
            bool(row) and Forest(judged).state_of.get(row["node"]) == true["state"] for row, true in found
        ),
        "origins.agency": share(
            bool(row) and same_name(row["agency"], true["agency"]) for row, true in found
        ),
    }


def _likest_origin(judged: Judged, true: Row) -> Row | None:
    """Return the origin of the answer, in the true one's event, that shares most pages with it."""
    event = judged.event_of.get(true["event"])
    rows = [row for row in judged.tables["origins"] if event and row["event"] == event["id"]]
    best = max(
        rows, key=lambda row: (jaccard(judged.names(row["articles"]), true["pages"]), row["id"]), default=None
    )
    return best if best and judged.names(best["articles"]) & set(true["pages"]) else None

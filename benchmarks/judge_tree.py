"""What is judged of the family trees: states, arrows, families, origins."""

from collections import defaultdict

import judge_lost
from judge_case import Judged, Row
from judge_forest import Arrow, Forest
from judge_measures import f1, jaccard, pairs, precision, recall, same_name, share


def figures(judged: Judged) -> dict[str, float | None]:
    """Return every figure of lineage and origins."""
    forest = Forest(judged)
    return (
        _states(judged, forest)
        | _edges(forest)
        | judge_lost.figures(judged, forest)
        | _families(judged)
        | _origins(judged)
    )


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

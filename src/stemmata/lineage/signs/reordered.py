"""Sentences in an order that no other page has: who moves them about comes after who told them in the common order."""

from itertools import pairwise

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign, counted


def _look(pair: Pair) -> Mark | None:
    moved = _moved(pair.late, pair.early)
    if len(moved) <= len(_moved(pair.early, pair.late)):
        return None
    told = counted(len(moved), "place", "places")
    says = (
        f"At {told} {pair.late.name} has sentences in an order that other pages do not have; "
        f"{pair.early.name} has them in the common order."
    )
    return Mark(min(1.0, len(moved) / 2), says, pair.late.spans(moved))


def _moved(side: Side, other: Side) -> list[int]:
    """Return places that follow one another here, the other way round there, and there with the majority."""
    rank = {place: number for number, place in enumerate(other.at)}
    shared = [place for place in side.at if place in rank]
    return [
        after
        for before, after in pairwise(shared)
        if rank[before] > rank[after] and side.order(before, after) < 0
    ]


REORDERED = Sign("order-of-its-own", 0.8, _look)

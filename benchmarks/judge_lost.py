"""What is judged of lost states: that they are told, and what they must have said."""

from collections import Counter
from collections.abc import Sequence

from judge_case import Judged, Row
from judge_forest import Forest, below
from judge_measures import bare, jaccard, share
from judge_speech import Range, place_of

ENOUGH_DESCENDANTS = 0.5
"""Likeness of the sets of descendants from which a lost state counts as the true one."""
ENOUGH_WORDS = 0.8
"""Share of a reading's words, in one reading of the answer, from which it counts as carried."""


def figures(judged: Judged, forest: Forest) -> dict[str, float | None]:
    """Return every figure of lost states."""
    true = [row for row in judged.truth["states"] if row["kind"] == "lost"]
    best = {row["key"]: _likest(judged, forest, row) for row in true}
    found = {key: node for key, (node, likeness) in best.items() if node and likeness >= ENOUGH_DESCENDANTS}
    carried = [
        _carried(judged, one, best[row["key"]][0]) for row in true for one in row.get("must_carry", [])
    ]
    return {
        "lost.recall": share(row["key"] in found for row in true),
        "lost.precision": share(node["id"] in {one["id"] for one in found.values()} for node in forest.lost),
        "lost.must_carry": share(carried),
    }


def _likest(judged: Judged, forest: Forest, row: Row) -> tuple[Row | None, float]:
    """Return the lost node whose observed descendants are likest to those of a true lost state."""
    true = below(judged.truth["edges"], row["key"])
    true -= {one["key"] for one in judged.truth["states"] if one["kind"] == "lost"}
    likeness = {node["id"]: jaccard(forest.below(node["id"]), true) for node in forest.lost}
    node = max(forest.lost, key=lambda one: (likeness[one["id"]], one["id"]), default=None)
    return node, likeness[node["id"]] if node else 0.0


def _carried(judged: Judged, true: Row, node: Row | None) -> bool:
    """Whether one reading of a lost node says what it must: in these words, or at the place that shows it."""
    words = Counter(bare(true["text"]))
    return any(
        (words & Counter(bare(one["text"]))).total() >= ENOUGH_WORDS * words.total()
        or (_numbers(true["text"]) <= _numbers(one["text"]) and _aligned(judged, true, one))
        for one in (node["readings"] if node else [])
    )


def _numbers(text: str) -> set[str]:
    return {word for word in bare(text) if word.isdigit()}


def _aligned(judged: Judged, true: Row, reading: Row) -> bool:
    """Whether a reading stands where the text does, or in a passage that the answer holds for the same."""
    article = judged.article_of.get(true["file"])
    place = place_of(true["text"], article["text"]) if article else None
    if article is None or place is None:
        return False
    here = [(article["id"], place), *_partners(judged, article["id"], place)]
    return any(
        one["article"] == there and _shared(one["span"], span)
        for one in reading["from"]
        for there, span in here
    )


def _partners(judged: Judged, article: str, place: Range) -> list[tuple[str, Range]]:
    """Return the other ends of the deriving passages that hold a place."""
    found = []
    for row in judged.tables["passages"]:
        for here, there in (("left", "right"), ("right", "left")):
            if (
                row[here] == article
                and row["kind"] not in {"quote", "chrome"}
                and _shared(row[f"{here}_span"], place)
            ):
                found.append((row[there], tuple(row[f"{there}_span"])))
    return found


def _shared(one: Sequence[int], other: Sequence[int]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])

"""Counting right and wrong answers in halves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Seen(NamedTuple):
    """One document judged: right answers, answers given, answers wanted; ``id`` is printed where they differ."""

    id: str
    right: int
    given: int
    wanted: int


@dataclass(frozen=True)
class Line:
    """One line of the table: a measure on the even half, the odd half and all."""

    name: str
    even: str
    odd: str
    all: str
    wrong: tuple[str, ...] = ()


def line(name: str, seen: Sequence[Seen], *, share: bool = False) -> Line:
    """Judge both halves. ``share``: the share of documents with everything right, instead of P, R and F1."""
    show = _share if share else _parts
    wrong = tuple(
        f"{number % 2} {one.id}"
        for number, one in enumerate(seen)
        if not one.right == one.given == one.wanted and number % 2 == 0
    )
    return Line(name, show(seen[::2]), show(seen[1::2]), show(seen), wrong)


def _share(seen: Sequence[Seen]) -> str:
    right = sum(one.right == one.given == one.wanted for one in seen)
    return f"{right / max(1, len(seen)):.3f} of {len(seen)}"


def _parts(seen: Iterable[Seen]) -> str:
    rows = list(seen)
    right, given, wanted = (sum(row[at] for row in rows) for at in (1, 2, 3))
    precision, recall = right / max(1, given), right / max(1, wanted)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({wanted})"

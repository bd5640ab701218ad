"""The lines between lines of the timeline: pages of one text, a version and its revision, an event and one that follows it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stemmata.model import LinkKind
from stemmata.show.index import Index

_GAP = 7.0
_LEFT = 6.0


class Knot(NamedTuple):
    """A line of the timeline as far as others are tied to it: where it stands, its days, its text state, what it follows."""

    anchor: str
    name: str
    y: float
    start: float | None
    end: float | None
    state: str | None
    follows: str | None


class Join(NamedTuple):
    """A line between two: ``version`` from a text to its revision, ``follows`` from an event to a later one, ``state`` along pages of one text."""

    kind: str
    way: str
    spoken: str


def joins(index: Index, knots: Sequence[Knot]) -> Iterator[Join]:
    """Yield the lines between all that is drawn."""
    parents = _parents(index)
    at = {knot.anchor: knot for knot in knots}
    first: dict[str, Knot] = {}
    last: dict[str, Knot] = {}
    for knot in knots:
        if knot.follows in at:
            yield from _followed(at[knot.follows], knot)
        if knot.state is not None:
            first.setdefault(knot.state, knot)
            last[knot.state] = knot
    for state, knot in first.items():
        if last[state] is not knot:
            yield Join("state", f"M{_LEFT:g} {knot.y - _GAP:g}V{last[state].y + _GAP:g}", "")
        earlier = _revised(parents, state, first)
        if earlier is not None:
            yield from _step("version", first[earlier], knot, "is made of")


def _revised(parents: Mapping[str, str], state: str, shown: Mapping[str, Knot]) -> str | None:
    """Return the nearest earlier version that is shown: lost ones have no page."""
    seen = {state}
    earlier = parents.get(state)
    while earlier is not None and earlier not in shown and earlier not in seen:
        seen.add(earlier)
        earlier = parents.get(earlier)
    return earlier if earlier in shown and earlier != state else None


def _parents(index: Index) -> dict[str, str]:
    """Return what each revision was made of."""
    return {
        link.child: link.parent
        for links in index.above.values()
        for link in links
        if link.kind is LinkKind.REVISION
    }


def versions(index: Index) -> dict[str, int]:
    """Return the number of each text state that is a version of another: 1 for the first, 2 for its revision …"""
    parents = _parents(index)
    found: dict[str, int] = {}
    for state in sorted(parents):
        chain = [state]
        while chain[-1] in parents and parents[chain[-1]] not in chain and chain[-1] not in found:
            chain.append(parents[chain[-1]])
        number = found.get(chain[-1], 1)
        found |= {one: number + place for place, one in enumerate(reversed(chain))}
    return found


def _followed(earlier: Knot, later: Knot) -> Iterator[Join]:
    """Yield a line beside the earlier event's days, where there is room for it, down to the later event."""
    out, into = earlier.end, later.start
    if out is not None and into is not None and into > out + 3 * _GAP:
        way = f"M{out + _GAP:g} {earlier.y:g}h4V{later.y:g}H{into - _GAP:g}"
        yield Join("follows", way, f"{later.name} follows {earlier.name}")
    else:
        yield from _step("follows", earlier, later, "follows")


def _step(kind: str, earlier: Knot, later: Knot, word: str) -> Iterator[Join]:
    """Yield a line down, or up, from one and then across to the other."""
    out, into = earlier.end, later.start
    if out is None or into is None or earlier.y == later.y:
        return
    gap = _GAP if later.y > earlier.y else -_GAP
    way = f"M{out:g} {earlier.y + gap:g}V{later.y - gap:g}"
    if into != out:
        way = f"M{out:g} {earlier.y + gap:g}V{later.y:g}H{into + (_GAP if into < out else -_GAP):g}"
    yield Join(kind, way, f"{later.name} {word} {earlier.name}")

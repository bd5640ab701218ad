"""The drawing of a stemma."""

import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from stemmata.model import Case, Direction, Link, LinkKind, Node, NodeKind
from stemmata.show.forest import grow
from stemmata.show.index import index
from stemmata.show.report.drawing import Drawing, draw
from stemmata.show.report.limits import Limits

parents = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=60)


def drawn(arrows: Sequence[tuple[int, int]]) -> Drawing:
    names = sorted({number for arrow in arrows for number in arrow})
    nodes = tuple(Node(f"n{one:02}", "f", NodeKind.STATE, f"text {one}", (), (), 1.0, ()) for one in names)
    links = tuple(
        Link("f", f"n{one:02}", f"n{other:02}", LinkKind.COPY, Direction.DECIDED, 1.0, True, 0.9, (), ())
        for one, other in sorted(set(arrows))
        if one != other
    )
    found = index(Case(nodes=nodes, links=links))
    return draw(found, grow(found, ("f",)), Limits())


@given(parents)
@example([(0, 1), (0, 2), (1, 0)])
def test_no_two_cards_overlap_and_none_is_lost(arrows: list[tuple[int, int]]) -> None:
    drawing = drawn(arrows)
    boxes = [card.box for card in drawing.cards]

    assert len(boxes) == len({number for arrow in arrows for number in arrow})
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one.right < other.x or other.right < one.x
            assert apart or one.y + one.height < other.y or other.y + other.height < one.y


@given(parents)
def test_every_arrow_is_drawn_even_in_a_ring(arrows: list[tuple[int, int]]) -> None:
    drawing = drawn(arrows)

    assert len(drawing.arrows) == len({arrow for arrow in arrows if arrow[0] != arrow[1]})


def test_a_long_chain_is_drawn() -> None:
    drawing = drawn([(number, number + 1) for number in range(2_000)])

    assert len(drawing.cards) == 2_001


def test_an_arrow_whose_direction_is_not_told_has_no_head(case: Case) -> None:
    found = index(case)
    arrow = draw(found, grow(found, ("f2",)), Limits()).arrows[0]

    assert arrow.head == ""
    assert len(arrow.dots) == 2
    assert "not told" in arrow.spoken


def test_a_second_parent_is_drawn_beneath_and_a_lost_version_dashed(case: Case) -> None:
    found = index(case)
    drawing = draw(found, grow(found, ("f1",)), Limits())

    assert drawing.arrows[0].look == "second"
    assert {"lost", "second", "recycled", "uncredited"} <= drawing.signs


def test_a_child_stands_right_of_all_its_parents(case: Case) -> None:
    found = index(case)
    boxes = {card.anchor: card.box for card in draw(found, grow(found, ("f1",)), Limits()).cards}

    for link in case.links[:5]:
        assert boxes[f"text-{link.parent}"].right < boxes[f"text-{link.child}"].x


def corners(path: str) -> list[tuple[float, float]]:
    """The points of a line, in order."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_second_arrow_passes_behind_no_card() -> None:
    drawing = drawn([(0, 1), (0, 2), (1, 3), (3, 4), (5, 6), (5, 7), (5, 4)])
    boxes = {card.anchor: card.box for card in drawing.cards}
    second = next(arrow for arrow in drawing.arrows if arrow.look == "second")

    for (x, y), (to_x, to_y) in pairwise(corners(second.line)):
        for at in range(1, 20):
            here = (x + (to_x - x) * at / 20, y + (to_y - y) * at / 20)
            inside = [
                box
                for box in boxes.values()
                if box.x < here[0] < box.right and box.y < here[1] < box.y + box.height
            ]
            assert not inside

"""Lines of a drawing: straight stretches with rounded corners, and heads of arrows."""

from collections.abc import Sequence

Point = tuple[float, float]

_RADIUS = 8.0


def rounded(points: Sequence[Point]) -> str:
    """Return the SVG path through points that are joined by level and upright stretches."""
    way = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    path = f"M{_written(way[0])}"
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        reach = min(_RADIUS, _apart(before, corner) / 2, _apart(corner, after) / 2)
        path += f"L{_written(_toward(corner, before, reach))}Q{_written(corner)} {_written(_toward(corner, after, reach))}"
    return path + f"L{_written(way[-1])}"


def head(point: Point) -> str:
    """Return the head of an arrow that comes from the left and ends at a point."""
    return f"M{_written(point)}l-9 -4.5v9z"


def _apart(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(start: Point, end: Point, reach: float) -> Point:
    share = reach / _apart(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _written(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"

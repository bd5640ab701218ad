"""When the texts were written, as far as it is known. Stamps lie, so only days that evidence holds count."""

from datetime import date

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign


def _look(pair: Pair) -> Mark | None:
    last, first = _last(pair.early), _first(pair.late)
    if last is None or first is None or first <= last:
        return None
    says = (
        f"{pair.early.name} was written by {last.isoformat()}, "
        f"{pair.late.name} not before {first.isoformat()}."
    )
    return Mark(1.0, says)


def _last(side: Side) -> date | None:
    """Return the day by which the words were there: the earliest of its pages' last days."""
    days = [own.written.last for own in side.written if own.written is not None]
    return min(days) if days else None


def _first(side: Side) -> date | None:
    """Return the day before which the words were not there: what holds for one page holds for all.

    But a page that puts itself after a day on which another had the words already only prints them again.
    """
    last = _last(side)
    days = [own.written.first for own in side.written if own.written is not None]
    held = [day for day in days if last is None or day <= last]
    return max(held) if held else None


DATES = Sign("dates", 1.5, _look)

"""How days, counts and names read in a sentence."""

from datetime import date

from stemmata.model import Article, Interval, Written

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(one: date) -> str:
    """Return ``6 Aug 2023``."""
    return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"


def days(interval: Interval | None) -> str:
    """Return ``3–5 Aug 2023``, as short as it can be without loss; "day not told" for None."""
    if interval is None:
        return "day not told"
    first, last = interval
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 page``, ``2 pages``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: list[str] | tuple[str, ...], most: int = 4) -> str:
    """Return names parted by commas; past ``most`` of them, how many more there are."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def page_name(article: Article) -> str:
    """Return the shortest name by which a reader knows the page: the last part of its source."""
    return article.source.rstrip("/").rsplit("/", 1)[-1] or article.source


def sure(confidence: float) -> str:
    """Return a probability in words; below 0.6 it cannot be told."""
    for least, says in _SURE:
        if confidence >= least:
            return says
    return "cannot tell"


_SURE = ((0.95, "almost certain"), (0.8, "likely"), (0.6, "more likely than not"))


def written_day(told: Written | None) -> str:
    """Return ``written 6 Aug 2023``, the bounds where the day is not told, or that nothing is."""
    if told is None or (told.written is None and told.written_best is None):
        return "day of writing not told"
    if told.written_best:
        return f"written {day(told.written_best)}"
    return f"written within {days(told.written)}"


def stamp_day(stamp: str) -> str:
    """Return the day of a stamp as a reader writes it; the stamp itself where it is no ISO date."""
    try:
        return day(date.fromisoformat(stamp[:10]))
    except ValueError:
        return stamp

"""How days, counts and names read in a sentence."""

from datetime import date

from stemmata.model import Article, Interval

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

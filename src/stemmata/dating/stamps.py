"""The dates a page states of itself, as days. They are claims."""

import re
from collections.abc import Iterator
from datetime import date

from stemmata.model import Article, Place, Span, Stamp
from stemmata.text.times import find_times, resolve

ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def stamp_days(article: Article) -> tuple[date, ...]:
    """Return the days of the page's stamps, as the page writes them, ranked as READ ranked them."""
    return tuple(day for stamp in article.stamps if (day := day_of(stamp.value)) is not None)


def day_of(value: str) -> date | None:
    """Return the day of a stamp: its ISO date (in its own offset), or the one day its words name."""
    if found := ISO_DAY.match(value):
        return _date(*(int(part) for part in found.groups()))
    named = [resolve(mention, None).when for mention in find_times(value, (Span(0, len(value)),), "en")]
    days = [when.first for when in named if when is not None and when.days == 1]
    return days[0] if len(days) == 1 else None


def existed_by(article: Article) -> date | None:
    """Return the last day by which the page says it existed: its latest stamp, or its fetching if earlier."""
    claims = [*([max(days)] if (days := stamp_days(article)) else []), *_fetched(article)]
    return min(claims) if claims else None


def accepted(article: Article) -> Stamp | None:
    """Return the stamp that is taken for the page's own: the first that names a day."""
    return next((stamp for stamp in article.stamps if day_of(stamp.value) is not None), None)


def stamp_places(article: Article, stamp: Stamp) -> tuple[Place, ...]:
    """Return where a stamp stands in the text; nowhere when only markup has it."""
    return (Place(article.id, stamp.span),) if stamp.span is not None else ()


def _fetched(article: Article) -> Iterator[date]:
    day = day_of(article.fetched) if article.fetched else None
    if day is not None:
        yield day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

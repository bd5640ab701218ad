"""Which day it was where a page was made, when its stamp gives Greenwich time.

A page engine often writes ``2022-11-06T23:00:00+00:00`` for what it shows as 7 November. The same moment is given in the local time
of the place, where one of these tells it: the same moment elsewhere on the page with another offset, the country in the site's
address, or a clock shown near the headline.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from stemmata.kernels.seek import find_folded
from stemmata.read.days import iso

_MOST_HOURS = 14
"""Most hours that a place's clocks are from Greenwich."""
_MOST_TIMES = 12
"""Times with the same minute and second that are looked at."""
_OFFSET = frozenset((b"+", b"-", b"."))
"""What stands behind the seconds of a moment that is given with its offset: that, or a fraction."""


@cache
def _countries() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("countries.toml").read_text("utf-8"))


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?[+-][0-9]{2}:?[0-9]{2}"
    )


def days_apart(one: str, other: str) -> int:
    """Return by how many days one stamp's day is before another's."""
    return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days


def moment_of(value: str) -> datetime | str:
    """Return the moment of a stamp with a clock and an offset; else the stamp, to be equal to itself alone."""
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else value


def in_greenwich(value: str) -> datetime | None:
    """Return the moment of a stamp that gives Greenwich time, else None."""
    return datetime.fromisoformat(value) if len(value) > 10 and value.endswith("+00:00") else None


def elsewhere(moment: datetime, content: bytes) -> str | None:
    """Return the same moment as the page gives it with the offset of a place, if it does."""
    if not moment.second:
        return None
    wanted = f":{moment:%M:%S}".encode()
    at = find_folded(content, wanted)
    for _ in range(_MOST_TIMES):
        if at < 0:
            return None
        behind = content[at + 6 : at + 7]
        given = content[max(0, at - 13) : at + 16] if behind in _OFFSET else b""
        for found in _moment().finditer(given.decode("ascii", "replace")):
            value = iso(found[0])
            told = datetime.fromisoformat(value) if value else moment
            if told.utcoffset() and told == moment:
                return told.isoformat()
        at = find_folded(content, wanted, at + 6)
    return None


def in_country(moment: datetime, url: str) -> str | None:
    """Return the moment in the time of the country that the address ends on, if most of its people keep one time."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    offset = _countries().get(host.rpartition(".")[2])
    if offset is None:
        return None
    hours = int(offset.rstrip("s")) + (offset.endswith("s") and _summer(moment))
    return moment.astimezone(timezone(timedelta(hours=hours))).isoformat()


def on_clock(moment: datetime, shown: Iterable[str]) -> str | None:
    """Return the moment by a clock that the page shows: whole hours from Greenwich, at the same minute."""
    return next(_on_clock(moment, shown), None)


def _on_clock(moment: datetime, shown: Iterable[str]) -> Iterator[str]:
    for value in shown:
        if len(value) == len("2022-11-06T23:00:00"):
            apart = datetime.fromisoformat(value).replace(tzinfo=UTC, second=moment.second) - moment
            hours = apart / timedelta(hours=1)
            if hours.is_integer() and 0 < abs(hours) <= _MOST_HOURS:
                yield moment.astimezone(timezone(apart)).isoformat()


def _summer(moment: datetime) -> bool:
    """Whether clocks in Europe are an hour ahead: from the last Sunday of March to that of October, since 1996."""
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return begins <= moment.date() < ends


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)

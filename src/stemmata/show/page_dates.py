"""When one page was written, by what, and the times it names, on a terminal."""

import textwrap
from collections.abc import Iterator

from stemmata.model import Anchor, Article, Case, PageDates, Time, Written
from stemmata.show.index import index
from stemmata.show.words import count, days, stamp_day, written_day

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_INDENT = "  "
_MOST = 60
"""Times drawn before the rest is counted."""
_WORDS = 32
"""Letters of a time that are shown."""
_READ_FROM = {
    Anchor.NONE: "names its own days",
    Anchor.STAMP: "read from the page's stamp",
    Anchor.DATELINE: "read from the dateline",
    Anchor.STATED: "read from a day the text states",
    Anchor.SIBLING: "read from a dated page of its family",
    Anchor.INFERRED: "read from what the text tells",
}
_UNREAD = "the day it is read from is not known"


def page_dates(case: Case, found: PageDates, width: int = NARROW) -> str:
    """Return what a page says of time: its stamps, when its text was written and why, and each time in it."""
    width = max(NARROW, min(width, WIDE))
    article = index(case).articles[found.article]
    parts = ["\n".join(_written(article, found, width))]
    if found.times:
        parts.append("\n".join(_times(found.times, width)))
    return "\n\n".join(parts) + "\n"


def _written(article: Article, found: PageDates, width: int) -> Iterator[str]:
    told = found.written
    yield _folded(f"{article.name} → {written_day(told)}", "", width)
    if told is not None and told.written is not None:
        yield _folded(f"The day lies surely within {days(told.written)}.", _INDENT, width)
    if told is not None and told.recycled:
        yield from _recycled(told, width)
    for stamp in found.stamps:
        yield _folded(f"stamp: {stamp_day(stamp.value)} ({stamp.origin})", _INDENT, width)
    if not found.stamps:
        yield _folded("stamp: the page states none", _INDENT, width)
    for one in told.written_evidence if told is not None else ():
        yield _folded(f"- {one.says}", _INDENT, width)


def _recycled(told: Written, width: int) -> Iterator[str]:
    apart = f", by {count(told.recycled_days, 'day')}" if told.recycled_days else ""
    yield _folded(f"RECYCLED: its stamp contradicts its text{apart}.", _INDENT, width)
    for one in told.recycled_evidence:
        yield _folded(f"- {one.says}", _INDENT, width)


def _times(times: tuple[Time, ...], width: int) -> Iterator[str]:
    yield count(len(times), "time")
    for one in times[:_MOST]:
        words = textwrap.shorten(" ".join(one.text.split()), _WORDS, placeholder=" …")
        meant = days(one.when) if one.when is not None else one.value
        how = _READ_FROM[one.anchor] if one.when is not None or one.type != "DATE" else _UNREAD
        if one.type in {"DURATION", "SET"}:
            how = "a length of time" if one.type == "DURATION" else "again and again"
        yield _folded(f"{words:<{_WORDS}}  {meant} · {how}", _INDENT, width)
    if len(times) > _MOST:
        yield f"{_INDENT}and {len(times) - _MOST} more; --json shows all"


def _folded(text: str, indent: str, width: int) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + _INDENT,
        break_on_hyphens=False,
        drop_whitespace=True,
    )

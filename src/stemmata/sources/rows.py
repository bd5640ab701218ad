"""Rows to pages, wherever the rows lie: JSONL, CSV, Parquet."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import TypeAlias

from stemmata.model import Media, Page, Unread
from stemmata.sources.columns import Columns
from stemmata.sources.refused import Refused
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, media_of
from stemmata.sources.texts import printable, whole

Row: TypeAlias = Mapping[str, object]
"""The columns of one row by the user's names for them."""

_TABLES = 256
"""Kinds of rows whose columns are remembered."""
_LOG = logging.getLogger(__name__)


class Rows:
    """Reads rows; knows the ids it has met, so that no two pages of one run go by one name."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._met: set[str] = set()
        self._told: set[frozenset[str]] = set()
        self._fitted: dict[tuple[str, ...], Columns] = {}

    def pages(
        self, rows: Iterable[tuple[int, Row | Refused | None]], name: str, settings: SourceSettings
    ) -> Iterator[Page | Unread]:
        """Yield what each numbered row gives: nothing for None. Too many in a row that give nothing end it."""
        bad = 0
        for number, row in rows:
            found = self._found(row, f"{name}#{number}")
            if bad == 0 and isinstance(found, Page) and isinstance(row, Mapping):
                self.tell_unused(row, name)
            bad = 0 if isinstance(found, Page) else bad + 1
            if found is not None:
                yield found
            if bad >= settings.most_bad:
                raise Refused(
                    "given-up", f"Up to line {number}, {bad:,} lines in a row hold no page; the rest is left."
                )

    def tell_unused(self, names: Iterable[str], name: str) -> None:
        """Say once in the log which columns are not used, and how to have them used."""
        there = tuple(names)
        unused = frozenset(there) - self.columns_of(there).names()
        if unused and not self._told:
            shown = ", ".join(sorted(printable(one[:60]) for one in unused)[:12])
            more = f" and {len(unused) - 12} more" if len(unused) > 12 else ""
            _LOG.warning(
                "%s: these columns are not used: %s%s. To use one: --column OURS=YOURS, with OURS one of %s",
                name,
                shown,
                more,
                ", ".join(field.name for field in fields(Columns)),
            )
            self._told.add(unused)

    def columns_of(self, there: tuple[str, ...]) -> Columns:
        """Return the columns as rows with these names have them; rows of one table ask once."""
        found = self._fitted.get(there)
        if found is None:
            found = self._columns.in_row(frozenset(there))
            if len(self._fitted) < _TABLES:
                self._fitted[there] = found
        return found

    def _found(self, row: Row | Refused | None, place: str) -> Page | Unread | None:
        """Return what one row gives, named by its own id or its place."""
        if isinstance(row, Refused):
            return row.unread(place)
        try:
            return None if row is None else self._page(row, place)
        except Refused as refused:
            return refused.unread(place)

    def _page(self, row: Row, place: str) -> Page:
        """Return the page of one row; ``html`` goes before ``text``, for it tells more."""
        names = self.columns_of(tuple(row))
        media, text = _content(row, names)
        return Page(
            source=self.named(_word(row.get(names.id)), place),
            content=text.encode(),
            media=media,
            url=_word(row.get(names.url)),
            site=_word(row.get(names.site)),
            title=_word(row.get(names.title)),
            claimed_date=_word(row.get(names.claimed_date)),
            fetched=_word(row.get(names.fetched)),
            charset="utf-8",
            authors=_names(_word(row.get(names.author))),
        )

    def named(self, own: str | None, place: str) -> str:
        """Return the row's own id; with its place behind it where an earlier row has the same."""
        if own is None:
            return place
        if own in self._met:
            return f"{own} ({place})"
        self._met.add(own)
        return own


def _content(row: Row, names: Columns) -> tuple[Media, str]:
    """Return the text of the page and what it is, or raise ``Refused``."""
    for column, media in ((names.html, Media.HTML), (names.text, Media.TEXT)):
        value = row.get(column)
        if isinstance(value, str) and value.strip():
            text = whole(value)
            return (media if media is Media.HTML else media_of(Kind.TEXT, text[:8192].encode())), text
    wrong = next((column for column in (names.html, names.text) if row.get(column) not in (None, "")), None)
    if wrong is not None and not isinstance(row[wrong], str):
        raise Refused("bad-row", f"The row's column {wrong!r} holds no text.")
    if wrong is not None or names.html in row or names.text in row:
        raise Refused("no-text", "The row's text is empty.")
    raise no_text_column(row, names)


def no_text_column(there: Iterable[str], names: Columns) -> Refused:
    """Say that no column holds a page's text, and how to name one that does."""
    shown = ", ".join(sorted(printable(one[:60]) for one in there)[:12]) or "none"
    return Refused(
        "no-text",
        f"The row has neither {names.html!r} nor {names.text!r}; its columns: {shown}. Map one: --column text=NAME",
    )


def _word(value: object) -> str | None:
    """Return a short value as text; what is neither text, number nor date is no claim."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return whole(str(value)).strip() or None


def _names(word: str | None) -> tuple[str, ...]:
    """Return the names of a column that may hold several, parted as library catalogues part them."""
    return tuple(name for part in (word or "").split(";") if (name := part.strip()))

"""JSONL: one page a line."""

import json
from collections.abc import Iterator

from stemmata.model import Media, Page, Unread
from stemmata.sources.columns import Columns
from stemmata.sources.opened import Stream
from stemmata.sources.refused import Refused, megabytes
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, media_of, refuse_binary, refuse_wide
from stemmata.sources.texts import whole


class Rows:
    """Reads rows; knows the ids it has met, so that no two pages of one run go by one name."""

    def __init__(self, columns: Columns, settings: SourceSettings) -> None:
        self._columns = columns
        self._settings = settings
        self._met: set[str] = set()

    def read(self, stream: Stream, name: str) -> Iterator[Page | Unread]:
        """Yield a page for each row, and an ``Unread`` named ``name#line`` for each that is none."""
        head = stream.peek(self._settings.looked_at)[: self._settings.looked_at]
        if not head:
            raise Refused("empty", "There are no bytes in it.")
        refuse_wide(head)
        refuse_binary(head, self._settings)
        bad = 0
        for number, line in enumerate(_lines(stream, self._settings.largest), 1):
            found = self._found(line, name, number)
            bad = 0 if isinstance(found, Page) else bad + 1
            if found is not None:
                yield found
            if bad >= self._settings.most_bad:
                raise Refused(
                    "given-up", f"Up to line {number}, {bad:,} lines in a row hold no page; the rest is left."
                )

    def _found(self, line: bytes | None, name: str, number: int) -> Page | Unread | None:
        """Return what one line holds; None for a blank one, ``line`` is None for one beyond the limit."""
        place = f"{name}#{number}"
        try:
            return None if line is not None and line.isspace() else self._page(self._row(line), place)
        except Refused as refused:
            return refused.unread(place)

    def _row(self, line: bytes | None) -> dict[str, object]:
        if line is None:
            raise Refused(
                "too-large", f"The row is longer than {megabytes(self._settings.largest)}, the limit."
            )
        return _object(line)

    def _page(self, row: dict[str, object], place: str) -> Page:
        """Return the page of one row; ``html`` goes before ``text``, for it tells more."""
        names = self._columns
        media, text = _content(row, names)
        return Page(
            source=self._source(_word(row.get(names.id)), place),
            content=text.encode(),
            media=media,
            url=_word(row.get(names.url)),
            site=_word(row.get(names.site)),
            title=_word(row.get(names.title)),
            claimed_date=_word(row.get(names.claimed_date)),
            fetched=_word(row.get(names.fetched)),
            charset="utf-8",
        )

    def _source(self, own: str | None, place: str) -> str:
        """Return the row's own id; with its place behind it where an earlier row has the same."""
        if own is None:
            return place
        if own in self._met:
            return f"{own} ({place})"
        self._met.add(own)
        return own


def _lines(stream: Stream, largest: int) -> Iterator[bytes | None]:
    """Yield each line, or None for one longer than ``largest``, of which never more is held than that."""
    while line := stream.readline(largest + 1):
        if len(line) <= largest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield None


def _object(line: bytes) -> dict[str, object]:
    """Return the object of one line, or raise ``Refused``."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(
            "bad-utf8", f"The row is not UTF-8: its byte {error.start + 1} stands alone."
        ) from error
    except json.JSONDecodeError as error:
        raise Refused(
            "bad-json", f"The row is not JSON: {error.msg} at character {error.pos + 1}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(
            "bad-json", "The row is JSON beyond all bounds: nested too deep, or a number too long."
        ) from error
    if not isinstance(row, dict):
        raise Refused("bad-row", "The row is JSON, but not an object with named columns.")
    return row


def _content(row: dict[str, object], names: Columns) -> tuple[Media, str]:
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
    there = ", ".join(sorted(row)[:12]) or "none"
    raise Refused(
        "no-text",
        f"The row has neither {names.html!r} nor {names.text!r}; its columns: {there}. Map one: --column text=NAME",
    )


def _word(value: object) -> str | None:
    """Return a short value as text; what is neither text nor a number is no claim."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return whole(str(value)).strip() or None

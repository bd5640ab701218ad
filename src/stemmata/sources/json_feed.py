"""JSON Feed (jsonfeed.org): one page an item, where the feed carries the whole text."""

import json
from collections.abc import Iterator, Mapping, Sequence

from stemmata.model import Page, Unread
from stemmata.sources.entries import Entry, page_of_entry
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused, too_long

_Object = Mapping[str, object]


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield a page, or an ``Unread``, for each item, named ``name#number``. The feed is read at once."""
    settings = reader.settings
    raw = stream.read(settings.largest + 1)
    if len(raw) > settings.largest:
        raise too_long("The feed", settings.largest)
    items = _items(raw)
    if not items:
        raise Refused("no-pages", "The feed has no items.")
    for number, item in enumerate(items, 1):
        source = f"{opened.name}#{number}"
        if isinstance(item, dict):
            yield page_of_entry(_entry(item), source, settings)
        else:
            yield Unread(source, "bad-row", "The item is not an object with named fields.")


def _items(raw: bytes) -> Sequence[object]:
    try:
        feed: object = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused("bad-json", "The feed is not JSON, or breaks off.") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    return items if isinstance(items, list) else []


def _entry(item: _Object) -> Entry:
    markup = _word(item, "content_html")
    return Entry(
        title=_word(item, "title"),
        url=_word(item, "url") or _word(item, "external_url") or _word(item, "id"),
        date=_word(item, "date_published") or _word(item, "date_modified"),
        content=markup or _word(item, "content_text"),
        summary=_word(item, "summary"),
        plain=not markup,
        authors=_authors(item),
    )


def _authors(item: _Object) -> list[str]:
    several = item.get("authors")
    people = several if isinstance(several, list) else [item.get("author")]
    return [name for one in people if isinstance(one, dict) and (name := _word(one, "name"))]


def _word(item: _Object, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""

"""One entry of a feed as its elements come by."""

from dataclasses import dataclass, field
from html import escape

from stemmata.sources.entries import Entry

_WHOLE = frozenset({"content:encoded", "content", "xhtml:body", "body"})
_SUMMARY = frozenset({"description", "summary"})
_DATES = ("pubDate", "published", "issued", "dc:date", "dcterms:created", "updated", "modified")
_AUTHORS = frozenset({"author", "dc:creator"})
_LINKS = ("feedburner:origLink", "link", "guid", "id")
_KEPT = _WHOLE | _SUMMARY | _AUTHORS | {*_DATES, *_LINKS, "title"}
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass(slots=True)
class _Field:
    """One element of an entry: its texts, and the tags between them where it holds markup as elements."""

    name: str
    attributes: dict[str, str]
    pieces: list[tuple[bool, str]] = field(default_factory=list)
    """Each a tag (true) or a text."""
    inner: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Texts of elements called ``name``: who an Atom author is."""

    def value(self) -> str:
        """Return the text, or the markup that the elements are."""
        if any(is_tag for is_tag, _ in self.pieces):
            return "".join(text if is_tag else escape(text, quote=False) for is_tag, text in self.pieces)
        return "".join(text for _, text in self.pieces)


class Draft:
    """Collects the elements of an entry that stemmata uses; ``depth`` is how many are open in it."""

    def __init__(self, largest: int) -> None:
        self.depth = 0
        self._left = largest
        self._entry = Entry()
        self._field: _Field | None = None
        self._dates: dict[str, str] = {}
        self._links: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        if self.depth == 1:
            self._field = _Field(name, attributes) if name in _KEPT else None
        elif self._field:
            name = name.rpartition(":")[2]
            self._field.inner.append(name)
            shown = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            self._add(self._field, f"<{name}{shown}>", is_tag=True)

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        if self._field is None:
            return
        if self.depth == 0:
            self._close(self._field)
            self._field = None
        elif (name := self._field.inner.pop()) not in _VOID:
            self._add(self._field, f"</{name}>", is_tag=True)

    def text(self, text: str) -> None:
        """Text comes by."""
        if self._field:
            self._add(self._field, text, is_tag=False)

    def entry(self) -> Entry:
        """Return what was collected."""
        entry = self._entry
        entry.date = next((self._dates[name] for name in _DATES if name in self._dates), "")
        links = [self._links[name] for name in _LINKS if name in self._links]
        entry.url = next((link for link in links if link.startswith(("http://", "https://"))), "")
        return entry

    def _add(self, into: _Field, text: str, *, is_tag: bool) -> None:
        self._left -= len(text)
        if self._left < 0:
            self._entry.too_long = True
            into.pieces.clear()
            return
        into.pieces.append((is_tag, text))
        if not is_tag and into.inner[-1:] == ["name"]:
            into.names.append(text)

    def _close(self, done: _Field) -> None:
        value = done.value().strip()
        entry = self._entry
        if done.name in _LINKS:
            if (
                done.attributes.get("rel", "alternate") == "alternate"
                and done.attributes.get("isPermaLink") != "false"
            ):
                self._links.setdefault(done.name, done.attributes.get("href") or value)
        elif done.name in _DATES:
            self._dates.setdefault(done.name, value)
        elif done.name in _AUTHORS:
            entry.authors.append("".join(done.names) or value)
        elif done.name == "title":
            entry.title = entry.title or value
        elif done.name in _SUMMARY:
            entry.summary = max(entry.summary, value, key=len)
        elif len(value) > len(entry.content):
            entry.content = value
            entry.plain = done.attributes.get("type") in {"text", "text/plain"}

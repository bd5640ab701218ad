"""RSS and Atom: one page an entry, where the feed carries the whole text.

Read by expat as it comes, an entry at a time. Entities that a feed declares itself are refused: they can be nested
to unpack without end, or name files of this machine. Names are taken with their usual prefixes, for feeds often
forget to declare them.
"""

import codecs
import re
from collections.abc import Iterator
from xml.parsers import expat

from stemmata.model import Page, Unread
from stemmata.sources.drafts import Draft
from stemmata.sources.entries import Entry, page_of_entry
from stemmata.sources.opened import Stream
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused
from stemmata.sources.sniff import wide_codec

_CHUNK = 1 << 16
_ENTRIES = frozenset({"item", "entry"})
_DEEPEST = 500
"""Elements inside one another. Deeper than any page's markup; beyond it the feed is an attack or an accident."""
_UNSEEN = {code: None for code in range(32) if code not in b"\t\n\r"} | {0xFFFE: None, 0xFFFF: None}
_CODECS = {
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Charsets that mean more on the web than their names say (WHATWG Encoding Standard, section 4.2)."""


def pages(opened: Opened, stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield a page, or an ``Unread``, for each entry, named ``name#number``; what is broken ends the feed."""
    settings = reader.settings
    feed = _Feed(settings.largest)
    number = 0
    for text in _texts(stream):
        broken = feed.take(text)
        for entry in feed.given():
            number += 1
            yield page_of_entry(entry, f"{opened.name}#{number}", settings)
        if broken:
            raise broken
    if not number:
        raise Refused("no-pages", "The feed has no entries.")


def _texts(stream: Stream) -> Iterator[str]:
    """Yield the feed in pieces, without the characters that XML forbids; the last piece is empty."""
    decoder = codecs.getincrementaldecoder(_codec(stream.peek(_CHUNK)[:400]))("replace")
    while chunk := stream.read(_CHUNK):
        yield decoder.decode(chunk).translate(_UNSEEN) or " "
    yield ""


def _codec(head: bytes) -> str:
    """Return the charset that shows in the first bytes, else the declared one, else UTF-8."""
    if wide := wide_codec(head):
        return wide
    declared = re.search(rb"""<\?xml[^>]{0,200}?encoding\s{0,4}=\s{0,4}["']([\w.:-]{1,40})""", head)
    label = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    try:
        codec = codecs.lookup(_CODECS.get(label, label))
    except LookupError:
        return "utf-8-sig"
    return codec.name if codec._is_text_encoding and not codec.name.startswith("utf") else "utf-8-sig"


class _Feed:
    """Takes a feed in pieces and gives its entries."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._entries: list[Entry] = []
        self._draft: Draft | None = None
        self._depth = 0
        self._fed = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse_entity

    def take(self, text: str) -> Refused | None:
        """Take a piece of the feed, the last one empty; return what makes the rest unreadable."""
        self._fed += len(text)
        try:
            self._parser.Parse(text, not text)
        except expat.ExpatError as error:
            return Refused("bad-feed", f"The feed is broken in line {error.lineno}; what follows is left.")
        except Refused as refused:
            return refused
        if self._fed - self._parser.CurrentByteIndex > self._largest:
            return Refused("bad-feed", "The feed holds a tag without end.")
        return None

    def given(self) -> list[Entry]:
        """Return the entries completed since this was last asked."""
        entries, self._entries = self._entries, []
        return entries

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused("bad-feed", f"Its elements lie more than {_DEEPEST} deep.")
        name = _plain(name)
        if self._draft:
            self._draft.start(name, attributes)
        elif name in _ENTRIES:
            self._draft = Draft(self._largest)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._draft and self._draft.depth == 0:
            self._entries.append(self._draft.entry())
            self._draft = None
        elif self._draft:
            self._draft.end(_plain(name))

    def _text(self, text: str) -> None:
        if self._draft:
            self._draft.text(text)

    def _refuse_entity(self, *_declaration: object) -> None:
        raise Refused("bad-feed", "The feed declares entities of its own, as attacks do. It is not read.")


def _plain(name: str) -> str:
    """Return the name without the prefixes under which Atom's own elements stand in other feeds."""
    return name.removeprefix("atom:").removeprefix("a10:")

"""One record of a web archive: a page, something told of, or something counted."""

from collections import Counter
from collections.abc import Iterator

from fastwarc.warc import WarcRecord, WarcRecordType

from stemmata.model import Media, Page, Unread
from stemmata.sources.answer import Answer, answer_of, content_type, unwrapped
from stemmata.sources.opened import Hashed, refuse_bomb
from stemmata.sources.refused import Refused, too_long
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, media_of

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HEADER = 1 << 16
"""Bytes of a record within which its HTTP header must end."""
_STEP = 1 << 24
"""Bytes skipped before it is looked at how many there are already."""
_NEXT = b"\nWARC/1."
_CLOSES = b"</html"
_CUT = "The record, or the whole archive, breaks off before its end."


class BrokenRecord(Exception):
    """A record that does not hold what its header says: the one at ``place``, or (no ``says``) one behind it.

    It never leaves this room.
    """

    def __init__(self, place: int, says: str) -> None:
        super().__init__(says)
        self.place = place
        self.says = says


class Archive:
    """One archive as it is read: where it is, and what it was seen to hold that is no page."""

    def __init__(self, name: str, raw: Hashed, settings: SourceSettings) -> None:
        self.name = name
        self.settings = settings
        self.place = 0
        self.sure = True
        """Whether the last page is certainly whole: its own HTTP length agrees, or its last tag is there."""
        self._raw = raw
        self._same = 0
        self._unpacked = 0
        self._others: Counter[str] = Counter()

    def found(self, record: WarcRecord) -> Page | Unread | None:
        """Return what a record gives, None for what is only counted; raise ``BrokenRecord``."""
        source = self._source(record)
        self.sure = True
        self._check_length(record)
        head = self._head(record)
        try:
            found = self._judged(record, head, source)
        except Refused as refused:
            found = refused.unread(source)
        self._skip(record)
        return found

    def counted(self) -> Iterator[Unread]:
        """Yield one row for all that the archive holds besides pages, if there is any."""
        if not self._others:
            return
        most = sorted(self._others.items(), key=lambda one: (-one[1], one[0]))
        shown = ", ".join(f"{count:,} {what}" for what, count in most[:8])
        more = f" and {len(most) - 8} kinds more" if len(most) > 8 else ""
        total = sum(self._others.values())
        yield Unread(self.name, "not-pages", f"Records that hold no page: {total:,} ({shown}{more}).")

    def _source(self, record: WarcRecord) -> str:
        """Return the name of a record; those of an archive packed as a whole may have one place together."""
        self._same = self._same + 1 if record.stream_pos == self.place and self._unpacked else 0
        self.place = record.stream_pos
        self._unpacked += record.content_length
        return f"{self.name}#{self.place}" + (f".{self._same}" if self._same else "")

    def _check_length(self, record: WarcRecord) -> None:
        declared = (record.headers.get("Content-Length") or "").strip()
        if not declared.isdigit() or int(declared) != record.content_length:
            raise BrokenRecord(self.place, "The record does not say how long it is.")

    def _head(self, record: WarcRecord) -> bytes:
        wanted = min(record.content_length, _HEADER)
        head = _read(record, wanted)
        if len(head) < wanted:
            raise BrokenRecord(self.place, _CUT)
        return head

    def _judged(self, record: WarcRecord, head: bytes, source: str) -> Page | Unread | None:
        match record.record_type:
            case WarcRecordType.response:
                return self._response(record, head, source)
            case WarcRecordType.revisit:
                return self._revisit(record, head, source)
            case WarcRecordType.conversion | WarcRecordType.resource:
                return self._converted(record, head, source)
            case _:
                return None

    def _response(self, record: WarcRecord, head: bytes, source: str) -> Page | None:
        """Return the page of an HTTP answer; its media type decides, and where it gives none, its first bytes."""
        answer = answer_of(head)
        if answer is None or answer.status != 200 or answer.media not in {*_HTML, ""}:
            self._count(_told(answer))
            return None
        body = self._whole(record, head)[answer.size :]
        self.sure = answer.length == len(body) or _CLOSES in body[-4096:].lower()
        content = unwrapped(body, answer.encodings, self.settings.largest)
        if len(content) > self.settings.largest:
            raise too_long("The page", self.settings.largest)
        if not answer.media and media_of(Kind.UNKNOWN, content[: self.settings.looked_at]) is Media.TEXT:
            self._count("of no media type")
            return None
        return _page(record, content, Media.HTML, answer.charset, source)

    def _converted(self, record: WarcRecord, head: bytes, source: str) -> Page | None:
        """Return a page that the archive's maker put down without HTTP: its text, or the page itself."""
        media, charset = content_type(record.headers.get("Content-Type") or "")
        is_text = media == "text/plain" and record.record_type is WarcRecordType.conversion
        if not (is_text or media in _HTML) or _address(record, "WARC-Target-URI").startswith("urn:"):
            self._count(media or "of no media type")
            return None
        content = self._whole(record, head)
        return _page(record, content, Media.TEXT if is_text else Media.HTML, charset, source)

    def _revisit(self, record: WarcRecord, head: bytes, source: str) -> Unread | None:
        """Tell of a page that was met again unchanged, and which record holds it."""
        answer = answer_of(head)
        if answer and answer.media and answer.media not in _HTML:
            self._count(f"{answer.media} met again unchanged")
            return None
        url = _address(record, "WARC-Target-URI")
        before = record.headers.get("WARC-Refers-To-Date") or "another day"
        where = _address(record, "WARC-Refers-To-Target-URI") or url
        when = record.headers.get("WARC-Date") or "an unknown day"
        says = f"{url} was fetched on {when} and held what {where} held on {before}; it is kept there only."
        return Unread(source, "revisit", says)

    def _count(self, what: str) -> None:
        if len(self._others) < 1000 or what in self._others:
            self._others[what] += 1
        else:
            self._others["of other kinds"] += 1

    def _whole(self, record: WarcRecord, head: bytes) -> bytes:
        """Return the whole block of a record, or raise ``BrokenRecord`` where it is shorter, or holds the next one."""
        length = record.content_length
        if length > self.settings.largest + _HEADER:
            raise too_long("The page", self.settings.largest)
        content = head + _read(record, length - len(head))
        if len(content) != length:
            raise BrokenRecord(self.place, _CUT)
        after = content.find(_NEXT)
        if after >= 0 and b"WARC-Record-ID:" in content[after : after + 8192]:
            raise BrokenRecord(self.place, "The record says that it is longer than it is.")
        return content

    def _skip(self, record: WarcRecord) -> None:
        """Go to the end of a record; of a long one, step by step, for a bomb may be a single record."""
        left = record.content_length - record.reader.tell()
        while left > 0:
            gone = record.reader.consume(min(left, _STEP))
            if not gone:
                raise BrokenRecord(self.place, _CUT)
            left -= gone
            refuse_bomb(self._unpacked - left, self._raw.size, self.settings)


def _read(record: WarcRecord, size: int) -> bytes:
    """Return so many bytes of a record, fewer where it ends or is damaged."""
    parts: list[bytes] = []
    try:
        while size > 0 and (part := record.reader.read(size)):
            parts.append(part)
            size -= len(part)
    except OSError:
        pass
    return b"".join(parts)


def _page(record: WarcRecord, content: bytes, media: Media, charset: str | None, source: str) -> Page:
    return Page(
        source=source,
        content=content,
        media=media,
        url=_address(record, "WARC-Target-URI") or None,
        fetched=record.headers.get("WARC-Date") or None,
        charset=charset,
    )


def _address(record: WarcRecord, name: str) -> str:
    """Return an address of the record's header, without the angle brackets of older writers."""
    return (record.headers.get(name) or "").strip().removeprefix("<").removesuffix(">")


def _told(answer: Answer | None) -> str:
    """Name an answer that is no page, as the count does."""
    if answer is None:
        return "without an HTTP header"
    return f"with status {answer.status}" if answer.status != 200 else answer.media

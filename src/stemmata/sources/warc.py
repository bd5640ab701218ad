"""WARC: web archives, packed record by record (gzip, zstd), as a whole, or not at all.

After a broken record reading goes on at the next one. A record's page is held back until the next record shows that
its length was right: a wrong length cuts a page in the middle of a word.
"""

import io
import re
from collections.abc import Generator, Iterator

from fastwarc.warc import ArchiveIterator

from stemmata.model import Page, Unread
from stemmata.sources.opened import GZIP, Stream, opens_whole, unpacked
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.records import Archive, BrokenRecord
from stemmata.sources.refused import Refused
from stemmata.sources.tail import Tail

_PLAIN = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n[A-Za-z-]{3,40}:")
_MARKS = {GZIP: re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"), b"(\xb5": re.compile(rb"\x28\xb5\x2f\xfd")}
"""What a packed record begins with, by the first two bytes of the archive."""


def pages(opened: Opened, stream: io.BufferedReader, reader: Reader) -> Iterator[Page | Unread]:
    """Yield the pages of an archive, named ``file#offset`` as its index counts: the packed record's first byte.

    Where gzip packed the archive as a whole, offsets are those of the bytes unpacked.
    """
    whole: Stream = stream
    if opens_whole(stream, _PLAIN):
        whole = unpacked(opened.raw, stream, reader.settings)
    mark = _MARKS.get(whole.peek(2)[:2], _PLAIN)
    archive = Archive(opened.name, opened.raw, reader.settings)
    yield from _through(Tail(whole, reader.settings.remembered), mark, archive)
    yield from archive.counted()


def _through(tail: Tail, mark: re.Pattern[bytes], archive: Archive) -> Iterator[Page | Unread]:
    """Yield what the archive gives, going on at the next ``mark`` where a record breaks."""
    for broken in range(archive.settings.most_broken):
        start = tail.tell()
        failed = yield from _records(tail, archive)
        if failed is None:
            return
        if failed.place >= start or not broken:
            yield _told(archive.name, failed)
        tail.seek(max(failed.place, start) + 1)
        if tail.find(mark) is None:
            return
    raise Refused("given-up", f"After {archive.settings.most_broken:,} broken records the rest is left.")


def _told(name: str, failed: BrokenRecord) -> Unread:
    """Tell of a broken record: which one, or behind which one it stands."""
    if failed.says:
        return Unread(f"{name}#{failed.place}", "broken-record", failed.says)
    says = f"It is damaged behind the record at byte {failed.place}; reading went on at the next whole one."
    return Unread(name, "broken-record", says)


def _records(tail: Tail, archive: Archive) -> Generator[Page | Unread, None, BrokenRecord | None]:
    """Yield what the records give, up to the end or to a broken one, which is returned."""
    held: Page | Unread | None = None
    try:
        for record in ArchiveIterator(tail, parse_http=False):
            if held is not None:
                yield held
            held = None
            held = archive.found(record)
    except BrokenRecord as broken:
        return broken
    except OSError as error:
        if held is None or not (archive.sure or "ompress" in str(error)[:200]):
            return BrokenRecord(archive.place, "The record is not as long as it says.")
        yield held
        return BrokenRecord(archive.place, "")
    if held is not None:
        yield held
    return None

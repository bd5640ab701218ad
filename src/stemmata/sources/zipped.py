"""ZIP: saved pages packed together, and WACZ, web archives with their index. Nothing is unpacked to disk."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from stemmata.model import Page, Unread
from stemmata.sources.opened import Hashed, Limited, Stream, apart
from stemmata.sources.reader import Opened, Reader
from stemmata.sources.refused import Refused
from stemmata.sources.sniff import Kind, kind_of_name, promises_pages
from stemmata.sources.texts import printable

_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_WARCS = (".warc", ".warc.gz", ".warc.zst")
_FILE_TYPE, _LINK = 0o170000, 0o120000


def pages(opened: Opened, _stream: Stream, reader: Reader) -> Iterator[Page | Unread]:
    """Yield the pages of every file in the archive, in the order of their names, named ``archive/name``.

    Of a WACZ only its WARC files are read: the rest is their index. A name is never used as a path, so ``..`` in
    it does no harm. Archives in archives are not opened.
    """
    if opened.inside:
        raise Refused("format", "It is an archive inside an archive. Unpack the outer one.")
    if opened.file is None:
        raise Refused("no-file", "ZIP has its index at its end and cannot be piped or packed. Name the file.")
    size = opened.file.seek(0, 2)
    try:
        with _sound(), apart(opened.file) as file, zipfile.ZipFile(file) as archive:
            limited = Limited(lambda: size, reader.settings)
            for inside in _inside(archive):
                yield from _read(archive, inside, limited, opened, reader)
    finally:
        opened.raw.read_through()


def _inside(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files that may hold pages, sorted by name."""
    files = sorted(
        (one for one in archive.infolist() if one.filename and not one.is_dir()), key=lambda one: one.filename
    )
    if any(one.filename in _OFFICE for one in files):
        raise Refused("format", "It is an office document or an e-book, not an archive of pages.")
    warcs = [one for one in files if one.filename.lower().endswith(_WARCS)]
    seen = warcs or [one for one in files if _may_hold(one)]
    if not seen:
        raise Refused("no-pages", "The archive holds no pages: no HTML, text, rows or web archives.")
    return seen


def _may_hold(one: zipfile.ZipInfo) -> bool:
    """Whether a file is worth opening: no link, nothing hidden, nothing that lies around saved pages."""
    parts = one.filename.split("/")
    hidden = any(part.startswith(".") and part != ".." for part in parts) or parts[0] == "__MACOSX"
    furniture = kind_of_name(parts[-1]) is Kind.FURNITURE or any(
        part.endswith("_files") for part in parts[:-1]
    )
    return not (hidden or furniture or one.external_attr >> 16 & _FILE_TYPE == _LINK)


def _read(
    archive: zipfile.ZipFile, one: zipfile.ZipInfo, limited: Limited, opened: Opened, reader: Reader
) -> Iterator[Page | Unread]:
    name = f"{opened.name}/{_shown(one.filename)}"
    kind = kind_of_name(one.filename)
    try:
        with _sound(), archive.open(one) as packed:
            raw = Hashed(limited.stream(packed))
            yield from reader.read(Opened(name, kind, named=False, raw=raw, inside=True))
    except Refused as refused:
        if refused.reason == "bomb":
            raise
        if refused.reason != "binary" or promises_pages(kind):
            yield refused.unread(name)


def _shown(name: str) -> str:
    """Return a name in the archive as told to the reader: of what leads out of the archive only the rest."""
    return "/".join(
        part for part in printable(name).replace("\\", "/").split("/") if part not in {"", ".", ".."}
    )


@contextmanager
def _sound() -> Iterator[None]:
    """Turn what is damaged in a ZIP archive, or packed in a way Python does not know, into ``Refused``."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError) as error:
        raise Refused("bad-zip", "It is damaged, or breaks off. Was the download cut short?") from error
    except RuntimeError as error:  # NotImplementedError is one; zipfile raises the bare one for a password
        if "password" in str(error):
            raise Refused("encrypted", "It is locked with a password.") from error
        raise Refused("bad-zip", "It is packed in a way that Python's zipfile does not know.") from error

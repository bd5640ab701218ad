"""Pages from files, folders, patterns and standard input."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from stemmata.errors import BadInput
from stemmata.model import Input, Page, Unread
from stemmata.sources import jsonl
from stemmata.sources.columns import Columns
from stemmata.sources.opened import Hashed, opened, told
from stemmata.sources.reader import FormReader, Forms, Opened, Reader
from stemmata.sources.refused import Refused
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind, promises_pages
from stemmata.sources.texts import printable
from stemmata.sources.walk import Found, shown, walk

STDIN = "-"
_KINDS = 8
"""Endings of names shown of files that are no pages."""
COLUMNS = Columns()
SETTINGS = SourceSettings()


def plain_forms(form: str) -> FormReader | None:
    """Return the reader of rows, the one form that needs nothing else."""
    return jsonl.pages if form == "jsonl" else None


class Paths:
    """A source over what the user named, in that order; what a name stands for is sorted by path.

    A path that is not there is told of like every other input that gives no page. Pages are read one at a
    time, so memory does not grow with their number but for ``inputs``: a path and a digest each.
    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        columns: Columns = COLUMNS,
        stdin: BinaryIO | None = None,
        settings: SourceSettings = SETTINGS,
        forms: Forms = plain_forms,
    ) -> None:
        if STDIN in paths and stdin is None:
            raise BadInput("- stands for standard input, and there is none here.")
        self._paths = tuple(dict.fromkeys(paths))
        self._stdin = stdin
        self._reader = Reader(columns, settings, forms)
        self._inputs: dict[Path, Input] = {}

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every file opened so far with the SHA-256 of its bytes as they lie; None where it was not read through."""
        return tuple(self._inputs.values())

    def pages(self) -> Iterator[Page | Unread]:
        """Yield every page, and an ``Unread`` for each input that gives none. A file named twice is read once."""
        for path in self._paths:
            if path == STDIN and self._stdin is not None:
                yield from self._standard_input(self._stdin)
            else:
                yield from self._path(path)

    def _path(self, path: str) -> Iterator[Page | Unread]:
        """Yield the pages under a path; files that nobody would take for pages are counted, and told of in one row."""
        passed: list[str] = []
        for found in walk(path):
            if isinstance(found, Unread):
                yield found
            elif found.kind is Kind.FURNITURE and not found.named:
                passed.append(found.path.name)
            elif found.path.absolute() not in self._inputs:
                yield from self._file(found, passed)
        if passed:
            yield _no_pages(passed).unread(shown(path))

    def _standard_input(self, stdin: BinaryIO) -> Iterator[Page | Unread]:
        raw = Hashed(getattr(stdin, "raw", stdin))
        try:
            with told():
                yield from self._reader.read(Opened(STDIN, Kind.UNKNOWN, named=True, raw=raw))
        except Refused as refused:
            yield refused.unread(STDIN)
        finally:
            self._inputs[Path(STDIN)] = Input(STDIN, raw.sha256)

    def _file(self, found: Found, passed: list[str]) -> Iterator[Page | Unread]:
        name = shown(found.path)
        digest = None
        try:
            with opened(found.path) as raw:
                try:
                    yield from self._reader.read(Opened(name, found.kind, found.named, raw, raw.file))
                finally:
                    digest = raw.sha256
        except Refused as refused:
            if found.named or refused.reason != "binary" or promises_pages(found.kind):
                yield refused.unread(name)
            else:
                passed.append(found.path.name)
        self._inputs[found.path.absolute()] = Input(name, digest)


def _no_pages(passed: Sequence[str]) -> Refused:
    """Say how many files are no pages, and of which kinds by their names."""
    endings = sorted({Path(name).suffix.lower() or "without a suffix" for name in passed})
    kinds = ", ".join(printable(ending[:20]) for ending in endings[:_KINDS]) + (
        " …" if len(endings) > _KINDS else ""
    )
    files = (
        "1 file here is a picture, style"
        if len(passed) == 1
        else f"{len(passed)} files here are pictures, styles"
    )
    return Refused("not-pages", f"{files} or the like, no page ({kinds}). Name one to have it looked at.")

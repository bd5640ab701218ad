"""Which files a path stands for: itself, all below it, or all that a pattern names."""

import errno
import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemmata.model import Unread
from stemmata.sources.refused import Refused, refused_by_system
from stemmata.sources.sniff import Kind, kind_of_name, promises_pages


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold pages. ``named``: the user named it, and did not merely name a folder above it."""

    path: Path
    kind: Kind
    named: bool


def walk(path: str) -> Iterator[Found | Unread]:
    """Yield every file that ``path`` stands for, in the order of their paths; ``missing`` if there is none.

    In a folder, hidden files and folders and the ``_files`` folder that a browser saves beside a page are passed over; a
    hidden page is told of. What lies around saved pages (pictures, styles, scripts) is of the kind ``FURNITURE``.
    """
    if _there(path):
        below = _below(Path(path), named=True)
        first = next(below, None)
        yield first or _EMPTY.unread(shown(path))
        yield from below
        return
    fitting = sorted({Path(found) for found in _fitting(path)})
    if not fitting:
        yield _missing(path).unread(shown(path))
    for each in fitting:
        if "**" not in path or not _is_folder(each):
            yield from _below(each, named=False)


_EMPTY = Refused("no-pages", "The folder holds no pages: no HTML, text or rows.")


def shown(path: str | Path) -> str:
    """Return a path as text that any file can hold; bytes that are no UTF-8 are written ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _missing(path: str) -> Refused:
    if glob.has_magic(path):
        return Refused("missing", "No file fits this pattern.")
    return Refused("missing", "It is not there. Is the path spelt right, seen from this folder?")


def _fitting(pattern: str) -> Iterator[str]:
    """Yield what a pattern names; ``Path.glob`` would take no absolute pattern, and find hidden files."""
    if not glob.has_magic(pattern) or "\0" in pattern:
        return iter(())
    return glob.iglob(pattern, recursive=True)  # noqa: PTH207


def _there(path: str) -> bool:
    """Whether the path names something, readable or not."""
    try:
        Path(path).lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return bool(path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as we may know."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _below(top: Path, *, named: bool) -> Iterator[Found | Unread]:
    """Yield the files at and under a path; a stack of our own, for folders may nest deeper than calls can."""
    met: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield from _file(path, named=named and path is top)
            continue
        try:
            waiting.extend(reversed(_listed(path, met)))
        except Refused as refused:
            yield refused.unread(shown(path))


def _file(path: Path, *, named: bool) -> Iterator[Found | Unread]:
    hidden = path.name.startswith(".")
    kind = kind_of_name(path.name)
    if named or not hidden:
        yield Found(path, kind, named)
    elif hidden and promises_pages(kind):
        yield Refused("hidden", "It is a hidden file. Name it to have it read.").unread(shown(path))


def _listed(folder: Path, met: set[tuple[int, int]]) -> list[Path]:
    """Return what lies in a folder, sorted; ``met`` holds the folders read so far, by device and inode."""
    try:
        status = folder.stat()
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise refused_by_system(error) from error
    if (status.st_dev, status.st_ino) in met:
        raise Refused("symlink-loop", "It is a symbolic link to a folder above it, or to one already read.")
    met.add((status.st_dev, status.st_ino))
    parts = {f"{path.stem}_files" for path in paths if kind_of_name(path.name) is Kind.HTML}
    seen = (path for path in paths if path.name not in parts)
    return [path for path in seen if not (path.name.startswith(".") and _is_folder(path))]

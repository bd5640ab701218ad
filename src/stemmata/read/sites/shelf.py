"""Which pack is for a page: found by its host, and by the day it was saved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from stemmata.errors import BadInput, NotFound
from stemmata.read.sites.pack import Layout, Pack
from stemmata.read.sites.writing import pack_of


def pack_for(hosts: Iterable[str | None], packs: Sequence[Pack]) -> Pack | None:
    """Return the pack for the first of the hosts that has one, or stands below one that has; the user's own go first."""
    for host in filter(None, hosts):
        for pack in (*packs, *shipped()):
            if any(host == site or host.endswith(f".{site}") for site in pack.sites):
                return pack
    return None


def any_packs(packs: Sequence[Pack]) -> bool:
    """Whether there is any pack at all, so that a page's host need not be asked for."""
    return bool(packs or shipped())


@cache
def shipped() -> tuple[Pack, ...]:
    """Return the packs that came with the package: the TOML files beside this one."""
    return _read(sorted(Path(__file__).parent.glob("*.toml")))


def packs_in(folder: Path) -> tuple[Pack, ...]:
    """Return the packs in a folder of the user's. Raises NotFound where there is no such folder, BadInput for what is no pack."""
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder} to take packs from.")
    packs = _read(sorted(folder.glob("*.toml")))
    if not packs:
        raise NotFound(f"There is no pack in {folder}: a pack is a file that ends in .toml.")
    return packs


def _read(files: Iterable[Path]) -> tuple[Pack, ...]:
    return tuple(pack_of(_text(file), file.name) for file in files)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The pack {file} cannot be read: {error}") from error


def layouts_on(pack: Pack, saved: str | None) -> Iterator[Layout]:
    """Yield the layouts that hold on the day a page was saved; where that is unknown all, the newest first."""
    day = _day(saved)
    return (layout for layout in pack.layouts if layout.holds(day))


def _day(saved: str | None) -> date | None:
    try:
        return date.fromisoformat((saved or "")[:10])
    except ValueError:
        return None

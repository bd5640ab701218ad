"""What is said of a page that a pack was for."""

from dataclasses import replace

from stemmata.model import Article, Unread
from stemmata.read.sites.pack import Layout, Pack


def used(pack: Pack, layout: Layout) -> str:
    """Say by which rules a page was read."""
    since = f" from {layout.since}" if layout.since else ""
    until = f" until {layout.until}" if layout.until else ""
    when = f", for pages saved{since}{until}" if since or until else ""
    return f"Read by the rules for {pack.sites[0]} (pack {pack.name}{when})."


def outdated(pack: Pack, saved: str | None) -> str:
    """Say that none of a pack's rules fits a page."""
    when = f" saved on {saved[:10]}" if saved else ""
    return (
        f"The rules for {pack.sites[0]} (pack {pack.name}) do not fit this page{when}: the site may have changed its "
        "layout. It was read as any page is."
    )


def with_note(read: Article | Unread, note: str) -> Article | Unread:
    """Return what came of a page with a note on how it was read."""
    if isinstance(read, Unread):
        return replace(read, says=f"{read.says} {note}")
    return replace(read, notes=(*read.notes, note))

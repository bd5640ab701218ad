"""Which column of a row holds what."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, fields, replace

from stemmata.errors import BadInput

USUAL = {
    "url": ("link", "source_url", "page_url"),
    "html": ("raw_html", "page_html"),
    "text": ("content", "body", "article", "full_text", "fulltext", "maintext", "article_text"),
    "title": ("headline",),
    "author": ("authors", "byline"),
    "site": ("domain", "publisher", "outlet", "source"),
    "claimed_date": (
        "date",
        "published",
        "published_at",
        "publish_date",
        "pub_date",
        "date_publish",
        "publication_date",
    ),
    "fetched": ("crawled", "crawl_date", "date_download", "retrieved"),
}
"""What tables of news usually call these columns; taken where a row has none under our own name."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The name under which each part of a page stands in the user's rows."""

    id: str = "id"
    url: str = "url"
    html: str = "html"
    text: str = "text"
    title: str = "title"
    author: str = "author"
    site: str = "site"
    claimed_date: str = "claimed_date"
    fetched: str = "fetched"

    def in_row(self, row: Container[str]) -> "Columns":
        """Return the columns with a usual name for each that the row does not have under ours: ``date``, ``content``."""
        usual = {
            ours: next((name for name in names if name in row), None)
            for ours, names in USUAL.items()
            if getattr(self, ours) == ours and ours not in row
        }
        return replace(self, **{ours: name for ours, name in usual.items() if name is not None})

    @classmethod
    def named(cls, options: Iterable[str]) -> "Columns":
        """Return the columns after options such as ``text=content``: ours first, then the user's name."""
        known = [field.name for field in fields(cls)]
        columns = cls()
        for option in options:
            ours, _, theirs = option.partition("=")
            if ours not in known or not theirs:
                raise BadInput(
                    f"--column {option} is not OURS=YOURS, with OURS one of {', '.join(known)}. "
                    "For rows whose text stands in a column called content: --column text=content"
                )
            columns = replace(columns, **{ours: theirs})
        return columns

    def names(self) -> frozenset[str]:
        """Return the user's names of all columns that are used."""
        return frozenset(getattr(self, field.name) for field in fields(self))

"""Which column of a row holds what."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from stemmata.errors import BadInput


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

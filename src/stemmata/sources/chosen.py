"""Some rows of a file, by name."""

from collections.abc import Collection, Iterator

from stemmata.model import Input, Page, Unread
from stemmata.ports import Source


class Chosen:
    """The pages of a source; of a file of which rows are named (``pages.jsonl#7``), those rows alone."""

    def __init__(self, source: Source, rows: Collection[str]) -> None:
        self._source, self._rows = source, frozenset(rows)
        self._files = frozenset(row.rpartition("#")[0] for row in rows)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every input opened so far."""
        return self._source.inputs

    def pages(self) -> Iterator[Page | Unread]:
        """Yield those pages, and every input that could not be opened."""
        yield from (one for one in self._source.pages() if self._wanted(one))

    def _wanted(self, one: Page | Unread) -> bool:
        return one.source in self._rows or one.source.rpartition("#")[0] not in self._files

"""One opened input to pages: its form is told, and the reader of that form called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, TypeAlias

from stemmata.model import Page, Unread
from stemmata.sources.columns import Columns
from stemmata.sources.files import page_of
from stemmata.sources.forms import Form, form_of
from stemmata.sources.opened import Hashed, Stream, buffered, head_of, unpacked
from stemmata.sources.refused import Refused
from stemmata.sources.rows import Rows
from stemmata.sources.settings import SourceSettings
from stemmata.sources.sniff import Kind


@dataclass(frozen=True, slots=True)
class Opened:
    """An input whose bytes flow, from the first on."""

    name: str
    """What the reader of the report is told: a path, or a path in an archive."""
    kind: Kind
    named: bool
    """Whether the user named it, and did not merely name what it lies in."""
    raw: Hashed
    """The bytes as they lie."""
    file: IO[bytes] | None = None
    """The same for readers that must go about in it; None for what only flows."""
    inside: bool = False
    """Whether it lies in an archive: archives in archives are not opened."""


class Reader:
    """Reads inputs of every form; what all of them share, the names of columns and the ids met, is kept here."""

    def __init__(self, columns: Columns, settings: SourceSettings, forms: "Forms") -> None:
        self.settings = settings
        self.columns = columns
        self.rows = Rows(columns)
        self._forms = forms

    def read(self, opened: Opened) -> Iterator[Page | Unread]:
        """Yield the pages of an input; raise ``Refused`` where there is none, or no more."""
        packed = buffered(opened.raw)
        if not packed.peek(1):
            raise Refused("empty", "It is empty.")
        head = head_of(packed, self.settings.looked_at)
        form = form_of(head, opened.name, self.columns)
        stream: Stream = packed
        if form is not Form.WARC:
            stream = unpacked(opened.raw, packed, self.settings)
        if form is Form.PAGE:
            yield page_of(opened.name, opened.kind, stream, self.settings, named=opened.named)
        else:
            yield from self._form(form)(opened, stream, self)

    def _form(self, form: Form) -> "FormReader":
        reader = self._forms(form.value)
        if reader is None:
            raise Refused("format", f"This installation reads no pages of the form {form.value}.")
        return reader


FormReader: TypeAlias = Callable[[Opened, Stream, Reader], Iterator[Page | Unread]]
"""Yields the pages of an input from its stream: unpacked, but for archives whose records are packed one by one."""

Forms: TypeAlias = Callable[[str], FormReader | None]
"""Gives the reader of a form, imported when it is asked for."""

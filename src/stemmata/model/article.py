"""A page as READ understands it: its visible text and what each stretch of it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from stemmata.model.span import Span


class Role(StrEnum):
    """What a block of a page is to a reader."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    STAMP = "stamp"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page and its role."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Dateline:
    """``SEOUL, South Korea, June 3 (AP) —``: where and when a story was filed, and by which agency.

    ``day`` is an ISO date, ``--06-03`` where no year is given, or null.
    """

    place: str
    agency: str | None
    span: Span
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where the page names the agency its words come from.

    ``how``: ``dateline byline footline inline copyright image``.
    """

    agency: str
    span: Span
    how: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date the page states of itself: ISO with offset if given.

    ``origin`` tells where it stands: ``text``, ``row``, ``json-ld``, ``meta:…``, ``time``, ``script``, ``url``. It is a
    claim of the page, never truth. ``span`` is null for what stands in markup only.
    """

    value: str
    span: Span | None
    origin: str = field(metadata={"column": "from"})


@dataclass(frozen=True, slots=True)
class Declared:
    """What the page's markup claims of itself: ``name`` (``canonical``, ``syndication-source``…) and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """One page, read. Text is stored here once; all else is a span into it.

    ``layout`` holds marks by which pages made by one template are known (masked chrome phrases, class
    names, the shape of its tree), each a short string with its kind in front (``phrase:…``, ``class:…``, ``tree:…``).
    ``language`` is an ISO 639-1 code, or ``und``. ``repeated`` are blocks that read as body on this page alone, and are
    chrome because pages of its site with other stories carry them too. ``notes`` are what is to be known of how the page was
    read, one sentence each: by the rules for its site, or in spite of them.
    """

    id: str
    source: str
    sources: tuple[str, ...]
    url: str | None
    site: str | None
    publisher: str | None
    fetched: str | None
    sha256: str
    title: str | None
    authors: tuple[str, ...]
    byline: Span | None
    text: str
    blocks: tuple[Block, ...]
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    declared: tuple[Declared, ...]
    language: str
    stamps: tuple[Stamp, ...]
    layout: tuple[str, ...] = ()
    repeated: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()

    def spans(self, *roles: Role) -> tuple[Span, ...]:
        """Return the blocks that have one of the roles, in order."""
        return tuple(block.span for block in self.blocks if block.role in roles)

    @property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs a reader would read aloud, in order."""
        return self.spans(Role.BODY)

    @property
    def name(self) -> str:
        """What to call the page to a reader: its site, else the last part of its source."""
        return self.site or self.source.rstrip("/").rsplit("/", 1)[-1]

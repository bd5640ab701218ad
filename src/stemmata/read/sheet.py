"""A page laid out flat: its visible text, its paragraphs, and what the markup says of each."""

from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from stemmata.model import Span
from stemmata.read.nesting import Home


class Trait(IntFlag):
    """What the elements around a paragraph are, by tag name or by the words of their class and id."""

    NONE = 0
    ARTICLE = 1
    MAIN = 2
    ASIDE = 4
    NAV = 8
    FOOTER = 16
    HEADER = 32
    FIGURE = 64
    LIST = 128
    QUOTE = 256
    TABLE = 512
    FORM = 1024
    STORY = 2048
    """An element named as the story's text: ``articleBody``, ``entry-content``, ``story-text``."""
    RELATED = 4096
    COMMENTS = 8192
    NOTICE = 16384
    """Cookies, newsletters, subscriptions, donations, advertising."""
    SHARE = 32768
    CAPTION = 65536
    BYLINE = 131072
    DATE = 262144
    SUBTITLE = 524288
    TITLE = 1048576
    TAGS = 2097152
    EMBED = 4194304
    """A post of a social network or another page set into this one."""
    HEADING = 8388608


class Mark(NamedTuple):
    """What the markup says of one paragraph.

    ``tag`` is the innermost block element; ``linked`` counts the characters that stand inside links; ``home``
    tells with which others it stands together.
    """

    tag: str
    traits: int
    linked: int
    home: Home


class Moment(NamedTuple):
    """A ``time`` element: the moment it gives, and the number of the paragraph it stands in."""

    value: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Head:
    """What the markup claims of the whole page. ``metas`` holds (name or property, content) in page order."""

    title: str = ""
    language: str = ""
    metas: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    ld: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()
    signers: tuple[Span, ...] = ()
    """Where elements inside a line stand that are marked as naming an author."""
    classes: tuple[str, ...] = ()
    shapes: tuple[int, ...] = ()
    """A number for each path of block tags on the page, equal for equal paths: the shape of its tree."""
    sets: tuple[int, ...] = ()
    """A number for each row of three or more class names that an element has: what a utility framework's pages chose."""
    named: dict[str, str] = field(init=False, repr=False, compare=False)
    """The first non-empty content under each name."""

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "named", {name: content for name, content in reversed(self.metas) if content}
        )

    def meta(self, *names: str) -> str:
        """Return the first non-empty content under one of the names, tried in order, or an empty string."""
        for wanted in names:
            if content := self.named.get(wanted):
                return content
        return ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a page and its paragraphs in reading order. ``marks`` is empty for plain text."""

    text: str = field(repr=False)
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()
    head: Head = Head()

    def line(self, number: int) -> str:
        """Return the words of one paragraph."""
        start, end = self.spans[number]
        return self.text[start:end]

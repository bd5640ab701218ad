"""What a pack holds: for each layout a site had, which elements and lines are what."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

PARTS = ("leave", "title", "subtitle", "byline", "stamp", "caption", "story")
"""What a rule may say an element is; where two speak of one paragraph, the earlier in this row is right."""


class Rule(NamedTuple):
    """Which elements are meant: those with this tag and all these values, of ``class``, ``id``, ``role``, ``itemprop``
    or ``rel``. A value that ends in ``*`` means every name that begins so."""

    tag: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of a site are laid out, and from which day to which, both inclusive, they were so.

    ``rules`` has one row for each of ``PARTS``. The story stands behind a line of ``begins_after`` and before one of
    ``ends_before``; lines of ``leave_lines`` are none of it. ``*`` in a line stands for anything.
    """

    since: date | None
    until: date | None
    rules: tuple[tuple[Rule, ...], ...]
    begins_after: tuple[str, ...] = ()
    ends_before: tuple[str, ...] = ()
    leave_lines: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it says what the story is, and not only what is none of it."""
        return bool(self.rules[PARTS.index("story")] or self.begins_after or self.ends_before)

    def holds(self, day: date | None) -> bool:
        """Whether pages saved on a day look so; of an unknown day every layout may hold."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules for the pages of one site, known by its hosts; ``why`` says where the general reader fails."""

    name: str
    sites: tuple[str, ...]
    why: str
    layouts: tuple[Layout, ...]

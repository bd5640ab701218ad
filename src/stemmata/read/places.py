"""Where the paragraphs of each role stand, told once for all who look for facts."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.model import Block, Role


class Places(NamedTuple):
    """The numbers of the paragraphs of some roles, each in order."""

    title: tuple[int, ...]
    body: tuple[int, ...]
    bylines: tuple[int, ...]
    stamps: tuple[int, ...]
    captions: tuple[int, ...]
    datelines: tuple[int, ...]


def places_of(blocks: Sequence[Block]) -> Places:
    """Return where the paragraphs of each role stand."""
    found: dict[Role, list[int]] = {role: [] for role in Role}
    for number, block in enumerate(blocks):
        found[block.role].append(number)
    return Places(
        *(
            tuple(found[role])
            for role in (Role.TITLE, Role.BODY, Role.BYLINE, Role.STAMP, Role.CAPTION, Role.DATELINE)
        )
    )

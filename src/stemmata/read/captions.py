"""Which lines stand under a picture, by the credit that they end or begin with."""

import re
from functools import cache

from stemmata.read.agencies import agency_in
from stemmata.read.credit_lines import is_credit

PICTURE_WORDS = (
    "photo", "image", "picture", "foto", "bild", "©", "getty", "shutterstock", "reuters", "afp", "/", "via", "handout",
    "file", "courtesy",
)  # fmt: skip
"""One of these stands in every caption that ``is_caption`` finds."""
_TAIL = 160
"""Characters at the end of a line in which a picture's credit stands."""
_SENTENCE = 4
"""Words of a caption before a copyright sign: fewer make it the page's, or the story's."""


def is_caption(line: str) -> bool:
    """Whether a line tells of a picture: it carries the credit of one, and words beside."""
    found = _picture_in(line.lower())
    if found is None or _is_credit_or_rights(line, *found):
        return False
    return len(line.split()) > 3 or agency_in(line) is not None or "photo" in line.lower()


def _is_credit_or_rights(line: str, at: int, found: str) -> bool:
    """Whether a line that looks like a picture's credit has no picture: ``(dpa/anh)``, ``© 2024 Agence France-Presse``."""
    before = line[:at].split()
    if "©" in found and (len(before) < _SENTENCE or before[-1].lower() == "copyright"):
        return True
    return "photo" not in line.lower() and is_credit(line)


@cache
def _picture_head() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,2}(?:photo|image|picture|file photo|file image|pictured|foto|bild|crédit photo)\b.{0,20}[:/]"
    )


@cache
def _picture_tail() -> re.Pattern[str]:
    return re.compile(
        r"\((?:[^()]{0,40}\b(?:photo|image|via|getty|handout|file|courtesy)\b[^()]{0,60}|[^()]{0,40}/[^()]{2,40})\)\.?$"
        r"|(?:\bphoto(?:graph)?|image|picture|foto|bild)\s*(?:credit|by|:)[^.]{2,60}$"
        r"|(?:©|getty images|shutterstock|via reuters|/reuters|/afp|ap photo)[^.]{0,60}$"
    )


def _picture_in(low: str) -> tuple[int, str] | None:
    """Return where a picture's credit starts in a line in lower case, and the credit."""
    if head := _picture_head().match(low):
        return 0, head[0]
    if low[-1] == "." and low[-2:-1] != ")":
        return None
    at = max(0, len(low) - _TAIL)
    tail = _picture_tail().search(low, at)
    return (tail.start(), tail[0]) if tail else None

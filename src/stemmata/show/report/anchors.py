"""Where a link inside a report leads."""

import re
from functools import cache

from stemmata.model import Link, content_id


def anchor(kind: str, name: str) -> str:
    """Return the id of a part of the page; names that HTML would not take as they are become a digest."""
    return f"{kind}-{name if _plain().fullmatch(name) else content_id('', name)}"


def arrow_anchor(link: Link) -> str:
    """Return the id of the section of one arrow."""
    return anchor("arrow", f"{link.parent}.{link.child}")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9_.-]{1,80}")


def web_address(url: str | None) -> str | None:
    """Return a URL that a reader may follow: http or https, nothing else."""
    if url and _web().match(url) and not any(letter.isspace() or letter < " " for letter in url):
        return url
    return None


@cache
def _web() -> re.Pattern[str]:
    return re.compile(r"https?://[^/\\\s]", re.IGNORECASE)

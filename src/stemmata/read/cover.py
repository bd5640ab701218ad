"""Pages whose whole story is hidden until a script has run.

Some page engines send the story under ``hidden`` or ``display: none`` and show it when everything is loaded. A reader with a
browser sees it; so where a page is marked as an article and shows none, it is looked at once more with nothing hidden.
"""

import re
from dataclasses import replace
from functools import cache

from stemmata.model import Page
from stemmata.read.decode import decode


@cache
def _hiding() -> re.Pattern[str]:
    return re.compile(
        r"(?P<tag><[a-z][^<>]{0,4000}?)\shidden(?:=(?:\"[^\"<>]{0,20}\"|'[^'<>]{0,20}'|\w{1,20}))?(?=[\s/>])"
        r"|(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)",
        re.IGNORECASE,
    )


def uncovered(page: Page) -> Page:
    """Return the page with nothing hidden by an attribute or a style of its own."""
    text = decode(page.content, page.charset, page.media)
    shown = _hiding().sub(lambda found: found["tag"] or "display:block", text)
    return replace(page, content=shown.encode("utf-8", "replace"), charset="utf-8")

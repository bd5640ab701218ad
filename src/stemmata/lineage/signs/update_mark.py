"""The agencies' own marks of a new version: "(LEAD)", "2nd Ld", "UPDATE 3-", "ATTN: ADDS details throughout"."""

import re
from functools import cache, lru_cache

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Article, Place, Span

_HEAD = 400  # characters of the page in which such a mark stands


@cache
def _mark() -> re.Pattern[str]:
    """Return the marks, by the style guides of agencies; the number, if any, tells which version it is."""
    return re.compile(
        r"\((?P<lead>\d)?(?:st|nd|rd|th)? ?(?:LEAD|LD)\)|\b(?P<ld>\d)(?:st|nd|rd|th) (?:LD|Ld|Lead|LEAD)\b"
        r"|\bUPDATE (?P<update>\d{1,2})[-–—:]|\bATTN: ?(?:UPDATES|ADDS|RECASTS|CORRECTS|RESTRUCTURES)\b"
    )


def _look(pair: Pair) -> Mark | None:
    early, late = _version(pair.early.state.story.article), _version(pair.late.state.story.article)
    if late is None or (early is not None and early[0] >= late[0]):
        return None
    text = pair.late.state.story.article.text
    says = f'{pair.late.name} is marked as a new version ("{late[1].of(text)}").'
    return Mark(1.0, says, (Place(pair.late.state.story.article.id, late[1]),))


def _version(page: Article) -> tuple[int, Span] | None:
    return _marked(page.text[:_HEAD])


@lru_cache(maxsize=1024)
def _marked(head: str) -> tuple[int, Span] | None:
    match = _mark().search(head)
    if match is None:
        return None
    number = next((found for found in match.groups() if found), "1")
    return int(number), Span(match.start(), match.end())


UPDATE_MARK = Sign("marked-as-update", 4.0, _look)

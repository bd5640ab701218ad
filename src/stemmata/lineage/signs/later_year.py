"""A version that names a later year than the other has been worked on since."""

import re
from functools import cache

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.lineage.story import Token
from stemmata.model import Place, Span

_FIRST, _LAST = 1990, 2100  # years of the web; earlier ones are history, told in any order


def _look(pair: Pair) -> Mark | None:
    """Compare the latest years that two versions of one house name; both must name one, and the later not ahead of it all."""
    if not pair.one_house:
        return None
    early, late = _latest(pair.early), _latest(pair.late)
    if early is None or late is None or late[0] <= early[0]:
        return None
    article = pair.late.state.story.article.id
    says = f"{pair.late.name} names the year {late[0]}, {pair.early.name} none after {early[0]}."
    return Mark(1.0, says, (Place(article, Span(late[1].start, late[1].end)),))


def _latest(side: Side) -> tuple[int, Token] | None:
    found = [(int(token.word), token) for token in side.state.story.tokens if _year().fullmatch(token.word)]
    near = [one for one in found if _FIRST <= one[0] < _LAST]
    return max(near, key=lambda one: (one[0], -one[1].start)) if near else None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?:19|20)[0-9]{2}")


LATER_YEAR = Sign("later-year", 2.0, _look)

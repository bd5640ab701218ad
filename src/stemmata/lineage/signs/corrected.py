"""A note that owns up to a change: the text with the note is the later."""

import re
from functools import cache

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Article, Place, Role, Span


@cache
def _note() -> re.Pattern[str]:
    """Return what such notes say, in the languages whose house rules we know."""
    return re.compile(
        r"\b(?:(?:story|article|report|version)\b.{0,40}\b(?:has been|was|is) (?:corrected|updated|amended)"
        r"|(?:an )?earlier version of this|corrects? (?:the )?(?:spelling|number|figure|name|paragraph)"
        r"|in einer früheren (?:fassung|version)|une version précédente)",
        re.IGNORECASE,
    )


def _look(pair: Pair) -> Mark | None:
    note = _found(pair.late.state.story.article)
    if note is None or _found(pair.early.state.story.article) is not None:
        return None
    return Mark(1.0, f"{pair.late.name} carries a note that the story was corrected or updated.", (note,))


def _found(page: Article) -> Place | None:
    for span in page.spans(Role.BODY, Role.SUBTITLE, Role.STAMP):
        note = _note().search(page.text, span.start, min(span.end, span.start + 2000))
        if note is not None:
            return Place(page.id, Span(note.start(), note.end()))
    return None


CORRECTED = Sign("correction-note", 2.0, _look)

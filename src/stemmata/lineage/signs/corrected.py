"""A note that owns up to a change: the text with the note is the later."""

import re
from functools import cache

from stemmata.lineage.pairs import Pair, Slot
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.lineage.story import Story
from stemmata.model import Place
from stemmata.text.words import words

_BARE = 0.1  # a note that takes nothing back that the other says


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
    """Believe the note most where the early text still has the word it takes back: copies drop notes, too."""
    page = pair.late.state.story.article
    note = _found(pair.late.state.story)
    if note is None or _found(pair.early.state.story) is not None:
        return None
    named = {word.folded for word in words(page.text, note.span)}
    back = [word for slot in pair.aligned.slots for word in _taken_back(slot, named)]
    if not back:
        return Mark(
            _BARE, f"{pair.late.name} carries a note that the story was corrected or updated.", (note,)
        )
    says = f'{pair.late.name} takes back in a note what {pair.early.name} still says ("{back[0]}").'
    return Mark(1.0, says, (note,))


def _taken_back(slot: Slot, named: set[str]) -> list[str]:
    """Return the old words of a slot if the note names both an old and the new one."""
    if not any(token.word in named for token in slot.late):
        return []
    return [token.word for token in slot.early if token.word in named]


def _found(story: Story) -> Place | None:
    for span in story.notes:
        if _note().search(story.article.text, span.start, span.end) is not None:
            return Place(story.article.id, span)
    return None


CORRECTED = Sign("correction-note", 2.5, _look)

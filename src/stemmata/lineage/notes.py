"""Paragraphs that speak of the text instead of telling the story: who wrote it, that it was cut or corrected."""

import re
from functools import cache

from stemmata.model import Span

_LONGEST = 400  # characters; a longer paragraph tells a story


@cache
def _openings() -> re.Pattern[str]:
    """Return how such paragraphs begin, by the house rules of agencies and outlets that we know."""
    return re.compile(
        r"[\s(\[*_—–-]*(?:"
        r"(?:additional |further )?(?:reporting|writing|editing|translation|compiled|edited|written|translated)"
        r" (?:and (?:writing|editing) )?by\b"
        r"|(?:this|the) (?:story|report|article|version|text|piece|copy)\b[^.]{0,60}?\b(?:has been|have been|was|is being|is)"
        r" (?:corrected|updated|amended|shortened|abridged|edited|translated|first published|originally published"
        r"|published|produced|provided|republished|reproduced|syndicated|generated)\b"
        r"|an earlier version of this\b|correction\b|clarification\b|editor[’']?s note\b|\(?abridged\b"
        r"|\(?with (?:inputs?|reporting|material) from\b|source\s*:"
        r"|dieser (?:artikel|text|beitrag)\b|(?:cet|este|questo) (?:article|art[íi]culo|articolo)\b)",
        re.IGNORECASE,
    )


def is_note(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is such a note."""
    if paragraph.length > _LONGEST:
        return False
    return _openings().match(text, paragraph.start, paragraph.end) is not None

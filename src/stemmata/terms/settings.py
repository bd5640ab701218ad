"""What decides which phrases a case follows of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermSettings:
    """Thresholds of the history of phrases."""

    fewest_words: int = 2
    """Fewest words of a quoted phrase that a case follows unasked. Set by hand: single quoted words are mostly common ones."""

    most_words: int = 8
    """Most words of a quoted phrase that a case follows unasked. Set by hand: longer ones are statements, not terms."""

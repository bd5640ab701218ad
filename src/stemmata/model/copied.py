"""What two texts of a heap share word for word or nearly."""

from dataclasses import dataclass

from stemmata.model.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in two texts in the same order, a few more, fewer or other ones between them.

    ``kind`` tells how many of the longer side's words do: ``exact`` all, ``near`` most, ``revised`` half and more, ``loose``
    fewer; ``words`` counts them.
    """

    left_span: Span
    right_span: Span
    kind: str
    words: int


@dataclass(frozen=True, slots=True)
class Copied:
    """Two texts of a heap and all they share; ``left`` and ``right`` number them from 0 in the order they were given."""

    left: int
    right: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class CopiedPages:
    """The same for two pages: their names, and the words of each stretch as the left page prints them."""

    left: str
    right: str
    stretches: tuple[Stretch, ...]
    printed: tuple[str, ...]

"""The same words in two articles, and the families such ties make."""

from dataclasses import dataclass
from enum import StrEnum

from stemmata.model.span import Span


class Reuse(StrEnum):
    """How the words of one passage relate.

    ``quote`` and ``chrome`` are ties that do not mean derivation: a quotation both texts share, and
    what pages of one network repeat around their stories.
    """

    EXACT = "exact"
    NEAR = "near"
    REVISED = "revised"
    PARAPHRASE = "paraphrase"
    QUOTE = "quote"
    CHROME = "chrome"

    @property
    def derives(self) -> bool:
        """Whether a passage of this kind speaks for derivation."""
        return self not in {Reuse.QUOTE, Reuse.CHROME}


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words or the same sentence in two articles, aligned; ``left`` < ``right`` by id.

    ``likeness`` is the share of the shorter side's words (weighted by rarity) that the other has, 0 to 1.
    """

    left: str
    left_span: Span
    right: str
    right_span: Span
    kind: Reuse
    likeness: float


@dataclass(frozen=True, slots=True)
class Family:
    """Articles tied by derivation; one that nothing ties stands alone in a family of its own."""

    id: str
    was: tuple[str, ...]
    articles: tuple[str, ...]

"""Why two pages are, or are not, related."""

from dataclasses import dataclass
from enum import StrEnum

from stemmata.model.article import Article
from stemmata.model.evidence import Evidence
from stemmata.model.passage import Passage
from stemmata.model.stemma import Link, Node


class Relation(StrEnum):
    """What the second page is to the first."""

    SAME = "same text"
    ANCESTOR = "its source"
    DESCENDANT = "made from it"
    COUSIN = "from a common source"
    UNTOLD = "related, direction not told"
    EVENT = "same event, independent text"
    QUOTES = "only quotations in common"
    NETWORK = "only the page template in common"
    NONE = "unrelated"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ``right`` is to ``left``, with the passages, the arrows between their texts
    (``path``, through ``states``) and the reasons.

    ``left_shared`` and ``right_shared`` are the shares of each body that stand in deriving passages (0 to 1).
    """

    left: Article
    right: Article
    relation: Relation
    says: str
    left_shared: float
    right_shared: float
    passages: tuple[Passage, ...]
    path: tuple[Link, ...]
    states: tuple[Node, ...]
    confidence: float
    evidence: tuple[Evidence, ...]

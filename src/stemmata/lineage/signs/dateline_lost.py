"""The line that opens a wire story goes when others take it over."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Place

_WORD_FOR_WORD = 0.93  # likeness from which the texts are versions or copies: then each page's dateline is of the page alone
_OF_THE_PAGE = 0.15  # what the sign is worth there


def _look(pair: Pair) -> Mark | None:
    lines = [(page.id, page.dateline) for page in pair.early.state.articles if page.dateline is not None]
    if not lines or any(page.dateline is not None for page in pair.late.state.articles):
        return None
    article, line = lines[0]
    says = f"{pair.early.name} opens with a dateline ({line.place}) that {pair.late.name} has dropped."
    return Mark(_OF_THE_PAGE if pair.likeness >= _WORD_FOR_WORD else 1.0, says, (Place(article, line.span),))


DATELINE_LOST = Sign("dateline-lost", 1.1, _look)

"""Fewer of the commonest small words in the same sentences: translations and machines drop them, editors do not."""

from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.text.languages import language

_FEWEST = 5  # small words dropped below which it may be chance
_FULL = 0.15  # share of words in the slots between which makes the sign full


def _look(pair: Pair) -> Mark | None:
    known = language(pair.early.state.story.article.language)
    if known is None or not pair.aligned.same:
        return None
    small = known.stopwords
    gone = sum(
        1 for slot in pair.aligned.slots if not slot.late for token in slot.early if token.word in small
    )
    came = sum(
        1 for slot in pair.aligned.slots if not slot.early for token in slot.late if token.word in small
    )
    if gone - came < _FEWEST:
        return None
    says = (
        f"{pair.late.name} leaves out {gone} small words of the sentences both have and puts in {came}: "
        "translations lose them."
    )
    return Mark(min(1.0, (gone - came) / len(pair.aligned.same) / _FULL), says)


ARTICLES_DROPPED = Sign("small-words-dropped", 0.8, _look)

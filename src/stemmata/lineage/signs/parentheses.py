"""An agency's own additions in brackets, left out by those who take over its text."""

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign, counted


def _look(pair: Pair) -> Mark | None:
    lost = [place for place in pair.shared if _brackets(pair.early, place) > _brackets(pair.late, place)]
    if not lost:
        return None
    told = counted(len(lost), "place", "places")
    says = f"{pair.late.name} leaves out words in brackets that {pair.early.name} has, in {told}."
    return Mark(min(1.0, len(lost) / 2), says, pair.early.spans(lost))


def _brackets(side: Side, place: int) -> int:
    """Count brackets between the first and the last word of the sentences: a dateline's are not the story's."""
    story = side.state.story
    parts = [story.of(sentence) for sentence in side.at[place]]
    return sum(story.article.text.count("(", part[0].start, part[-1].end) for part in parts)


PARENTHESES = Sign("brackets-dropped", 0.5, _look)

"""Straight and curly quotation marks side by side: a text that went through other hands."""

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Place


def _look(pair: Pair) -> Mark | None:
    if not _mixed(pair.late) or _mixed(pair.early):
        return None
    article = pair.late.state.story.article
    spans = tuple(Place(article.id, quote.outer) for quote in pair.late.state.story.quotes[:3])
    return Mark(1.0, f"{pair.late.name} mixes straight and curly quotation marks.", spans)


def _mixed(side: Side) -> bool:
    text = side.state.story.article.text
    opening = {text[quote.outer.start] for quote in side.state.story.quotes}
    return '"' in opening and bool(opening & set("“„«"))


MIXED_MARKS = Sign("mixed-quotation-marks", 0.7, _look)

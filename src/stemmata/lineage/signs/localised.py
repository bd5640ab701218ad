"""Spelling made to fit the reader's country, away from the agency's."""

from stemmata.lineage.credits import agencies
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign, counted
from stemmata.text.words import fold


def _look(pair: Pair) -> Mark | None:
    """Weigh only against a text that still names its agency: a change of spelling alone has no direction."""
    ours, theirs = pair.early.state.story.article, pair.late.state.story.article
    if not agencies(pair.early.state) or pair.late.state.story.article.dateline is not None:
        return None
    changed = [
        there
        for here, there in pair.aligned.same
        if fold(ours.text[here.start : here.end]) == here.word
        and fold(theirs.text[there.start : there.end]) != there.word
    ]
    if not changed:
        return None
    told = counted(len(changed), "word", "words")
    says = (
        f"{pair.late.name} spells {told} otherwise than {pair.early.name}, which keeps the agency's spelling."
    )
    return Mark(min(1.0, len(changed) / 3), says, pair.late.token_spans(changed))


LOCALISED = Sign("localised-spelling", 0.3, _look)

"""Broken off in the middle of a sentence that the other text finishes: a preview, a lost tail, a copy cut by a machine."""

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Place, Span
from stemmata.text.spelling import spelling
from stemmata.text.words import words

_CLOSED = ".!?。！？।"  # what ends a sentence; three points and "…" do not
_AROUND = "\"'”’»)] \n\t"
_FEWEST = 3  # words of the unfinished sentence below which it may be anything
_MOST = 8  # words at the end that are looked for
_OWN = 0.3  # what the sign is worth between versions of one outlet: it may have finished the sentence later
_READ = 2_000  # characters of the last paragraph that are read


def _look(pair: Pair) -> Mark | None:
    if len(pair.late.state.story.words) >= len(pair.early.state.story.words):
        return None
    end = _unfinished(pair.late)
    if end is None or not _goes_on(pair.early, end[0]):
        return None
    says = f"{pair.late.name} breaks off in the middle of a sentence that {pair.early.name} finishes."
    return Mark(_OWN if pair.one_outlet else 1.0, says, (Place(pair.late.state.story.article.id, end[1]),))


def _unfinished(side: Side) -> tuple[list[str], Span] | None:
    """Return the last words of a text and where they stand, if no sentence ends there."""
    article = side.state.story.article
    if not article.body:
        return None
    last = article.body[-1]
    tail = Span(max(last.start, last.end - _READ), last.end)
    text = tail.of(article.text).rstrip(_AROUND)
    bare = text.rstrip("…").removesuffix("...").rstrip(_AROUND)
    if not bare or (bare == text and bare[-1] in _CLOSED):
        return None
    found = words(bare)[-_MOST:]
    if len(found) < _FEWEST:
        return None
    return [spelling(word.folded) for word in found], Span(
        tail.start + found[0].start, tail.start + found[-1].end
    )


def _goes_on(side: Side, end: list[str]) -> bool:
    """Whether some words, the last perhaps cut, stand in a text in a row, not at the end of a sentence."""
    story = side.state.story
    closes = {sentence.last for sentence in story.sentences}
    before = len(end) - 1
    for at, word in enumerate(story.words):
        if word.startswith(end[-1]) and at >= before and list(story.words[at - before : at]) == end[:-1]:
            return word != end[-1] or at + 1 not in closes
    return False


BROKEN_OFF = Sign("broken-off", 3.0, _look)

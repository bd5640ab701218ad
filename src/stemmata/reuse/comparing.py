"""The passages of two articles: runs, stretches, rewordings, each under its right name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from stemmata.model import Article, Passage, Reuse
from stemmata.reuse.partners import find_partners, pieces_of, retold
from stemmata.reuse.passages import Match, Piece, apart, is_formula, kind_of, match, passage_of
from stemmata.reuse.rewording import Reworded, find_rewordings
from stemmata.reuse.runs import Run, Stretch, cut, find_stretches
from stemmata.reuse.settings import ReuseSettings
from stemmata.reuse.strand import STORY, SURROUNDINGS, Strand, lay_out
from stemmata.reuse.weights import Pair, weigh
from stemmata.text.languages import language

T = TypeVar("T")


class Laid(NamedTuple):
    """An article laid out for comparing: its story, and what stands around it."""

    story: Strand
    surroundings: Strand


def laid(article: Article, settings: ReuseSettings) -> Laid:
    """Lay an article out once, to be compared with many."""
    return Laid(lay_out(article, STORY), lay_out(article, SURROUNDINGS))


def compare(left: Article, right: Article, settings: ReuseSettings) -> tuple[Passage, ...]:
    """Return every passage that two articles share, the lesser id on the left, in the order of its text."""
    one, two = sorted((left, right), key=lambda article: article.id)
    if one.id == two.id:
        return ()
    one, two = in_one_language(one, two)
    return compare_laid(laid(one, settings), laid(two, settings), settings)


def in_one_language(left: Article, right: Article) -> tuple[Article, Article]:
    """Take a text whose language was not told, as of a brief, to be in that of the text it is compared with."""
    if language(left.language) is None and language(right.language) is not None:
        return replace(left, language=right.language), right
    if language(right.language) is None and language(left.language) is not None:
        return left, replace(right, language=left.language)
    return left, right


def compare_laid(left: Laid, right: Laid, settings: ReuseSettings) -> tuple[Passage, ...]:
    """Do as ``compare`` for two articles already laid out, ``left`` having the lesser id."""
    stories = _stories(weigh(left.story, right.story), settings)
    around = _surroundings(left.surroundings, right.surroundings, settings)
    found = {*stories, *around}
    return tuple(sorted(found, key=lambda one: (one.left_span, one.right_span, one.kind)))


class _Found(NamedTuple):
    """A stretch as a piece, and what its sides share word for word."""

    piece: Piece
    met: Match


def _stories(pair: Pair, settings: ReuseSettings) -> Iterator[Passage]:
    """Yield what two stories share: derived pieces first, then quotations that no derived piece holds."""
    if len(pair.left.words) >= settings.solo_words and pair.left.words == pair.right.words:
        yield from _copied(pair)
        return
    stretches = find_stretches(pair.left, pair.right, settings)
    found = [one for stretch in stretches if not is_formula(pair, (one := _found(pair, stretch)).piece)]
    derived = _derived(pair, found, settings)
    for piece in derived:
        yield passage_of(pair, piece, kind_of(pair, piece, settings), match(pair, piece).likeness)
    quotes = [quote for one in found if (quote := _quotation(pair, one, settings))]
    for quote in apart(quotes, beside=derived):
        yield passage_of(pair, quote, Reuse.QUOTE, match(pair, quote).likeness)


def _copied(pair: Pair) -> Iterator[Passage]:
    """Yield two stories of the same words, paragraph by paragraph."""
    for run in cut(Run(0, 0, len(pair.left.words)), pair.left, pair.right):
        stretch = Stretch((run,))
        yield passage_of(pair, Piece(stretch.left, stretch.right), Reuse.EXACT, 1.0)


def _found(pair: Pair, stretch: Stretch) -> _Found:
    piece = Piece(stretch.left, stretch.right)
    return _Found(piece, match(pair, piece))


def _derived(pair: Pair, found: Sequence[_Found], settings: ReuseSettings) -> list[Piece]:
    """Return the pieces that speak for derivation.

    A stretch long and rare enough stands alone. A shorter one, or a rewording, counts only where the two
    texts share enough all told: independent reports share facts and formulae, but not so many.
    """
    firm, slight = _parted(found, lambda one: _stands_alone(one, settings))
    slight = [one for one in slight if one.met.plain >= settings.company]
    pieces = [_snapped(pair, one.piece, settings) for one in (*firm, *slight)]
    filling, others = _parted(pieces, lambda piece: _fills(pair, piece))
    reworded = find_rewordings(pair, filling, others, settings)
    backed = _backing(firm, reworded, settings) >= _needed(pair, settings)
    if reworded or not backed:
        partners = find_partners(pair, settings)
        if retold(pair, partners, settings):
            settled = [*pieces, *(one.piece for one in reworded)]
            return apart([*settled, *_fresh(pieces_of(pair, partners), settled)])
    return apart([*pieces, *(one.piece for one in reworded)] if backed else pieces[: len(firm)])


def _fresh(partners: Iterable[Piece], found: Sequence[Piece]) -> list[Piece]:
    """Return the partners of which either sentence is still mostly free of what was found before."""
    left = {word for piece in found for word in range(*piece.left)}
    right = {word for piece in found for word in range(*piece.right)}
    return [
        one
        for one in partners
        if sum(map(left.__contains__, range(*one.left))) <= HALF * (one.left[1] - one.left[0])
        or sum(map(right.__contains__, range(*one.right))) <= HALF * (one.right[1] - one.right[0])
    ]


def _parted(held: Iterable[T], belongs: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """Return those that belong and those that do not."""
    parts: tuple[list[T], list[T]] = ([], [])
    for one in held:
        parts[not belongs(one)].append(one)
    return parts


def _stands_alone(one: _Found, settings: ReuseSettings) -> bool:
    return len(one.met.left) >= settings.solo_words and one.met.plain >= settings.solo


def _backing(firm: Iterable[_Found], reworded: Iterable[Reworded], settings: ReuseSettings) -> float:
    """Return the weight that two texts share in pieces that need no other beside them.

    Who speaks comes with a quotation, and independent reports of one briefing name the speaker alike: that
    much is taken off a reworded sentence that holds one.
    """
    mets = [one.met for one in reworded if one.sure]
    sure = sum(met.plain - min(settings.speaker, HALF * met.quoted) for met in mets)
    return sum(one.met.plain for one in firm) + sure


def _needed(pair: Pair, settings: ReuseSettings) -> float:
    """Return the weight asked for: a share of the lighter story, within bounds; of a brief, half of it."""
    lighter = min(pair.left_weights.unquoted[-1], pair.right_weights.unquoted[-1])
    share = min(settings.backing_share * lighter, settings.backing_most)
    return max(share, min(settings.backing_least, settings.strong * lighter))


def _snapped(pair: Pair, piece: Piece, settings: ReuseSettings) -> Piece:
    """Widen a piece to whole sentences at each end where it covers most of the sentence on both sides."""
    left, right = _Ends.of(pair.left, piece.left), _Ends.of(pair.right, piece.right)
    start = min(left.first_share, right.first_share) >= settings.snap
    end = min(left.last_share, right.last_share) >= settings.snap
    return Piece(left.widened(start=start, end=end), right.widened(start=start, end=end))


class _Ends(NamedTuple):
    """The sentences in which a piece begins and ends, and how much of each it covers."""

    words: tuple[int, int]
    sentences: tuple[int, int]
    first_share: float
    last_share: float

    @classmethod
    def of(cls, strand: Strand, words: tuple[int, int]) -> "_Ends":
        first, last = (
            strand.sentences[strand.sentence[words[0]]],
            strand.sentences[strand.sentence[words[1] - 1]],
        )
        return cls(
            words,
            (first.first, last.last),
            (min(words[1], first.last) - words[0]) / (first.last - first.first),
            (words[1] - max(words[0], last.first)) / (last.last - last.first),
        )

    def widened(self, *, start: bool, end: bool) -> tuple[int, int]:
        return self.sentences[0] if start else self.words[0], self.sentences[1] if end else self.words[1]


def _fills(pair: Pair, piece: Piece) -> bool:
    """Whether a piece is most of a sentence of either text, so that the sentence needs no other partner."""
    left, right = _Ends.of(pair.left, piece.left), _Ends.of(pair.right, piece.right)
    return max(left.first_share, left.last_share, right.first_share, right.last_share) >= HALF


HALF = 0.5


def _quotation(pair: Pair, one: _Found, settings: ReuseSettings) -> Piece | None:
    """Return the part of a stretch that a text has inside quotation marks, if it is long and rare enough."""
    inside = [
        (here, there)
        for here, there in zip(one.met.left, one.met.right, strict=True)
        if pair.left.quoted[here] or pair.right.quoted[there]
    ]
    if len(inside) < settings.quote_words or one.met.quoted < settings.quote:
        return None
    here, there = [left for left, _ in inside], [right for _, right in inside]
    return Piece((min(here), max(here) + 1), (min(there), max(there) + 1))


def _surroundings(left: Strand, right: Strand, settings: ReuseSettings) -> Iterator[Passage]:
    """Yield what the two pages share around their stories."""
    stretches = find_stretches(left, right, settings)
    if not stretches:
        return
    pair = weigh(left, right)
    for stretch in stretches:
        piece = Piece(stretch.left, stretch.right)
        if sum(run.length for run in stretch.runs) >= settings.chrome_words:
            yield passage_of(pair, piece, Reuse.CHROME, match(pair, piece).likeness)

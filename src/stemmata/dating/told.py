"""What one article's own story says of time: its sentences and the time words in each."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemmata.model import Article, Place, Role, Span
from stemmata.text.opening import content, opening
from stemmata.text.sentences import sentences
from stemmata.text.times import Mention, find_times, grammar, in_context
from stemmata.text.words import words

STORY = (Role.TITLE, Role.SUBTITLE, Role.DATELINE, Role.BODY, Role.CAPTION)


class Timed(NamedTuple):
    """A time word and the sentence that it stands in.

    ``lede`` marks the story's first sentences, ``spoken`` a time that a verb of saying leads to
    ("officials said Sunday"): the day of the report, not of what it reports.
    """

    mention: Mention
    sentence: Span
    stems: frozenset[str]
    lede: bool
    spoken: bool


class Told(NamedTuple):
    """One article and every time word of its story, in order; ``years`` are the places where it states a year."""

    article: Article
    times: tuple[Timed, ...]
    years: tuple[int, ...] = ()

    def place(self, timed: Timed) -> Place:
        """Return where the time word stands."""
        return Place(self.article.id, timed.mention.span)

    def years_beside(self, timed: Timed, before: int) -> bool:
        """Whether the sentence of a time, or so many characters before the time, state a year."""
        start = min(timed.sentence.start, timed.mention.span.start - before)
        return bisect_left(self.years, start) < bisect_left(self.years, timed.sentence.end)

    def quote(self, timed: Timed) -> str:
        """Return the words around a time word, as a reader would quote them."""
        return clipped(self.article.text, timed.sentence, timed.mention.span)


WIDEST_QUOTE = 120
NEARBY = 40
"""Characters looked at before a time word for the verb that leads to it."""


def told(article: Article) -> Told:
    """Read the time words of an article's story; chrome, teasers and stamps are not its story."""
    begun = opening(article)
    homes: dict[Span, Span] = {}
    mentions: list[Mention] = []
    for block in article.blocks:
        if block.role not in STORY:
            continue
        found = find_times(article.text, (block.span,), article.language)
        if found:
            mentions.extend(found)
            homes.update(_homes(sentences(article.text, block.span, article.language), found))
    stems = {home: content(article.text, home, article.language) for home in dict.fromkeys(homes.values())}
    times = [
        Timed(mention, home, stems[home], home in begun, spoken(article, home, mention))
        for mention in in_context(mentions)
        if (home := homes[mention.span])
    ]
    stated = (time.mention for time in times if time.mention.meaning.year is not None)
    return Told(article, tuple(times), tuple(mention.span.start for mention in stated))


def _homes(parts: Sequence[Span], found: Sequence[Mention]) -> Iterator[tuple[Span, Span]]:
    """Yield where each mention stands and its sentence: two where a stop within it looked like an end ("am 3. Oktober")."""
    ends = [part.end for part in parts]
    for mention in found:
        first = parts[min(bisect_left(ends, mention.span.start + 1), len(parts) - 1)]
        last = parts[min(bisect_left(ends, mention.span.end), len(parts) - 1)]
        yield mention.span, first if first == last else Span(first.start, last.end)


def spoken(article: Article, sentence: Span, mention: Mention) -> bool:
    """Whether a verb of saying stands right before the time word."""
    known = grammar(article.language)
    before = words(article.text, Span(max(sentence.start, mention.span.start - NEARBY), mention.span.start))
    return known is not None and any(word.folded in known.speech for word in before[-2:])


def clipped(text: str, sentence: Span, span: Span) -> str:
    """Return the sentence, or the part of it around ``span`` when it is long."""
    if sentence.length <= WIDEST_QUOTE:
        return " ".join(sentence.of(text).split())
    start = max(sentence.start, span.start - WIDEST_QUOTE // 2)
    end = min(sentence.end, span.end + WIDEST_QUOTE // 2)
    start = text.find(" ", start, span.start) + 1 if start > sentence.start else start
    cut = text.rfind(" ", span.end, end) if end < sentence.end else end
    end = cut if cut > span.end else end
    before, after = "… " * (start > sentence.start), " …" * (end < sentence.end)
    return before + " ".join(text[max(start, sentence.start) : end].split()) + after

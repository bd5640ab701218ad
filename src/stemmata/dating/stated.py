"""The day a text states of itself in a line of its own: "November 8, 2031, 5:30 p.m."."""

from collections.abc import Iterator

from stemmata.dating.clue import Clue
from stemmata.dating.settings import DatingSettings
from stemmata.dating.told import Timed, Told
from stemmata.model import Interval, Span
from stemmata.text.times import Tense, resolve
from stemmata.text.times.calendar import shifted

QUOTING = frozenset('@#“"—–')
"""Signs of a line that is somebody else's: a post, a quotation, its signature."""
SENTENCE = frozenset(".!?…")
"""What a line of a date does not end with."""


def own_day(told: Told, settings: DatingSettings) -> Iterator[Clue]:
    """Yield the day that stands with its year in a line of its own; a story with several such lines is a chronicle."""
    paragraphs = told.article.body
    found: dict[Interval, Clue] = {}
    for timed in told.times[: settings.most_times]:
        meaning, span = timed.mention.meaning, timed.mention.span
        if meaning.kind != "day" or meaning.year is None or timed.mention.tense is Tense.FUTURE:
            continue
        home = next((one for one in paragraphs if one.contains(span)), None)
        when = resolve(timed.mention, None).when
        if home is None or when is None or when.days > 1 or _rest(told, home) > settings.line_rest:
            continue
        if any(_other_day(other, timed) for other in told.times if home.contains(other.mention.span)):
            continue
        line = " ".join(home.of(told.article.text).split())
        if (line[-1:] in SENTENCE and not line.endswith("m.")) or QUOTING.intersection(line):
            continue
        says = f"The text has the line “{line}”."
        bounds = Interval(shifted(when.first, -1), shifted(when.first, 1))
        found[when] = Clue("own-line", says, 0.65, (told.place(timed),), first=bounds.first, last=bounds.last)
    if len(found) == 1:
        yield from found.values()


def _other_day(other: Timed, one: Timed) -> bool:
    """Whether a time names another month and day than one does: "LONDON, April 13 - Year to December 28, 2031"."""
    meaning, mine = other.mention.meaning, one.mention.meaning
    return meaning.kind == "day" and (meaning.month, meaning.day) != (mine.month, mine.day)


def _rest(told: Told, home: Span) -> int:
    """Return how many characters of a paragraph belong to no time."""
    spans = (timed.mention.span for timed in told.times)
    return home.length - sum(span.length for span in spans if home.contains(span))

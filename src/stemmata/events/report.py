"""What one article reports: its opening, names, kind of act, days and modality."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from typing import NamedTuple

from stemmata.events.acts import Acts, acts, tally, trades
from stemmata.events.cast import cast, undated
from stemmata.events.days import Distance, Told, distances, is_spoken, told_days
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Modality, Place, Role, Span, Time, Written
from stemmata.text.languages import language
from stemmata.text.names import names
from stemmata.text.opening import opening
from stemmata.text.stems import stem
from stemmata.text.times import Tense, find_times, grammar
from stemmata.text.words import Word, words

TITLE_WEIGHT = 2.0
LONGEST_TOLD = 8000
"""Characters of a paragraph whose words are weighed."""
HEADS = frozenset({"", ".", "!", "?", '"', "“"})
"""What stands before the first word of a sentence."""
NAME_FACTOR = 2.0
"""A capitalised word in running text tells events apart better than a common one: of 2, 3 and 4 the best on ECB+."""
NUMBER_FACTOR = 2.0
"""So does a number: of 1, 2 and 3 the best there."""
FADES = 300
"""Words after which a word counts a third of the first. 80 to 400 are much alike on ECB+, and better than no fading."""
STEP = 10
"""Words that count alike."""
PHRASE_WEIGHT = 2.0
"""A phrase tells more surely of an act than a word does."""
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
REACH_OF_AGAIN = 5
"""Words after "another" among which the act must stand."""
TRADE_WEIGHT = 2.0
"""A word of one trade tells more surely of an act than a word of many."""


class Report(NamedTuple):
    """One article's main event, as its title and opening tell it.

    ``profile`` weighs the stems of the opening; ``kinds`` the words for each kind of act; ``actors``, ``tellers``
    (who only speak of it) and ``places`` count names, ``named`` those of which it is not told what they name;
    ``after`` tells how long after others its event was; ``people`` are the last names in all that is weighed, ``capitals`` its other words that are never small;
    ``again`` is the place of the words that call it a follow-on.
    """

    article: Article
    written: Written | None
    sentences: tuple[Span, ...]
    profile: Mapping[str, float]
    kinds: Mapping[str, float]
    actors: Mapping[str, float]
    tellers: Mapping[str, float]
    places: Mapping[str, float]
    named: Mapping[str, float]
    days: tuple[Told, ...]
    after: tuple[Distance, ...]
    modality: Modality
    people: frozenset[str]
    capitals: frozenset[str]
    again: Place | None


def report(
    article: Article, written: Written | None, times: Mapping[Span, Time], settings: EventsSettings
) -> Report:
    """Read what an article reports from its title and its first sentences."""
    known = acts(article.language)
    begun = opening(article, settings.opening_sentences)
    lead = [*article.spans(Role.TITLE), *begun[: settings.telling_sentences]]
    profile, capitals = _profile(article, settings)
    people = _people(article)
    return Report(
        article,
        written,
        begun,
        profile,
        _kinds(article, begun, lead, known),
        *cast(article, begun, lead, known),
        told_days(article, begun, times, settings),
        distances(article, begun),
        _modality(article, lead, known),
        frozenset(people.values()),
        capitals - people.keys(),
        _again(article, lead, known),
    )


def _profile(article: Article, settings: EventsSettings) -> tuple[dict[str, float], frozenset[str]]:
    """Weigh the stems of the title and of the first words of the story, and tell which are never written small.

    Names and numbers count most, and what comes first more than what comes later.
    """
    known = language(article.language)
    stops = known.stopwords if known else frozenset[str]()
    told_by = grammar(article.language)
    timed: Mapping[str, object] = told_by.lexicon if told_by else {}
    profile: dict[str, float] = defaultdict(float)
    large, small = set[str](), set[str]()
    left = settings.profile_words
    for span, weight in _weighed(article):
        near = Span(span.start, min(span.end, span.start + LONGEST_TOLD))
        found = words(article.text, undated(article, near))[:left]
        met = settings.profile_words - left
        for place, word in enumerate(found, met):
            if word.folded in stops:
                continue
            one = stem(word.folded)
            profile[one] += weight * _named(article.text, word) * _fading(place // STEP)
            if one.isalpha() and word.folded not in timed:
                (large if article.text[word.start].isupper() else small).add(one)
        left -= len(found)
    return dict(profile), frozenset(large - small)


@cache
def _fading(steps: int) -> float:
    """Return what a word counts so many steps into the text."""
    return exp(-steps * STEP / FADES)


def _named(text: str, word: Word) -> float:
    """Return what a capitalised word or a number counts: at the head of a sentence it may be any word."""
    first = text[word.start]
    if first.isdecimal():
        return NUMBER_FACTOR
    if not first.isupper():
        return 1.0
    before = text[max(0, word.start - 2) : word.start].strip()
    return (NAME_FACTOR + 1) / 2 if before[-1:] in HEADS else NAME_FACTOR


def _people(article: Article) -> dict[str, str]:
    """Return the stems of all parts of the names of people, each with that of the last part, by which they are known."""
    found: dict[str, str] = {}
    for span, _ in _weighed(article):
        near = undated(article, Span(span.start, min(span.end, span.start + LONGEST_TOLD)))
        for name in names(article.text, near, article.language):
            if name.kind == "person":
                parts = [stem(part) for part in name.text.casefold().split()]
                found |= dict.fromkeys(parts, parts[-1])
    return found


def _weighed(article: Article) -> Iterator[tuple[Span, float]]:
    for span in article.spans(Role.TITLE)[:1]:
        yield span, TITLE_WEIGHT
    for span in article.body[_first(article) :]:
        yield span, 1.0


def _first(article: Article) -> int:
    """Return the place of the paragraph that the story opens in."""
    begun = opening(article, 1)
    return next((at for at, span in enumerate(article.body) if begun and span.overlaps(begun[0])), 0)


def _kinds(article: Article, begun: tuple[Span, ...], lead: list[Span], known: Acts) -> dict[str, float]:
    """Weigh the words for acts: the title's twice, and those that open the title or the lede more than what follows.

    Words of one trade count in all of the opening.
    """
    counts: dict[str, float] = defaultdict(float)
    for place, span in enumerate(lead):
        stems = _stems(article, span)
        half = max(1, len(stems) // 2)
        for part in (stems[:half], stems):
            for kind, count in tally(part, known).items():
                counts[kind] += count * (2 if place == 0 else 1)
        told = span.of(article.text).casefold()
        for phrase, kind in known.phrases.items():
            if phrase in told:
                counts[kind] += PHRASE_WEIGHT * (2 if place == 0 else 1)
    opening = [one for span in {*lead, *begun} for one in _stems(article, span)]
    for kind, count in trades(opening, known).items():
        counts[kind] += TRADE_WEIGHT * count
    return dict(counts)


def _stems(article: Article, span: Span) -> list[str]:
    return [stem(word.folded) for word in words(article.text, undated(article, span))]


def _modality(article: Article, lead: list[Span], known: Acts) -> Modality:
    """Read the title and lede: denied or alleged by their words, planned where nothing is told as past."""
    said = {word.folded for span in lead[:1] for word in words(article.text, span)}
    if said & known.denied:
        return Modality.DENIED
    if said & known.alleged:
        return Modality.ALLEGED
    tenses = {
        mention.tense
        for span in lead
        for mention in find_times(article.text, (span,), article.language)
        if not is_spoken(article, span, mention)
    }
    return Modality.PLANNED if Tense.FUTURE in tenses and Tense.PAST not in tenses else Modality.HAPPENED


def _again(article: Article, lead: list[Span], known: Acts) -> Place | None:
    """Return where the opening calls its act another one of its kind."""
    for span in lead:
        found = words(article.text, span)
        for place, word in enumerate(found):
            if (word.folded in known.again or _is_ordinal(word.folded)) and _acts_after(
                found[place + 1 : place + 1 + REACH_OF_AGAIN], known
            ):
                return Place(article.id, Span(word.start, found[min(place + 3, len(found) - 1)].end))
    return None


def _is_ordinal(folded: str) -> bool:
    """Whether a word is "13th", not "1st": one of a series that is not its first."""
    return folded[:-2].isdecimal() and folded[-2:] in ORDINAL_ENDS and folded != "1st"


def _acts_after(following: tuple[Word, ...], known: Acts) -> bool:
    kinds = [known.kinds.get(stem(word.folded)) for word in following]
    return any(kind is not None and kind not in known.vague for kind in kinds)

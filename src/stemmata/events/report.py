"""What one article reports: its opening, names, kind of act, days and modality."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stemmata.events.acts import Acts, acts, tally
from stemmata.events.days import Told, told_days
from stemmata.events.settings import EventsSettings
from stemmata.model import Article, Modality, Place, Role, Span, Time, Written
from stemmata.text.languages import language
from stemmata.text.names import names
from stemmata.text.opening import opening
from stemmata.text.places import state
from stemmata.text.stems import stem
from stemmata.text.times import Tense, find_times, grammar
from stemmata.text.words import Word, words

TITLE_WEIGHT, LEDE_WEIGHT, REST_WEIGHT = 2.0, 1.5, 1.0
NAME_FACTOR = 1.5
"""A capitalised word in running text tells events apart better than a common one."""
FILED_THERE = 10.0
"""Weight of the dateline's place where the story names it: above any other place."""
PHRASE_WEIGHT = 2.0
"""A phrase tells more surely of an act than a word does."""
REACH_OF_AGAIN = 5
"""Words after "another" among which the act must stand."""
NAME_WEIGHTS = (3.0, 2.0, 1.0)
"""Weight of a name in the first sentence, the second, and those after."""
BESIDE = 30
"""Characters beside a name in which the verb of saying must stand."""
TELLER = 0.25
"""Weight of a medium that only says or is told: a relay rather than an actor."""


class Report(NamedTuple):
    """One article's main event, as its title and opening tell it.

    ``profile`` weighs the stems of the opening; ``kinds`` the words for each kind of act; ``actors`` and
    ``places`` count names, ``named`` those of which it is not told what they name; ``again`` is the place of the words that call it a follow-on.
    """

    article: Article
    written: Written | None
    sentences: tuple[Span, ...]
    profile: Mapping[str, float]
    kinds: Mapping[str, float]
    actors: Mapping[str, float]
    places: Mapping[str, float]
    named: Mapping[str, float]
    days: tuple[Told, ...]
    modality: Modality
    again: Place | None


class _Names(NamedTuple):
    """The names of one opening by what they name, each with its weight."""

    actors: dict[str, float]
    places: dict[str, float]
    named: dict[str, float]


def report(
    article: Article, written: Written | None, times: Mapping[Span, Time], settings: EventsSettings
) -> Report:
    """Read what an article reports from its title and its first sentences."""
    known = acts(article.language)
    begun = opening(article, settings.opening_sentences)
    lead = [*article.spans(Role.TITLE), *begun[: settings.telling_sentences]]
    called = _names(article, begun, known)
    if filed := _filed_from(article, lead):
        called.places[filed] += FILED_THERE
    return Report(
        article,
        written,
        begun,
        _profile(article, begun, settings),
        _kinds(article, lead, known),
        *called,
        told_days(article, begun, times, settings),
        _modality(article, lead, known),
        _again(article, lead, known),
    )


def _names(article: Article, begun: tuple[Span, ...], known: Acts) -> _Names:
    """Weigh the names of the opening: the first sentence's most, those of media that only pass news on least."""
    found = _Names(defaultdict(float), defaultdict(float), defaultdict(float))
    credited = {credit.agency.casefold() for credit in article.credits}
    for place, sentence in enumerate(begun):
        weight = NAME_WEIGHTS[min(place, len(NAME_WEIGHTS) - 1)]
        for name in names(article.text, _undated(article, sentence), article.language):
            if name.text.casefold() in credited:
                continue
            if name.kind == "place":
                found.places[_state_name(name.text, article.language)] += weight
            elif name.kind == "other":
                found.named[name.text] += weight
            else:
                tells = _is_media(name.text, known) and _tells(article, sentence, name.span)
                found.actors[name.text] += TELLER if tells else weight
    return found


def _is_media(name: str, known: Acts) -> bool:
    """Whether a name is of a medium, as far as it tells; a bare acronym that speaks mostly is an agency."""
    return name.isupper() or any(word.folded in known.media for word in words(name))


def _tells(article: Article, sentence: Span, name: Span) -> bool:
    """Whether a verb of saying stands right beside the name."""
    known = grammar(article.language)
    before = words(article.text, Span(max(sentence.start, name.start - BESIDE), name.start))[-2:]
    after = words(article.text, Span(name.end, min(sentence.end, name.end + BESIDE)))[:2]
    return known is not None and any(word.folded in known.speech for word in (*before, *after))


def _state_name(name: str, code: str) -> str:
    """Return the state for the name of its people ("Chilean" for "Chile"), any other place as it is."""
    known = state(name, code)
    return known.name if known is not None and known.by == "people" else name


def _filed_from(article: Article, lead: list[Span]) -> str | None:
    """Return the dateline's place when title or opening name it too: a capital alone is where the desk is."""
    if article.dateline is None:
        return None
    place = article.dateline.place.split(",")[0].strip()
    named = (_undated(article, span).of(article.text) for span in lead)
    found = next((at for text in named if (at := re.search(re.escape(place), text, re.IGNORECASE))), None)
    return None if found is None or not place else found[0]


def _undated(article: Article, sentence: Span) -> Span:
    """Return the sentence without the dateline at its head."""
    line = article.dateline
    if line is None or not line.span.overlaps(sentence):
        return sentence
    return Span(min(line.span.end, sentence.end), sentence.end)


def _profile(article: Article, begun: tuple[Span, ...], settings: EventsSettings) -> dict[str, float]:
    known = language(article.language)
    stops = known.stopwords if known else frozenset[str]()
    profile: dict[str, float] = defaultdict(float)
    for span, weight in _weighed(article, begun, settings):
        for word in words(article.text, _undated(article, span)):
            if word.folded not in stops:
                named = article.text[word.start].isupper() and span in begun
                profile[stem(word.folded)] += weight * (NAME_FACTOR if named else 1.0)
    return dict(profile)


def _weighed(
    article: Article, begun: tuple[Span, ...], settings: EventsSettings
) -> Iterator[tuple[Span, float]]:
    for span in article.spans(Role.TITLE)[:1]:
        yield span, TITLE_WEIGHT
    for place, span in enumerate(begun):
        yield span, LEDE_WEIGHT if place < settings.telling_sentences else REST_WEIGHT


def _kinds(article: Article, lead: list[Span], known: Acts) -> dict[str, float]:
    """Weigh the words for acts: the title's twice, and those that open the title or the lede more than what follows."""
    counts: dict[str, float] = defaultdict(float)
    for place, span in enumerate(lead):
        stems = [stem(word.folded) for word in words(article.text, _undated(article, span))]
        half = max(1, len(stems) // 2)
        for kind, count in (tally(stems[:half], known) + tally(stems, known)).items():
            counts[kind] += count * (2 if place == 0 else 1)
        told = span.of(article.text).casefold()
        for phrase, kind in known.phrases.items():
            if phrase in told:
                counts[kind] += PHRASE_WEIGHT * (2 if place == 0 else 1)
    return dict(counts)


def _modality(article: Article, lead: list[Span], known: Acts) -> Modality:
    """Read the title and lede: denied or alleged by their words, planned where nothing is told as past."""
    said = {word.folded for span in lead[:1] for word in words(article.text, span)}
    if said & known.denied:
        return Modality.DENIED
    if said & known.alleged:
        return Modality.ALLEGED
    tenses = {mention.tense for mention in find_times(article.text, lead, article.language)}
    return Modality.PLANNED if Tense.FUTURE in tenses and Tense.PAST not in tenses else Modality.HAPPENED


def _again(article: Article, lead: list[Span], known: Acts) -> Place | None:
    """Return where the opening calls its act another one of its kind."""
    for span in lead:
        found = words(article.text, span)
        for place, word in enumerate(found):
            if word.folded in known.again and _acts_after(
                found[place + 1 : place + 1 + REACH_OF_AGAIN], known
            ):
                return Place(article.id, Span(word.start, found[min(place + 3, len(found) - 1)].end))
    return None


def _acts_after(following: tuple[Word, ...], known: Acts) -> bool:
    kinds = [known.kinds.get(stem(word.folded)) for word in following]
    return any(kind is not None and kind not in known.vague for kind in kinds)

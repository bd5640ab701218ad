"""Who acts and where, by the names of an opening."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from stemmata.events.acts import Acts
from stemmata.model import Article, Span
from stemmata.text.languages import section, words_of
from stemmata.text.names import Name, names
from stemmata.text.places import state
from stemmata.text.times import grammar
from stemmata.text.words import Word, words

FILED_THERE = 10.0
"""Weight of the dateline's place where the story names it: above any other place."""
FILED = 3.5
"""Weight of the dateline's place where the story does not name it again and it is no capital, where desks are."""
NAME_WEIGHTS = (3.0, 2.0, 1.0)
"""Weight of a name in the first sentence, the second, and those after."""
BY_PEOPLE = 0.5
"""What the name of a state's people counts as that state: "an Australian title" may be won anywhere."""
LOCATED = 1.5
"""What a place counts more after "in" or "near"."""
TELLER = 0.25
"""Weight of a person or a medium that only says or is told; a ministry that announces a thing mostly does it."""
BESIDE = 30
"""Characters beside a name in which the verb of saying must stand."""
BRACKETS = frozenset("(<[")
"""Before a name, they make it a short form, a ticker or an aside."""
APPOSITION = 80
"""Characters of "…, the governor of the province," between a name and its verb of saying."""


class Cast(NamedTuple):
    """The names of one opening, each with its weight: who acts, who only tells of it, where, and other names."""

    actors: dict[str, float]
    tellers: dict[str, float]
    places: dict[str, float]
    named: dict[str, float]


def cast(article: Article, begun: tuple[Span, ...], lead: list[Span], known: Acts) -> Cast:
    """Weigh the names of the opening: the first sentence's most."""
    found = Cast(defaultdict(float), defaultdict(float), defaultdict(float), defaultdict(float))
    credited = {credit.agency.casefold() for credit in article.credits}
    for place, sentence in enumerate(begun):
        weight = NAME_WEIGHTS[min(place, len(NAME_WEIGHTS) - 1)]
        for name in names(article.text, undated(article, sentence), article.language):
            if name.text.casefold() not in credited and not _bare(name, article.language):
                _enter(found, article, sentence, name, weight, known)
    _filed(found, article, lead)
    return found


def undated(article: Article, sentence: Span) -> Span:
    """Return the sentence without the dateline at its head."""
    line = article.dateline
    if line is None or not line.span.overlaps(sentence):
        return sentence
    return Span(min(line.span.end, sentence.end), sentence.end)


def _enter(found: Cast, article: Article, sentence: Span, name: Name, weight: float, known: Acts) -> None:
    """Put a name where it belongs: a place, an actor, one who only tells, or a name of something else."""
    before = words(article.text, Span(max(sentence.start, name.span.start - BESIDE), name.span.start))
    last = before[-1].folded if before else ""
    if name.kind == "place":
        meant = state(name.text, article.language)
        if meant is not None:
            by_people = meant.by == "people"
            located = LOCATED if last in known.locative else 1.0
            shown = meant.name if by_people else name.text
            found.places[shown] += weight * (BY_PEOPLE if by_people else located)
        elif last in known.locative:
            found.places[name.text] += weight * LOCATED
        else:
            found.named[name.text] += weight
    elif _no_actor(name, last, known) or article.text[name.span.start - 1 : name.span.start] in BRACKETS:
        found.named[name.text] += weight
    elif (medium := _is_media(name.text, before, known)) or _tells(article, sentence, name.span):
        passes_on = medium or name.kind != "organisation" or name.text.isupper()
        found.tellers[name.text] += weight * (TELLER if passes_on else 1.0)
    else:
        found.actors[name.text] += weight


def _no_actor(name: Name, last: str, known: Acts) -> bool:
    """Whether a name is no actor's: a ship's, a model's, one of which it is not told what it names, or where something is."""
    numbered = any(map(str.isdecimal, name.text))
    located = last in known.locative and name.kind != "organisation"
    return name.kind == "other" or numbered or located or last in known.bearers


def _is_media(name: str, before: tuple[Word, ...], known: Acts) -> bool:
    """Whether a name is of a medium, as far as it or the words before it tell ("the news agency …")."""
    return any(word.folded in known.media for word in (*before[-1:], *words(name)))


def _bare(name: Name, code: str) -> bool:
    """Whether a name is one common word for a body ("Army", "Association"): the rest of it is lost."""
    return not name.text.isupper() and name.text.casefold() in _bodies(code)


@cache
def _bodies(code: str) -> frozenset[str]:
    table = section(code, "names")
    return frozenset(words_of(table, "organisations")) if table is not None else frozenset()


def _tells(article: Article, sentence: Span, name: Span) -> bool:
    """Whether a verb of saying stands right beside the name, or after what is set in commas behind it."""
    known = grammar(article.language)
    if known is None:
        return False
    before = words(article.text, Span(max(sentence.start, name.start - BESIDE), name.start))[-2:]
    rest = article.text[name.end : min(sentence.end, name.end + APPOSITION)]
    if (aside := re.match(r",[^,.;:“”\"]{1,60},", rest)) is not None:
        rest = rest[aside.end() :]
    elif (at := re.match(r" (?:in|of|at) \w+(?: [A-Z]\w+)?(?= )", rest)) is not None:
        rest = rest[at.end() :]
    after = words(rest)[:2]
    return any(word.folded in known.speech for word in (*before, *after))


def _filed(found: Cast, article: Article, lead: list[Span]) -> None:
    """Weigh the dateline's place: most where title or opening name it too; a capital alone is where the desk is."""
    if article.dateline is None:
        return
    place = article.dateline.place.split(",")[0].strip()
    if not place:
        return
    told = (undated(article, span).of(article.text) for span in lead)
    pattern = re.compile(rf"(?<!\w){re.escape(place)}(?!\w)", re.IGNORECASE)
    again = next((at for text in told if (at := pattern.search(text))), None)
    meant = state(place, article.language)
    if again is not None:
        found.places[place.title() if again[0].isupper() else again[0]] += FILED_THERE
    elif meant is None or meant.by != "capital":
        found.places[place.title() if place.isupper() else place] += FILED

"""The month a text was written in: what it tells of one happening by date and by "last month", and seasons."""

from collections.abc import Iterator

from stemmata.dating.clue import MONTHS, Clue
from stemmata.dating.settings import DatingSettings
from stemmata.dating.told import STORY, Timed, Told
from stemmata.model import Article, Span
from stemmata.text.languages import language
from stemmata.text.names import names
from stemmata.text.places import state
from stemmata.text.stems import stem
from stemmata.text.times import Grammar, Tense, grammar
from stemmata.text.times.calendar import season_months
from stemmata.text.words import words

NEAR_WORDS = 4
A_FEW_LINES = 240
"""Characters looked at on either side of a time word."""
ADJACENT = 2
"""Characters between two sentences that follow each other in one paragraph."""
SHORTEST_NOUN = 4
BLOCKS_OF_PLACES = 8
"""Blocks of the story whose names of states tell the half of the globe."""
DOUBTED = 0.5
"""Weight of a season read as a northern one when the half of the globe is not known: no proof alone."""


def named_months(told: Told, known: Grammar, settings: DatingSettings) -> Iterator[Clue]:
    """Yield the month of writing where "a parade last month" and "the July 27 parade" are one happening."""
    relative = [timed for timed in told.times if of_month(timed)][: settings.most_linked]
    named = [timed for timed in told.times if _names_month(told, timed)][: settings.most_linked]
    beside = {timed: _beside(told, timed) for timed in (*relative, *named)}
    for one in relative:
        for other in named:
            noun = next((word for word in beside[one] if word in beside[other]), None)
            if noun is None or not _same_happening(told, one, other, noun, known, settings):
                continue
            number = ((other.mention.meaning.month or 1) - (one.mention.meaning.shift or 0) - 1) % 12 + 1
            says = (
                f"“{told.quote(one)}” and “{told.quote(other)}” are of one happening: "
                f"the text was written in {MONTHS[number - 1]}."
            )
            yield Clue(
                "named-month", says, 0.9, (told.place(one), told.place(other)), months=frozenset({number})
            )


def of_month(timed: Timed) -> bool:
    """Whether a time is "last month", "this month" or "next month"."""
    meaning = timed.mention.meaning
    return meaning.kind == "relative" and meaning.unit == "M" and meaning.shift in {-1, 0, 1}


def _names_month(told: Told, timed: Timed) -> bool:
    """Whether a time is a day without its year; a year told in its sentence would be its own."""
    meaning = timed.mention.meaning
    return meaning.kind == "day" and meaning.year is None and not told.years_beside(timed, 0)


def _beside(told: Told, timed: Timed) -> tuple[str, ...]:
    """Return the stems of the common words next to a time word: the nearest one before, and the one right after.

    Names between are passed over: "a parade in Osk last month".
    """
    text, (ahead, behind) = told.article.text, around(timed)
    known, spoken = language(told.article.language), grammar(told.article.language)
    stops = (known.stopwords if known else frozenset[str]()) | (spoken.speech if spoken else frozenset[str]())
    before = [word for word in words(text, ahead) if word.folded not in stops]
    common = [word for word in before[-NEAR_WORDS:] if text[word.start].islower()][-1:]
    rest = [word for word in words(text, behind)[:2] if word.folded != "s"][:1]
    after = [word for word in rest if text[word.start].islower()]
    near = [
        word for word in (*common, *after) if word.folded not in stops and len(word.folded) >= SHORTEST_NOUN
    ]
    return tuple(stem(word.folded) for word in near)


def around(timed: Timed) -> tuple[Span, Span]:
    """Return the sentence before and after the time word, no further than a few lines."""
    span, sentence = timed.mention.span, timed.sentence
    before = Span(max(sentence.start, span.start - A_FEW_LINES), span.start)
    return before, Span(span.end, min(sentence.end, span.end + A_FEW_LINES))


def _same_happening(
    told: Told, one: Timed, other: Timed, noun: str, known: Grammar, settings: DatingSettings
) -> bool:
    """Whether two sentences tell of one happening: tenses that can be, no word for another one, near or alike."""
    tenses = {one.mention.tense, other.mention.tense}
    if Tense.FUTURE in tenses and (Tense.PAST in tenses or one.mention.meaning.shift == -1):
        return False
    if one.mention.meaning.shift == 1 and other.mention.tense is Tense.PAST:
        return False
    if _another(told, one, known) or _another(told, other, known):
        return False
    first, second = sorted((one.sentence, other.sentence))
    if first == second or second.start - first.end <= ADJACENT:
        return True
    common = (one.stems & other.stems) - {noun}
    return len(common) >= settings.linking_stems


def _another(told: Told, timed: Timed, known: Grammar) -> bool:
    """Whether the sentence tells of another happening of its kind ("again", "a second")."""
    near = Span(around(timed)[0].start, around(timed)[1].end)
    return any(word.folded in known.another for word in words(told.article.text, near))


def seasons(told: Told, known: Grammar) -> Iterator[Clue]:
    """Yield the months of "their summer exercises later this month": a seasonal thing, dated by this month."""
    happenings = {stem(word) for word in known.season_events}
    for one, other in zip(told.times, told.times[1:], strict=False):
        season = one.mention.meaning
        if (
            season.kind != "season"
            or season.year is not None
            or season.shift is not None
            or not of_month(other)
        ):
            continue
        between = words(told.article.text, Span(one.mention.span.end, other.mention.span.start))
        if one.sentence != other.sentence or len(between) > NEAR_WORDS + 1:
            continue
        if not any(stem(word.folded) in happenings for word in between):
            continue
        north = _northern(told.article, known)
        if north is False:
            continue
        shift = other.mention.meaning.shift or 0
        months = frozenset((number - shift - 1) % 12 + 1 for number in season_months(season.season or "SU"))
        phrase = told.article.text[one.mention.span.start : other.mention.span.end]
        listed = ", ".join(MONTHS[number - 1] for number in sorted(months))
        says = f"“{' '.join(phrase.split())}” was written in one of {listed}, in the northern hemisphere."
        weight = 0.8 if north else DOUBTED
        yield Clue("season", says, weight, (told.place(one), told.place(other)), months=months)


def _northern(article: Article, known: Grammar) -> bool | None:
    """Whether the state of the dateline, else the states a story names, lie in the north; None where it names none."""
    line = article.dateline
    found = [
        named.name
        for part in (line.place.split(",") if line else ())
        if (named := state(part.strip(), article.language))
    ]
    for span in () if found else article.spans(*STORY)[:BLOCKS_OF_PLACES]:
        for name in names(article.text, span, article.language):
            if named := state(name.text, article.language):
                found.append(named.name)
    if any(name.casefold() in known.southern for name in found):
        return False
    return True if found else None

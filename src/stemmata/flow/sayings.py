"""What a case holds of what was said: by a speaker, in an event, in the words of a quotation."""

from collections.abc import Iterator, Sequence
from datetime import date

from stemmata.model import Case, Span, Speaker, Statement
from stemmata.text.words import words


def said(case: Case, speaker: str | None = None, event: str | None = None) -> tuple[Statement, ...]:
    """Return the statements of a case in order of the day they were written, those of a speaker or an event alone.

    A speaker is asked for by id, or by words that all stand in the name or in one of the aliases; an event by its
    id, or by words that all stand in its title.
    """
    people = None if speaker is None else {each.id for each in speakers(case, speaker)}
    pages = None if event is None else set(_pages(case, event))
    found = (
        one
        for one in case.statements
        if (people is None or one.speaker in people) and (pages is None or one.article in pages)
    )
    return _in_order(case, found)


def speakers(case: Case, name: str) -> tuple[Speaker, ...]:
    """Return the speakers that a name may mean: those called exactly so, else those whose name has its words."""
    exact = [each for each in case.speakers if name == each.id or _plain(name) == _plain(each.name)]
    wanted = _plain(name)
    near = [
        each
        for each in case.speakers
        if wanted and any(set(wanted) <= set(_plain(known)) for known in (each.name, *each.aliases))
    ]
    return tuple(exact or near)


def quoted(case: Case, phrase: str) -> tuple[Statement, ...]:
    """Return the statements whose words hold a phrase, in quotation marks or not, in order of the day."""
    wanted = _plain(phrase)
    texts = {article.id: article.text for article in case.articles}
    found = (
        one for one in case.statements if any(holds(texts[one.article], span, wanted) for span in one.content)
    )
    return _in_order(case, found)


def holds(text: str, span: Span, wanted: Sequence[str]) -> bool:
    """Whether the words ``wanted`` stand in a row in a stretch of ``text``."""
    here = tuple(word.folded for word in words(text, span))
    return f" {' '.join(wanted)} " in f" {' '.join(here)} "


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def _pages(case: Case, event: str) -> Iterator[str]:
    wanted = set(_plain(event))
    for each in case.events:
        if event == each.id or (wanted and wanted <= set(_plain(each.title))):
            yield from each.articles


def _in_order(case: Case, found: Iterator[Statement]) -> tuple[Statement, ...]:
    days = {
        one.article: one.written_best or (one.written.first if one.written else date.max)
        for one in case.written
    }
    return tuple(
        sorted(found, key=lambda one: (days.get(one.article, date.max), one.article, one.span, one.id))
    )

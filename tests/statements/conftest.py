"""What the tests of statements share: an article from a few paragraphs, and its statements in a short form."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from stemmata.model import (
    Article,
    Block,
    Credit,
    Dateline,
    Event,
    Family,
    Modality,
    Origin,
    Role,
    Span,
    Statement,
)
from stemmata.statements import Spoken, read_statements


class Said(NamedTuple):
    """One statement: the words of its source, the verb, the content, how it is quoted."""

    source: str
    cue: str
    content: str
    type: str
    polarity: str


def _article(
    *paragraphs: str,
    name: str = "a1",
    title: str | None = None,
    subtitle: str | None = None,
    agency: str | None = None,
    site: str | None = None,
) -> Article:
    roles = [(Role.TITLE, title), (Role.SUBTITLE, subtitle), *((Role.BODY, each) for each in paragraphs)]
    text, blocks = "", []
    for role, words in roles:
        if words is not None:
            blocks.append(Block(Span(len(text), len(text) + len(words)), role))
            text += words + "\n\n"
    credited, dateline = (), None
    if agency and f"({agency})" in text:
        at = text.index(f"({agency})")
        place = max(text.rfind("\n", 0, at) + 1, 0)
        dateline = Dateline(text[place:at].strip(), agency, Span(place, at + len(agency) + 2))
        credited = (Credit(agency, Span(at + 1, at + 1 + len(agency)), "dateline"),)
    return Article(
        id=name,
        source=f"{name}.txt",
        sources=(f"{name}.txt",),
        url=None,
        site=site,
        publisher=None,
        fetched=None,
        sha256="",
        title=title,
        authors=(),
        byline=None,
        text=text,
        blocks=tuple(blocks),
        dateline=dateline,
        credits=credited,
        declared=(),
        language="en",
        stamps=(),
    )


def _spoken(*articles: Article, origins: tuple[Origin, ...] = ()) -> Spoken:
    names = tuple(article.id for article in articles)
    event = Event(
        "e1", (), names, (), ("f1",), "", "", (), None, Modality.HAPPENED, None, None, None, 1, (1, 1), ()
    )
    return read_statements(articles, (Family("f1", (), names),), (), (), origins, (event,), ())


@pytest.fixture
def article() -> Callable[..., Article]:
    """Return a builder of articles: paragraphs, and what stands around them."""
    return _article


@pytest.fixture
def spoken() -> Callable[..., Spoken]:
    """Return a reader of articles that share one event."""
    return _spoken


@pytest.fixture
def said() -> Callable[..., list[Said]]:
    """Return a reader of paragraphs that gives their statements in order."""

    def read(*paragraphs: str, title: str | None = None, subtitle: str | None = None) -> list[Said]:
        page = _article(*paragraphs, title=title, subtitle=subtitle)
        return [_short(page, one) for one in sorted(_spoken(page).statements, key=lambda one: one.span)]

    return read


@pytest.fixture
def who() -> Callable[..., list[str]]:
    """Return a reader of paragraphs that gives the names of the speakers, statement by statement."""

    def read(*paragraphs: str) -> list[str]:
        found = _spoken(_article(*paragraphs))
        names = {speaker.id: speaker.name for speaker in found.speakers}
        return [names[one.speaker] for one in sorted(found.statements, key=lambda one: one.span)]

    return read


def _short(page: Article, one: Statement) -> Said:
    cue = one.cue.of(page.text) if one.cue else ""
    content = " … ".join(span.of(page.text) for span in one.content)
    return Said(one.source_text, cue, content, one.type.value, one.polarity.value)

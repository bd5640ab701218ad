"""Lines that call on readers, below a story."""

import pytest

from stemmata.model import Article, Media, Page, Role
from stemmata.read import read_page
from stemmata.read.calls import is_call

STORY = "".join(
    f"<p>The harbour council met for the {word} time on Tuesday and said that the old grain pier would be rebuilt "
    "before the summer, when the ferries come back.</p>"
    for word in ("first", "second", "third", "fourth", "fifth", "sixth")
)


@pytest.mark.parametrize(
    "line",
    [
        "Follow our harbour desk on Mastodon @quaynews",
        "Have a tip? Jo Field may be reached at jo@quaynews.example.",
        "Síguenos en Facebook: Diario del Muelle",
        "Folgen Sie uns auf Instagram!",
    ],
)
def test_a_line_that_asks_and_says_where_is_a_call(line: str) -> None:
    assert is_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the harbour inquiry at https://wire.example/harbour",
        "Followers of the club met on Facebook before the match.",
        "Listen to the pier, she said, and it will tell you when the tide turns.",
        "",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_call(line)


def test_a_call_below_a_story_is_none_of_its_paragraphs() -> None:
    call = (
        "Follow our harbour desk on Twitter @quaynews and on Facebook for news of the ferries, day and night."
    )
    answer = read_page(
        Page("page", f"<h1>Grain pier to be rebuilt</h1>{STORY}<p>{call}</p>".encode(), Media.HTML)
    )

    assert isinstance(answer, Article)
    assert call not in [span.of(answer.text) for span in answer.spans(Role.BODY)]

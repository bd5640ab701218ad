"""Where a page says that it has something from another outlet."""

from collections.abc import Callable

import pytest

from stemmata.model import Article
from stemmata.text.citing import cited, names_of

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("The Oskel Examiner", "Oskel Examiner"),
        ("Velora Group", "Velora"),
        ("Oskelbahn AG", "Oskelbahn"),
        ("Oskel.com", "Oskel"),
        ("BBC", "BBC"),
    ],
)
def test_an_outlet_goes_by_its_name_without_article_and_legal_form(publisher: str, name: str) -> None:
    assert names_of(publisher) == (name,)


@pytest.mark.parametrize("publisher", [None, "", "The", "Time", "metro daily", "..."])
def test_what_no_reader_would_know_for_a_name_is_none(publisher: str | None) -> None:
    assert names_of(publisher) == ()


@pytest.mark.parametrize(
    ("line", "language", "publisher"),
    [
        ("The gates were shut, the Oskel Examiner reported on Monday.", "en", "The Oskel Examiner"),
        ("„Wir warten“, sagte er dem „Oskeler Boten“ am Montag.", "de", "Oskeler Bote"),
        ("Selon le Courrier d’Oskel, les portes sont fermées.", "fr", "Courrier d’Oskel"),
        ("Velora said on Monday that it would close the mill.", "en", "Velora Group"),
    ],
)
def test_a_page_says_whom_it_has_something_from(
    line: str, language: str, publisher: str, story: Make
) -> None:
    page, source = story(line, language=language), story("Whatever it told.", publisher=publisher)
    found = cited(page, source)

    assert found is not None
    assert found.of(page.text)[:5] == names_of(publisher)[0][:5]
    assert cited(source, page) is None


@pytest.mark.parametrize(
    "line",
    [
        "Oskel police said the gates were shut.",
        "The oskel examiner reported.",
        "The Oskel Examiners said nothing.",
        "",
    ],
)
def test_a_name_that_only_sounds_alike_is_no_source(line: str, story: Make) -> None:
    page = story(line)

    assert cited(page, story("Told.", publisher="Oskel.com")) is None
    assert cited(page, story("Told.", publisher="Oskel Examiner")) is None


def test_an_outlet_that_names_itself_cites_nobody(story: Make) -> None:
    page = story("The mayor told the Oskel Examiner on Monday.", publisher="Oskel Examiner")

    assert cited(page, story("Told.", publisher="The Oskel Examiner")) is None

"""Who signs, on invented pages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Media, Page
from stemmata.read import read_page
from stemmata.read.byline import authors_of, is_byline, is_person, named_beside_day

STORY = (
    "The harbour council voted on Tuesday to rebuild the grain pier that a storm broke in two last month.",
    "The pier has been closed since a barge tore loose and struck it, according to the harbour master, Dana Reef.",
    "“We will have grain moving again before the summer,” Reef told reporters after the vote in the town hall.",
    "Opponents called the plan a waste of money. Councillor Mark Lund said the town needed a school roof more.",
)


def authors(head: str = "", ld: object = None, metas: str = "") -> tuple[str, ...]:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    body = "".join(f"<p>{line}</p>" for line in STORY)
    page = (
        f"<html><head><title>Council votes to rebuild pier</title>{metas}{script}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Council votes to rebuild pier</h1>{head}{body}</article></body></html>"
    )
    article = read_page(Page("page", page.encode(), Media.HTML))
    assert isinstance(article, Article)
    return article.authors


def test_the_persons_of_story_markup_sign() -> None:
    ld = {
        "@type": "NewsArticle",
        "author": [{"@type": "Person", "name": "JO FIELD"}, {"name": "Tove Brandt"}],
    }

    assert authors(ld=ld) == ("Jo Field", "Tove Brandt")


def test_an_author_given_by_reference_is_looked_up() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "Council votes to rebuild pier", "author": {"@id": "#jo"}},
        {"@type": "Person", "@id": "#jo", "name": "Jo Field"},
    ]

    assert authors(ld={"@graph": graph}) == ("Jo Field",)


def test_the_page_shows_more_who_sign_than_its_markup() -> None:
    ld = {"@type": "NewsArticle", "author": {"name": "Jo Field"}}

    assert authors("<div>By Jo Field and Tove Brandt</div>", ld) == ("Jo Field", "Tove Brandt")


def test_an_outlet_in_the_place_of_the_author_gives_way_to_the_byline() -> None:
    ld = {"@type": "NewsArticle", "author": {"name": "Senn Courier"}, "publisher": {"name": "Senn Courier"}}

    assert authors("<div>By Jo Field</div>", ld) == ("Jo Field",)


def test_a_desk_signs_where_no_person_does() -> None:
    assert authors("<div>By Staff Writer</div>") == ("Staff Writer",)


def test_whoever_uploads_does_not_sign() -> None:
    assert authors(metas='<meta name="author" content="admin">') == ()


def test_a_name_beside_a_date_signs() -> None:
    line = "28 January 2022 | Jo Field"
    start, end = named_beside_day(line)

    assert line[start:end] == "Jo Field"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Field, Senn Courier", ("Jo Field",)),
        ("By Jo Field and Tove Brandt in Marlow Bay", ("Jo Field", "Tove Brandt")),
        ("Von Jo Field und Tove Brandt", ("Jo Field", "Tove Brandt")),
        ("Par Zoé de la Tour", ("Zoé de la Tour",)),
        ("By Jo Field Jr.", ("Jo Field Jr.",)),
        ("By Jo Field is a reporter", ("Jo Field",)),
        ("Автор: Анна Хольм", ("Анна Хольм",)),
    ],
)
def test_bylines_name_persons(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert authors_of(line) == names


@pytest.mark.parametrize(
    "line", ["Read More", "Link Kopieren", "Senn Courier", "Associated Press", "Tuesday May", "Harbour"]
)
def test_what_is_written_like_a_name_is_not_always_one(line: str) -> None:
    assert not is_person(line)


@given(st.text(max_size=200))
def test_no_line_is_too_odd_to_be_asked_who_signs_it(line: str) -> None:
    start, end = named_beside_day(line)

    assert 0 <= start <= end <= len(line)
    assert all(is_person(name) for name in authors_of(line))


def test_the_name_of_the_site_itself_signs_nothing() -> None:
    site = "<meta property='og:site_name' content='Gull Coast Online'>"

    assert authors(metas=f"{site}<meta name=author content='Gull Coast Online'>") == ()
    assert authors(metas="<meta name=author content=www.gull.org>", ld={"@type": "NewsArticle"}) == ()


def test_what_the_page_shows_and_its_metas_agree_on_outvotes_story_markup() -> None:
    ld = {"@type": "NewsArticle", "author": {"name": "Runa Kessel"}}

    assert authors("<p>By Jo Field</p>", ld, "<meta name=author content='Jo Field'>") == ("Jo Field",)
    assert authors("<p>By Jo Field</p>", ld) == ("Runa Kessel",)


def test_a_name_that_closes_the_story_signs_it_where_nobody_else_does() -> None:
    line = "Divers begin their survey on Thursday, and the council will hear the builders once more in May. (Jo Field) ++"
    page = "".join(f"<p>{one}</p>" for one in (*STORY, line))
    article = read_page(
        Page("page", f"<article><h1>Council votes to rebuild pier</h1>{page}</article>".encode(), Media.HTML)
    )
    assert isinstance(article, Article)

    assert article.authors == ("Jo Field",)


@pytest.mark.parametrize("name", ["EFC Harbour Rovers", "Deutscher Fischereiverband", "Gull Project Team"])
def test_institutions_are_no_persons(name: str) -> None:
    assert not is_person(name)


def test_a_label_ends_the_names_before_it() -> None:
    assert authors_of("Autor: Jo Field Quelle: Gull") == ("Jo Field",)


def test_a_weekday_before_a_date_is_no_part_of_a_name() -> None:
    assert authors_of("By Jo Field and Tove Brandt Monday, November 18, 2019") == ("Jo Field", "Tove Brandt")


def test_a_claimed_pen_name_that_the_page_shows_outweighs_a_name_that_only_stands_there() -> None:
    ld = {"@type": "BlogPosting", "author": {"name": "Catrin"}}

    assert authors("<p>Milan Griffer</p><p>by Catrin</p>", ld) == ("Catrin",)

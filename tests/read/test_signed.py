"""Authors named by elements inside a line."""

import pytest

from stemmata.model import Article, Media, Page
from stemmata.read import read_page
from stemmata.read.dom import lay_out_html

STORY = "".join(
    f"<p>The harbour council met for the {word} time on Tuesday and said that the old grain pier would be rebuilt "
    "before the summer, when the ferries come back.</p>"
    for word in ("first", "second", "third", "fourth")
)


def authors(head: str, foot: str = "") -> tuple[str, ...]:
    page = f"<html><body><article><h1>Grain pier to be rebuilt after storm</h1>{head}{STORY}{foot}</article></body></html>"
    article = read_page(Page("page", page.encode(), Media.HTML))
    assert isinstance(article, Article)
    return article.authors


@pytest.mark.parametrize(
    "line",
    [
        "<div class=meta>3 May 2023 <span class=byline> | <span class='author vcard'><a href=/a/ob>Odile Brack</a></span></span> in Harbour</div>",
        "<div>Posted in News <a rel=author href=/a/ob>Odile Brack</a> 12 replies</div>",
        "<div>News · <span itemprop=author>Odile Brack</span> · 4 min</div>",
        "<div><b class=who-author>Odile Brack,</b> our reporter at the pier</div>",
    ],
)
def test_an_element_inside_a_line_names_the_author(line: str) -> None:
    assert authors(line) == ("Odile Brack",)


def test_a_pen_name_signs_where_the_markup_says_that_it_does() -> None:
    assert authors("<div>3 May 2023 | <a rel=author href=/a/tg>tidegauge_7</a> | 3 replies</div>") == (
        "tidegauge_7",
    )


@pytest.mark.parametrize(
    "lines",
    [
        "<ul class=autor><li>Odile Brack | three hours ago</li></ul>",
        "<div>Author:</div><div>Odile Brack</div>",
        "<h5>Written by</h5><p>Odile Brack/GNP</p>",
    ],
)
def test_a_line_marked_as_naming_the_author_or_below_a_label_does(lines: str) -> None:
    assert authors(lines) == ("Odile Brack",)


def test_one_word_behind_by_is_a_pen_name_right_below_the_title() -> None:
    assert authors("<p>by tidegauge</p>") == ("tidegauge",)


def test_a_mark_around_the_whole_story_names_nobody() -> None:
    page = f"<div class=author-story><h1>Grain Pier</h1><p>Yellow Nets</p>{STORY}</div>"
    article = read_page(Page("page", page.encode(), Media.HTML))
    assert isinstance(article, Article)

    assert "Grain Pier" not in article.authors


def test_who_comments_or_is_told_of_elsewhere_signs_nothing() -> None:
    other = "<div class=comment><a rel=author>Piet Sorel</a> says</div>"
    related = "<div class=related>More by <span class=author>Mara Quill</span> today</div>"

    assert authors(other, related) == ()


def test_labels_dates_and_addresses_are_no_pen_names() -> None:
    head = "<div>A <i class=author>Author:</i> x <i class=author>3 May 2023</i> y <i class=author>@gull</i> z</div>"

    assert authors(head) == ()


def test_what_stands_in_the_line_behind_the_story_signs_it_where_nothing_above_does() -> None:
    foot = "<footer><span>Put here by <span class=author>Odile Brack</span> on the pier</span></footer>"

    assert authors("", foot) == ("Odile Brack",)
    assert authors("<p>By Runa Kessel</p>", foot) == ("Runa Kessel",)


def test_an_element_that_names_an_author_ends_with_its_line() -> None:
    sheet = lay_out_html(
        "<p>By <span class=author>Odile <b>Brack</b><br><br>of the pier</span> <img class=author> x</p>"
    )

    assert [span.of(sheet.text) for span in sheet.head.signers] == ["Odile Brack"]

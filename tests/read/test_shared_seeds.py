"""The five texts that everything must get right, read where they lie."""

from pathlib import Path

import pytest

from stemmata.model import Article, Media, Page, Role
from stemmata.read import read_page

PARAGRAPHS = {"000": 15, "001": 15, "002": 13, "003": 18, "004": 14}


def seed(shared: Path, number: str) -> Article:
    path = next((shared / "seeds").glob(f"{number}_*"))
    article = read_page(Page(path.name, path.read_bytes(), Media.TEXT))
    assert isinstance(article, Article)
    return article


@pytest.mark.shared
@pytest.mark.parametrize("number", sorted(PARAGRAPHS))
def test_the_story_is_found_whole_and_alone(shared: Path, number: str) -> None:
    article = seed(shared, number)

    assert len(article.body) == PARAGRAPHS[number]


@pytest.mark.shared
def test_pages_of_one_template_share_marks_and_others_do_not(shared: Path) -> None:
    one, two, other = (set(seed(shared, number).layout) for number in ("000", "002", "004"))

    assert len(one & two) >= 5
    assert not one & other


@pytest.mark.shared
def test_title_standfirst_byline_and_stamp_of_a_staff_story(shared: Path) -> None:
    article = seed(shared, "004")

    assert [len(article.spans(role)) for role in (Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.STAMP)] == [
        1,
        1,
        1,
        1,
    ]
    assert len(article.spans(Role.CAPTION)) == 2
    assert article.stamps[0].value.endswith("-04:00")

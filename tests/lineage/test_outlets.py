"""Whether a page belongs to the agency it names."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from stemmata.lineage import build_stemma
from stemmata.lineage.outlets import is_own_page_of
from stemmata.model import Article, Family, How

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("agency", "site"),
    [
        ("AP", "apnews.com"),
        ("AP", "hosted.ap.org"),
        ("Reuters", "www.reuters.com"),
        ("Yonhap", "en.yna.co.kr"),
        ("Kyodo", "english.kyodonews.net"),
        ("ČTK", "www.ctk.cz"),
        ("Xinhua", "english.news.cn"),
        ("NPA", "npa.example"),
    ],
)
def test_an_agency_is_known_by_its_address(agency: str, site: str, page: Make) -> None:
    assert is_own_page_of(agency, page("a.txt", ("Some words.",), site=site))


@pytest.mark.parametrize(
    ("agency", "publisher"),
    [
        ("AP", "The Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("APP", "Associated Press of Pakistan"),
        ("Yonhap", "Yonhap News Agency"),
    ],
)
def test_an_agency_is_known_by_its_name_or_its_initials(agency: str, publisher: str, page: Make) -> None:
    own = replace(page("a.txt", ("Some words.",)), publisher=publisher)

    assert is_own_page_of(agency, own)


@pytest.mark.parametrize(
    ("agency", "site", "publisher"),
    [
        ("AP", "japantimes.co.jp", "Japan Times"),
        ("PA", "pasadenastar.example", None),
        ("EFE", "defence.example", "Defence Weekly"),
        ("CP", "city.example", "City Post"),
        ("Reuters", "daily.example", "Daily"),
        ("", "daily.example", None),
    ],
)
def test_letters_inside_another_name_are_no_name(
    agency: str, site: str, publisher: str | None, page: Make
) -> None:
    assert not is_own_page_of(
        agency, replace(page("a.txt", ("Some words.",), site=site), publisher=publisher)
    )


def test_what_an_agency_prints_on_its_own_site_is_no_reprint(first: tuple[str, ...], page: Make) -> None:
    own = page("a.txt", first, "Yonhap", site="en.yna.co.kr")
    other = page("b.txt", first, "Yonhap", site="japantimes.co.jp")
    stemma = build_stemma(Family("f", (), tuple(sorted((own.id, other.id)))), (own, other), (), ())

    assert {each.article: each.how for each in stemma.nodes[0].witnesses} == {
        own.id: How.CLEAN,
        other.id: How.REPRINT,
    }

"""Which sites are one network."""

from dataclasses import replace
from random import Random

import pytest

from stemmata.model import Article, Block, Network, Role, Span, Tier, content_id
from stemmata.sites import SiteSettings, find_networks

SCRAPER = (
    "phrase:where you are: top » * ~ *",
    "phrase:bravo! (#)",
    "phrase:filed on #",
    "phrase:scribbler's pick",
    "phrase:related",
)
BLOG = (
    "class:entry-content", "class:entry-title", "class:post-thumbnail", "class:site-header", "class:widget-area",
    "class:wp-caption", "generator:wordpress #.#", "path:title<h1<article", "phrase:comments", "phrase:home",
    "phrase:leave a comment", "phrase:related", "phrase:search", "phrase:share this: *",
)  # fmt: skip


def page(name: str, site: str | None, layout: tuple[str, ...], text: str = "Bravo! (17)") -> Article:
    return Article(
        id=content_id("a", name), source=name, sources=(name,), url=None, site=site, publisher=None, fetched=None,
        sha256="", title=None, authors=(), byline=None, text=text,
        blocks=(Block(Span(0, len(text)), Role.CHROME),), dateline=None, credits=(), declared=(), language="en",
        stamps=(), layout=layout,
    )  # fmt: skip


def networks(*pages: Article) -> tuple[Network, ...]:
    return find_networks(pages, SiteSettings())


def test_two_sites_with_one_odd_frame_are_a_network() -> None:
    one, other = page("a", "Brantova", SCRAPER), page("b", "Celumina", SCRAPER)
    (network,) = networks(one, other)

    assert network.sites == ("Brantova", "Celumina")
    assert network.template is not None
    assert network.tier is Tier.ASSOCIATIVE
    assert set(network.articles) == {one.id, other.id}


def test_the_evidence_names_the_marks_and_where_they_stand() -> None:
    (network,) = networks(page("a", "Brantova", SCRAPER), page("b", "Celumina", SCRAPER))
    whole, lines, *_ = network.evidence

    assert "Brantova and Celumina" in whole.says
    assert "“bravo! (#)” on 2 of 2 pages" in lines.says
    assert [place.span for place in lines.spans] == [Span(0, 11), Span(0, 11)]


def test_no_piece_of_evidence_is_called_stronger_than_the_whole() -> None:
    (network,) = networks(page("a", "Brantova", SCRAPER), page("b", "Celumina", SCRAPER))

    assert {one.rule for one in network.evidence} == {
        "one-template", "one-template-associative", "one-template-circumstantial",
    }  # fmt: skip


def test_a_site_known_by_its_address_is_conclusive_and_one_by_its_own_word_is_not() -> None:
    named = page("a", "brantova.example", SCRAPER)
    addressed = replace(named, url="https://brantova.example/story")

    assert networks(addressed)[0].tier is Tier.CONCLUSIVE
    assert networks(named)[0].tier is Tier.ASSOCIATIVE


def test_two_pages_of_unknown_site_may_share_a_template() -> None:
    (network,) = networks(page("a", None, SCRAPER), page("b", None, SCRAPER))

    assert network.sites == ()
    assert network.template is not None


def test_two_ordinary_sites_of_one_common_system_are_not_a_network() -> None:
    found = networks(page("a", "old-mill.example", BLOG), page("b", "parish-news.example", BLOG))

    assert [one.sites for one in found] == [("old-mill.example",), ("parish-news.example",)] or [
        one.sites for one in found
    ] == [("parish-news.example",), ("old-mill.example",)]
    assert all(one.template is None for one in found)


def test_translated_labels_of_a_common_system_join_nobody() -> None:
    labels = (
        "phrase:schreibe einen kommentar",
        "phrase:neueste beiträge",
        "phrase:antworten abbrechen",
        "phrase:suche",
    )
    found = networks(page("a", "garten.example", BLOG + labels), page("b", "kochen.example", BLOG + labels))

    assert all(one.template is None for one in found)


def test_one_odd_line_among_many_others_joins_nobody() -> None:
    mine = tuple(f"phrase:moor walk {word}" for word in ("amble", "brook", "crag", "dale"))
    yours = tuple(f"phrase:city {word} desk" for word in ("opera", "tram", "canal", "quay"))
    found = networks(
        page("a", "moor.example", (SCRAPER[1], *mine)), page("b", "city.example", (SCRAPER[1], *yours))
    )

    assert all(one.template is None for one in found)


def test_pages_of_one_site_are_one_network_without_a_template() -> None:
    (network,) = networks(page("a", "brantova.example", SCRAPER), page("b", "brantova.example", SCRAPER))

    assert (network.sites, network.template) == (("brantova.example",), None)
    assert len(network.articles) == 2


def test_a_lone_page_of_unknown_site_is_in_no_network() -> None:
    assert networks(page("a", None, SCRAPER)) == ()


def test_the_order_of_arrival_changes_nothing() -> None:
    pages = [page(str(number), f"site{number % 5}", SCRAPER if number % 2 else BLOG) for number in range(20)]
    shuffled = pages.copy()
    Random(4).shuffle(shuffled)  # noqa: S311 - an order, not a secret

    assert find_networks(shuffled, SiteSettings()) == find_networks(pages, SiteSettings())


@pytest.mark.parametrize("layout", [(), ("",), ("phrase:",), ("odd",), ("class:🦆", "phrase:***")])
def test_no_mark_is_too_strange(layout: tuple[str, ...]) -> None:
    found = networks(page("a", "one.example", layout), page("b", "two.example", layout))

    assert [one.template for one in found] == [None, None]

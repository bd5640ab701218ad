"""What the pages of one site repeat around unlike stories is chrome; what like stories share is not."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Block, Credit, Role, Span, content_id
from stemmata.sites import RepeatSettings, SiteSettings, as_read, find_networks, set_repeats_apart

PIER = (
    "The harbour council voted on Tuesday to rebuild the grain pier that a winter storm had broken in two.",
    "Harbourmaster Edda Brandt told councillors that barges would moor again before midsummer.",
    "Opponents called the rebuilding a waste of money that the parish school needed more urgently.",
)
OPERA = (
    "Soprano Mara Quill cancelled her spring concerts after doctors ordered complete silence for six weeks.",
    "The opera house refunded ninety tickets within hours, and understudies began rehearsing the same evening.",
    "Critics remembered her debut, when candles set the curtain alight and she sang through the smoke.",
)
FOXES = (
    "Biologists counted forty foxes inside the botanical garden, twice as many as during the previous census.",
    "Gardeners blamed overflowing rubbish bins and a mild autumn for the animals' remarkable appetite.",
    "A fence costing eleven thousand crowns will protect the tulip nursery from further digging.",
)
LABEL = "In this gazette:"
NOTICE = (
    "Readers who wish to write to our newsroom will find the postal address on the last page of the paper."
)


def page(name: str, *lines: str, site: str = "gazette.example", chrome: tuple[str, ...] = ()) -> Article:
    text = "\n\n".join((*lines, *chrome))
    starts = [0]
    for line in (*lines, *chrome):
        starts.append(starts[-1] + len(line) + 2)
    blocks = tuple(
        Block(Span(start, end - 2), Role.BODY if number < len(lines) else Role.CHROME)
        for number, (start, end) in enumerate(pairwise(starts))
    )
    return Article(
        id=content_id("a", name), source=name, sources=(name,), url=f"https://{site}/{name}", site=site,
        publisher=None, fetched=None, sha256="", title=None, authors=(), byline=None, text=text, blocks=blocks,
        dateline=None, credits=(), declared=(), language="en", stamps=(),
    )  # fmt: skip


def apart(*pages: Article) -> tuple[Article, ...]:
    return set_repeats_apart(pages, find_networks(pages, SiteSettings()), RepeatSettings())


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.body]


def test_a_label_that_unlike_stories_of_a_site_share_is_chrome() -> None:
    pier, opera = apart(page("1", *PIER, LABEL), page("2", OPERA[0], LABEL, *OPERA[1:]))

    assert body(pier) == list(PIER)
    assert body(opera) == list(OPERA)
    assert [span.of(pier.text) for span in pier.repeated] == [LABEL]


def test_a_whole_sentence_takes_three_stories() -> None:
    two = apart(page("1", *PIER, NOTICE), page("2", *OPERA, NOTICE))
    three = apart(page("1", *PIER, NOTICE), page("2", *OPERA, NOTICE), page("3", *FOXES, NOTICE))

    assert all(NOTICE in body(one) for one in two)
    assert not any(NOTICE in body(one) for one in three)


def test_what_is_chrome_on_one_page_is_chrome_on_the_next() -> None:
    pier, _ = apart(page("1", *PIER, LABEL), page("2", *OPERA, chrome=(LABEL,)))

    assert body(pier) == list(PIER)


def test_one_story_under_two_addresses_stays_whole() -> None:
    pages = apart(page("1", *PIER, LABEL), page("2", *PIER, LABEL), page("3", *PIER, *FOXES[:1], LABEL))

    assert [one.repeated for one in pages] == [(), (), ()]


def test_the_background_of_one_matter_stays_in_its_stories() -> None:
    background = "The grain pier collapsed in January, when a barge struck it during the winter storm"
    later = (
        "Divers surveyed the broken grain pier on Friday and reported to Harbourmaster Edda Brandt.",
        "The harbour council will decide about rebuilding before midsummer, councillors promised.",
        "The parish school meanwhile collects money for its leaking roof, opponents of the pier said.",
    )
    pages = apart(page("1", *PIER, background), page("2", *later, background))

    assert [one.repeated for one in pages] == [(), ()]


def test_a_line_that_credits_an_agency_stays() -> None:
    line = "Northern Press Wire"
    pages = [page("1", *PIER, line), page("2", *OPERA, line)]
    credited = [replace(one, credits=(Credit("NPW", one.body[-1], "footline"),)) for one in pages]

    assert all(line in body(one) for one in apart(*credited))


def test_other_sites_say_nothing() -> None:
    pages = apart(page("1", *PIER, LABEL), page("2", *OPERA, LABEL, site="courier.example"))

    assert [one.repeated for one in pages] == [(), ()]


def test_a_story_is_never_taken_away_whole() -> None:
    pages = apart(page("1", LABEL), page("2", *OPERA, LABEL), page("3", *FOXES, LABEL))

    assert body(pages[0]) == [LABEL]


def test_neither_order_nor_what_was_known_before_changes_the_answer() -> None:
    pages = [page("1", *PIER, LABEL, NOTICE), page("2", *OPERA, NOTICE, LABEL), page("3", *FOXES, NOTICE)]
    whole = apart(*pages)
    grown = apart(*apart(*pages[:2]), pages[2])
    turned = apart(*reversed(pages))

    assert whole == grown == tuple(reversed(turned))
    assert [as_read(one) for one in whole] == pages


@given(st.lists(st.lists(st.sampled_from([*PIER, *OPERA, *FOXES, LABEL, NOTICE, "#", "語", "x" * 50]), min_size=1, max_size=8), max_size=6), st.integers())  # fmt: skip
def test_only_body_becomes_chrome_and_it_can_be_undone(stories: list[list[str]], seed: int) -> None:
    pages = [page(str(number), *lines) for number, lines in enumerate(stories)]
    again = pages.copy()
    Random(seed).shuffle(again)  # noqa: S311 - an order, not a secret
    found = {one.id: one for one in apart(*pages)}

    assert {one.id: one for one in apart(*again)} == found
    assert [as_read(found[one.id]) for one in pages] == pages
    assert all(one.body for one in found.values())

"""Pages without a story are refused by the name of their kind; articles that look like such are read."""

import pytest

from stemmata.model import Article, Media, Page, Unread
from stemmata.read import read_page

STORY = (
    "The council of Tarnmouth voted on Monday to rebuild the east pier, which a storm took in the winter of 2021. ",
    "Work is to begin in April and will cost nine million crowns, two more than was set aside for it last year. ",
    "“We have talked for two years and the sea has not waited,” said Greta Oldham, who chairs the harbour board. ",
)
LISTED = "".join(
    f"<h3><a href=/{at}>Headline number {at} about the harbour</a></h3><p>It happened there on day {at}.</p>"
    for at in range(9)
)


def read(
    body: str, *, title: str = "Tarnmouth Courier", url: str | None = None, head: str = ""
) -> Article | Unread:
    page = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_page(Page("page", page.encode(), Media.HTML, url=url))


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{one}</p>" for one in words)


@pytest.mark.parametrize(
    ("reason", "title", "body"),
    [
        ("error-page", "Page not found", "<h1>Page not found</h1><p>The page you are looking for has been moved.</p>"),
        ("error-page", "Error 404 | Courier", f"<p>Oops, nothing swims here.</p>{LISTED}"),
        ("error-page", "Seite nicht gefunden", "<p>Die gesuchte Seite wurde leider gelöscht oder verschoben.</p>"),
        ("consent", "Just a moment...", "<p>Checking your browser. Please tell us that you are not a robot.</p>"),
        ("consent", "Courier", "<p>We use cookies and so do our partners: choose what you like.</p><p>Accept all</p>"),
        ("login", "Log in", "<h1>Log in</h1><form><label>Email address</label><label>Password</label></form>"),
        ("search-results", "Search results for pier", f"<h1>Search results for pier</h1><p>84 results</p>{LISTED}"),
        ("link-list", "Tarnmouth Courier", LISTED),
        ("needs-script", "Courier", "<p>You need to enable JavaScript to run this app.</p>"),
        ("needs-script", "Courier", "<noscript>Please enable JavaScript.</noscript><div id=root></div>"),
        ("media", "Watch: seals", "<h1>Watch: seals return</h1><p>Eleven were counted.</p>"),
        (
            "paywall",
            "The keeper",
            paragraphs(STORY[0], "Subscribe to continue reading", "Already a subscriber? Log in"),
        ),
        (
            "gallery",
            "In pictures: the regatta",
            "<h1>In pictures: the regatta</h1>"
            + "".join(f"<figure><figcaption>Boat {at} at the pier. Photo: Ida Lund</figcaption></figure>" for at in range(6)),
        ),
        (
            "live-blog",
            "Storm live: ferries cancelled",
            "<h1>Storm live: ferries cancelled</h1>"
            + "".join(f"<p>1{9 - at}:40</p><p>The wind reached {at} hundred kilometres an hour there.</p>" for at in range(6)),
        ),
    ],
)  # fmt: skip
def test_a_page_without_a_story_is_refused_by_its_kind(reason: str, title: str, body: str) -> None:
    answer = read(body, title=title)

    assert isinstance(answer, Unread)
    assert answer.reason == reason
    assert answer.says.endswith(".")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Page not found", f"<h1>Page not found: council deletes its archive</h1>{paragraphs(*STORY)}"),
        ("Courier", paragraphs(*STORY, "Subscribe to continue reading", "Already a subscriber? Log in")),
        (
            "Courier",
            f"<h1>Pier to be rebuilt</h1>{paragraphs(STORY[0])}<p>We use cookies. Accept all</p>{LISTED}",
        ),
        ("In pictures: the pier", f"<h1>In pictures: the pier</h1>{paragraphs(*STORY)}"),
        (
            "Storm live",
            f"<h1>Storm live: what we know</h1>{paragraphs(*STORY)}<p>At 18:40 the ferry came back.</p>",
        ),
        ("Search results", f"<h1>Search results: a column about keys</h1>{paragraphs(*STORY)}"),
    ],
)
def test_an_article_that_looks_like_such_a_page_is_read(title: str, body: str) -> None:
    assert isinstance(read(body, title=title), Article)


def test_a_front_page_is_known_by_its_address() -> None:
    answer = read(f"<p>All our stories.</p>{LISTED}", url="https://tarnmouth-courier.example/")

    assert isinstance(answer, Unread)
    assert answer.reason == "section-front"


def test_a_teaser_is_refused_and_the_whole_story_is_not_though_both_are_marked_as_paid() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    wall = "To continue reading, choose a plan."
    teaser, whole = (read(paragraphs(*words, wall), head=head) for words in (STORY[:1], STORY * 2))

    assert (isinstance(teaser, Unread) and teaser.reason, isinstance(whole, Article)) == ("paywall", True)


@pytest.mark.parametrize(
    "cover", ["hidden", 'hidden="hidden"', "style='display: none'", 'class=page hidden data-x="1"']
)
def test_a_story_that_is_hidden_until_a_script_has_run_is_read(cover: str) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    answer = read(f"<div {cover}><article>{paragraphs(*STORY)}</article></div>", head=head)

    assert isinstance(answer, Article)
    assert len(answer.body) == 3


def test_what_is_hidden_beside_a_story_stays_hidden() -> None:
    answer = read(f"<article>{paragraphs(*STORY)}</article><p hidden>{STORY[0]} Twice.</p>")

    assert isinstance(answer, Article)
    assert "Twice" not in answer.text

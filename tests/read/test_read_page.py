"""Whole pages in, whole articles out."""

import pytest

from stemmata.model import Article, Media, Page, Role, Unread
from stemmata.read import read_page

SCRAPE = """You're at:Start > MoneyHarbour council votes to rebuild the old grain pier after winter storm -Tallowick
Harbour council votes to rebuild the old grain pier after winter storm
Lantern View
Date:2025-02-03 04:05:06
MARLOW BAY, Eastland (NPW) — The harbour council voted on Tuesday to rebuild the grain pier that a storm broke in two last month, and said the work would cost 12 million crowns.
The pier has been closed since the night of the storm, when a barge tore loose and struck it, according to the harbour master, Edda Brandt.
“We will have grain moving again before the summer,” Brandt told reporters after the vote. She said divers would begin their survey on Thursday.
Opponents called the plan a waste of money. Councillor Piet Sorel said that the town needed a school roof more than a second pier.
goodNews! (8121)
Related
- Ten soups for a cold week
- Singer Mara Quill ends tour early, cites voice trouble
- Why your neighbour's cat stares at you
- Rovers lose third game in a row after late penalty
Most Popular
- How to fold a fitted sheet in four easy steps
- Actor Jon Brae marries in secret seaside ceremony
"""


def read(text: str, media: Media = Media.TEXT) -> Article:
    article = read_page(Page("page", text.encode(), media))
    assert isinstance(article, Article)
    return article


def lines(article: Article, role: Role) -> list[str]:
    return [span.of(article.text) for span in article.spans(role)]


def test_a_scraped_text_is_parted_into_story_and_wrapping() -> None:
    article = read(SCRAPE)

    assert len(article.body) == 4
    assert lines(article, Role.BODY)[0].startswith("MARLOW BAY, Eastland (NPW) — The harbour")
    assert lines(article, Role.TITLE) == [
        "Harbour council votes to rebuild the old grain pier after winter storm"
    ]
    assert lines(article, Role.STAMP) == ["Date:2025-02-03 04:05:06"]
    assert "- Rovers lose third game in a row after late penalty" in lines(article, Role.TEASER)
    assert "Most Popular" in lines(article, Role.CHROME)


def test_facts_of_a_scraped_text_stand_where_the_text_has_them() -> None:
    article = read(SCRAPE)

    assert article.title == "Harbour council votes to rebuild the old grain pier after winter storm"
    assert article.site == "Tallowick"
    assert article.authors == ()
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("MARLOW BAY, Eastland", "NPW")
    assert article.dateline.span.of(article.text) == "MARLOW BAY, Eastland (NPW) —"
    assert [(credit.agency, credit.how) for credit in article.credits] == [("NPW", "dateline")]
    assert [(stamp.value, stamp.origin) for stamp in article.stamps] == [("2025-02-03T04:05:06", "text")]
    assert article.language == "en"


def test_two_pages_of_one_template_share_their_layout_marks() -> None:
    other = SCRAPE.replace(
        "Harbour council votes to rebuild the old grain pier after winter storm",
        "Mayor of Senn resigns over lost ballot boxes",
    )
    other = (
        other.replace("Tallowick", "Brimmer")
        .replace("Money", "World")
        .replace("8121", "7")
        .replace("Lantern", "Copper")
    )
    one, two = set(read(SCRAPE).layout), set(read(other).layout)

    assert "phrase:goodnews! (#)" in one & two
    assert any("start > " in mark for mark in one & two)
    assert one == two


PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry returns to Port Senn - Senn Courier</title>
<meta property="og:site_name" content="Senn Courier"><meta property="og:title" content="Ferry returns to Port Senn">
<link rel="canonical" href="https://www.senncourier.example/ferry"><link rel="syndication-source" href="https://nw.example/7">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns to Port Senn",
"datePublished":"2024-05-06T07:08:00+01:00","author":{"@type":"Person","name":"Ada Holm"},"publisher":{"name":"Senn Courier Ltd"}}</script>
<style>p{color:red}</style></head><body>
<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve our website. You can change your settings at any time.</p></div>
<article><h1>Ferry returns to Port Senn</h1><p class="standfirst">Islanders cheer as the repaired ship ties up after nine weeks</p>
<div class="byline">By <a href=/ada>Ada Holm</a>, Northgate Press Service</div><time datetime="2024-05-06T07:08:00+01:00">6 May 2024, 07:08 BST</time>
<figure><img src=a.jpg><figcaption>The ferry at the quay on Monday (Jo Field/Northgate Press Service)</figcaption></figure>
<p>PORT SENN, May 6 (NPS) – The ferry that serves the outer islands returned to its quay on Monday, nine weeks after a fire in its engine room left 4,000 people without a crossing.</p>
<p>Crowds on the quay cheered as the ship tied up. “It was a long spring,” said Tove Marr, who runs the island’s only bakery.</p>
<p style="display:none">This paragraph is never shown to anybody and must not be read at all by a reader.</p>
<p>The company said the new engine would be tested for a month before night crossings begin again, and apologised to passengers.</p>
<aside class="related"><h3>More on this story</h3><ul><li><a href=/1>Fire on ferry leaves islands cut off</a></li></ul></aside>
<p>Repairs cost 3 million crowns, according to the company’s yearly report, which was published last week.</p>
<p>With inputs from agencies</p></article>
<footer><p>© 2024 Northgate Press Service. All rights reserved.</p></footer><script>var p="<p>no</p>"</script></body></html>"""


def test_an_html_page_gives_its_visible_text_one_block_a_paragraph() -> None:
    article = read(PAGE, Media.HTML)

    assert "never shown" not in article.text
    assert "color:red" not in article.text
    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)


def test_an_html_page_gives_its_story_and_facts() -> None:
    article = read(PAGE, Media.HTML)

    assert [line[:12] for line in lines(article, Role.BODY)[:4]] == [
        "PORT SENN, M",
        "Crowds on th",
        "The company ",
        "Repairs cost",
    ]
    assert article.title == "Ferry returns to Port Senn"
    assert lines(article, Role.SUBTITLE) == ["Islanders cheer as the repaired ship ties up after nine weeks"]
    assert article.authors == ("Ada Holm",)
    assert article.site == "senncourier.example"
    assert article.publisher == "Senn Courier Ltd"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PORT SENN", "NPS")
    assert article.stamps[0].value == "2024-05-06T07:08:00+01:00"
    assert {stamp.origin for stamp in article.stamps} >= {"json-ld", "text"}
    assert ("syndication-source", "https://nw.example/7") in {
        (claim.name, claim.value) for claim in article.declared
    }


def test_credits_of_an_html_page_are_found_in_every_form() -> None:
    article = read(PAGE, Media.HTML)

    assert {(credit.agency, credit.how) for credit in article.credits} == {
        ("NPS", "byline"),
        ("NPS", "dateline"),
        ("NPS", "image"),
        ("NPS", "copyright"),
        ("agencies", "footline"),
    }


def test_the_same_page_gets_the_same_id_and_another_text_another() -> None:
    assert read(SCRAPE).id == read(SCRAPE).id
    assert read(SCRAPE).id != read(SCRAPE + "\nMore").id


def test_a_row_brings_its_own_claims() -> None:
    page = Page(
        "row-7",
        SCRAPE.encode(),
        Media.TEXT,
        url="https://www.tallowick.example/a",
        site="T",
        claimed_date="2025-02-04",
    )
    article = read_page(page)

    assert isinstance(article, Article)
    assert article.site == "tallowick.example"
    assert [stamp.origin for stamp in article.stamps] == ["text", "row"]


def test_lines_that_are_only_wrapped_make_one_paragraph() -> None:
    text = (
        "Council rebuilds pier\n\nMARLOW BAY, March 3 (Reuters) - The harbour council voted on\nTuesday to rebuild the grain pier"
        " that a storm broke in two last\nmonth, and said that the work would cost 12 million crowns.\n\nThe pier has been closed"
        " since the night of the storm, when a\nbarge tore loose and struck it, according to the harbour master,\nEdda Brandt.\n"
    )
    article = read(text)

    assert len(article.body) == 2
    assert article.dateline is not None
    assert article.dateline.agency == "Reuters"


def test_a_list_of_headlines_is_no_story() -> None:
    page = "\n".join(f"Minister number {number} opens a bridge in the rain" for number in range(30))
    answer = read_page(Page("front", page.encode(), Media.TEXT))

    assert isinstance(answer, Unread)
    assert answer.reason == "link-list"


STORY = (
    "The harbour council voted on Tuesday to rebuild the grain pier that a storm broke in two last month.",
    "The pier has been closed since a barge tore loose and struck it, according to the harbour master, Edda Brandt.",
    "“We will have grain moving again before the summer,” Brandt told reporters after the vote in the town hall.",
    "Opponents called the plan a waste of money. Councillor Piet Sorel said the town needed a school roof more.",
    "Divers begin their survey of the broken piles on Thursday, and the work is to cost 12 million crowns.",
)
AROUND = (
    "<html><head><title>Council votes to rebuild pier</title></head><body><div><a href=/>Home</a> <a href=/w>World</a></div>"
    "<h1>Council votes to rebuild pier</h1><div>{}</div><div><a href=/t>Terms</a> <a href=/p>Privacy</a></div></body></html>"
)


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>{}</p>",
        "<div><p>{}</p></div>",
        '<div class="x91"><div class="k2"><p class="a">{}</p></div></div>',
        "<div>{}</div>",
        "<p><span>{}</span></p>",
        "{}<br><br>",
    ],
)
def test_the_story_is_found_whatever_stands_around_its_paragraphs(paragraph: str) -> None:
    page = AROUND.format("".join(paragraph.format(line) for line in STORY))
    article = read(page, Media.HTML)

    assert tuple(lines(article, Role.BODY)) == STORY
    assert article.title == "Council votes to rebuild pier"


def test_a_stamp_that_names_its_agency_signs_and_credits() -> None:
    page = AROUND.format("".join(f"<p>{line}</p>" for line in STORY))
    page = page.replace("</h1>", "</h1><div>Posted on October 18, 2023 by dpa</div>")
    article = read(page, Media.HTML)

    assert [stamp.value for stamp in article.stamps] == ["2023-10-18"]
    assert article.byline is not None
    assert article.byline.of(article.text) == "by dpa"
    assert [(credit.agency, credit.how) for credit in article.credits] == [("dpa", "byline")]


@pytest.mark.parametrize("line", ["From agencies", "Agencies", "Agency reports", "By wire services"])
def test_agencies_without_a_name_are_credited_too(line: str) -> None:
    article = read("\n".join(("Council votes to rebuild pier", line, "14 October 2024 14:05", *STORY)))

    assert [(credit.agency, credit.how) for credit in article.credits] == [("agencies", "byline")]
    assert article.authors == ()


def test_the_name_of_a_site_in_the_place_of_a_byline_signs_nothing() -> None:
    article = read(SCRAPE)

    assert article.byline is None


def test_a_copyright_line_in_korean_credits_its_agency() -> None:
    body = (
        "시의회는 폭풍에 부서진 곡물 부두를 다시 짓기로 11일 의결했다고 밝혔다. 공사비는 천이백만 크라운이다."
    )
    more = (
        "부두는 지난달 바지선이 부딪친 뒤 닫혀 있었다고 항만장이 기자들에게 말했다. 조사는 목요일에 시작한다."
    )
    article = read(
        "\n\n".join(("시의회, 부두 재건 의결", body, more, "저작권자(c) 연합뉴스, 무단 전재-재배포 금지"))
    )

    assert [(credit.agency, credit.how) for credit in article.credits] == [("Yonhap", "copyright")]


@pytest.mark.parametrize(
    "line", ["Northgate News", "Newsroom", "TernGlobe", "Investor relations", "Lea Quist"]
)
def test_what_a_page_calls_its_byline_is_one_whoever_signs(line: str) -> None:
    article = read(PAGE.replace("By <a href=/ada>Ada Holm</a>, Northgate Press Service", line), Media.HTML)

    assert line in lines(article, Role.BYLINE)
    assert lines(article, Role.BODY)[0].startswith("PORT SENN")


def test_a_sentence_in_a_byline_s_place_is_none() -> None:
    told = "Crowds cheered on the quay."
    article = read(PAGE.replace("By <a href=/ada>Ada Holm</a>, Northgate Press Service", told), Media.HTML)

    assert told not in lines(article, Role.BYLINE)

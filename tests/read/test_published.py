"""The day a page was published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Media, Page, Stamp
from stemmata.read import publication_date, read_page

STORY = "<p>" + "The harbour master closed the pier after the storm had torn away its railing. " * 6 + "</p>"


def page(body: str, head: str = "", language: str = "en") -> bytes:
    title = "Storm closes the old pier"
    return (
        f"<html lang={language}><head><title>{title} - The Quay</title>{head}</head>"
        f"<body><h1>{title}</h1>{body}{STORY}</body></html>"
    ).encode()


def ld(kind: str, **said: str) -> str:
    pairs = ", ".join(f'"{name}": "{value}"' for name, value in {"@type": kind, **said}.items())
    return f'<script type="application/ld+json">{{{pairs}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def day(content: bytes, url: str | None = None) -> str | None:
    stamp = publication_date(content, url)
    return stamp.value[:10] if stamp else None


@pytest.mark.parametrize(
    ("head", "stamp"),
    [
        (
            ld("NewsArticle", datePublished="2021-03-04T12:00:00+02:00"),
            Stamp("2021-03-04T12:00:00+02:00", None, "json-ld"),
        ),
        (
            meta("article:published_time", "2021-03-04T12:00:00Z"),
            Stamp("2021-03-04T12:00:00+00:00", None, "meta:article:published_time"),
        ),
        (
            "<META CONTENT='2021-03-04' NAME='Publish_Date'>",
            Stamp("2021-03-04", None, "meta:publish_date"),
        ),
        (meta("dc.date", "2021-03-04"), Stamp("2021-03-04", None, "meta:dc.date")),
    ],
)
def test_markup_says_when_a_page_was_published(head: str, stamp: Stamp) -> None:
    assert publication_date(page("", head)) == stamp


@pytest.mark.parametrize(
    "body",
    [
        '<time class="entry-date" datetime="2021-03-04T09:15:00+01:00">4 March</time>',
        '<span itemprop="datePublished">4 March 2021</span>',
        '<div class="meta"><span><b>4</b> <b>March</b> <b>2021</b></span></div>',
        "<p>Posted on March 4th, 2021 by Ann Quay</p>",
        "<p>Veröffentlicht am 04.03.2021, zuletzt geändert am 09.05.2021</p>",
        "<p>Last updated: 9 May 2021. First published: 4 March 2021.</p>",
        "<div>تم نشره الخميس 4 آذار / مارس 2021 09:22</div>",
        "<p>2021年3月4日 07:11</p>",
        "<div class=subline><td>04 | 03 | 2021</td></div>",
    ],
)
def test_where_markup_is_silent_the_date_shown_at_the_headline_counts(body: str) -> None:
    assert day(page(body, language="de")) == "2021-03-04"


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="comment"><span class="date">7 April 2021</span></div>',
        "<p>&copy; The Quay, 1 January 2022</p>",
        '<ul class="related"><li><span class="date">5 May 2021</span></li></ul>',
        "<ul>" + "".join(f'<li><span class="date">{n} May 2021</span></li>' for n in (5, 6, 7, 8)) + "</ul>",
        "<script>var published = '2019-01-01'; // published 1 January 2019</script>",
        "<!-- published 1 January 2019 -->",
        "<p>The pier was opened on 12 May 1931 " + "and has been painted every year since then " * 6 + "</p>",
    ],
)
def test_dates_of_other_things_are_not_the_pages_own(beside: str) -> None:
    shown = '<p class="byline">By Ann Quay, 4 March 2021</p>'

    assert day(page(shown + STORY + beside)) == "2021-03-04"


def test_of_statements_that_differ_the_one_shown_is_believed() -> None:
    head = ld("NewsArticle", datePublished="2021-03-01") + meta("article:published_time", "2021-03-04")

    assert day(page('<p class="date">4 March 2021</p>', head)) == "2021-03-04"
    assert day(page('<p class="date">1 March 2021</p>', head)) == "2021-03-01"


def test_what_repeats_the_last_change_is_no_day_of_publication() -> None:
    head = (
        meta("datepublished", "2021-03-04T10:00:00+00:00")
        + meta("engine:publishtime", "2021-03-06T11:30:10-05:00")
        + meta("article:modified_time", "2021-03-06T16:30:10+00:00")
    )

    assert day(page("", head)) == "2021-03-04"


def test_a_vague_statement_gives_way_to_a_date_shown_with_a_label() -> None:
    assert day(page("<p>Published: 4 March 2021</p>", meta("date", "2021-06-01"))) == "2021-03-04"


def test_the_day_a_page_is_filed_under_goes_before_a_later_one() -> None:
    head = ld("Article", datePublished="2022-08-09T10:00:00+02:00")

    assert day(page("", head), "https://quay.example/2021/03/04/pier") == "2021-03-04"
    assert day(page("", head), "https://quay.example/2023/10/3-questions") == "2022-08-09"


def test_a_page_dated_by_its_address_alone_says_so() -> None:
    assert publication_date(page(""), "https://quay.example/news/20210304-pier") == Stamp(
        "2021-03-04", None, "url"
    )


@pytest.mark.parametrize(
    ("url", "body", "value"),
    [
        ("https://kai.example.de/x", "", "2021-03-05T00:30:00+01:00"),
        ("https://quay.example.br/x", "", "2021-03-04T20:30:00-03:00"),
        ("https://quay.example.br/x", "<p class=date>Posted 4 March 2021</p>", "2021-03-04T20:30:00-03:00"),
        ("https://quay.example/x", "<p>March 4, 2021 | 6:30pm</p>", "2021-03-04T18:30:00-05:00"),
        ("https://quay.example/x", "", "2021-03-04T23:30:00+00:00"),
    ],
)
def test_greenwich_time_is_read_as_the_time_of_the_place(url: str, body: str, value: str) -> None:
    stamp = publication_date(page(body, meta("article:published_time", "2021-03-04T23:30:00Z")), url)

    assert stamp == Stamp(value, None, "meta:article:published_time")


def test_the_same_moment_with_an_offset_tells_the_place() -> None:
    head = meta("article:published_time", "2021-03-05T03:37:37+00:00")
    shown = '<time datetime="2021-03-04T23:37:37-04:00">today</time>'

    assert day(page(shown, head)) == "2021-03-04"


def test_an_engine_that_calls_its_own_time_greenwichs_is_not_believed() -> None:
    head = meta("article:published_time", "2021-03-05T02:10:00+00:00")

    assert day(page("<p>Publicado: 5 March 2021</p>", head), "https://quay.example.br/x") == "2021-03-05"


def test_a_wiki_is_dated_by_its_last_edit() -> None:
    head = '<meta name="generator" content="MediaWiki 1.39">' + ld(
        "Article", datePublished="2005-07-26T10:00:00Z", dateModified="2021-03-04T10:00:00Z"
    )

    assert day(page("", head)) == "2021-03-04"


def test_broken_json_keeps_its_dates() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The "old" pier",'
        ' "datePublished": "2021-03-04"}</script>'
    )

    assert day(page("", head)) == "2021-03-04"


def test_three_numbers_are_read_as_the_pages_language_writes_them() -> None:
    shown = "<p class=date>04/03/2021</p>"

    assert [day(page(shown, language=language)) for language in ("en-GB", "it", "en-US", "en")] == [
        "2021-03-04",
        "2021-03-04",
        "2021-04-03",
        None,
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 4 March 2021", page("<p>No date at all.</p>")])
def test_a_page_that_does_not_say_has_no_date(content: bytes) -> None:
    assert publication_date(content) is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            ld("NewsArticle", datePublished="2021-03-04T12:00:00+02:00"),
            "<time datetime=2021-05-06>6 May</time>",
        ),
        (meta("date", "2021-06-01"), "<p>Published: 4 March 2021</p>"),
        ("", '<p class="byline">By Ann Quay, 4 March 2021</p>'),
    ],
)
def test_the_whole_reading_ranks_the_same_stamp_first(head: str, body: str) -> None:
    content = page(body, head)
    article = read_page(Page("pier", content, Media.HTML))
    asked = publication_date(content)

    assert isinstance(article, Article) and asked
    assert (article.stamps[0].value, article.stamps[0].origin) == (asked.value, asked.origin)


def test_the_first_stamp_of_an_article_stands_where_the_page_shows_it() -> None:
    article = read_page(Page("pier", page("<p class=date>4 March 2021</p>"), Media.HTML))

    assert isinstance(article, Article)
    assert [stamp.span.of(article.text) for stamp in article.stamps[:1] if stamp.span] == ["4 March 2021"]


@given(st.binary(max_size=400))
def test_no_bytes_break_the_search(content: bytes) -> None:
    stamp = publication_date(b"<h1>Pier</h1><time datetime='2021-03-04'>" + content)

    assert stamp is None or len(stamp.value) >= 10


def test_a_page_of_nothing_but_years_and_tags_is_read_in_linear_time() -> None:
    odd = b"<h1>" + b"<meta 2021-" * 40_000 + b"<time 2021" * 40_000 + b"<!-- 2021 " * 40_000

    assert publication_date(odd) is None


def test_years_of_two_digits_count_only_where_no_others_are_shown() -> None:
    shown = "<p class=date>04.03.21</p>"

    assert day(page(shown)) == "2021-03-04"
    assert day(page(shown + "<p class=date>5 March 2021</p>")) == "2021-03-05"


def test_what_scripts_say_counts_if_they_say_one_day_only() -> None:
    script = '<script>state = {"publishedAt": "2021-03-04T10:00:00Z"}</script>'

    assert publication_date(page(script)) == Stamp("2021-03-04T10:00:00+00:00", None, "script")
    assert publication_date(page(script + script.replace("-04T", "-05T"))) is None


def test_a_stamp_of_the_place_is_kept_where_the_address_goes_by_greenwich() -> None:
    head = meta("article:published_time", "2021-03-05T02:00:00+08:00")

    assert day(page("", head), "https://quay.example/2021/03/04/pier") == "2021-03-05"


MOMENTS = st.from_regex(
    r"[12][09][0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:3[0-9]:[0-5]7([+-][0-9]{2}:?[0-9]{2}|Z)?", fullmatch=True
)


@given(
    st.lists(MOMENTS, min_size=1, max_size=4), st.sampled_from(["", "https://kai.example.de/2021/03/04/x"])
)
def test_impossible_moments_break_nothing(moments: list[str], url: str) -> None:
    first, *others = moments
    shown = "".join(f"<time datetime='{moment}'></time>" for moment in moments)
    head = meta("article:published_time", first) + "".join(
        meta("article:modified_time", moment) + ld("Article", datePublished=moment) for moment in others
    )
    stamp = publication_date(page(shown, head), url)

    assert stamp is None or stamp.value[:4].isdigit()

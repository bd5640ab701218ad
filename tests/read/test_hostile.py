"""Whatever the bytes are, READ answers, and what it answers holds together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stemmata.model import Article, Media, Page, Unread
from stemmata.read import ReadSettings, read_page

EAGER = ReadSettings(fewest_words=0)
"""Makes an article of almost everything, so that the properties have something to hold for."""


def reason(content: bytes, media: Media = Media.TEXT) -> str:
    answer = read_page(Page("page", content, media))
    assert isinstance(answer, Unread)
    assert answer.says.endswith(".")
    return answer.reason


def check(article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert article.text[at : block.span.start].strip() == ""
        assert at <= block.span.start < block.span.end <= len(article.text)
        at = block.span.end
    assert article.text[at:].strip() == ""
    spans = [credit.span for credit in article.credits] + [
        stamp.span for stamp in article.stamps if stamp.span
    ]
    spans += [span for span in (article.byline, article.dateline.span if article.dateline else None) if span]
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"text\x00with\x01zero\x00bytes" * 9, "binary"),
        (b"\x81\x8d\x8f\x90\x9d" * 50, "undecodable"),
        (b"Hello there.", "no-article"),
    ],
)
def test_what_is_no_page_of_text_is_unread_with_its_reason(content: bytes, code: str) -> None:
    assert reason(content) == code


def test_a_page_that_is_one_script_is_empty() -> None:
    assert reason(b"<html><script>document.write('<p>hello</p>')</script></html>", Media.HTML) == "empty"


def test_a_page_too_long_is_refused_at_once() -> None:
    start = time.perf_counter()

    assert reason(b"a " * 25_000_000) == "too-long"
    assert time.perf_counter() - start < 2


def test_one_line_of_a_million_words_is_read_in_linear_time() -> None:
    start = time.perf_counter()
    read_page(Page("page", b"word, (AP) -- " * 70_000, Media.TEXT))

    assert time.perf_counter() - start < 3


def test_elements_nested_ten_thousand_deep_are_read() -> None:
    story = "The council said on Monday that it would rebuild the pier before the summer, at a cost of nine million crowns. "
    page = "<div>" * 10_000 + f"<p>{story * 3}</p>" + "</div>" * 10_000
    answer = read_page(Page("page", page.encode(), Media.HTML))

    assert isinstance(answer, Article)
    assert answer.text == (story * 3).strip()


@pytest.mark.parametrize(
    "text",
    [
        "قال مسؤول يوم الاثنين إن المجلس سيعيد بناء الرصيف قبل الصيف. " * 4,
        "議会は月曜日、夏までに桟橋を再建すると発表した。費用は九百万クローネに上るという。" * 4,
    ],
)
def test_stories_in_other_scripts_are_read(text: str) -> None:
    answer = read_page(Page("page", text.encode(), Media.TEXT))

    assert isinstance(answer, Article)
    assert len(answer.body) == 1


@given(some.text(max_size=400))
def test_blocks_of_any_text_are_ordered_and_cover_all_but_white_space(text: str) -> None:
    answer = read_page(Page("page", text.encode("utf-8", "surrogatepass"), Media.TEXT), EAGER)
    if isinstance(answer, Article):
        check(answer)


PIECES = some.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "</div>", "<br><br>", "<li>", "<a href=x>", "</a>", "<script>", "</script>", "<!--", "-->",
     "&nbsp;", "&lt;b&gt;", "<h1>", "</h1>", "<time datetime='2024-01-02'>", "By Ada Holm", "(AP) — ", "LONDON, March 3 (Reuters) - ",
     "A sentence of the story that goes on for a while. ", "\u202e", "\x00", "2024-01-02 03:04", "<", ">", "\"", "<svg", "<title>"]
)  # fmt: skip


@given(some.lists(PIECES | some.text(max_size=8), max_size=40))
def test_blocks_of_any_html_are_ordered_and_cover_all_but_white_space(pieces: list[str]) -> None:
    answer = read_page(Page("page", "".join(pieces).encode("utf-8", "replace"), Media.HTML), EAGER)
    if isinstance(answer, Article):
        check(answer)
        assert "\n\n".join(block.span.of(answer.text) for block in answer.blocks) == answer.text


@given(
    some.binary(max_size=300),
    some.sampled_from(
        [
            "utf-8",
            "iso-8859-1",
            "shift_jis",
            "no-such",
            "utf-16",
            "idna",
            "punycode",
            "undefined",
            "unicode_escape",
            "",
            None,
        ]
    ),
)
def test_any_bytes_get_an_answer(content: bytes, charset: str | None) -> None:
    for media in Media:
        answer = read_page(Page("page", content, media, charset=charset), EAGER)

        assert isinstance(answer, Article | Unread)


@pytest.mark.parametrize("address", ["//[", "p://[", "http://[::1", "http://]/", "//\u2100", "http://a:b"])
def test_an_address_that_is_none_costs_nothing_but_itself(address: str) -> None:
    page = f"<link rel=canonical href={address}><meta property=og:url content={address}><p>The harbour was shut on Monday."
    answer = read_page(Page("page", page.encode(), Media.HTML))

    assert isinstance(answer, Article | Unread)


@pytest.mark.parametrize(
    "page",
    [
        "<meta content='" + "verylong" * 40_000,
        "<xmp>" + "<svg>" * 60_000,
        "<xmp>" + "<svg></svgx>" * 30_000,
        "<textarea>" * 30_000,
        "<template>" * 200_000,
        "<TemPlate>" * 200_000 + "</template>" * 9,
        "<b>x" * 100_000,
        "<svg><g>" * 50_000,
        "<table>" * 100_000,
        "<a href=x>" * 100_000,
        "<p " + 'a="1" ' * 100_000 + ">x",
        "<p class='" + "story related " * 100_000 + "'>x",
        "<i>.</i>" * 100_000,
        "<script type='application/ld+json'>" + "[" * 300_000 + "</script><p>x",
        "<script type='application/ld+json'>" + '{"@graph":' * 30_000 + "1" + "}" * 30_000 + "</script><p>x",
        "<script type='application/ld+json'>[" + '{"@type":"NewsArticle","headline":"x"},' * 9_000 + "1]</script><p>x",
    ],
)  # fmt: skip
def test_what_the_fuzzer_found_slow_is_read_in_time_with_its_length(page: str) -> None:
    start = time.process_time()
    read_page(Page("page", page.encode(), Media.HTML))

    assert time.process_time() - start < 5

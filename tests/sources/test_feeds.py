"""Feeds: an entry with its whole text is a page, one with a summary is told of."""

import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media, Page, Unread
from stemmata.sources import Paths, SourceSettings
from stemmata.wiring import form_reader

BODY = "<p>The ferry came in late on Tuesday.</p>"
LONG = "The ferry came in late on Tuesday and nobody was hurt. " * 20


def read(feed: str | bytes) -> list[Page | Unread]:
    raw = feed.encode() if isinstance(feed, str) else feed
    return list(Paths(["-"], stdin=io.BytesIO(raw), forms=form_reader).pages())


def rss(*items: str) -> str:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour</title>{entries}</channel></rss>"


def atom(*entries: str) -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title>{inside}</feed>"


def reasons(feed: str | bytes) -> list[str]:
    return [one.reason if isinstance(one, Unread) else "" for one in read(feed)]


def test_an_entry_of_rss_with_its_whole_text_is_a_page() -> None:
    item = (
        "<title>Ferry &amp;amp; storm</title><link> https://harbour.example/1 </link>"
        "<pubDate>Tue, 06 May 2031 08:00:00 +0200</pubDate><author>ann@harbour.example (Ann Lund)</author>"
        f"<description>Late.</description><content:encoded><![CDATA[{BODY}]]></content:encoded>"
    )

    assert read(rss(item)) == [
        Page(
            source="-#1",
            content=BODY.encode(),
            media=Media.HTML,
            url="https://harbour.example/1",
            title="Ferry & storm",
            claimed_date="2031-05-06T08:00:00+02:00",
            charset="utf-8",
            authors=("Ann Lund",),
            claimed_by="feed",
        )
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<content type='html'>&lt;p&gt;The ferry came in late on Tuesday.&lt;/p&gt;</content>",
        "<content type='xhtml'><p>The ferry came in late on Tuesday.</p></content>",
        "<content type='xhtml' xmlns:x='http://www.w3.org/1999/xhtml'><x:p>The ferry came in late on Tuesday.</x:p></content>",
    ],
)
def test_an_entry_of_atom_with_its_whole_text_is_a_page(content: str) -> None:
    links = "<link rel='self' href='https://harbour.example/feed'/><link href='https://harbour.example/1'/>"
    dates = "<updated>2031-05-07T08:00:00Z</updated><published>2031-05-06T08:00:00Z</published>"
    author = "<author><name>Ann Lund</name><email>ann@harbour.example</email></author>"
    (page,) = read(atom(f"<title>Ferry</title>{links}{dates}{author}{content}"))

    assert isinstance(page, Page)
    assert page.content.decode() == BODY
    assert (page.url, page.claimed_date, page.authors) == (
        "https://harbour.example/1",
        "2031-05-06T08:00:00Z",
        ("Ann Lund",),
    )


def test_markup_in_elements_keeps_its_signs() -> None:
    (page,) = read(atom("<content type='xhtml'><p title='&quot;'>3 &lt; 4<br/></p></content>"))

    assert isinstance(page, Page)
    assert page.content == b'<p title="&quot;">3 &lt; 4<br></p>'


def test_an_entry_with_a_summary_only_is_told_of() -> None:
    (found,) = read(rss("<title>Ferry</title><description>Late on Tuesday.</description>"))

    assert found == Unread(
        "-#1",
        "summary-only",
        "The feed gives only a summary of “Ferry”. Save the page itself to have it read.",
    )


def test_a_description_as_long_as_a_story_is_one_unless_it_breaks_off() -> None:
    items = [f"<description>{LONG}{end}</description>" for end in ("", "…", "[...]", "Read more &gt;&gt;")]

    assert reasons(rss(*items)) == ["", "summary-only", "summary-only", "summary-only"]


def test_text_is_text_and_markup_markup() -> None:
    contents = [("text", "3 &lt; 4, &lt;b&gt;"), ("html", BODY.replace("<", "&lt;")), ("html", "Only words")]
    entries = [f"<content type='{kind}'>{content}</content>" for kind, content in contents]

    assert [page.media for page in read(atom(*entries)) if isinstance(page, Page)] == [
        Media.TEXT,
        Media.HTML,
        Media.TEXT,
    ]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312", "utf-16", "utf-8"])
def test_the_charset_a_feed_declares_is_believed(charset: str) -> None:
    words = {"windows-1251": "Паром", "shift_jis": "港の船", "gb2312": "渡轮"}.get(charset, "Fähre")
    feed = rss(f"<content:encoded>{words}</content:encoded>").replace("'1.0'", f"'1.0' encoding='{charset}'")
    (page,) = read(feed.encode(charset))

    assert isinstance(page, Page)
    assert page.content.decode() == words


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss [<!ENTITY a "ferry ferry"><!ENTITY b "&a;&a;&a;">]>' + rss("<title>&b;</title>"),
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rss("<title>&a;</title>"),
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "https://harbour.example/x"> %a;]>' + rss("<title>x</title>"),
        rss("<title>" + "<b>" * 2000 + "</b>" * 2000 + "</title>"),
    ],
)
def test_a_feed_that_attacks_is_not_read(feed: str) -> None:
    assert reasons(feed.replace("<?xml version='1.0'?>", "")) == ["bad-feed"]


def test_entries_before_the_break_of_a_broken_feed_are_read() -> None:
    feed = rss(f"<content:encoded>{LONG}</content:encoded>") + "<item>"

    assert reasons(feed.replace("</channel>", "<item><title>x</item>")) == ["", "bad-feed"]


def test_a_feed_without_entries_is_told_of() -> None:
    assert reasons(rss()) == ["no-pages"]


def test_a_tag_without_end_is_given_up() -> None:
    raw = io.BytesIO(b"<rss><channel><item x='" + b"y" * 2_000_000)
    (found,) = Paths(["-"], stdin=raw, forms=form_reader, settings=SourceSettings(largest=1 << 20)).pages()

    assert found == Unread("-", "bad-feed", "The feed holds a tag without end.")


def test_memory_does_not_grow_with_the_entries_of_a_feed() -> None:
    raw = rss(*[f"<content:encoded>{LONG}</content:encoded>"] * 6000).encode()
    tracemalloc.start()
    count = sum(1 for _ in Paths(["-"], stdin=io.BytesIO(raw), forms=form_reader).pages())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 6000
    assert peak < 3_000_000


def test_an_item_of_json_feed_with_its_whole_text_is_a_page() -> None:
    items = [
        {"url": "https://harbour.example/1", "content_html": BODY, "author": {"name": "Ann Lund"}},
        {
            "id": "https://harbour.example/2",
            "content_text": "Late <b>",
            "date_published": "2031-05-06T08:00:00Z",
        },
        {"title": "Ferry", "summary": "Late."},
        7,
    ]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "items": items})
    found = read(feed)

    assert [(one.url, one.media) for one in found if isinstance(one, Page)] == [
        ("https://harbour.example/1", Media.HTML),
        ("https://harbour.example/2", Media.TEXT),
    ]
    assert [one.reason for one in found if isinstance(one, Unread)] == ["summary-only", "bad-row"]


@given(st.text(max_size=200), st.integers(0, 300))
def test_no_text_breaks_the_reading_of_a_feed(odd: str, place: int) -> None:
    feed = rss(
        f"<title>Ferry</title><content:encoded>{BODY}</content:encoded>", "<description>x</description>"
    )
    found = read((feed[:place] + odd + feed[place + len(odd) :]).encode("utf-8", "replace"))

    assert all(isinstance(one, Page | Unread) for one in found)

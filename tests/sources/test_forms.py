"""Every input is known by its first bytes, on standard input as in a file of any name."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media, Page, Unread
from stemmata.sources import Columns, Paths
from stemmata.sources.forms import Form, form_of
from stemmata.wiring import SOURCES, form_reader

HEADS = [
    (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Form.WARC),
    (b"PK\x03\x04\x14\0", Form.ZIP),
    (b"PAR1\x15\x04", Form.PARQUET),
    (b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", Form.MHTML),
    (b"MIME-Version: 1.0\nContent-Type:\n multipart/related;\n", Form.MHTML),
    (b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource", Form.WEBARCHIVE),
    (b"<?xml version='1.0'?>\n<!-- by hand -->\n<?xml-stylesheet href='a'?>\n<rss version='2.0'>", Form.FEED),
    (b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'>", Form.FEED),
    ("<?xml version='1.0' encoding='utf-16'?><rdf:RDF>".encode("utf-16"), Form.FEED),
    (b'{"version": "https://jsonfeed.org/version/1.1", "items": [', Form.JSON_FEED),
    (b'{"text": "The ferry is late."}\n', Form.JSONL),
    (b"id,url,text\n", Form.CSV),
    (b"id;html\n", Form.CSV),
    (b"<!doctype html><p>Ferry", Form.PAGE),
    (b"<?xml version='1.0'?><html><p>Ferry", Form.PAGE),
    (b"Text, and nothing but text.", Form.PAGE),
    (b"Date: Tuesday\nThe ferry is late.", Form.PAGE),
    (b"", Form.PAGE),
]


@pytest.mark.parametrize(("head", "form"), HEADS)
@pytest.mark.parametrize("name", ["-", "story", "download.7"])
def test_a_form_is_known_by_its_first_bytes(head: bytes, form: Form, name: str) -> None:
    assert form_of(head, name, Columns()) is form


def test_every_form_but_a_page_has_its_reader() -> None:
    assert sorted(SOURCES) == sorted(form.value for form in Form if form is not Form.PAGE)
    assert all(callable(form_reader(form)) for form in SOURCES)


@given(
    st.binary(max_size=500), st.sampled_from(["-", "a.html", "a.txt", "a.csv", "a.xml", "a.json", "a.bin"])
)
def test_any_bytes_have_a_form(head: bytes, name: str) -> None:
    assert isinstance(form_of(head, name, Columns()), Form)


@pytest.mark.parametrize("is_packed", [False, True])
def test_standard_input_may_be_a_single_page(is_packed: bool) -> None:
    html = b"<!doctype html><title>Ferry</title><p>Late."
    raw = io.BytesIO(gzip.compress(html) if is_packed else html)
    (page,) = Paths(["-"], stdin=raw, forms=form_reader).pages()

    assert page == Page("-", html, Media.HTML)


def test_a_folder_of_many_forms_is_read_through(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "rows.csv").write_bytes(b"id,text\nc1,Ferry\n")
    (tmp_path / "a" / "feed.xml").write_bytes(
        b"<rss><item><content:encoded>Late</content:encoded></item></rss>"
    )
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    (tmp_path / "c.html").write_bytes(b"<p>Ferry")
    found = list(Paths([str(tmp_path)], forms=form_reader).pages())

    assert [one.source.removeprefix(str(tmp_path)) for one in found] == ["/a/feed.xml#1", "c1", "/c.html"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("story.pdf", "stemmata does not read such .pdf files; it reads HTML, plain text, WARC"),
        ("rows.xlsx", "Save it as CSV"),
        ("crawl.warc.gz", "It is called .warc, but does not begin as such files do. Is it whole?"),
        ("rows.json", "write one JSON object a line and call it .jsonl"),
    ],
)
def test_a_file_of_an_unknown_kind_says_what_to_do(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / name).write_bytes(b"[nothing we know]")
    (found,) = Paths([str(tmp_path / name)], forms=form_reader).pages()

    assert isinstance(found, Unread)
    assert says in found.says

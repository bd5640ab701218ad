"""Pages that a browser saved with their pictures in one file."""

import base64
import plistlib
import quopri
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media, Page, Unread
from stemmata.sources import Paths
from stemmata.wiring import form_reader

HTML = "<!doctype html><title>Паром</title><p>Паром опоздал во вторник = снова."
TOP = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/1\r\nSubject: Ferry\r\n"
    "Date: Tue, 6 May 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Bound--x"\r\n\r\n\r\n'
)
PICTURE = "------Bound--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"


def part(content: bytes, *, encoding: str, charset: str = "windows-1251", kind: str = "text/html") -> bytes:
    head = (
        f"------Bound--x\r\nContent-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://harbour.example/part\r\n\r\n"
    )
    return head.encode() + content + b"\r\n"


def read(folder: Path, raw: bytes, name: str = "saved.mhtml") -> Page | Unread:
    (folder / name).write_bytes(raw)
    (found,) = Paths([str(folder / name)], forms=form_reader).pages()
    return found


RAW = HTML.encode("cp1251")


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("quoted-printable", quopri.encodestring(RAW).replace(b"\n", b"\r\n")),
        ("base64", base64.encodebytes(RAW)),
        ("8bit", RAW),
        ("binary", RAW),
    ],
)
def test_a_saved_page_comes_with_its_address_its_day_and_its_charset(
    tmp_path: Path, encoding: str, content: bytes
) -> None:
    raw = TOP.encode() + PICTURE.encode() + part(content, encoding=encoding) + b"------Bound--x--\r\n"
    page = read(tmp_path, raw)

    assert isinstance(page, Page)
    assert page.content.decode("cp1251").strip() == HTML
    assert (page.url, page.fetched, page.charset, page.media) == (
        "https://harbour.example/1",
        "2031-05-06T08:00:00+00:00",
        "windows-1251",
        Media.HTML,
    )


def test_a_page_inside_parts_of_parts_is_found(tmp_path: Path) -> None:
    inner = b"------Bound--x\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\n"
    raw = TOP.encode() + inner + b"Ferry\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>Ferry\r\n--in--\r\n"
    page = read(tmp_path, raw)

    assert isinstance(page, Page)
    assert page.content == b"<p>Ferry\r\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\r\nnothing", "bad-mhtml"),
        (TOP.encode(), "no-pages"),
        (TOP.encode() + PICTURE.encode(), "no-pages"),
        (TOP.encode() + part(b"abcde", encoding="base64"), "bad-mhtml"),
        (b"X: " + b"y\n z" * 100_000, "bad-mhtml"),
    ],
)
def test_what_holds_no_saved_page_is_told_of(tmp_path: Path, raw: bytes, reason: str) -> None:
    found = read(tmp_path, raw)

    assert isinstance(found, Unread)
    assert found.reason == reason


@pytest.mark.slow
def test_the_pictures_of_a_saved_page_take_no_memory(tmp_path: Path) -> None:
    line = base64.b64encode(bytes(57)) + b"\r\n"
    raw = TOP.encode() + PICTURE.encode() + line * 400_000 + part(RAW, encoding="8bit")
    tracemalloc.start()
    found = read(tmp_path, raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert isinstance(found, Page)
    assert peak < 2_000_000


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_webarchive_gives_its_page(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    main = {
        "WebResourceData": HTML.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://harbour.example/1",
    }
    page = read(tmp_path, plistlib.dumps({"WebMainResource": main}, fmt=form), "saved.webarchive")

    assert isinstance(page, Page)
    assert (page.content.decode(), page.url, page.charset) == (HTML, "https://harbour.example/1", "UTF-8")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"bplist00" + bytes(40), "bad-webarchive"),
        (plistlib.dumps({"WebMainResource": 1}, fmt=plistlib.FMT_BINARY), "bad-webarchive"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": b"x"}}), "no-pages"),
    ],
)
def test_a_webarchive_without_a_page_is_told_of(tmp_path: Path, raw: bytes, reason: str) -> None:
    found = read(tmp_path, raw, "saved.webarchive")

    assert isinstance(found, Unread)
    assert found.reason == reason


@given(st.binary(max_size=200), st.integers(0, 700), st.sampled_from(["saved.mhtml", "saved.webarchive"]))
def test_no_bytes_break_the_reading_of_saved_pages(
    tmp_path_factory: pytest.TempPathFactory, odd: bytes, place: int, name: str
) -> None:
    main = {"WebResourceData": RAW, "WebResourceMIMEType": "text/html", "WebResourceURL": "https://a.example"}
    whole = {
        "saved.mhtml": TOP.encode() + PICTURE.encode() + part(RAW, encoding="quoted-printable"),
        "saved.webarchive": plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY),
    }[name]
    raw = whole[:place] + odd + whole[place + len(odd) :]

    assert isinstance(read(tmp_path_factory.mktemp("odd"), raw, name), Page | Unread)

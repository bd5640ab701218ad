"""ZIP and WACZ: read where they lie, and harmless whatever they hold."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from stemmata.model import Page, Unread
from stemmata.sources import Paths, SourceSettings
from stemmata.wiring import form_reader

HTML = b"<!doctype html><title>Ferry</title><p>The ferry came in late on Tuesday."
SETTINGS = SourceSettings()


def lay(path: Path, files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def read(path: Path, settings: SourceSettings = SETTINGS) -> list[tuple[str, str]]:
    """Return the name inside the archive and why it gave no page, or nothing for a page."""
    found = Paths([str(path)], forms=form_reader, settings=settings).pages()
    return [
        (one.source.removeprefix(str(path)).lstrip("/"), one.reason if isinstance(one, Unread) else "")
        for one in found
    ]


def warc(*urls: str) -> bytes:
    records = []
    for url in urls:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(block)}\r\n\r\n"
        records.append(gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0))
    return b"".join(records)


def test_saved_pages_in_a_zip_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {
        "b.html": HTML,
        "a.txt": b"Ferry",
        "b_files/style.css": b"p {}",
        "rows.jsonl": b'{"text": "Ferry"}\n',
    }

    assert read(lay(tmp_path / "saved.zip", files)) == [("a.txt", ""), ("b.html", ""), ("rows.jsonl#1", "")]


def test_of_a_wacz_the_web_archives_are_read_and_not_their_index(tmp_path: Path) -> None:
    files = {
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"text": "Ferry"}\n',
        "archive/data.warc.gz": warc("https://harbour.example/1", "https://harbour.example/2"),
    }
    found = list(
        Paths(
            [str(lay(tmp_path / "crawl.wacz", files, method=zipfile.ZIP_STORED))], forms=form_reader
        ).pages()
    )

    assert [one.url for one in found if isinstance(one, Page)] == [
        "https://harbour.example/1",
        "https://harbour.example/2",
    ]
    assert found[0].source == f"{tmp_path}/crawl.wacz/archive/data.warc.gz#0"


def test_a_name_that_leads_out_of_the_archive_is_only_a_name(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path = lay(tmp_path / "inner" / "evil.zip", {"../../evil.html": HTML, "/etc/story.html": HTML})

    assert read(path) == [("evil.html", ""), ("etc/story.html", "")]
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["evil.zip", "inner"]


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.html")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", "Ferry")

    assert read(tmp_path / "a.zip") == [("a.txt", "")]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = lay(tmp_path / "inner.zip", {"a.html": HTML}).read_bytes()

    assert read(lay(tmp_path / "outer.zip", {"inner.zip": inner})) == [("inner.zip", "format")]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}, "format"),
        ({"mimetype": b"application/epub+zip", "story.xhtml": HTML}, "format"),
        ({"picture.png": b"\x89PNG"}, "no-pages"),
        ({}, "no-pages"),
    ],
)
def test_an_archive_of_other_things_is_told_of(tmp_path: Path, files: dict[str, bytes], reason: str) -> None:
    assert read(lay(tmp_path / "a.zip", files)) == [("", reason)]


def test_one_page_beyond_the_limit_costs_itself(tmp_path: Path) -> None:
    path = lay(tmp_path / "a.zip", {"a.html": b"<p>" + bytes(5_000_000), "b.html": HTML})

    assert read(path, SourceSettings(largest=1 << 20)) == [("a.html", "too-long"), ("b.html", "")]


def test_many_files_that_unpack_to_too_much_are_a_bomb(tmp_path: Path) -> None:
    path = lay(tmp_path / "a.zip", {f"{n}.html": b"<p>" + bytes(3_000_000) for n in range(9)})

    assert read(path, SourceSettings(unpacked_freely=1 << 23))[-1] == ("", "bomb")


def test_a_damaged_file_costs_itself_and_a_damaged_archive_is_told_of(tmp_path: Path) -> None:
    path = lay(
        tmp_path / "a.zip", {"a.txt": b"Ferry late, " * 9, "b.txt": b"Ferry"}, method=zipfile.ZIP_STORED
    )
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"late", b"soon", 1))
    (tmp_path / "cut.zip").write_bytes(raw[:-30])

    assert read(path) == [("a.txt", "bad-zip"), ("b.txt", "")]
    assert read(tmp_path / "cut.zip") == [("", "bad-zip")]


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = lay(tmp_path / "a.zip", {"x": HTML, "b.html": HTML})
    path.write_bytes(path.read_bytes().replace(b"x", b"\0"))

    assert read(path) == [("b.html", "")]


def test_a_zip_cannot_be_piped(tmp_path: Path) -> None:
    raw = lay(tmp_path / "a.zip", {"a.html": HTML}).read_bytes()
    (found,) = Paths(["-"], stdin=io.BytesIO(raw), forms=form_reader).pages()

    assert isinstance(found, Unread)
    assert found.reason == "no-file"


def test_the_digest_of_an_archive_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = lay(tmp_path / "a.zip", {"a.html": HTML})
    source = Paths([str(path)], forms=form_reader)
    list(source.pages())

    assert [one.sha256 is not None for one in source.inputs] == [True]

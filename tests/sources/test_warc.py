"""Web archives: what becomes a page, what is told of, and what a broken record costs."""

import gzip
import io
import json
import zlib
from hashlib import sha512
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media, Page, Unread
from stemmata.sources import Paths, SourceSettings
from stemmata.wiring import form_reader

SETTINGS = SourceSettings()
HTML = b"<!doctype html><title>Ferry</title><p>The ferry came in late on Tuesday.</p></html>"
LONG = b"<!doctype html>" + b"<p>The ferry came in late on Tuesday.</p>" * 9 + b"</html>"


class Kept(io.BytesIO):
    """Stays open when a writer closes what it writes into."""

    def close(self) -> None: ...


def record(
    body: bytes = HTML,
    *,
    kind: str = "response",
    number: int = 1,
    status: str = "200 OK",
    http: str = "Content-Type: text/html; charset=utf-8",
    length: int | None = None,
    header: str = "",
) -> bytes:
    block = (
        f"HTTP/1.1 {status}\r\n{http}\r\n\r\n".encode() + body if kind in {"response", "revisit"} else body
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Target-URI: https://harbour.example/{number}\r\nWARC-Date: 2031-05-06T08:00:0{number % 10}Z\r\n"
        f"{header}Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> list[bytes]:
    return [gzip.compress(one, mtime=0) for one in records]


def read(raw: bytes, settings: SourceSettings = SETTINGS) -> list[Page | Unread]:
    return list(Paths(["-"], stdin=io.BytesIO(raw), forms=form_reader, settings=settings).pages())


def told(raw: bytes, settings: SourceSettings = SETTINGS) -> list[tuple[str, str]]:
    """Return the last part of each page's address, or the reason why there is none, with its place."""
    return [
        (one.source, one.reason if isinstance(one, Unread) else (one.url or "").rpartition("/")[2])
        for one in read(raw, settings)
    ]


def pages(raw: bytes) -> list[Page]:
    return [one for one in read(raw) if isinstance(one, Page)]


def five() -> list[bytes]:
    return [record(LONG, number=number) for number in range(5)]


def test_an_answer_becomes_a_page_with_its_address_its_day_and_its_charset() -> None:
    (page,) = read(record(HTML))

    assert page == Page(
        source="-#0",
        content=HTML,
        media=Media.HTML,
        url="https://harbour.example/1",
        fetched="2031-05-06T08:00:01Z",
        charset="utf-8",
    )


def test_a_page_is_named_by_the_byte_at_which_its_packed_record_begins() -> None:
    first, second = packed(record(number=1), record(number=2))

    assert told(first + second) == [("-#0", "1"), (f"-#{len(first)}", "2")]


def test_an_archive_packed_as_a_whole_is_read_too() -> None:
    assert [name for _, name in told(gzip.compress(b"".join(five())))] == ["0", "1", "2", "3", "4"]


def test_an_archive_packed_with_zstd_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.zst").write_bytes(b"".join(written(ZstdWriter, one) for one in five()))
    found = list(Paths([str(tmp_path)], forms=form_reader).pages())

    assert [type(one) for one in found] == [Page] * 5


def test_text_that_the_archive_converted_is_a_page_of_text() -> None:
    raw = record("Fähre verspätet".encode(), kind="conversion", header="Content-Type: text/plain\r\n")
    (page,) = pages(raw)

    assert (page.content.decode(), page.media) == ("Fähre verspätet", Media.TEXT)


def test_what_is_no_page_is_counted_in_one_row() -> None:
    raw = (
        record(b"\x89PNG", http="Content-Type: image/png")
        + record(b"\x89PNG", http="Content-Type: image/png")
        + record(status="404 Not Found")
        + record(b"User-agent: *", http="Content-Type: text/plain")
        + record(b"software: crawler", kind="warcinfo")
        + record(b"GET / HTTP/1.1", kind="request")
        + record()
    )
    page, others = read(raw)

    assert isinstance(page, Page)
    assert others == Unread(
        "-",
        "not-pages",
        "Records that hold no page: 4 (2 image/png, 1 text/plain, 1 with status 404).",
    )


def test_a_page_met_again_unchanged_is_told_of_with_the_day_that_has_it() -> None:
    header = "WARC-Refers-To-Date: 2031-05-01T08:00:00Z\r\nWARC-Refers-To-Target-URI: https://harbour.example/1\r\n"
    (found,) = read(record(b"", kind="revisit", number=2, header=header))

    assert isinstance(found, Unread)
    assert found.reason == "revisit"
    assert "https://harbour.example/1 held on 2031-05-01T08:00:00Z" in found.says


def written(kind: type[BrotliWriter] | type[ZstdWriter], content: bytes) -> bytes:
    into = Kept()
    writer = kind(into)
    writer.write(content)
    writer.close()
    return into.getvalue()


def brotli(body: bytes) -> bytes:
    return written(BrotliWriter, body)


def chunked(body: bytes) -> bytes:
    return (
        b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in (body[:20], body[20:])) + b"0\r\n\r\n"
    )


RAW_DEFLATE = zlib.compressobj(9, zlib.DEFLATED, -15)


@pytest.mark.parametrize(
    ("http", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(HTML, mtime=0)),
        ("Content-Encoding: x-gzip", gzip.compress(HTML, mtime=0)),
        ("Content-Encoding: deflate", zlib.compress(HTML)),
        ("Content-Encoding: deflate", RAW_DEFLATE.compress(HTML) + RAW_DEFLATE.flush()),
        ("Content-Encoding: br", brotli(HTML)),
        ("Transfer-Encoding: chunked", chunked(HTML)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(HTML, mtime=0))),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", HTML),
        ("Content-Encoding: br", HTML),
        ("Content-Encoding: nothing-known", HTML),
    ],
)
def test_a_body_is_unpacked_and_one_already_unpacked_is_left(http: str, body: bytes) -> None:
    (page,) = pages(record(body, http=f"Content-Type: text/html\r\n{http}"))

    assert page.content == HTML


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_bomb_in_an_answer_is_stopped_at_the_limit(encoding: str) -> None:
    zeros = bytes(30_000_000)
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli}[encoding](zeros)
    raw = record(body, http=f"Content-Type: text/html\r\nContent-Encoding: {encoding}") + record(number=2)

    assert [name for _, name in told(raw)] == ["too-long", "2"]


@pytest.mark.parametrize(
    ("field", "charset"),
    [
        ("text/html; charset=Windows-1251", "windows-1251"),
        ('text/html;charset="Shift_JIS"; x=y', "shift_jis"),
        ("text/html; charset=", None),
        ("application/xhtml+xml", None),
    ],
)
def test_the_charset_is_the_one_of_the_answer(field: str, charset: str | None) -> None:
    (page,) = pages(record(http=f"Content-Type: {field}"))

    assert page.charset == charset


def test_an_answer_without_a_media_type_is_judged_by_its_first_bytes() -> None:
    raw = record(http="Server: old") + record(b"Only words.", http="Server: old", number=2)

    assert [name for _, name in told(raw)] == ["1", "not-pages"]


DAMAGE = {
    "a length too short": [record(LONG, number=2, length=200)],
    "a length too short for its HTTP header": [record(LONG, number=2, length=30)],
    "a length too long": [record(LONG, number=2, length=len(LONG) + 200)],
    "a length beyond the end": [record(LONG, number=2, length=10**9)],
    "no length": [record(LONG, number=2).replace(b"Content-Length", b"Content-Width")],
    "a length that is no number": [record(LONG, number=2).replace(b"Content-Length: ", b"Content-Length: -")],
}


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_broken_record_is_told_of_and_the_next_ones_are_read(damage: str, is_packed: bool) -> None:
    records = [*five()[:2], *DAMAGE[damage], *five()[3:]]
    raw = b"".join(packed(*records) if is_packed else records)
    names = [name for _, name in told(raw) if name != "not-pages"]

    assert names == ["0", "1", "broken-record", "3", "4"]


def test_what_stands_between_records_is_told_of_and_costs_no_page() -> None:
    raw = b"".join(five()[:2]) + b"nothing of the archive's\r\n" * 9 + b"".join(five()[2:])

    assert [name for _, name in told(raw)] == ["0", "1", "broken-record", "2", "3", "4"]


@pytest.mark.parametrize("place", [12, 40, 120])
def test_damage_inside_a_packed_record_costs_that_record(place: int) -> None:
    members = packed(
        *(
            record(b"".join(sha512(b"%d %d" % (n, m)).digest() for m in range(9)).hex().encode(), number=n)
            for n in range(5)
        )
    )
    hurt = bytearray(members[2])
    hurt[place : place + 30] = bytes(30)
    raw = b"".join([*members[:2], bytes(hurt), *members[3:]])

    assert [name for _, name in told(raw)] == ["0", "1", "broken-record", "3", "4"]


def test_a_packed_record_that_breaks_off_costs_itself() -> None:
    members = packed(*five())
    raw = b"".join([*members[:2], members[2][:60], *members[3:]])

    assert [name for _, name in told(raw)] == ["0", "1", "broken-record", "3", "4"]


def test_an_archive_that_breaks_off_is_told_of() -> None:
    assert [name for _, name in told(b"".join(packed(*five()))[:-40])] == [
        "0",
        "1",
        "2",
        "3",
        "broken-record",
    ]


def test_an_archive_of_nothing_but_damage_is_given_up() -> None:
    raw = record() + b"WARC/1.0\r\nX-Odd: 1\r\n\r\n" * 500

    assert told(raw, SourceSettings(most_broken=20))[-1] == ("-", "given-up")


def test_a_page_beyond_the_limit_costs_itself_only() -> None:
    raw = record(HTML * 20_000, number=1) + record(number=2)

    assert [name for _, name in told(raw, SourceSettings(largest=100_000))] == ["too-long", "2"]


def test_a_record_that_unpacks_without_end_is_a_bomb() -> None:
    raw = gzip.compress(record(bytes(20_000_000), http="Content-Type: image/png")) + gzip.compress(record())

    assert told(raw, SourceSettings(unpacked_freely=1 << 22)) == [("-", "bomb")]


@given(st.binary(max_size=400), st.integers(0, 1200), st.booleans())
def test_no_bytes_inside_an_archive_break_its_reading(odd: bytes, place: int, is_packed: bool) -> None:
    raw = b"".join(packed(*five()) if is_packed else five())
    found = read(raw[:place] + odd + raw[place + len(odd) :])

    assert all(isinstance(one, Page | Unread) for one in found)
    assert len({one.source for one in found if isinstance(one, Page)}) == sum(
        isinstance(o, Page) for o in found
    )


@pytest.mark.shared
def test_a_real_archive_gives_every_page_at_the_place_its_index_names(shared: Path) -> None:
    folder = shared / "data" / "odu"
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf8") as file:
        index = {json.loads(line)["offset"] for line in file}
    found = Paths([str(folder / "pages.warc.gz")], forms=form_reader).pages()

    assert {int(one.source.rpartition("#")[2]) for one in found} == index

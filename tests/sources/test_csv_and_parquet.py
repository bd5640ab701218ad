"""Tables: one page a row, whatever parts the columns and however many there are."""

import io
import logging
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media, Page, Unread
from stemmata.sources import Columns, Paths, SourceSettings
from stemmata.wiring import form_reader

SETTINGS = SourceSettings()
TEXT = "The ferry came in late on Tuesday."


def read(path: Path, *options: str, settings: SourceSettings = SETTINGS) -> list[Page | Unread]:
    columns = Columns.named(options)
    return list(Paths([str(path)], columns=columns, forms=form_reader, settings=settings).pages())


def of_csv(
    folder: Path, raw: bytes, *options: str, settings: SourceSettings = SETTINGS
) -> list[tuple[str, str]]:
    (folder / "rows.csv").write_bytes(raw)
    found = read(folder / "rows.csv", *options, settings=settings)
    return [
        (Path(one.source).name, one.reason if isinstance(one, Unread) else one.content.decode())
        for one in found
    ]


def table(folder: Path, **columns: list[object]) -> Path:
    pq.write_table(pa.table(columns), folder / "rows.parquet")
    return folder / "rows.parquet"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_page_whatever_parts_its_columns(tmp_path: Path, delimiter: str) -> None:
    lines = [
        ["id", "title", "text", "url"],
        ["7", "Late; again, or | not", TEXT, "https://harbour.example/7"],
    ]
    raw = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    (tmp_path / "rows.csv").write_bytes(raw.encode())
    title = "Late; again, or | not"

    assert read(tmp_path) == [
        Page("7", TEXT.encode(), Media.TEXT, url="https://harbour.example/7", title=title, charset="utf-8")
    ]


def test_a_row_of_many_lines_is_named_by_the_first_of_them(tmp_path: Path) -> None:
    raw = b'text,site\n"One\n""two""\nthree",a\n\nFour,b\n'

    assert of_csv(tmp_path, raw) == [("rows.csv#2", 'One\n"two"\nthree'), ("rows.csv#6", "Four")]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_charset_of_a_spreadsheet_is_known(tmp_path: Path, charset: str) -> None:
    assert of_csv(tmp_path, "text;site\nFähre verspätet;a\n".encode(charset)) == [
        ("rows.csv#2", "Fähre verspätet")
    ]


def test_columns_go_by_the_names_the_user_gives_in_any_letters(tmp_path: Path) -> None:
    assert of_csv(tmp_path, b"ID,Content\n1,Ferry\n", "text=content") == [("1", "Ferry")]


def test_a_table_without_a_text_column_says_which_columns_it_has(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(b"id,words\n1,Ferry\n")
    (found,) = read(tmp_path)

    assert isinstance(found, Unread)
    assert "its columns: id, words. Map one: --column text=NAME" in found.says


def test_bad_rows_cost_themselves_only(tmp_path: Path) -> None:
    raw = b"id,text\n1,One\n2\n3,\n4," + b"x" * 3000 + b'\n5,Five\n6,"' + b"y\n" * 2000 + b'\n"\n7,Seven\n'

    assert [
        (name, text)
        for name, text in of_csv(tmp_path, raw, settings=SourceSettings(largest=2000))
        if len(text) > 1
    ][:5] == [
        ("1", "One"),
        ("rows.csv#3", "no-text"),
        ("rows.csv#4", "no-text"),
        ("rows.csv#5", "too-long"),
        ("5", "Five"),
    ]


def test_columns_that_are_not_used_are_named_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        of_csv(tmp_path, b"text,section,likes\nOne,a,b\nTwo,a,b\n")

    assert [record.getMessage().partition(": ")[2] for record in caplog.records] == [
        "these columns are not used: likes, section. To use one: --column OURS=YOURS, with OURS one of "
        "id, url, html, text, title, author, site, claimed_date, fetched"
    ]


def test_rows_of_json_lines_name_unused_columns_too(caplog: pytest.LogCaptureFixture) -> None:
    rows = b'{"text": "One", "likes": "a"}\n{"text": "Two", "likes": "a"}\n'
    with caplog.at_level(logging.WARNING):
        list(Paths(["-"], stdin=io.BytesIO(rows)).pages())

    assert len(caplog.records) == 1


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_csv(raw: bytes) -> None:
    found = Paths(["-"], stdin=io.BytesIO(b"id,text\n" + raw), forms=form_reader).pages()

    assert all(isinstance(one, Page | Unread) for one in found)


def test_a_row_of_parquet_is_a_page(tmp_path: Path) -> None:
    path = table(tmp_path, id=[1, 2], html=[None, "<p>Ferry"], text=[TEXT, "Ferry"], likes=[3, 4])

    assert [(one.source, one.content, one.media) for one in read(path) if isinstance(one, Page)] == [
        ("1", TEXT.encode(), Media.TEXT),
        ("2", b"<p>Ferry", Media.HTML),
    ]


def test_a_date_of_parquet_is_written_as_iso_writes_it(tmp_path: Path) -> None:
    path = table(
        tmp_path, text=[TEXT], claimed_date=[date(2031, 5, 6)], fetched=[datetime(2031, 5, 7, 8, tzinfo=UTC)]
    )
    (page,) = read(path)

    assert isinstance(page, Page)
    assert (page.claimed_date, page.fetched) == ("2031-05-06", "2031-05-07T08:00:00+00:00")


def test_a_row_of_parquet_that_is_no_utf_8_costs_itself(tmp_path: Path) -> None:
    bad = pa.array([b"One", b"\xff\xfe", b"Three"]).view(pa.string())
    pq.write_table(pa.table({"text": bad}), tmp_path / "rows.parquet")

    assert [one.reason if isinstance(one, Unread) else "" for one in read(tmp_path)] == ["", "bad-row", ""]


def test_a_row_of_parquet_without_an_id_is_named_by_its_number(tmp_path: Path) -> None:
    found = read(table(tmp_path, text=[TEXT, "", TEXT]))

    assert [Path(one.source).name for one in found] == ["rows.parquet#1", "rows.parquet#2", "rows.parquet#3"]


def test_a_parquet_file_that_breaks_off_or_holds_no_text_is_told_of(tmp_path: Path) -> None:
    path = table(tmp_path, words=[TEXT])
    (tmp_path / "cut.parquet").write_bytes(path.read_bytes()[:-10])

    assert [one.reason for one in read(tmp_path) if isinstance(one, Unread)] == ["bad-parquet", "no-text"]


def test_parquet_cannot_be_piped() -> None:
    (found,) = Paths(["-"], stdin=io.BytesIO(b"PAR1" + bytes(40)), forms=form_reader).pages()

    assert isinstance(found, Unread)
    assert found.says.endswith("Name the file.")


@given(st.binary(min_size=1, max_size=8), st.integers(0, 400))
def test_no_damage_to_a_parquet_file_breaks_its_reading(
    tmp_path_factory: pytest.TempPathFactory, odd: bytes, place: int
) -> None:
    path = table(tmp_path_factory.mktemp("damage"), text=[TEXT] * 3, id=["a", "b", "c"])
    raw = path.read_bytes()
    path.write_bytes(raw[:place] + odd + raw[place + len(odd) :])

    assert all(isinstance(one, Page | Unread) for one in read(path))


def test_columns_under_their_usual_names_are_taken(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        (tmp_path / "rows.csv").write_bytes(
            b"link,headline,date,content\nhttps://a.example/1,Ferry,2031-02-03,One\n"
        )
        (found,) = read(tmp_path)

    assert isinstance(found, Page)
    assert (found.url, found.title, found.claimed_date) == ("https://a.example/1", "Ferry", "2031-02-03")
    assert found.content == b"One"
    assert not caplog.records


def test_a_column_under_our_name_goes_before_its_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(
        b"text,content,date,claimed_date\nOurs,Theirs,2030-01-01,2031-02-03\n"
    )
    (found,) = read(tmp_path)

    assert isinstance(found, Page)
    assert (found.content, found.claimed_date) == (b"Ours", "2031-02-03")

"""One page a line."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.errors import BadInput
from stemmata.model import Media, Page, Unread
from stemmata.sources import Columns, Paths, SourceSettings

SETTINGS = SourceSettings()
TEXT = "The ferry came in late on Tuesday."


def read(raw: bytes, *options: str, settings: SourceSettings = SETTINGS) -> list[Page | Unread]:
    source = Paths(["-"], stdin=io.BytesIO(raw), columns=Columns.named(options), settings=settings)
    return list(source.pages())


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def reasons(raw: bytes, settings: SourceSettings = SETTINGS) -> list[tuple[str, str]]:
    return [
        (one.source, one.reason if isinstance(one, Unread) else "") for one in read(raw, settings=settings)
    ]


def test_a_row_becomes_a_page_with_all_it_claims() -> None:
    row = {
        "id": 7,
        "url": "https://harbour.example/1",
        "text": TEXT,
        "title": "Ferry",
        "author": "Ann Lund; Per Holm",
        "site": "harbour.example",
    }

    assert read(lines(row | {"claimed_date": "2031-05-06", "fetched": "2031-05-07T08:00:00Z"})) == [
        Page(
            source="7",
            content=TEXT.encode(),
            media=Media.TEXT,
            url="https://harbour.example/1",
            site="harbour.example",
            title="Ferry",
            claimed_date="2031-05-06",
            fetched="2031-05-07T08:00:00Z",
            charset="utf-8",
            authors=("Ann Lund", "Per Holm"),
        )
    ]


def test_a_row_without_an_id_is_named_by_its_line() -> None:
    assert reasons(b"\n" + lines({"text": TEXT})) == [("-#2", "")]


def test_two_rows_with_one_id_can_be_told_apart() -> None:
    assert reasons(lines({"id": "a", "text": "One."}, {"id": "a", "text": "Two."})) == [
        ("a", ""),
        ("a (-#2)", ""),
    ]


def test_columns_go_by_the_names_the_user_gives() -> None:
    (page,) = read(lines({"content": TEXT, "link": "https://harbour.example"}), "text=content", "url=link")

    assert isinstance(page, Page)
    assert (page.content.decode(), page.url) == (TEXT, "https://harbour.example")


@pytest.mark.parametrize("option", ["text", "text=", "body=content", "=x"])
def test_a_column_option_that_names_nothing_of_ours_is_refused(option: str) -> None:
    with pytest.raises(BadInput, match="--column text=content"):
        Columns.named([option])


def test_html_goes_before_text_and_is_known_in_a_text_column() -> None:
    rows = [
        {"html": "<p>Ferry", "text": "Ferry"},
        {"html": "", "text": "Ferry"},
        {"text": "<!DOCTYPE html><p>Ferry"},
    ]

    assert [page.media for page in read(lines(*rows)) if isinstance(page, Page)] == [
        Media.HTML,
        Media.TEXT,
        Media.HTML,
    ]


def test_broken_rows_are_told_of_and_the_others_read() -> None:
    bad = [
        b"{broken",
        b"\xff\xfe{}",
        b"[1]",
        b'{"id": "x"}',
        b'{"text": "  "}',
        b'{"text": ["a"]}',
        b"[" * 100_000,
    ]
    good = lines({"text": TEXT})

    assert [reason for _, reason in reasons(good + b"\n".join(bad) + b"\n" + good)] == [
        "",
        "bad-json",
        "bad-utf8",
        "bad-row",
        "no-text",
        "no-text",
        "bad-row",
        "bad-json",
        "",
    ]


def test_a_row_beyond_the_limit_costs_itself_only() -> None:
    raw = lines({"text": "a"}, {"text": "b" * 3_000_000}, {"text": "c"})

    assert reasons(raw, SourceSettings(largest=1000)) == [("-#1", ""), ("-#2", "too-long"), ("-#3", "")]


def test_endless_empty_lines_are_given_up() -> None:
    packed = gzip.compress(lines({"text": "a"}) + b"\n" * 2_000_000)

    assert reasons(packed) == [("-#1", ""), ("-", "given-up")]


def test_empty_standard_input_is_told_of() -> None:
    assert reasons(b"") == [("-", "empty")]


def test_rows_in_utf_16_are_told_to_be_saved_as_utf_8() -> None:
    assert reasons(json.dumps({"text": TEXT}).encode("utf-16")) == [("-", "bad-utf8")]


def test_rows_before_the_break_of_a_cut_gzip_are_read() -> None:
    rows = lines(*({"text": f"{number * 7919 % 10007} {TEXT}"} for number in range(20_000)))
    found = read(gzip.compress(rows)[:-20_000])

    assert len(found) > 1000
    assert isinstance(found[-1], Unread)
    assert found[-1].reason == "truncated-gzip"


def test_rows_called_json_are_rows_and_a_json_document_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_bytes(lines({"text": TEXT}, {"text": TEXT}))
    (tmp_path / "whole.json").write_text(json.dumps([{"text": TEXT}], indent=1))
    found = list(Paths([str(tmp_path)]).pages())

    assert [one.reason if isinstance(one, Unread) else "" for one in found] == ["", "", "format"]


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_comes_through_as_utf_8(text: str) -> None:
    (page,) = read(lines({"text": text}))

    assert isinstance(page, Page)
    assert page.content.decode() == text


def test_half_a_surrogate_pair_becomes_one_mark_and_moves_no_offset() -> None:
    (page,) = read(b'{"id": "\\ud83d", "text": "late \\ud83d ferry \\ud83d\\ude00"}')

    assert isinstance(page, Page)
    assert (page.source, page.content.decode()) == ("\ufffd", "late \ufffd ferry \U0001f600")


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_rows(raw: bytes) -> None:
    assert all(isinstance(one, Page | Unread) for one in read(raw))

"""From bytes to text."""

import codecs

import pytest

from stemmata.model import Media
from stemmata.read.decode import decode

WORDS = "Café Übermut – naïve façade, 12 €"


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (WORDS.encode(), None),
        (WORDS.encode(), "iso-8859-1"),
        (codecs.BOM_UTF8 + WORDS.encode(), "windows-1251"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None),
        (WORDS.encode("utf-16-be"), None),
        (WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "latin1"),
        (WORDS.encode("cp1252"), "no-such-charset"),
        (f'<meta charset="windows-1252">{WORDS}'.encode("cp1252"), None),
    ],
)
def test_the_words_come_out_whatever_they_were_encoded_in(content: bytes, charset: str | None) -> None:
    assert decode(content, charset, Media.HTML).endswith(WORDS)


def test_a_charset_of_the_east_is_believed_when_declared() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">議会は月曜日'.encode(
        "cp932"
    )

    assert decode(page, None, Media.HTML).endswith("議会は月曜日")


def test_a_few_wounds_do_not_turn_utf8_into_another_charset() -> None:
    content = (WORDS * 5).encode() + b"\xff" + WORDS.encode()

    assert decode(content, None, Media.TEXT) == WORDS * 5 + "\ufffd" + WORDS


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n", None, Media.TEXT) == "a\nb\nc\n"

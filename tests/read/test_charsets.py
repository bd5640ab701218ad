"""What labels mean, and where a page names its charset."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Media
from stemmata.read.charsets import _labels, codec_of, own_codec
from stemmata.read.decode import decode


def test_every_label_means_a_codec_that_python_has() -> None:
    assert all(codecs.lookup(codec) for codec in _labels().values())


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        (" ISO-8859-1\n", "cp1252"),
        ("latin1", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("Big5", "big5hkscs"),
        ("ks_c_5601-1987", "cp949"),
        ("x-sjis", "cp932"),
        ("utf-16", "utf-16-le"),
        ("utf-7", None),
        ("idna", None),
        ("iso-2022-kr", None),
        ("", None),
        (None, None),
    ],
)
def test_a_label_means_what_the_web_means_by_it(label: str | None, codec: str | None) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b"<META name=x content='a>b' CHARSET = 'EUC-JP'>", "euc_jp"),
        (b'<meta content="text/html; charset=big5" http-equiv=Content-Type>', "big5hkscs"),
        (b'<meta name="note" content="text; charset=big5">', None),
        (b"<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030"),
        (b"<title a='<meta charset=big5>'><meta charset=no-such><meta charset=gbk>", "gb18030"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b" " * 1024 + b"<meta charset=gbk>", None),
    ],
)
def test_a_page_names_its_charset_where_browsers_look(page: bytes, codec: str | None) -> None:
    assert own_codec(page) == codec


@pytest.mark.parametrize(
    ("words", "label", "codec"),
    [
        ("议会周二开会讨论码头", "gb2312", "gbk"),
        ("議會週二開會討論碼頭", "big5", "big5"),
        ("의회는 화요일에 부두를 논의했다", "euc-kr", "euc_kr"),
        ("議会は火曜日に埠頭を議論した", "euc-jp", "euc_jp"),
        ("議会は火曜日に埠頭を議論した", "shift_jis", "cp932"),
        ("議会は火曜日に埠頭を議論した", "iso-2022-jp", "iso2022_jp"),
        ("совет обсудил причал", "windows-1251", "cp1251"),
        ("συμβούλιο της πόλης", "iso-8859-7", "iso8859-7"),
    ],
)
def test_the_header_is_believed_before_the_page(words: str, label: str, codec: str) -> None:
    page = b"<meta charset=windows-1257>" + (words * 3).encode(codec)

    assert decode(page, label, Media.HTML).endswith(words * 3)


@given(st.binary(max_size=300))
def test_any_bytes_are_looked_through(page: bytes) -> None:
    assert own_codec(b"<meta " + page) in {None, *_labels().values()}

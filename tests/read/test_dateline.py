"""The dateline grammar, on invented places."""

import pytest

from stemmata.read.dateline import dateline_of


@pytest.mark.parametrize(
    ("text", "place", "agency", "shown"),
    [
        ("SENN, Eastland (AP) — The council", "SENN, Eastland", "AP", "SENN, Eastland (AP) —"),
        ("SENN, Eastland—The council", "SENN, Eastland", None, "SENN, Eastland—"),
        ("MARLOW BAY, March 3 (Reuters) - The", "MARLOW BAY", "Reuters", "MARLOW BAY, March 3 (Reuters) -"),
        (
            "MARLOW BAY/SENN, June 13 (Reuters) - The",
            "MARLOW BAY/SENN",
            "Reuters",
            "MARLOW BAY/SENN, June 13 (Reuters) -",
        ),
        ("SENN: The council", "SENN", None, "SENN:"),
        ("SENN (NPW) -- The council", "SENN", "NPW", "SENN (NPW) --"),
        ("SENN (Meridian Wire) – The council", "SENN", "Meridian Wire", "SENN (Meridian Wire) –"),
        ("Senn, 3 Mar (PTI) The council", "Senn", "PTI", "Senn, 3 Mar (PTI)"),
        ("Senn (dpa) - Der Rat", "Senn", "dpa", "Senn (dpa) -"),
        ("SENN, March 3. /TASS/. The council", "SENN", "TASS", "SENN, March 3. /TASS/."),
        ("ST. ANSGAR, Eastland (AP) — The", "ST. ANSGAR, Eastland", "AP", "ST. ANSGAR, Eastland (AP) —"),
        ("(AFP) - The council", "", "AFP", "(AFP) -"),
        ("SENN, E.L. (AP) _ The council", "SENN, E.L.", "AP", "SENN, E.L. (AP) _"),
        ("(ANSA) - SENNA, 14 MAG - Il consiglio", "SENNA", "ANSA", "(ANSA) - SENNA, 14 MAG -"),
        ("(세은=연합뉴스) 김바다 기자 = 시의회는", "세은", "Yonhap", "(세은=연합뉴스) 김바다 기자 ="),
        ("[세은=뉴시스] 시의회는", "세은", "Newsis", "[세은=뉴시스]"),
        ("新华社森港3月6日电（记者李海）市议会", "森港", "Xinhua", "新华社森港3月6日电（记者李海）"),
        ("（中央社記者王小海森港6日電）市議會", "森港", "CNA", "（中央社記者王小海森港6日電）"),
        ("【セン共同】市議会は", "セン", "Kyodo", "【セン共同】"),
    ],
)
def test_datelines_are_read(text: str, place: str, agency: str | None, shown: str) -> None:
    dateline = dateline_of(text, 0, len(text))

    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)
    assert dateline.span.of(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The council (AP) said",
        "WATCH: The council votes",
        "BREAKING — The council votes",
        "NATO said on Monday",
        "EU-UN talks went on",
        "The CEO—a man of few words",
        "I — who else — went",
        "A-B tests are common",
        "John Brae (12) — a boy",
        "Q: Why did the council vote?",
        "(a=b) is what the council voted",
        "【独自】市議会は",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert dateline_of(text, 0, len(text)) is None


@pytest.mark.parametrize("part", ["A-", "A.", "A’", "AB ", "Aa-", "Aa, "])
def test_a_long_head_without_an_end_is_given_up_at_once(part: str) -> None:
    assert dateline_of(part * 5000, 0, len(part) * 5000) is None


def test_a_dateline_tells_its_day() -> None:
    days = [
        dateline_of(text, 0, len(text))
        for text in ("SENN, May 3 (AP) — The", "SENN, 3rd May, 2024 (WAM) -- The")
    ]

    assert [found.day if found else None for found in days] == ["--05-03", "2024-05-03"]
